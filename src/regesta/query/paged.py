"""Pages of a list of records: only the keys are sorted and cut, only the rows of the page are opened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Select, func, select

from regesta.ledger.schema import DocumentTable, Filed
from regesta.query.ask import SHELVES, ask
from regesta.query.load import Texts, bundles
from regesta.query.rows import RecordRow, RowKind

Sorted = Literal["newest", "oldest", "confidence"]
SORTED: tuple[Sorted, ...] = ("newest", "oldest", "confidence")
Key = tuple[str, str]


def keys(
    connection: Connection, kind: RowKind, fits: ColumnElement[bool], order: Sorted, first: int, size: int
) -> list[Key]:
    """Return the document and id of ``size`` records from the ``first`` on; those without a day stand last.

    ``confidence`` puts the least sure first. ``fits`` may speak of the kind's table and of its document.
    """
    table = _filed(kind)
    asked = _asked(table).where(fits)
    if order == "newest":
        by = (table.earliest.desc(), table.latest.desc(), table.document_id, table.position)
        return _keys(connection, asked.order_by(*by).offset(first).limit(size))
    if order == "confidence":
        sure = getattr(table, "confidence")  # noqa: B009
        by_doubt = (sure, table.document_id, table.position)
        return _keys(connection, asked.order_by(*by_doubt).offset(first).limit(size))
    return _oldest(connection, table, asked, first, size)


def _oldest(
    connection: Connection, table: type[Filed], asked: Select[str, str], first: int, size: int
) -> list[Key]:
    """Return the dated ones, which the index has in order, and after them the others."""
    dated = asked.where(table.earliest.is_not(None))
    by = (table.earliest, table.latest, table.document_id, table.position)
    found = _keys(connection, dated.order_by(*by).offset(first).limit(size))
    if len(found) == size:
        return found
    whole = connection.scalar(select(func.count()).select_from(dated.subquery())) or 0
    rest = asked.where(table.earliest.is_(None)).order_by(table.document_id, table.position)
    return found + _keys(connection, rest.offset(max(first - whole, 0)).limit(size - len(found)))


def rows(
    connection: Connection, kind: RowKind, wanted: Sequence[Key], texts: Texts | None = None
) -> list[RecordRow[Any]]:
    """Return the records with these keys, in this order; ``texts`` are as for ``ask``.

    Documents and ids are asked for apart, since SQLite finds no pair of values by an index.
    """
    table = _filed(kind)
    found: dict[Key, RecordRow[Any]] = {}
    for some in bundles(wanted):
        here = table.document_id.in_({document for document, _ in some})
        for row in ask(connection, kind, here & table.id.in_({id_ for _, id_ in some}), texts=texts):
            found[row.document.id, row.id or ""] = row
    return [found[key] for key in wanted]


def every(
    connection: Connection, kind: RowKind, fits: ColumnElement[bool], order: Sorted
) -> Iterator[Sequence[Key]]:
    """Yield the keys of all records that fit, in bundles."""
    yield from bundles(keys(connection, kind, fits, order, 0, -1))


def _filed(kind: RowKind) -> type[Filed]:
    table = SHELVES[kind].table
    if not issubclass(table, Filed):
        raise TypeError(f"{kind} has no records with ids")
    return table


def _asked(table: type[Filed]) -> Select[str, str]:
    return select(table.document_id, table.id).join(DocumentTable, DocumentTable.id == table.document_id)


def _keys(connection: Connection, asked: Select[str, str]) -> list[Key]:
    return [(row.document_id, row.id) for row in connection.execute(asked)]
