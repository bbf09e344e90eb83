"""Places: where meetings were held, and the meetings of one place."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter, HTTPException, Request, Response

from regesta.export.meetings import MET
from regesta.export.table import Column
from regesta.query.meeting_list import MetRow
from regesta.query.places import PlaceLine, all_met_at, met_at, places_all, places_page
from regesta.web import asked, lists
from regesta.web.desk import AtDesk
from regesta.web.lists import Cut
from regesta.web.page import Page, shown_by

router = APIRouter()
COLUMNS = (
    Column("place", lambda line: line.place),
    Column("country", lambda line: line.country),
    Column("meetings", lambda line: line.meetings),
    Column("first", lambda line: line.first),
    Column("last", lambda line: line.last),
)


@shown_by("places.html")
class PlacesPage(Page):
    """Places by name.

    ``rows``: the places of this page. ``party``: the country that narrows the list. ``cut``: which page.
    """

    rows: tuple[PlaceLine, ...]
    party: str | None
    cut: Cut


@shown_by("place.html")
class PlacePage(Page):
    """The meetings of one place.

    ``place``: its name as the documents have it. ``rows``: its meetings. ``cut``: which page of them.
    """

    place: str
    rows: tuple[MetRow, ...]
    cut: Cut


@router.get("/places")
def places(request: Request, desk: AtDesk) -> Response:
    """Show the places at which meetings were held or planned."""
    party = asked.said(request, "party")

    def page() -> Page:
        cut = asked.page_of(request)
        rows, more = places_page(desk.ledger, party, cut.first, cut.size)
        return PlacesPage(tuple(rows), party, replace(cut, more=more))

    return lists.answer(request, page, lambda: places_all(desk.ledger, party), COLUMNS, "places")


@router.get("/places/{name:path}")
def place(request: Request, desk: AtDesk, name: str) -> Response:
    """Show the meetings at a place."""
    cut = asked.page_of(request)
    rows, more = met_at(desk.ledger, name, cut.first, cut.size)
    if not rows and cut.number == 1:
        raise HTTPException(404, f"The ledger has no meeting at {name}; /places lists the places.")
    return lists.answer(
        request,
        lambda: PlacePage(name, tuple(rows), replace(cut, more=more)),
        lambda: all_met_at(desk.ledger, name),
        MET,
        "meetings-of-place",
    )
