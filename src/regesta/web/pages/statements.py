"""The list of statements."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter, Request, Response

from regesta import query
from regesta.export.columns import STATEMENTS
from regesta.model.records import GROUP_OF
from regesta.query.filters import Filters
from regesta.query.paged import SORTED
from regesta.query.statement_list import Asking, Stated
from regesta.web import asked, lists
from regesta.web.desk import AtDesk
from regesta.web.lists import Cut
from regesta.web.page import Page, shown_by

router = APIRouter()
_FILTERS = ("party", "person", "topic", "since", "until", "act", "document", "publisher")


@shown_by("statements.html")
class StatementsPage(Page):
    """A page of the statements that fit.

    ``asking``: the filters as they stand. ``order``: newest, oldest or least sure first. ``rows``: the
    statements, each with its meeting. ``cut``: which page of the list it is. ``acts``: what can be chosen.
    ``topics``: the topics that have a name.
    """

    asking: Asking
    order: str
    rows: tuple[Stated, ...]
    cut: Cut
    acts: asked.Choices
    topics: asked.Choices


@router.get("/statements")
def statements(request: Request, desk: AtDesk) -> Response:
    """Show the statements that the filters leave."""
    pair = asked.pair_of(request)
    asking = Asking(
        Filters(**{name: asked.said(request, name) for name in _FILTERS}),
        between="-".join(pair) if pair else None,
        meeting=asked.said(request, "meeting"),
    )
    order = asked.one_of(request, "order", SORTED)

    def page() -> Page:
        cut = asked.page_of(request)
        rows, more = query.statement_page(desk.ledger, asking, order, cut.first, cut.size)
        topics = tuple(sorted(desk.labels.topics.items(), key=lambda entry: entry[1]))
        return StatementsPage(
            asking, order, tuple(rows), replace(cut, more=more), asked.choices(GROUP_OF), topics
        )

    return lists.answer(
        request, page, lambda: query.every_statement(desk.ledger, asking, order), STATEMENTS, "statements"
    )
