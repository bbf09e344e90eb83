"""Lists that go on behind a key: what is added meanwhile moves nothing, and no page costs more than another.

A key is the day under which a row is filed, and what puts rows of one day in order. The newest stand first,
those without a day last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, and_, case, false, or_, select, true, tuple_

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.finding_tables import FindingPlaceTable, FindingTable
from regesta.ledger.link_tables import JoinedTable, MemberTable, PersonTable
from regesta.ledger.relation_tables import PairDocumentTable
from regesta.ledger.schema import DocumentTable, Filed
from regesta.query import facets, paged
from regesta.query.across import day_of
from regesta.query.ask import SHELVES
from regesta.query.current import current, newest_day
from regesta.query.filters import Filters, about_document, conditions
from regesta.query.findings import FoundRow, SoughtFindings, found_rows
from regesta.query.load import document_rows
from regesta.query.meeting_list import MetRow, fitting, met_rows
from regesta.query.meeting_list import Wanted as WantedMeetings
from regesta.query.person_list import PersonLine, lines_of, with_name
from regesta.query.promises import Wanted as WantedPromises
from regesta.query.promises import more, rows_with_came
from regesta.query.rows import DocumentRow, RecordRow, RowKind
from regesta.query.selection import chosen_ids

Key = tuple[str | int | None, ...]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Keyed(Generic[T]):
    """Some rows of a list; ``after`` is the key behind which it goes on, None where it ends.

    ``day`` is that by which the status of promises is told.
    """

    rows: tuple[T, ...]
    after: Key | None
    day: str | None = None


def documents_behind(
    ledger: Ledger, filters: Filters, kind: str | None, after: Key | None, size: int
) -> Keyed[DocumentRow]:
    """Return documents that fit, of one kind where one is named; without their texts."""
    table = DocumentTable
    with looking(ledger.engine, ledger.path) as connection:
        chosen = table.id.in_(chosen_ids(connection, filters).order_by(None))
        of_kind = true() if kind is None else table.kind == kind
        asked = select(table.earliest, table.id).where(chosen, of_kind)
        keys, rest = _dated(connection, asked, (table.id,), after, size)
        ids = [key[1] for key in keys]
        found = {row.id: row for row in document_rows(connection, table.id.in_(ids))}
        return Keyed(tuple(found[id_] for id_ in ids), rest)


def records_behind(
    ledger: Ledger, kind: RowKind, filters: Filters, after: Key | None, size: int
) -> Keyed[RecordRow[Any]]:
    """Return meetings as documents have them, statements or terms that fit."""
    with looking(ledger.engine, ledger.path) as connection:
        keys, rest = _records(connection, kind, _fits(connection, kind, filters), after, size)
        return Keyed(tuple(paged.rows(connection, kind, keys)), rest)


def promises_behind(
    ledger: Ledger, wanted: WantedPromises, after: Key | None, size: int, day: str | None = None
) -> Keyed[RecordRow[Any]]:
    """Return promises or requests that fit, each with what came of it by ``wanted.as_of``, else by ``day``.

    Without either the day is that on which the newest document was published.
    """
    kind = wanted.kind
    with looking(ledger.engine, ledger.path) as connection:
        by = day_of(wanted.as_of) or day or newest_day(connection)
        asked = _fits(connection, kind, replace(wanted.filters, status=None))
        fits = and_(asked, *more(_table(kind), wanted, by))
        keys, rest = _records(connection, kind, fits, after, size)
        return Keyed(tuple(rows_with_came(connection, kind, keys, by)), rest, by)


def met_behind(
    ledger: Ledger, wanted: WantedMeetings, about: Filters, after: Key | None, size: int
) -> Keyed[MetRow]:
    """Return joined meetings that fit; ``about`` is asked of a document that mentions them."""
    table, member = JoinedTable, MemberTable
    with looking(ledger.engine, ledger.path) as connection:
        fits = [*fitting(connection, wanted)]
        if about != Filters():
            there = select(member.joined_id).join(DocumentTable, DocumentTable.id == member.document_id)
            fits.append(table.id.in_(there.where(about_document(about))))
        asked = select(table.earliest, table.id).where(*fits)
        keys, rest = _dated(connection, asked, (table.id,), after, size)
        return Keyed(tuple(met_rows(connection, [key[1] for key in keys])), rest)


def met_row(ledger: Ledger, id_: str) -> MetRow | None:
    """Return the joined meeting with this id; None where there is none."""
    with looking(ledger.engine, ledger.path) as connection:
        known = connection.scalar(select(JoinedTable.id).where(JoinedTable.id == id_))
        return met_rows(connection, [known])[0] if known else None


def record_row(ledger: Ledger, kind: RowKind, id_: str) -> RecordRow[Any] | None:
    """Return the record of a kind with this id, of several versions of a text the current one's."""
    table = _table(kind)
    asked = select(table.document_id).join(DocumentTable, DocumentTable.id == table.document_id)
    newest = case((current(), 0), else_=1)
    with looking(ledger.engine, ledger.path) as connection:
        document = connection.scalar(
            asked.where(table.id == id_).order_by(newest, table.document_id).limit(1)
        )
        return paged.rows(connection, kind, [(document, id_)])[0] if document else None


