"""The documents of an export as references: what CSL-JSON, BibTeX and RIS are made of."""

from __future__ import annotations

from collections.abc import Iterator

from regesta import query
from regesta.export.forms import Source
from regesta.query.quotation import Quotation


def references(source: Source) -> Iterator[tuple[Quotation, str | None]]:
    """Yield each chosen document as a whole, in order of date, and where a reading room shows it."""
    for row in query.chosen_documents(source.ledger, source.filters):
        yield Quotation(row, None, "", row.citation), address_of(source, row.id)


def address_of(source: Source, document: str) -> str | None:
    """Return where the reading room of the export shows a document; None where there is no room."""
    return None if source.address is None else f"{source.address.rstrip('/')}/documents/{document}"
