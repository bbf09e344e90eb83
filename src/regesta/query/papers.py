"""The documents a page at a time, without their texts, with how their sentences ended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, func, or_, select

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.schema import AccountTable, DocumentTable
from regesta.model.document import KINDS
from regesta.model.finding import RegestaError
from regesta.query.filters import Filters, about_document
from regesta.query.load import bundles, document_rows
from regesta.query.rows import DocumentRow

PaperOrder = Literal["newest", "date", "added"]
ORDERS: tuple[PaperOrder, ...] = ("newest", "date", "added")


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A document, and how many of its sentences ended as a record, as furniture, as repeated, as unread."""

    row: DocumentRow
    fates: dict[str, int]

    @property
    def sentences(self) -> int:
        """How many sentences it has."""
        return sum(self.fates.values())


@dataclass(frozen=True, slots=True)
class Papers:
    """Some rows of the list; ``more`` says that others follow."""

    rows: tuple[PaperRow, ...]
    more: bool


def papers(
    ledger: Ledger, filters: Filters, kind: str | None, order: PaperOrder, skip: int, size: int
) -> Papers:
    """Return ``size`` documents after the first ``skip`` that fit: of each address the current text alone.

    ``filters`` narrow by party (the publishing side or the other), day of publication, publisher and
    document; nothing else of them counts. ``added`` puts what came last into the ledger first. Raises
    :class:`RegestaError` for a value that is none.
    """
    with looking(ledger.engine, ledger.path) as connection:
        ids = _ids(connection, filters, kind, order, skip, size + 1)
        rows = _in_order(connection, ids[:size])
        fates = _fates(connection, ids[:size])
    return Papers(tuple(PaperRow(row, fates[row.id]) for row in rows), len(ids) > size)


def all_papers(
    ledger: Ledger, filters: Filters, kind: str | None, order: PaperOrder
) -> Iterator[DocumentRow]:
    """Return every document that fits, read a bundle at a time as it is asked for.

    What cannot be asked raises :class:`RegestaError` here, before the first row.
    """
    with looking(ledger.engine, ledger.path) as connection:
        ids = _ids(connection, filters, kind, order, 0, None)
    return _all(ledger, ids)


def _all(ledger: Ledger, ids: Sequence[str]) -> Iterator[DocumentRow]:
    for some in bundles(ids):
        with looking(ledger.engine, ledger.path) as connection:
            rows = _in_order(connection, some)
        yield from rows


def _in_order(connection: Connection, ids: Sequence[str]) -> list[DocumentRow]:
    found = {row.id: row for row in document_rows(connection, DocumentTable.id.in_(ids))}
    return [found[id_] for id_ in ids]


def _ids(
    connection: Connection,
    filters: Filters,
    kind: str | None,
    order: PaperOrder,
    skip: int,
    size: int | None,
) -> list[str]:
    table = DocumentTable
    wanted = [about_document(filters)]
    first, last = filters.days()
    if first is not None:
        wanted.append(table.latest >= first)
    if last is not None:
        wanted.append(table.earliest <= last)
    if filters.party is not None:
        code = filters.party.upper()
        wanted.append(or_(table.side == code, table.counterpart == code))
    if kind is not None:
        if kind not in KINDS:
            raise RegestaError(f"There is no kind of document {kind!r}; they are {', '.join(KINDS)}.")
        wanted.append(table.kind == kind)
    asked = select(table.id).where(*wanted).order_by(*_order(order), table.id)
    return list(connection.scalars(asked.offset(skip).limit(size)))


def _order(order: PaperOrder) -> list[Any]:
    table = DocumentTable
    if order == "added":
        return [table.added_at.desc()]
    if order == "newest":
        return [table.earliest.desc(), table.latest.desc()]
    return [table.earliest.nulls_last(), table.latest]


def _fates(connection: Connection, ids: Sequence[str]) -> dict[str, dict[str, int]]:
    table = AccountTable
    asked = select(table.document_id, table.fate, func.count()).where(table.document_id.in_(ids))
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for document, fate, count in connection.execute(asked.group_by(table.document_id, table.fate)):
        found[document][fate] = count
    return found
