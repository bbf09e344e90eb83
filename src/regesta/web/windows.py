"""A chart of windows: a bar from the earliest to the latest day of each, drawn on the server."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from regesta.model.edtf import bounds

T = TypeVar("T")
WIDTH = 1060
_LEFT, _RIGHT = 12, 390
_TOP, _ROW = 30, 22
_LEAST = 6
_FIRST, _LAST = "0001-01-01", "9999-12-31"
_MARGIN_DAYS = 15
_TICKS = 10
_COLOURS = {
    "done": "done", "open": "wait", "in_progress": "wait", "partly_done": "wait", "deferred": "wait",
    "not_done": "stop", "withdrawn": "stop", "contested": "stop",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Window:
    """What a bar stands for: a window (EDTF), its status, what is to be written beside it, its address."""

    edtf: str
    status: str
    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A drawn window. ``opens`` and ``closes`` say whether it has a first and a last day at all."""

    window: Window
    x: int
    y: int
    width: int
    colour: str
    opens: bool
    closes: bool

    @property
    def end(self) -> int:
        """Where the bar ends."""
        return self.x + self.width


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the axis: where it stands and the year or month it begins."""

    x: int
    name: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars in the order in which they were given, and the axis under them."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    width: int
    height: int


def chart(windows: Iterable[Window]) -> Chart | None:
    """Draw the windows whose days are known; None where there are none.

    An end that is open reaches to the edge of the chart.
    """
    known = [(one, days) for one in windows if (days := bounds(one.edtf)) is not None]
    ends = [day for _, days in known for day in days if day not in (_FIRST, _LAST)]
    if not ends:
        return None
    first = date.fromisoformat(min(ends)).toordinal() - _MARGIN_DAYS
    last = date.fromisoformat(max(ends)).toordinal() + _MARGIN_DAYS
    scale = _Scale(first, last)
    bars = tuple(_bar(one, days, number, scale) for number, (one, days) in enumerate(known))
    return Chart(bars, tuple(_ticks(scale)), WIDTH, _TOP + _ROW * len(bars) + 8)


@dataclass(frozen=True, slots=True)
class _Scale:
    first: int
    last: int

    def x(self, day: int) -> int:
        room = WIDTH - _LEFT - _RIGHT
        return _LEFT + round(room * (day - self.first) / (self.last - self.first))


def _bar(window: Window, days: tuple[str, str], number: int, scale: _Scale) -> Bar:
    opens, closes = days[0] != _FIRST, days[1] != _LAST
    left = scale.x(date.fromisoformat(days[0]).toordinal()) if opens else _LEFT
    right = scale.x(date.fromisoformat(days[1]).toordinal() + 1) if closes else WIDTH - _RIGHT
    colour = _COLOURS.get(window.status, "soft")
    return Bar(window, left, _TOP + _ROW * number, max(right - left, _LEAST), colour, opens, closes)


def _ticks(scale: _Scale) -> Iterable[Tick]:
    """Yield the years, no more than there is room for, or the months of a span of less than two years."""
    begin, end = date.fromordinal(max(scale.first, 1)), date.fromordinal(scale.last)
    years = range(begin.year + 1, end.year + 1)
    if len(years) < 2:
        yield from _months(begin, end, scale)
        return
    for year in _thinned(years):
        yield Tick(scale.x(date(year, 1, 1).toordinal()), str(year))


def _months(begin: date, end: date, scale: _Scale) -> Iterable[Tick]:
    count = (end.year - begin.year) * 12 + end.month - begin.month
    places = [divmod(begin.year * 12 + begin.month - 1 + number, 12) for number in range(1, count + 1)]
    for year, month in _thinned(places):
        yield Tick(scale.x(date(year, month + 1, 1).toordinal()), f"{year}-{month + 1:02}")


def _thinned(places: Sequence[T]) -> Sequence[T]:
    return places[:: -(-len(places) // _TICKS) or 1]
