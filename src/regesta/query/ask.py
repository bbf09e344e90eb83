"""Rows of one kind out of the ledger: asked for in SQL, quoted and cited from the frozen text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, null, select

from regesta.ledger import codec
from regesta.ledger.overlays import Laid
from regesta.ledger.schema import (
    AccountTable,
    CommitmentTable,
    DocumentTable,
    Filed,
    Listed,
    MeetingTable,
    RepeatTable,
    RequestTable,
    StatementTable,
    TermTable,
    UnreadTable,
)
from regesta.model.records import Repeat, Statement, Unread
from regesta.query.corrected import Corrections
from regesta.query.load import Opened, Texts
from regesta.query.rows import Order, RecordRow, RowKind


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where the records of one kind stand, and how a stored row becomes a record again."""

    table: type[Filed] | type[Listed]
    decode: Callable[[Mapping[str, Any]], Any]


SHELVES: dict[RowKind, Shelf] = {
    "meeting": Shelf(MeetingTable, codec.meeting_of),
    "statement": Shelf(StatementTable, codec.statement_of),
    "commitment": Shelf(CommitmentTable, codec.commitment_of),
    "request": Shelf(RequestTable, codec.request_of),
    "term": Shelf(TermTable, codec.term_of),
    "unread": Shelf(UnreadTable, codec.unread_of),
    "repeat": Shelf(RepeatTable, codec.repeat_of),
}
ACCOUNTS = Shelf(AccountTable, codec.account_of)


def ask(
    connection: Connection,
    kind: RowKind,
    fits: ColumnElement[bool],
    order: Order = "date",
    texts: Texts | None = None,
) -> list[RecordRow[Any]]:
    """Return the rows of one kind for which ``fits`` holds, in order of date or the least sure first.

    ``fits`` may speak of the kind's table and of its document. What carries no confidence stands
    in order of date. ``texts`` are documents that several questions share, so that each is opened once.
    """
    shelf = SHELVES[kind]
    table, about = shelf.table, DocumentTable
    filed = table if issubclass(table, Filed) else about
    sure = (table.confidence,) if order == "confidence" and hasattr(table, "confidence") else ()
    asked = (
        select(table, filed.earliest.label("first_day"), filed.latest.label("last_day"))
        .join(about, about.id == table.document_id)
        .where(fits)
        .order_by(*sure, filed.earliest.nulls_last(), filed.latest, about.earliest, about.id, table.position)
    )
    found = [row._asdict() for row in connection.execute(asked)]
    known = (texts or Texts(connection)).of(row["document_id"] for row in found)
    laid = Corrections(connection, known)
    return [_row(kind, known[row["document_id"]], shelf.decode(row), row, laid) for row in found]


def rows_of(
    connection: Connection, kind: RowKind, source: Opened, fits: ColumnElement[bool]
) -> list[RecordRow[Any]]:
    """Return the rows of one kind of one document that is open already, in the order of its words."""
    shelf = SHELVES[kind]
    table = shelf.table
    days = (table.earliest, table.latest) if issubclass(table, Filed) else (null(), null())
    asked = select(table, days[0].label("first_day"), days[1].label("last_day"))
    found = connection.execute(asked.where(table.document_id == source.row.id, fits).order_by(table.position))
    rows = [row._asdict() for row in found]
    laid = Corrections(connection, [source.row.id])
    return [_row(kind, source, shelf.decode(row), row, laid) for row in rows]


def by_document(
    connection: Connection, shelf: Shelf, ids: Sequence[str], fits: ColumnElement[bool] | None = None
) -> dict[str, tuple[Any, ...]]:
    """Return the records of one kind of these documents, as they were read and in that order, by document.

    Where ``fits`` is given they are those for which it holds.
    """
    found: dict[str, list[Any]] = defaultdict(list)
    table = shelf.table
    asked = select(table).where(table.document_id.in_(ids)).order_by(table.document_id, table.position)
    for row in connection.execute(asked if fits is None else asked.where(fits)):
        found[row.document_id].append(shelf.decode(row._asdict()))
    return {id_: tuple(found[id_]) for id_ in ids}


def _row(
    kind: RowKind, source: Opened, item: Any, stored: Mapping[str, Any], laid: Corrections
) -> RecordRow[Any]:
    corrections: tuple[Laid, ...] = ()
    if not isinstance(item, Unread | Repeat):
        item, corrections = laid.of(source.row.id, kind, item)
    span = item.again if isinstance(item, Repeat) else item.span
    return RecordRow(
        kind=kind,
        document=source.row,
        record=item,
        span=span,
        quote=span.of(source.text),
        citation=source.cite(span),
        earliest=stored["first_day"],
        latest=stored["last_day"],
        heading_id=stored.get("heading_id"),
        content=item.content.of(source.text) if isinstance(item, Statement) and item.content else None,
        corrections=corrections,
    )
