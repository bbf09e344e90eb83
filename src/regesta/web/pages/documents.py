"""The list of documents."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter, Request, Response

from regesta.export import columns
from regesta.model.document import KINDS
from regesta.query.filters import Filters
from regesta.query.papers import ORDERS, Papers, all_papers, papers
from regesta.query.promises import known_facets
from regesta.web import asked, lists
from regesta.web.asked import Choices
from regesta.web.desk import AtDesk
from regesta.web.lists import Cut
from regesta.web.page import Page, shown_by

router = APIRouter()


@shown_by("documents.html")
class DocumentsPage(Page):
    """A page of the documents that fit.

    ``wanted``: the filters as they stand. ``kind`` and ``order``: what is asked for. ``found``: the rows.
    ``cut``: which page of the list it is. ``parties``, ``kinds``: what can be chosen.
    """

    wanted: Filters
    kind: str | None
    order: str
    found: Papers
    cut: Cut
    parties: Choices
    kinds: Choices


@router.get("/documents")
def documents(request: Request, desk: AtDesk) -> Response:
    """Show the documents that the filters leave; of each address the current text."""
    names = ("party", "since", "until", "publisher", "document")
    said = {name: asked.said(request, name) for name in names}
    wanted = Filters(**said, between=asked.between(request))
    kind, order = asked.said(request, "kind"), asked.one_of(request, "order", ORDERS)

    def page() -> Page:
        cut = asked.page_of(request)
        found = papers(desk.ledger, wanted, kind, order, cut.first, cut.size)
        codes = sorted({*known_facets(desk.ledger, "party"), (wanted.party or "").upper()} - {""})
        return DocumentsPage(
            wanted=wanted,
            kind=kind,
            order=order,
            found=found,
            cut=replace(cut, more=found.more),
            parties=tuple((code, f"{code} – {desk.labels.party(code)}") for code in codes),
            kinds=asked.choices(KINDS),
        )

    return lists.answer(
        request, page, lambda: all_papers(desk.ledger, wanted, kind, order), columns.DOCUMENTS, "documents"
    )
