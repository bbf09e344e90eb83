"""Words of one document, or the document, as they are to be cited."""

from __future__ import annotations

from dataclasses import dataclass

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.model.finding import RegestaError
from regesta.model.span import Span
from regesta.query.load import opened, with_text
from regesta.query.paper import place_words
from regesta.query.rows import DocumentRow


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a document with their citation for people; ``span`` is None where it is cited as a whole.

    ``row`` has the frozen text. ``place`` says where in it the words stand ("section 2, para. 3, page 4").
    """

    row: DocumentRow
    span: Span | None
    place: str
    citation: str

    @property
    def quote(self) -> str:
        """The words themselves; "" for a document as a whole."""
        return self.span.of(self.row.text) if self.span else ""


def quotation(ledger: Ledger, id_: str, span: Span | None = None) -> Quotation | None:
    """Return the words at ``span`` of the document with this id, None where there is no such document.

    Raises :class:`RegestaError` for words beyond the text, or none.
    """
    with looking(ledger.engine, ledger.path) as connection:
        known = opened(connection, [id_]).get(id_)
    if known is None:
        return None
    if span is None:
        return Quotation(with_text(known), None, "", known.row.citation)
    if not 0 <= span.start < span.end <= len(known.text):
        length = len(known.text)
        raise RegestaError(
            f"There are no words at {span.start}-{span.end} of {id_}; its text has {length} characters."
        )
    return Quotation(with_text(known), span, place_words(known, span), known.cite(span))
