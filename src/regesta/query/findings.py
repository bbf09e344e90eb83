"""What the checks found, as the ledger keeps it: cut in pages, every place with its words and citation."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, select

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.finding_tables import FindingPlaceTable, FindingTable
from regesta.ledger.findings import state_of, unknown_to_findings
from regesta.ledger.relation_tables import PairDocumentTable
from regesta.model.finding import Finding, Level, Place
from regesta.model.span import Span
from regesta.query.load import opened
from regesta.query.rows import Cited

_ALL_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class SoughtFindings:
    """What narrows the findings: a code, levels, two states that a document is about, a document."""

    code: str | None = None
    levels: tuple[Level, ...] = ("conflict", "open")
    between: tuple[str, str] | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A finding with the words that show it, each cited; ``files`` are the names of their documents."""

    number: int
    finding: Finding
    cited: tuple[Cited, ...]
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundCount:
    """How many findings of a code and level there are."""

    code: str
    level: Level
    count: int


@dataclass(frozen=True, slots=True)
class FoundAsOf:
    """As of what the findings were worked out.

    ``at`` is when, None where they never were; ``as_of`` the day up to which windows were looked at;
    ``documents`` how many were asked of; ``newer`` how many came, changed or were judged since.
    """

    at: str | None
    as_of: str | None
    documents: int
    newer: int


_OPEN = SoughtFindings()


def found_as_of(ledger: Ledger) -> FoundAsOf:
    """Say as of what state of the ledger the findings were worked out."""
    with looking(ledger.engine, ledger.path) as connection:
        state, newer = state_of(connection), unknown_to_findings(connection)
    return FoundAsOf(state.get("at"), state.get("as_of"), int(state.get("documents") or 0), newer)


def found_counts(ledger: Ledger, between: tuple[str, str] | None = None) -> list[FoundCount]:
    """Count the findings by code and level, notes too."""
    table = FindingTable
    asked = select(table.code, table.level, func.count()).group_by(table.code, table.level)
    if between is not None:
        asked = asked.where(_about(between))
    with looking(ledger.engine, ledger.path) as connection:
        rows = connection.execute(asked.order_by(table.code, table.level))
        return [FoundCount(row.code, cast("Level", row.level), row[2]) for row in rows]


def found_page(
    ledger: Ledger, sought: SoughtFindings = _OPEN, first: int = 0, size: int = 50
) -> tuple[list[FoundRow], bool]:
    """Return ``size`` findings from the ``first`` on, and whether more follow; newest documents first."""
    asked = _asked(sought).offset(first).limit(size + 1)
    with looking(ledger.engine, ledger.path) as connection:
        numbers = connection.scalars(asked).all()
        return found_rows(connection, numbers[:size]), len(numbers) > size


def found_all(ledger: Ledger, sought: SoughtFindings = _OPEN) -> Iterator[FoundRow]:
    """Yield all findings that fit, some hundreds at a time."""
    with looking(ledger.engine, ledger.path) as connection:
        numbers = connection.scalars(_asked(sought)).all()
        for start in range(0, len(numbers), _ALL_AT_ONCE):
            yield from found_rows(connection, numbers[start : start + _ALL_AT_ONCE])


def found_in(ledger: Ledger, documents: Collection[str], limit: int = 12) -> list[FoundRow]:
    """Return the newest findings that have words in one of these documents; notes are left out."""
    table, place = FindingTable, FindingPlaceTable
    here = select(place.number).where(place.document_id.in_(sorted(documents)))
    asked = select(table.number).where(table.number.in_(here), table.level.in_(_OPEN.levels))
    with looking(ledger.engine, ledger.path) as connection:
        numbers = connection.scalars(asked.order_by(table.number.desc()).limit(limit)).all()
        return found_rows(connection, numbers)


def _asked(sought: SoughtFindings) -> Select[int]:
    table, place = FindingTable, FindingPlaceTable
    wanted: list[ColumnElement[bool]] = [table.level.in_(sought.levels)]
    if sought.code is not None:
        wanted.append(table.code == sought.code)
    if sought.between is not None:
        wanted.append(_about(sought.between))
    if sought.document is not None:
        own = and_(place.number == table.number, place.document_id == sought.document)
        wanted.append(exists(select(place.number).where(own)))
    return select(table.number).where(*wanted).order_by(table.number.desc())


def _about(between: tuple[str, str]) -> ColumnElement[bool]:
    """Say that a document in which a finding has a place is about these two states."""
    place, about = FindingPlaceTable, PairDocumentTable
    here = and_(about.document_id == place.document_id, about.pair == "-".join(sorted(between)))
    return exists(select(place.number).join(about, here).where(place.number == FindingTable.number))


def found_rows(connection: Connection, numbers: Sequence[int]) -> list[FoundRow]:
    """Return the findings with these numbers, in this order."""
    table, place = FindingTable, FindingPlaceTable
    found = {row.number: row for row in connection.execute(select(table).where(table.number.in_(numbers)))}
    asked = select(place).where(place.number.in_(numbers)).order_by(place.number, place.position)
    places = connection.execute(asked).all()
    texts = opened(connection, {row.document_id for row in places})
    cited: dict[int, list[Cited]] = {number: [] for number in numbers}
    for row in places:
        document, span = texts[row.document_id], Span(row.span_start, row.span_end)
        words = Place(row.document_id, span, span.of(document.text))
        cited[row.number].append(Cited(words, document.cite(span)))
    return [
        FoundRow(
            number,
            Finding(
                found[number].code,
                found[number].message,
                tuple(one.place for one in cited[number]),
                found[number].level,
            ),
            tuple(cited[number]),
            tuple(texts[one.place.document].row.file or one.place.document for one in cited[number]),
        )
        for number in numbers
    ]
