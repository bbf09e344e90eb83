"""Documents of the ledger as the resolver sees them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from regesta.ledger import Ledger
from regesta.model.document import Document
from regesta.model.finding import RegestaError
from regesta.model.links import Dossier
from regesta.model.records import Records
from regesta.query.filters import Filters
from regesta.query.lookup import document
from regesta.query.rows import DocumentRow
from regesta.query.whole import readings


def dossier(row: DocumentRow, records: Records) -> Dossier:
    """Return a document of the ledger, as ``readings`` yields it, with its records."""
    known = Document(**{field.name: getattr(row, field.name) for field in fields(Document)})
    return Dossier(row.id, known, records, row.text)


def dossiers(ledger: Ledger, names: Sequence[str]) -> list[Dossier]:
    """Return the documents with these names, in order; a name is as for ``document``.

    Raises :class:`RegestaError` when a name fits no document, or several.
    """
    return [_dossier(ledger, name) for name in names]


def _dossier(ledger: Ledger, name: str) -> Dossier:
    row = document(ledger, name)
    if row is None:
        raise RegestaError(f"The ledger has no document {name!r}; `regesta documents` prints the ids.")
    return next(dossier(*found) for found in readings(ledger, Filters(document=row.id)))