def person_line(ledger: Ledger, id_: str) -> PersonLine | None:
    """Return the person with this id; None where there is none."""
    with looking(ledger.engine, ledger.path) as connection:
        return next(iter(lines_of(connection, [id_])), None)


def people_behind(
    ledger: Ledger, party: str | None, name: str | None, after: Key | None, size: int
) -> Keyed[PersonLine]:
    """Return persons in order of id, of one country or with words of a name where they are asked for."""
    table = PersonTable
    with looking(ledger.engine, ledger.path) as connection:
        asked = select(table.id).order_by(table.id).limit(size + 1)
        if party is not None:
            asked = asked.where(table.country == party)
        if name is not None:
            asked = asked.where(table.id.in_(sorted(with_name(connection, name))))
        if after is not None:
            asked = asked.where(table.id > after[0])
        ids = connection.scalars(asked).all()
        return Keyed(tuple(lines_of(connection, ids[:size])), (ids[size - 1],) if len(ids) > size else None)


def findings_behind(ledger: Ledger, sought: SoughtFindings, after: Key | None, size: int) -> Keyed[FoundRow]:
    """Return findings in order of the document and the place that show them first.

    Their numbers are given anew when the checks are asked again; what this order rests on stays.
    """
    table, place = FindingTable, FindingPlaceTable
    order = (place.document_id, table.code, place.span_start, table.message)
    asked = select(table.number, *order).join(place, and_(place.number == table.number, place.position == 0))
    asked = asked.where(table.level.in_(sought.levels), *_sought(sought)).order_by(*order).limit(size + 1)
    if after is not None:
        asked = asked.where(place.document_id >= after[0], tuple_(*order) > tuple(after))
    with looking(ledger.engine, ledger.path) as connection:
        rows = connection.execute(asked).all()
        last: Key | None = tuple(rows[size - 1])[1:] if len(rows) > size else None  # type: ignore[assignment]
        return Keyed(tuple(found_rows(connection, [row.number for row in rows[:size]])), last)


def _sought(sought: SoughtFindings) -> Iterator[ColumnElement[bool]]:
    table, place, about = FindingTable, FindingPlaceTable, PairDocumentTable
    if sought.code is not None:
        yield table.code == sought.code
    if sought.document is not None:
        yield table.number.in_(select(place.number).where(place.document_id == sought.document))
    if sought.between is not None:
        papers = select(about.document_id).where(about.pair == "-".join(sorted(sought.between)))
        yield table.number.in_(select(place.number).where(place.document_id.in_(papers)))


def _fits(connection: Connection, kind: RowKind, filters: Filters) -> ColumnElement[bool]:
    """Return what ``filters`` ask of the records of a kind; facets are looked up once, not for each row."""
    table = _table(kind)
    rest = replace(filters, party=None, person=None, topic=None)
    wanted = [conditions(table, rest)]
    values: dict[str, Sequence[str]] = {}
    if filters.party is not None:
        values["party"] = [filters.party.upper()]
    if filters.topic is not None:
        values["topic"] = [filters.topic]
    if filters.person is not None:
        values["person"] = facets.people(connection, filters.person)
    for facet, some in values.items():
        wanted.append(facets.has(table.document_id, table.id, kind, facet, some) if some else false())
    return and_(*wanted)


def _records(
    connection: Connection, kind: RowKind, fits: ColumnElement[bool], after: Key | None, size: int
) -> tuple[list[tuple[str, str]], Key | None]:
    """Return document and id of ``size`` records, and the key behind which the list goes on."""
    table = _table(kind)
    asked = select(table.earliest, table.document_id, table.position, table.id).join(
        DocumentTable, DocumentTable.id == table.document_id
    )
    tie = (table.document_id, table.position)
    keys, rest = _dated(connection, asked.where(fits), tie, after, size)
    return [(key[1], key[3]) for key in keys], rest


def _dated(
    connection: Connection,
    asked: Select[*tuple[Any, ...]],
    tie: tuple[Any, ...],
    after: Key | None,
    size: int,
) -> tuple[list[Any], Key | None]:
    """Return ``size`` rows behind ``after``, first those with a day, and the key of the last if more follow.

    The first column asked for is the day, the next are those of ``tie``. The day is entered by its index.
    """
    day = asked.selected_columns[0]
    wanted, found = size + 1, []
    if after is None or after[0] is not None:
        behind: ColumnElement[bool] = true()
        if after is not None:
            behind = and_(day <= after[0], or_(day < after[0], tuple_(*tie) > tuple(after[1:])))
        dated = asked.where(day.is_not(None), behind).order_by(day.desc(), *tie)
        found = list(connection.execute(dated.limit(wanted)).all())
        after = None
    if len(found) < wanted:
        rest = asked.where(day.is_(None)).order_by(*tie).limit(wanted - len(found))
        if after is not None:
            rest = rest.where(tuple_(*tie) > tuple(after[1:]))
        found += connection.execute(rest).all()
    last = tuple(found[size - 1][: len(tie) + 1]) if len(found) > size else None
    return found[:size], last


def _table(kind: RowKind) -> type[Filed]:
    table = SHELVES[kind].table
    if not issubclass(table, Filed):
        raise TypeError(f"{kind} has no records with ids")
    return table
