"""The names of a thing over the years: a row of bars for each side and name, worked out for the template."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from regesta.query.naming import ConceptView, NameLine

MOST_ROWS = 24
_ROW, _LABEL, _FOOT, _TALLEST = 54, 18, 22, 30
_YEAR, _NARROW, _GAP = 44, 640, 3


@dataclass(frozen=True, slots=True)
class Bar:
    """The uses of one year: where the bar stands and how often the name was used."""

    year: str
    count: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name with its bars; ``base`` is the line on which they stand."""

    name: NameLine
    y: int
    base: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class NamingChart:
    """All rows, and the years that are written below with the middle of each."""

    width: int
    height: int
    rows: tuple[NameRow, ...]
    ticks: tuple[tuple[str, float], ...]


def naming_chart(view: ConceptView) -> NamingChart | None:
    """Draw the commonest names of a thing; None where no use has a day."""
    years = [int(year) for counts in view.years.values() for year in counts if year]
    if not years:
        return None
    first, last = min(years), max(years)
    step = min(float(_YEAR), max(_NARROW / (last - first + 1), 6.0))
    most = max(count for counts in view.years.values() for year, count in counts.items() if year)
    names = sorted(view.names, key=lambda one: -one.count)[:MOST_ROWS]
    shown = [one for one in view.names if one in names]
    rows = tuple(_row(one, number, view, first, step, most) for number, one in enumerate(shown))
    every = max(1, round(_YEAR / step))
    ticks = tuple(
        (str(year), (year - first + 0.5) * step)
        for year in range(first, last + 1)
        if (year - first) % every == 0
    )
    width = max(int((last - first + 1) * step) + 1, 320)
    return NamingChart(width, _ROW * len(rows) + _FOOT, rows, ticks)


def _row(one: NameLine, number: int, view: ConceptView, first: int, step: float, most: int) -> NameRow:
    top = _ROW * number
    base = top + _LABEL + _TALLEST
    counts = view.years.get((one.side, one.label), {})
    bars = tuple(
        _bar(year, count, (int(year) - first) * step, base, step, most)
        for year, count in sorted((year, count) for year, count in counts.items() if year)
    )
    return NameRow(one, top, base, bars)


def _bar(year: str, count: int, x: float, base: int, step: float, most: int) -> Bar:
    height = max(2.0, _TALLEST * count / most)
    return Bar(year, count, x + _GAP / 2, base - height, max(step - _GAP, 2.0), height)


def tones(names: Sequence[NameLine]) -> dict[str | None, str]:
    """Return the colour of each side: the first and second in order of code; others share one."""
    sides = [side for side in dict.fromkeys(one.side for one in names) if side and len(side) == 2]
    return {side: ("first", "second")[number] if number < 2 else "both" for number, side in enumerate(sides)}
