"""Where something that the ledger answered stands, so that it can be cited."""

from __future__ import annotations

from regesta.model.finding import Place, RegestaError
from regesta.model.span import Span
from regesta.query import DocumentRow, Hit, RecordRow, RegisterRow


def place_of(item: object) -> tuple[str, Span | None]:
    """Return the document of an answer and its words there, None where it is cited as a whole.

    Raises :class:`RegestaError` for what is no answer of the ledger.
    """
    if isinstance(item, DocumentRow):
        return item.id, None
    if isinstance(item, RecordRow | RegisterRow | Hit):
        return item.document.id, item.span if item.span.start < item.span.end else None
    place = item if isinstance(item, Place) else getattr(item, "place", None)
    if not isinstance(place, Place):
        raise RegestaError(f"A {type(item).__name__} cannot be cited; cite a row that the ledger answered.")
    return place.document, place.span
