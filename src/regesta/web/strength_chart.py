"""The strength of wording over time, drawn: days from left to right, the scale of acts upwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from regesta.query.strength import Dot
from regesta.rules.drift import drift_rules

LEFT, RIGHT, TOP, STEP, WIDTH = 150, 20, 14, 26, 900
_TICKS = 8


@dataclass(frozen=True, slots=True)
class Mark:
    """A dot at its place."""

    dot: Dot
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Level:
    """A step of the scale: its number, its acts, and its height."""

    number: int
    acts: tuple[str, ...]
    y: float


@dataclass(frozen=True, slots=True)
class Chart:
    """The chart. ``lines`` are the points of each side's own telling; ``years`` are ticks on the axis.

    Of ``marks`` what others tell comes first, so that what a side tells itself is drawn over it.
    """

    width: int
    height: int
    left: int
    levels: tuple[Level, ...]
    years: tuple[tuple[float, str], ...]
    lines: tuple[tuple[str, str], ...]
    marks: tuple[Mark, ...]


def chart(dots: Sequence[Dot]) -> Chart | None:
    """Draw the dots, which are in order of day; None where there are none."""
    if not dots:
        return None
    scale = drift_rules().scale
    levels = tuple(
        Level(number, level.acts, TOP + STEP * (len(scale) - number)) for number, level in enumerate(scale, 1)
    )
    first, last = _ordinal(dots[0].day), _ordinal(dots[-1].day)
    marks = tuple(Mark(one, _x(_ordinal(one.day), first, last), levels[one.force - 1].y) for one in dots)
    sides = sorted({one.side for one in dots})
    lines = tuple(
        (side, " ".join(f"{one.x},{one.y}" for one in marks if one.dot.own and one.dot.side == side))
        for side in sides
    )
    drawn = tuple(sorted(marks, key=lambda mark: mark.dot.own))
    return Chart(WIDTH, TOP + STEP * len(scale) + 24, LEFT, levels, _years(first, last), lines, drawn)


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _x(day: int, first: int, last: int) -> float:
    room = WIDTH - LEFT - RIGHT
    return round(LEFT + (room * (day - first) / (last - first) if last > first else room / 2), 1)


def _years(first: int, last: int) -> tuple[tuple[float, str], ...]:
    """Return the beginnings of years between two days, at most eight of them; else the first day's year."""
    years = range(date.fromordinal(first).year + 1, date.fromordinal(last).year + 1)
    if not years:
        return ((_x(first, first, last), str(date.fromordinal(first).year)),)
    every = -(-len(years) // _TICKS)
    return tuple((_x(date(year, 1, 1).toordinal(), first, last), str(year)) for year in years[::every])
