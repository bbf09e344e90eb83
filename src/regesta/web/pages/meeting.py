"""One meeting."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from regesta import query
from regesta.query.findings import FoundRow, found_in
from regesta.query.meeting_sheet import MeetingSheet
from regesta.web.desk import AtDesk
from regesta.web.page import Page, shown_by
from regesta.web.templates import render
from regesta.web.topical import Topic, topical

router = APIRouter()


@shown_by("meeting.html")
class MeetingPage(Page):
    """A meeting with everything that its documents tell.

    ``sheet``: the meeting itself. ``between``: its two sides as an address has them, None where there
    are not two. ``topics``: what was said, topic by topic. ``comparable``: there are two accounts or
    more of it to lay side by side. ``found``: what the checks found in the documents that are about it.
    """

    sheet: MeetingSheet
    between: str | None
    topics: tuple[Topic, ...]
    comparable: bool
    found: tuple[FoundRow, ...]


@router.get("/meetings/{meeting_id}")
def meeting(request: Request, meeting_id: str, desk: AtDesk) -> Response:
    """Show a meeting; the id of a record of it leads on to it."""
    sheet = query.meeting_sheet(desk.ledger, meeting_id)
    if sheet is None:
        return RedirectResponse(f"/meetings/{_home(desk, meeting_id)}", 303)
    parties = sheet.joined.parties
    between = "-".join(parties) if len(parties) == 2 else None
    about = {one.row.document.id for one in sheet.accounts}
    found = tuple(found_in(desk.ledger, about)) if about else ()
    return render(request, MeetingPage(sheet, between, topical(sheet.said), len(about) > 1, found))


def _home(desk: AtDesk, name: str) -> str:
    found = query.home_of(desk.ledger, name)
    if found is None:
        raise HTTPException(404, f"The ledger has no meeting {name!r}; the list of meetings has all of them.")
    return found
