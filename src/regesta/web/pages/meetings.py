"""The list of meetings."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter, Request, Response

from regesta import query
from regesta.export.meetings import MET
from regesta.model.records import FORMATS, STATUSES
from regesta.query.meeting_list import ORDERS, MetRow, Wanted
from regesta.web import asked, lists
from regesta.web.desk import AtDesk
from regesta.web.lists import Cut
from regesta.web.page import Page, shown_by

router = APIRouter()


@shown_by("meetings.html")
class MeetingsPage(Page):
    """A page of the meetings that fit.

    ``wanted``: the filters as they stand. ``between``: two sides, where they were asked for together.
    ``party``: the side that was asked for alone. ``order``: newest or oldest first. ``rows``: a meeting
    each. ``cut``: which page of the list it is. ``statuses`` and ``formats``: what can be chosen.
    """

    wanted: Wanted
    between: str | None
    party: str | None
    order: str
    rows: tuple[MetRow, ...]
    cut: Cut
    statuses: asked.Choices
    formats: asked.Choices


@router.get("/meetings")
def meetings(request: Request, desk: AtDesk) -> Response:
    """Show the meetings that the filters leave, one row a meeting."""
    pair, party = asked.pair_of(request), asked.said(request, "party")
    wanted = Wanted(
        parties=(*(pair or ()), *((party,) if party else ())),
        person=asked.said(request, "person"),
        topic=asked.said(request, "topic"),
        since=asked.said(request, "since"),
        until=asked.said(request, "until"),
        status=asked.said(request, "status"),
        format=asked.said(request, "kind"),
    )
    order = asked.one_of(request, "order", ORDERS)

    def page() -> Page:
        cut = asked.page_of(request)
        rows, more = query.met_page(desk.ledger, wanted, order, cut.first, cut.size)
        between = "-".join(pair) if pair else None
        return MeetingsPage(
            wanted,
            between,
            party,
            order,
            tuple(rows),
            replace(cut, more=more),
            asked.choices(STATUSES),
            asked.choices(FORMATS),
        )

    return lists.answer(request, page, lambda: query.met_all(desk.ledger, wanted, order), MET, "meetings")
