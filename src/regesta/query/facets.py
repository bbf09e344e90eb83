"""Ways to records through their facets, made so that a list need not be looked through from its start."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import ColumnElement, Connection, func, select, tuple_
from sqlalchemy.orm import InstrumentedAttribute

from regesta.ledger.names import words
from regesta.ledger.schema import FacetTable

Key = InstrumentedAttribute[str]


def values(connection: Connection, facet: str) -> list[str]:
    """Return every value of a facet once, in order; the index is entered once for each."""
    table = FacetTable
    first = select(func.min(table.value).label("value")).where(table.facet == facet).cte(recursive=True)
    later = select(func.min(table.value)).where(table.facet == facet, table.value > first.c.value)
    found = first.union_all(select(later.scalar_subquery()).where(first.c.value.is_not(None)))
    return list(connection.scalars(select(found.c.value).where(found.c.value.is_not(None))))


def people(connection: Connection, name: str) -> list[str]:
    """Return the folded names in which every word of ``name`` stands; none where it has no word."""
    wanted = [f" {word} " for word in words(name)]
    if not wanted:
        return []
    return [value for value in values(connection, "person") if all(word in value for word in wanted)]


def has(document: Key, record: Key, kind: str, facet: str, wanted: Collection[str]) -> ColumnElement[bool]:
    """Say that the record of a ``kind`` at these keys has one of the ``wanted`` values of a facet."""
    table = FacetTable
    found = select(table.document_id, table.record_id).where(
        table.facet == facet, table.value.in_(sorted(wanted)), table.record_kind == f"{kind}s"
    )
    return tuple_(document, record).in_(found)
