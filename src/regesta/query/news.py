"""What came into the ledger last."""

from __future__ import annotations

from sqlalchemy import select

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.schema import DocumentTable
from regesta.query.load import document_rows
from regesta.query.rows import DocumentRow


def last_added(ledger: Ledger, limit: int, *, changed: bool = False) -> list[DocumentRow]:
    """Return the documents that were added last, the newest first, without texts.

    ``changed`` narrows to texts that followed an earlier one at the same address.
    """
    table = DocumentTable
    asked = select(table.id).order_by(table.added_at.desc(), table.id).limit(limit)
    if changed:
        asked = asked.where(table.previous_id.is_not(None))
    with looking(ledger.engine, ledger.path) as connection:
        ids = connection.scalars(asked).all()
        rows = {row.id: row for row in document_rows(connection, table.id.in_(ids))}
    return [rows[id_] for id_ in ids]
