"""Filling the full-text index of a ledger whose documents are not in it yet."""

from __future__ import annotations

from sqlalchemy import Connection, exists, select

from regesta.ledger.dossiers import dossiers
from regesta.ledger.schema import AccountTable, DocumentTable
from regesta.ledger.search import put_sentences
from regesta.ledger.search_tables import SentenceTable
from regesta.ledger.shelves import bundles

BUNDLE = 100


def fill(connection: Connection) -> None:
    """Index every document that has sentences of which none is indexed, by date and a bundle at a time."""
    table = DocumentTable
    sentence = exists(select(AccountTable.position).where(AccountTable.document_id == table.id))
    indexed = exists(select(SentenceTable.id).where(SentenceTable.document_id == table.id))
    asked = select(table.id).where(sentence, ~indexed).order_by(table.earliest, table.id)
    for some in bundles(connection.scalars(asked).all(), BUNDLE):
        found = dossiers(connection, some)
        for id_ in some:
            put_sentences(connection, id_, found[id_].document, found[id_].records)
