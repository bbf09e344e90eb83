"""Which documents are current, and the day up to which they tell."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, ScalarSelect, Select, exists, select
from sqlalchemy.orm import aliased

from regesta.ledger.schema import DocumentTable


def current(of: type[DocumentTable] = DocumentTable) -> ColumnElement[bool]:
    """Say that no later text of the same address is held."""
    later = aliased(DocumentTable)
    return ~exists(select(later.id).where(later.previous_id == of.id))


def newest_day(connection: Connection) -> str | None:
    """Return the last day on which a current document was published, None where none says."""
    return connection.scalar(_newest())


def day_now() -> ScalarSelect[str | None]:
    """Return the same day as SQL, to stand in a question about anything."""
    return _newest().scalar_subquery()


def _newest() -> Select[str | None]:
    about = aliased(DocumentTable)
    asked = select(about.latest).where(current(about), about.latest.is_not(None))
    return asked.order_by(about.latest.desc()).limit(1)
