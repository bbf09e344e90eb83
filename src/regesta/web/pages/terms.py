"""What the sides call things: the list, and one thing's names over time."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter, HTTPException, Request, Response

from regesta.export.table import Column
from regesta.query.naming import ConceptLine, ConceptView, concept_view, concepts_page, names_all
from regesta.web import asked, lists
from regesta.web.desk import AtDesk
from regesta.web.lists import Cut
from regesta.web.naming_chart import NamingChart, naming_chart, tones
from regesta.web.page import Page, shown_by

router = APIRouter()
NAMES = (
    Column("concept", lambda line: line.concept),
    Column("side", lambda line: line.side),
    Column("label", lambda line: line.label),
    Column("count", lambda line: line.count),
    Column("documents", lambda line: line.documents),
    Column("first", lambda line: line.first),
    Column("last", lambda line: line.last),
    Column("first_in", lambda line: line.first_at and line.first_at.place.document),
    Column("citation", lambda line: line.first_at and line.first_at.citation),
    Column("last_in", lambda line: line.last_at and line.last_at.place.document),
    Column("last_citation", lambda line: line.last_at and line.last_at.citation),
)


@shown_by("terms.html")
class TermsPage(Page):
    """Things with several names.

    ``rows``: the things of this page with their names. ``cut``: which page.
    """

    rows: tuple[ConceptLine, ...]
    cut: Cut


@shown_by("term.html")
class TermPage(Page):
    """The names of one thing.

    ``view``: the names with first and last use. ``chart``: their bars by year, None where no use has a
    day. ``years``: the years in order, for the table. ``tones``: the colour of each side.
    """

    view: ConceptView
    chart: NamingChart | None
    years: tuple[str, ...]
    tones: dict[str | None, str]


@router.get("/terms")
def terms(request: Request, desk: AtDesk) -> Response:
    """Show what the sides call things."""

    def page() -> Page:
        cut = asked.page_of(request)
        rows, more = concepts_page(desk.ledger, cut.first, cut.size)
        return TermsPage(tuple(rows), replace(cut, more=more))

    return lists.answer(request, page, lambda: names_all(desk.ledger), NAMES[:7], "terms")


@router.get("/terms/{concept}")
def term(request: Request, desk: AtDesk, concept: str) -> Response:
    """Show the names of one thing, by side and over time."""
    view = concept_view(desk.ledger, concept)
    if view is None:
        raise HTTPException(404, f"The ledger has no names for {concept}; /terms lists what has some.")
    years = sorted({year for counts in view.years.values() for year in counts if year})
    return lists.answer(
        request,
        lambda: TermPage(view, naming_chart(view), tuple(years), tones(view.names)),
        lambda: view.names,
        NAMES,
        f"names-{concept}",
    )
