"""Promises and requests a page at a time, each with what came of it as the views have it.

A history is a dated list of steps; what was known on a day is the history cut at that day. That is the
history as it is known now: a text published later may have changed how an earlier one is understood.
:func:`regesta.query.commitments` with ``as_of`` works it out from the documents of that day alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, and_, case, exists, select

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.link_codec import unpacked
from regesta.ledger.link_tables import HistoryTable, MemberTable, StepTable
from regesta.ledger.schema import CommitmentTable, DocumentTable, Filed, RequestTable
from regesta.model.judgement import Ref
from regesta.model.links import Followed
from regesta.query.across import day_of
from regesta.query.ask import ask
from regesta.query.came import histories, with_came
from regesta.query.corrected import value_now
from regesta.query.current import current, newest_day
from regesta.query.facets import values
from regesta.query.filters import Filters, conditions
from regesta.query.load import bundles, document_rows
from regesta.query.rows import DocumentRow, RecordRow
from regesta.query.statuses import PromiseKind, known_status, status_by, steps_by

PromiseOrder = Literal["newest", "date", "confidence"]
ORDERS: tuple[PromiseOrder, ...] = ("newest", "date", "confidence")
DECLARED_INTENT = 1
_ALL = Filters()
TABLES: dict[PromiseKind, type[CommitmentTable] | type[RequestTable]] = {
    "commitment": CommitmentTable,
    "request": RequestTable,
}
Key = tuple[str, str]
"""Document and id of a record."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which promises or requests, in what order, as known on which day.

    ``as_of`` is a day, None for that on which the newest document was published. ``strengths`` are the
    least and the greatest strength of a commitment. ``again`` narrows to requests that the text itself
    calls repeated.
    """

    kind: PromiseKind
    filters: Filters = _ALL
    as_of: str | None = None
    strengths: tuple[int, int] | None = None
    again: bool = False
    order: PromiseOrder = "newest"


@dataclass(frozen=True, slots=True)
class Promises:
    """Some rows of a list. Their status is that of ``day``; ``more`` says that others follow."""

    rows: tuple[RecordRow[Any], ...]
    day: str | None
    more: bool


@dataclass(frozen=True, slots=True)
class PromiseSheet:
    """One promise or request with what came of it by ``day``.

    ``documents`` are those whose words are shown beside its own, by id. ``meeting`` is the id of the
    meeting at which it was made. ``successor`` took its place, it took that of ``forerunners``; each is
    the reference of a record.
    """

    row: RecordRow[Any]
    day: str | None
    documents: dict[str, DocumentRow]
    meeting: str | None
    successor: Ref | None
    forerunners: tuple[Ref, ...]


def promises(ledger: Ledger, wanted: Wanted, skip: int, size: int, day: str | None = None) -> Promises:
    """Return ``size`` rows after the first ``skip``; raise :class:`RegestaError` for a value that is none.

    ``day`` is that of a list shown beside this one, so that it need not be looked for again.
    """
    with looking(ledger.engine, ledger.path) as connection:
        day = day or day_of(wanted.as_of) or newest_day(connection)
        keys = _keys(connection, wanted, day, skip, size + 1)
        rows = rows_with_came(connection, wanted.kind, keys[:size], day)
    return Promises(tuple(rows), day, len(keys) > size)


def all_promises(ledger: Ledger, wanted: Wanted) -> Iterator[RecordRow[Any]]:
    """Return every row, read a bundle at a time as it is asked for.

    What cannot be asked raises :class:`RegestaError` here, before the first row.
    """
    with looking(ledger.engine, ledger.path) as connection:
        day = day_of(wanted.as_of) or newest_day(connection)
        keys = _keys(connection, wanted, day, 0, None)
    return _all(ledger, wanted.kind, keys, day)


def promise(ledger: Ledger, kind: PromiseKind, id_: str, as_of: str | None = None) -> PromiseSheet | None:
    """Return the commitment or request with this id; of several versions of a text the current one's.

    None where there is none. Before the day on which it could be known nothing came of it.
    """
    table = TABLES[kind]
    with looking(ledger.engine, ledger.path) as connection:
        day = day_of(as_of) or newest_day(connection)
        asked = select(table.document_id).join(DocumentTable, DocumentTable.id == table.document_id)
        order = case((current(), 0), else_=1)
        document = connection.scalar(asked.where(table.id == id_).order_by(order, table.document_id).limit(1))
        if document is None:
            return None
        [row] = rows_with_came(connection, kind, [(document, id_)], day)
        return _sheet(connection, row, day)


def known_facets(ledger: Ledger, facet: str) -> list[str]:
    """Return the sides (``party``) or topics (``topic``) by which records of the ledger can be found."""
    with looking(ledger.engine, ledger.path) as connection:
        return values(connection, facet)


def _sheet(connection: Connection, row: RecordRow[Any], day: str | None) -> PromiseSheet:
    ref = Ref(row.document.id, row.kind, row.record.id)
    steps = (*row.came.steps, *row.came.events) if row.came else ()
    wanted = {cited.place.document for step in steps for cited in step.evidence}
    texts = document_rows(connection, DocumentTable.id.in_(sorted(wanted))) if wanted else []
    member = MemberTable
    heading = (member.record_id == (row.heading_id or ""), member.kind == "meeting")
    asked = select(member.joined_id).where(member.document_id == ref.document, *heading)
    return PromiseSheet(
        row=row,
        day=day,
        documents={one.id: one for one in texts},
        meeting=connection.scalar(asked),
        successor=row.came.successor if row.came else None,
        forerunners=tuple(_forerunners(connection, ref)),
    )


def _forerunners(connection: Connection, ref: Ref) -> Iterator[Ref]:
    """Yield what was put off to this record. Only what was deferred has a successor."""
    step, table = StepTable, HistoryTable
    same = (
        table.document_id == step.document_id,
        table.kind == step.kind,
        table.record_id == step.record_id,
    )
    asked = (
        select(table.body)
        .join(step, and_(*same))
        .where(step.status == "deferred", table.body.contains(ref.id, autoescape=True))
    )
    for body in connection.scalars(asked):
        one = unpacked(Followed, body)
        if one.successor == ref:
            yield one.ref


def _all(ledger: Ledger, kind: PromiseKind, keys: Sequence[Key], day: str | None) -> Iterator[RecordRow[Any]]:
    for some in bundles(keys):
        with looking(ledger.engine, ledger.path) as connection:
            rows = rows_with_came(connection, kind, some, day)
        yield from rows


def rows_with_came(
    connection: Connection,
    kind: PromiseKind,
    keys: Sequence[Key],
    day: str | None,
    known: Mapping[Ref, Followed] | None = None,
) -> list[RecordRow[Any]]:
    """Return the rows with these keys, in their order, with what came of each by ``day``.

    ``known`` are their histories, where they are at hand already. Without a day the whole history is told.
    """
    table, wanted = TABLES[kind], set(keys)
    fits = and_(
        table.id.in_(sorted({id_ for _, id_ in wanted})),
        table.document_id.in_(sorted({document for document, _ in wanted})),
    )
    found = [row for row in ask(connection, kind, fits) if (row.document.id, row.record.id) in wanted]
    if known is None:
        known = histories(connection, {row.document.id for row in found})
    places = {key: place for place, key in enumerate(keys)}
    told = with_came(connection, found, known, day)
    return sorted(told, key=lambda row: places[row.document.id, row.record.id])


def _keys(connection: Connection, wanted: Wanted, day: str | None, skip: int, size: int | None) -> list[Key]:
    table, about = TABLES[wanted.kind], DocumentTable
    fits = [conditions(table, replace(wanted.filters, status=None)), *more(table, wanted, day)]
    asked = (
        select(table.document_id, table.id)
        .join(about, about.id == table.document_id)
        .where(*fits)
        .order_by(*_order(table, wanted.order), about.earliest, table.document_id, table.position)
    )
    return [(row[0], row[1]) for row in connection.execute(asked.offset(skip).limit(size))]


def _order(table: type[Filed], order: PromiseOrder) -> list[Any]:
    if order == "newest":
        return [table.earliest.desc(), table.latest.desc()]
    sure = [table.confidence] if order == "confidence" else []  # type: ignore[attr-defined]
    return [*sure, table.earliest.nulls_last(), table.latest]


def more(table: type[Filed], wanted: Wanted, day: str | None) -> Iterator[ColumnElement[bool]]:
    """Yield what a list asks beside its filters: a status by ``day``, strengths, what is asked again."""
    status = wanted.filters.status
    known_status(status)
    if status is not None:
        yield status_by(table, wanted.kind, day) == status
    if wanted.strengths is not None and table is CommitmentTable:
        yield value_now(table, "strength", table.strength).between(*wanted.strengths)
    if wanted.again and table is RequestTable:
        yield RequestTable.again.is_(True)
    if wanted.as_of is not None:
        yield exists(steps_by(table, wanted.kind, day))
