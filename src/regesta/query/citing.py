"""Documents and words by what names them: for rows that speak of words of several documents."""

from __future__ import annotations

from collections.abc import Iterable

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.schema import DocumentTable
from regesta.model.finding import Place
from regesta.query.came import cited
from regesta.query.load import bundles, document_rows, opened
from regesta.query.rows import Cited, DocumentRow


def documents_by_id(ledger: Ledger, ids: Iterable[str]) -> dict[str, DocumentRow]:
    """Return these documents, without their texts, by id."""
    with looking(ledger.engine, ledger.path) as connection:
        return {
            row.id: row
            for some in bundles(sorted(set(ids)))
            for row in document_rows(connection, DocumentTable.id.in_(some))
        }


def cited_places(ledger: Ledger, places: Iterable[Place]) -> dict[Place, Cited]:
    """Return the citation of each of these words."""
    wanted = list(dict.fromkeys(places))
    with looking(ledger.engine, ledger.path) as connection:
        texts = opened(connection, {place.document for place in wanted})
    return dict(zip(wanted, cited(texts, wanted), strict=True))
