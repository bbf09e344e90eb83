"""Relationships: what stands between two states, counted and cut in pages from narrow rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, and_, case, func, select

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.link_tables import JoinedTable
from regesta.ledger.relation_tables import PairDocumentTable, PairMeetingTable, TallyTable
from regesta.model.links import Joined
from regesta.query.links import meetings
from regesta.resolve.days import shifted

_HELD = ("held", "referenced")
_YEAR = 366
Days = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Relation:
    """Two states, their codes in order, with what the ledger holds on them.

    ``first`` and ``last`` are the days of the first and last meeting that is told of, None where no day
    is known. ``newest`` is the day on which the newest document on the two came out.
    """

    first_side: str
    second_side: str
    documents: int
    meetings: int
    first: str | None
    last: str | None
    newest: str | None

    @property
    def pair(self) -> str:
        """The two codes: "XA-XB"."""
        return f"{self.first_side}-{self.second_side}"


@dataclass(frozen=True, slots=True)
class Cell:
    """How many meetings of one format and status fell into one year, or one month."""

    period: str
    format: str
    status: str
    count: int


@dataclass(frozen=True, slots=True)
class Raised:
    """How often each side speaks of a topic: in how many statements, in the order of the two codes."""

    topic: str
    first: int
    second: int

    @property
    def both(self) -> int:
        """The statements of the two together."""
        return self.first + self.second


@dataclass(frozen=True, slots=True)
class Named:
    """What a side calls a thing: how often, and when it first and last published the name."""

    concept: str
    side: str
    label: str
    count: int
    first: str | None
    last: str | None


def relations(ledger: Ledger, first: int = 0, size: int | None = 50) -> tuple[list[Relation], bool]:
    """Return ``size`` relationships from the ``first`` on, the one with most meetings and documents first.

    Say also whether more follow. Without a size all are returned.
    """
    with looking(ledger.engine, ledger.path) as connection:
        found = sorted(_relations(connection), key=lambda one: (-(one.documents + one.meetings), one.pair))
    end = len(found) if size is None else first + size
    return found[first:end], len(found) > end


def relation(ledger: Ledger, first: str, second: str) -> Relation | None:
    """Return the relationship of two states; None where the ledger holds nothing on it."""
    pair = _pair(first, second)
    with looking(ledger.engine, ledger.path) as connection:
        return next(_relations(connection, pair), None)


def _relations(connection: Connection, pair: str | None = None) -> Iterator[Relation]:
    """Yield the relationships, in order of pair."""
    papers, met = PairDocumentTable, PairMeetingTable
    told = met.status.in_(_HELD)
    asked = select(papers.pair, func.count(), func.max(papers.day)).group_by(papers.pair)
    counted = select(
        met.pair,
        func.count(),
        func.min(case((told, met.earliest))),
        func.max(case((told, met.latest))),
    ).group_by(met.pair)
    if pair is not None:
        asked, counted = asked.where(papers.pair == pair), counted.where(met.pair == pair)
    documents = {row[0]: row for row in connection.execute(asked)}
    meetings_ = {row[0]: row for row in connection.execute(counted)}
    for name in sorted({*documents, *meetings_}):
        _, count, newest = documents.get(name, (name, 0, None))
        _, held, since, until = meetings_.get(name, (name, 0, None, None))
        one, other = name.split("-")
        yield Relation(one, other, count, held, since, until, newest)


def cells(
    ledger: Ledger,
    first: str,
    second: str,
    days: Days = (None, None),
    *,
    by: Literal["year", "month"] = "year",
) -> list[Cell]:
    """Count the dated meetings of two states by year or month, format and status."""
    table = PairMeetingTable
    period = func.substr(table.earliest, 1, 4 if by == "year" else 7)
    asked = (
        select(period, table.format, table.status, func.count())
        .where(table.pair == _pair(first, second), table.earliest.is_not(None), _in_days(days))
        .group_by(period, table.format, table.status)
        .order_by(period)
    )
    with looking(ledger.engine, ledger.path) as connection:
        return [Cell(*row) for row in connection.execute(asked)]


def met_between(
    ledger: Ledger, first: str, second: str, days: Days = (None, None), limit: int = 50
) -> list[Joined]:
    """Return the dated meetings of two states in these days, the newest first, up to ``limit``."""
    table = PairMeetingTable
    asked = (
        select(table.joined_id)
        .where(table.pair == _pair(first, second), table.earliest.is_not(None), _in_days(days))
        .order_by(table.earliest.desc(), table.joined_id)
        .limit(limit)
    )
    with looking(ledger.engine, ledger.path) as connection:
        return _in_order(connection, connection.scalars(asked).all())


def undated_between(ledger: Ledger, first: str, second: str) -> int:
    """Count the meetings of two states of which no day is known."""
    table = PairMeetingTable
    asked = select(func.count()).where(table.pair == _pair(first, second), table.earliest.is_(None))
    with looking(ledger.engine, ledger.path) as connection:
        return connection.scalar(asked) or 0


def planned(ledger: Ledger, since: str, limit: int, pair: tuple[str, str] | None = None) -> list[Joined]:
    """Return the meetings that are planned and whose days are not over by ``since``, the next first.

    A window that began more than a year before says too little of when and is left out.
    """
    table = JoinedTable
    open_ = and_(table.earliest >= shifted(since, -_YEAR), table.latest >= since, table.status == "planned")
    asked = select(table.id).where(open_).order_by(table.earliest, table.id).limit(limit)
    if pair is not None:
        met = PairMeetingTable
        asked = asked.join(met, and_(met.joined_id == table.id, met.pair == _pair(*pair)))
    with looking(ledger.engine, ledger.path) as connection:
        return _in_order(connection, connection.scalars(asked).all())


def raised(
    ledger: Ledger, first: str, second: str, days: Days = (None, None), limit: int = 12
) -> tuple[list[Raised], int]:
    """Return the topics on which two states make most statements, and how many topics there are.

    The days are those on which the documents came out.
    """
    table = TallyTable
    both = [func.sum(case((table.side == side, table.count), else_=0)) for side in sorted((first, second))]
    asked = (
        select(table.thing, *both)
        .where(table.pair == _pair(first, second), table.kind == "topic", _out_in(days))
        .group_by(table.thing)
    )
    with looking(ledger.engine, ledger.path) as connection:
        found = [Raised(*row) for row in connection.execute(asked)]
    return sorted(found, key=lambda one: (-one.both, one.topic))[:limit], len(found)


def named(
    ledger: Ledger, first: str, second: str, days: Days = (None, None), limit: int = 24
) -> tuple[list[Named], int]:
    """Return what the two states call the things that are named most, and how many things have names.

    Names of one thing stand together, those of one side the most used first; the days are those on
    which the documents came out. Up to ``limit`` names are given, and a thing with all of its names.
    """
    table = TallyTable
    asked = (
        select(
            table.thing,
            table.side,
            table.label,
            func.sum(table.count),
            func.min(table.day),
            func.max(table.day),
        )
        .where(table.pair == _pair(first, second), table.kind == "term", _out_in(days))
        .group_by(table.thing, table.side, table.label)
    )
    with looking(ledger.engine, ledger.path) as connection:
        found = [Named(*row) for row in connection.execute(asked)]
    things: dict[str, int] = {}
    for one in found:
        things[one.concept] = things.get(one.concept, 0) + one.count
    kept: list[Named] = []
    for thing in sorted(things, key=lambda one: (-things[one], one)):
        own = sorted(
            (one for one in found if one.concept == thing), key=lambda n: (n.side, -n.count, n.label)
        )
        if kept and len(kept) + len(own) > limit:
            break
        kept += own
    return kept, len(things)


def _in_order(connection: Connection, ids: Sequence[str]) -> list[Joined]:
    place = {id_: at for at, id_ in enumerate(ids)}
    return sorted(meetings(connection, ids), key=lambda one: place[one.id])


def _pair(first: str, second: str) -> str:
    return "-".join(sorted((first, second)))


def _in_days(days: Days) -> ColumnElement[bool]:
    table, (first, last) = PairMeetingTable, days
    wanted: list[Any] = [] if first is None else [table.latest >= first]
    wanted += [] if last is None else [table.earliest <= last]
    return and_(True, *wanted)


def _out_in(days: Days) -> ColumnElement[bool]:
    table, (first, last) = TallyTable, days
    wanted: list[Any] = [] if first is None else [table.day >= first]
    wanted += [] if last is None else [table.day <= last]
    return and_(True, *wanted)
