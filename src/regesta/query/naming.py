"""Names for the same thing, by side and over time, cut to what a page shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, case, func, or_, select, tuple_

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.judgement_tables import OverlayTable
from regesta.ledger.schema import DocumentTable, TermTable
from regesta.model.drift import JOINT_TEXT
from regesta.model.finding import Place
from regesta.model.span import Span
from regesta.query.corrected import value_now
from regesta.query.current import current
from regesta.query.load import Opened, opened
from regesta.query.rows import Cited

_Key = tuple[str | None, str]
_Ends = dict[_Key, tuple[Row[Any], Row[Any]]]


@dataclass(frozen=True, slots=True)
class NameLine:
    """A name of a thing in the texts of one side, ``joint`` in agreed texts, None where it is not known.

    ``first`` and ``last`` are days, ``first_at`` and ``last_at`` the words, where they were asked for.
    """

    concept: str
    side: str | None
    label: str
    count: int
    documents: int
    first: str | None
    last: str | None
    first_at: Cited | None = None
    last_at: Cited | None = None


@dataclass(frozen=True, slots=True)
class ConceptLine:
    """A thing with its names, the sides in order of code, of each the commonest first."""

    concept: str
    count: int
    names: tuple[NameLine, ...]


@dataclass(frozen=True, slots=True)
class ConceptView:
    """The names of one thing with their first and last use, and how often each stands in each year.

    ``years`` are by side and name; a use without a day is counted under None.
    """

    concept: str
    names: tuple[NameLine, ...]
    years: dict[_Key, dict[str | None, int]]


def concepts_page(ledger: Ledger, first: int = 0, size: int = 50) -> tuple[list[ConceptLine], bool]:
    """Return ``size`` things that have names, from the ``first`` on, and whether more follow."""
    table = TermTable
    asked = select(table.concept).group_by(table.concept).order_by(table.concept)
    with looking(ledger.engine, ledger.path) as connection:
        concepts = connection.scalars(asked.offset(first).limit(size + 1)).all()
        found = {concept: _names(connection, concept) for concept in concepts[:size]}
        ends = {concept: _ends(connection, concept) for concept, names in found.items() if names}
        known = _papers(connection, ends.values())
        lines = [_line(concept, _cited(known, found[concept], ends[concept])) for concept in ends]
        return lines, len(concepts) > size


def names_all(ledger: Ledger) -> Iterator[NameLine]:
    """Yield every name of every thing."""
    with looking(ledger.engine, ledger.path) as connection:
        for concept in connection.scalars(select(TermTable.concept).distinct().order_by(TermTable.concept)):
            yield from _names(connection, concept)


def concept_view(ledger: Ledger, concept: str) -> ConceptView | None:
    """Return the names of a thing; None where the ledger has none."""
    with looking(ledger.engine, ledger.path) as connection:
        names = _names(connection, concept)
        if not names:
            return None
        ends = _ends(connection, concept)
        cited = tuple(_cited(_papers(connection, [ends]), names, ends))
        return ConceptView(concept, cited, _years(connection, concept))


def _line(concept: str, names: Iterable[NameLine]) -> ConceptLine:
    every = tuple(names)
    return ConceptLine(concept, sum(name.count for name in every), every)


def _side() -> ColumnElement[Any]:
    return case((DocumentTable.kind == "joint_statement", JOINT_TEXT), else_=DocumentTable.side)


def _of(connection: Connection, concept: str) -> ColumnElement[bool]:
    """Say that a term of a current document means this thing, a corrected one what a person said."""
    table, overlay = TermTable, OverlayTable
    moved = select(overlay.document_id, overlay.record_id).where(
        overlay.record_kind == "term", overlay.field == "concept"
    )
    keys = [tuple(row) for row in connection.execute(moved)]
    if not keys:
        return and_(table.concept == concept, current())
    near = or_(table.concept == concept, tuple_(table.document_id, table.id).in_(keys))
    return and_(near, value_now(table, "concept", table.concept) == concept, current())


def _names(connection: Connection, concept: str) -> list[NameLine]:
    table, side = TermTable, _side().label("used_by")
    asked = (
        select(
            side, table.label, func.count(), func.count(table.document_id.distinct()),
            func.min(table.earliest), func.max(table.latest),
        )
        .join(DocumentTable, DocumentTable.id == table.document_id)
        .where(_of(connection, concept))
        .group_by(side, table.label)
    )  # fmt: skip
    lines = [NameLine(concept, *row) for row in connection.execute(asked)]
    return sorted(
        lines,
        key=lambda one: (one.side is None, one.side == JOINT_TEXT, one.side or "", -one.count, one.label),
    )


def _years(connection: Connection, concept: str) -> dict[_Key, dict[str | None, int]]:
    table, side = TermTable, _side().label("used_by")
    year = func.substr(table.earliest, 1, 4).label("year")
    asked = (
        select(side, table.label, year, func.count())
        .join(DocumentTable, DocumentTable.id == table.document_id)
        .where(_of(connection, concept))
        .group_by(side, table.label, year)
    )
    found: dict[_Key, dict[str | None, int]] = defaultdict(dict)
    for used_by, label, when, count in connection.execute(asked):
        found[used_by, label][when] = count
    return dict(found)


def _ends(connection: Connection, concept: str) -> _Ends:
    """Return the first and last use of each name by each side, of those with a day where there are any."""
    table, side = TermTable, _side().label("used_by")
    place = (table.document_id, table.position)

    def number(*day: ColumnElement[Any]) -> ColumnElement[int]:
        undated = table.earliest.is_(None)
        return func.row_number().over(partition_by=(side, table.label), order_by=(undated, *day, *place))

    ranked = (
        select(
            side, table.label, table.document_id, table.span_start, table.span_end,
            number(table.earliest.asc()).label("up"), number(table.latest.desc()).label("down"),
        )
        .join(DocumentTable, DocumentTable.id == table.document_id)
        .where(_of(connection, concept))
        .subquery()
    )  # fmt: skip
    rows = connection.execute(select(ranked).where(or_(ranked.c.up == 1, ranked.c.down == 1))).all()
    first = {(row.used_by, row.label): row for row in rows if row.up == 1}
    last = {(row.used_by, row.label): row for row in rows if row.down == 1}
    return {key: (row, last[key]) for key, row in first.items()}


def _papers(connection: Connection, ends: Iterable[_Ends]) -> dict[str, Opened]:
    """Return the documents of these first and last uses."""
    rows = [row for some in ends for both in some.values() for row in both]
    return opened(connection, {row.document_id for row in rows})


def _cited(known: dict[str, Opened], names: Sequence[NameLine], ends: _Ends) -> Iterator[NameLine]:
    def at(row: Row[Any]) -> Cited:
        paper, span = known[row.document_id], Span(row.span_start, row.span_end)
        return Cited(Place(row.document_id, span, span.of(paper.text)), paper.cite(span))

    for one in names:
        first, last = ends[one.side, one.label]
        yield NameLine(
            one.concept, one.side, one.label, one.count, one.documents, one.first, one.last,
            at(first), at(last),
        )  # fmt: skip
