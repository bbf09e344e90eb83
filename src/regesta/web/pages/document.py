"""A document: its frozen text with what was made of its words."""

from __future__ import annotations

import re

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from regesta import query
from regesta.model.finding import RegestaError
from regesta.model.span import Span
from regesta.query.paper import Noted, Paper, paper
from regesta.web.desk import AtDesk, Desk
from regesta.web.lists import Cut
from regesta.web.page import Page, shown_by
from regesta.web.templates import render

router = APIRouter()
_AT = re.compile(r"(\d{1,10})-(\d{1,10})")


@shown_by("document.html")
class DocumentPage(Page):
    """A document to be read.

    ``paper``: the part of it that is shown, with its facts. ``cut``: which part that is. ``cards``: what
    was made of its words and what was not read, in order. ``legend``: the kinds of marks in this part.
    """

    paper: Paper
    cut: Cut
    cards: tuple[Noted, ...]
    legend: tuple[str, ...]


@router.get("/documents/{document_id}")
def document(
    request: Request, desk: AtDesk, document_id: str, at: str | None = None, page: int | None = None
) -> Response:
    """Show a document; ``at`` are the first character and the one after the last of words to be shown."""
    found = paper(desk.ledger, document_id, span_of(at), page)
    if found is None:
        return elsewhere(request, desk, document_id)
    return render(request, _page(found))


def span_of(at: str | None) -> Span | None:
    """Return the span that an address names ("120-155"); raise :class:`RegestaError` for what is none."""
    if not at:
        return None
    match = _AT.fullmatch(at)
    if match is None or int(match[1]) > int(match[2]):
        raise RegestaError(
            f"{at!r} names no words; write the first character and the one after the last: 12-80."
        )
    return Span(int(match[1]), int(match[2]))


def known_document(desk: Desk, name: str) -> str:
    """Return the id of the document that ``name`` names; answer 404 where there is none."""
    row = query.document(desk.ledger, name)
    if row is None:
        raise HTTPException(404, f"The ledger has no document {name}; /documents lists them.")
    return row.id


def elsewhere(request: Request, desk: Desk, name: str, page: str = "") -> Response:
    """Lead from the beginning of an id, a hash or a file name to the address of the document's own page."""
    there = f"/documents/{known_document(desk, name)}{page}"
    return RedirectResponse(f"{there}?{request.url.query}" if request.url.query else there)


def _page(found: Paper) -> DocumentPage:
    kinds = dict.fromkeys(note.mark.kind for note in found.notes)
    cut = Cut(found.number, 1, found.number < found.count, found.count)
    cards = tuple(note for note in found.notes if note.mark.kind != "furniture")
    return DocumentPage(found, cut, cards, tuple(kinds))
