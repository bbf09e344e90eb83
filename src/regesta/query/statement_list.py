"""The list of statements in pages, each with the meeting at which it was said."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, Connection, and_, false, or_, select

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.link_tables import MemberTable
from regesta.ledger.relation_tables import PairDocumentTable
from regesta.ledger.schema import StatementTable
from regesta.model.edtf import span_of_days
from regesta.model.judgement import Ref
from regesta.model.links import Dated, Joined
from regesta.query import facets, paged
from regesta.query.filters import Filters, conditions
from regesta.query.links import meetings
from regesta.query.load import bundles
from regesta.query.paged import Sorted
from regesta.query.rows import StatementRow

_ALL = Filters()


@dataclass(frozen=True, slots=True)
class Stated:
    """A statement; ``meeting`` is the joined meeting above it, None where there is none."""

    row: StatementRow
    meeting: Joined | None

    @property
    def dated(self) -> Dated:
        """The days under which it is filed, else those that other documents give of the meeting above it."""
        days = span_of_days(self.row.earliest, self.row.latest)
        if days is None and self.meeting is not None:
            return replace(self.meeting.dated, basis="sibling")
        return Dated(days, "stated" if days else None)


@dataclass(frozen=True, slots=True)
class Asking:
    """What narrows the list of statements, beside ``filters``, whose status does not count.

    ``between``: two codes in order ("XA-XB"), only documents on the two. ``meeting``: the id of a joined
    meeting, only what stands under it.
    """

    filters: Filters = _ALL
    between: str | None = None
    meeting: str | None = None


def statement_page(
    ledger: Ledger, asking: Asking, order: Sorted = "newest", first: int = 0, size: int = 50
) -> tuple[list[Stated], bool]:
    """Return ``size`` statements from the ``first`` on, and whether more follow.

    Raises :class:`RegestaError` for an act or date that there is none of.
    """
    with looking(ledger.engine, ledger.path) as connection:
        fits = _fits(connection, asking)
        found = paged.keys(connection, "statement", fits, order, first, size + 1)
        rows: list[StatementRow] = paged.rows(connection, "statement", found[:size])
        homes = homes_of(connection, {row.document.id for row in rows})
        ids = [_home(row, homes) for row in rows]
        met = {one.id: one for one in meetings(connection, {id_ for id_ in ids if id_})}
    return [Stated(row, met.get(id_ or "")) for row, id_ in zip(rows, ids, strict=True)], len(found) > size


def every_statement(ledger: Ledger, asking: Asking, order: Sorted = "newest") -> Iterator[StatementRow]:
    """Yield all statements that fit, a bundle at a time."""
    with looking(ledger.engine, ledger.path) as connection:
        bundled = list(paged.every(connection, "statement", _fits(connection, asking), order))
    for some in bundled:
        with looking(ledger.engine, ledger.path) as connection:
            yield from paged.rows(connection, "statement", some)


def homes_of(connection: Connection, documents: Collection[str]) -> dict[Ref, str]:
    """Return the joined meeting of each mention in these documents."""
    table = MemberTable
    found: dict[Ref, str] = {}
    for some in bundles(sorted(documents)):
        for row in connection.execute(
            select(table).where(table.document_id.in_(some), table.kind == "meeting")
        ):
            found[Ref(row.document_id, row.kind, row.record_id)] = row.joined_id
    return found


def _home(row: StatementRow, homes: dict[Ref, str]) -> str | None:
    return homes.get(Ref(row.document.id, "meeting", row.heading_id)) if row.heading_id else None


def _fits(connection: Connection, asking: Asking) -> ColumnElement[bool]:
    filters = asking.filters
    rest = replace(filters, party=None, person=None, topic=None, status=None)
    return and_(conditions(StatementTable, rest), *_narrow(connection, asking, filters))


def _narrow(connection: Connection, asking: Asking, filters: Filters) -> Iterator[ColumnElement[bool]]:
    table = StatementTable
    if filters.party is not None:
        yield _has("party", [filters.party.upper()])
    if filters.topic is not None:
        yield _has("topic", [filters.topic])
    if filters.person is not None:
        named = facets.people(connection, filters.person)
        yield _has("person", named) if named else false()
    if asking.between is not None:
        papers = PairDocumentTable
        yield table.document_id.in_(select(papers.document_id).where(papers.pair == asking.between))
    if asking.meeting is not None:
        yield _under(connection, asking.meeting)


def _has(facet: str, values: list[str]) -> ColumnElement[bool]:
    return facets.has(StatementTable.document_id, StatementTable.id, "statement", facet, values)


def _under(connection: Connection, meeting: str) -> ColumnElement[bool]:
    """Say that a statement stands under a mention of this meeting."""
    table, member = StatementTable, MemberTable
    asked = select(member).where(member.joined_id == meeting, member.kind == "meeting")
    here = [
        and_(table.document_id == row.document_id, table.heading_id == row.record_id)
        for row in connection.execute(asked)
    ]
    return or_(false(), *here)
