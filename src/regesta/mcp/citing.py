"""Citations of the answers: words with their place, and the hash of the text that it counts."""

from __future__ import annotations

from collections.abc import Iterable

from regesta import query
from regesta.ledger import Ledger
from regesta.mcp.answers import Citation
from regesta.model.finding import Place, RegestaError
from regesta.query import Cited, DocumentRow
from regesta.query.quotation import quotation


class Citing:
    """Makes the citations of one answer; a document is looked up once."""

    def __init__(self, ledger: Ledger) -> None:
        """Cite from this ledger."""
        self._ledger = ledger
        self._known: dict[str, DocumentRow] = {}

    def row(self, row: query.AnyRow | query.Hit | query.RegisterRow) -> Citation:
        """Return the words of an answer of the ledger."""
        self._known[row.document.id] = row.document
        return _words(row.document, row.quote, row.span.start, row.span.end, row.citation)

    def cited(self, one: Cited) -> Citation:
        """Return words whose citation is at hand."""
        place = one.place
        return _words(
            self._document(place.document), place.quote, place.span.start, place.span.end, one.citation
        )

    def place(self, place: Place) -> Citation:
        """Return words at a place."""
        found = quotation(self._ledger, place.document, place.span)
        if found is None:
            raise RegestaError(f"The ledger has no document {place.document}.")
        self._known[found.row.id] = found.row
        return _words(found.row, found.quote, place.span.start, place.span.end, found.citation)

    def places(self, places: Iterable[Place]) -> list[Citation]:
        """Return words at several places, in their order."""
        return [self.place(one) for one in places]

    def whole(self, document: str) -> Citation:
        """Return a document as a whole."""
        row = self._document(document)
        return _words(row, "", None, None, row.citation)

    def _document(self, id_: str) -> DocumentRow:
        if id_ not in self._known:
            row = query.document(self._ledger, id_)
            if row is None:
                raise RegestaError(f"The ledger has no document {id_}.")
            self._known[id_] = row
        return self._known[id_]


def _words(row: DocumentRow, quote: str, start: int | None, end: int | None, citation: str) -> Citation:
    return Citation(
        quote=quote,
        document=row.id,
        start=start,
        end=end,
        text_sha256=row.sha256,
        citation=citation,
        url=row.url,
    )
