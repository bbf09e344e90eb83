"""Who decided what, when and why; each decision can be taken back."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from regesta import query
from regesta.export.judged import DECISIONS, what_was_decided
from regesta.model.finding import RegestaError
from regesta.query import DecisionRow
from regesta.web import asked, lists
from regesta.web.after import decided
from regesta.web.desk import AtDesk
from regesta.web.doors import local
from regesta.web.forms import Sent, words
from regesta.web.lists import Cut
from regesta.web.page import Page, shown_by
from regesta.work import judging

router = APIRouter()
_WHICH = ("all", "orphaned")


@shown_by("decisions.html")
class DecisionsPage(Page):
    """A page of the decisions, the newest first.

    ``rows``: a decision each, with what was decided in words. ``which``: all of them, or only those whose
    words the newest texts have no more. ``cut``: which page of the list it is. ``undone``: the number of a
    decision that was taken back just now. ``may``: whether the reader may take back.
    """

    rows: tuple[tuple[DecisionRow, str], ...]
    which: str
    cut: Cut
    undone: str | None
    may: bool


@router.get("/decisions")
def decisions(request: Request, desk: AtDesk) -> Response:
    """Show the decisions; all of them as CSV or JSON, in the order of the log."""
    which = asked.one_of(request, "which", _WHICH)
    orphaned = which == "orphaned"

    def page() -> Page:
        cut = asked.page_of(request)
        rows = query.decisions(
            desk.ledger, orphaned=orphaned, newest=True, first=cut.first, limit=cut.size + 1
        )
        here = Cut(cut.number, cut.size, more=len(rows) > cut.size)
        shown = tuple((row, what_was_decided(row)) for row in rows[: cut.size])
        may = getattr(request.state, "role", "editor") != "reader"
        return DecisionsPage(shown, which, here, asked.said(request, "undone"), may)

    return lists.answer(
        request, page, lambda: query.decisions(desk.ledger, orphaned=orphaned), DECISIONS, "decisions"
    )


@router.post("/decisions")
def undo(request: Request, desk: AtDesk, form: Sent) -> Response:
    """Take back the decision with this number; lead back to where it was shown."""
    number, note = words(form, "number"), words(form, "note") or None
    if not number.isdecimal():
        raise RegestaError(f"{number!r} is no number of a decision; open the list again.")
    judging.undo(desk.ledger, number, by=desk.reader, now=desk.now(), note=note)
    decided(request, desk, "took back a decision", f"decision {number}")
    back = local(words(form, "back"))
    return RedirectResponse(back if back != "/" else f"/decisions?undone={number}", HTTPStatus.SEE_OTHER)
