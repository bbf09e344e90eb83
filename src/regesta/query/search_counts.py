"""What the hits of a search are: the values of each facet and in how many hits each stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from regesta.ledger.search import DAY
from regesta.ledger.search_tables import SearchFacetTable
from regesta.query.load import bundles

FACETS = ("party", "person", "act", "topic", "year", "publisher", "kind", "fate")
SHOWN_VALUES = 10


@dataclass(frozen=True, slots=True)
class Counted:
    """A value of a facet and in how many of the counted hits it stands."""

    facet: str
    value: str
    label: str
    count: int


def counts_of(connection: Connection, rows: Sequence[Any]) -> dict[str, tuple[Counted, ...]]:
    """Count the values of each facet of rows of sentences; the commonest first, years the newest first."""
    numbers = Counter(number for row in rows for number in row.facets.split())
    found: dict[str, list[Counted]] = {facet: [] for facet in FACETS}
    for number, (facet, value, label) in told(connection, numbers).items():
        if facet in found:
            found[facet].append(Counted(facet, value, label, numbers[number]))
    common = {facet: sorted(some, key=lambda one: (-one.count, one.label)) for facet, some in found.items()}
    common["year"] = [Counted("year", str(year), str(year), count) for year, count in _years(rows)]
    return {facet: tuple(some[:SHOWN_VALUES]) for facet, some in common.items()}


def told(connection: Connection, numbers: Iterable[str]) -> dict[str, tuple[str, str, str]]:
    """Return facet, value and label of these numbers of facets."""
    table, found = SearchFacetTable, dict[str, tuple[str, str, str]]()
    for some in bundles(sorted({int(number) for number in numbers})):
        for row in connection.execute(select(table).where(table.id.in_(some))):
            found[str(row.id)] = row.facet, row.value, row.label
    return found


def _years(rows: Sequence[Any]) -> list[tuple[int, int]]:
    years: Counter[int] = Counter()
    for day, count in Counter(row.id // DAY for row in rows).items():
        if day:
            years[date.fromordinal(day).year] += count
    return sorted(years.items(), reverse=True)
