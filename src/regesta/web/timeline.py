"""The timeline of a relationship: where each meeting stands, level by level, worked out for the template.

Up to a number of meetings each is a mark of its own; above it they are counted by year or month. The
shape says whether a meeting was held, is told of in passing, is planned or did not take place; the
colour repeats it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from regesta.model.edtf import bounds
from regesta.model.links import Joined
from regesta.query.dates import in_words
from regesta.query.relations import Cell
from regesta.rules.levels import levels
from regesta.web.words import act_words

LEFT, RIGHT, WIDTH = 14, 22, 960
_ROW, _LANE, _NEAR = 17, 36, 15
_SHAPES = {"held": "circle", "referenced": "ring", "planned": "diamond", "not_held": "cross"}
_MONTHS = 12
_SHORT_WINDOW = 3
PERIODS = 60
"""How many years or months are drawn beside each other."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A meeting on the timeline. ``start`` and ``end`` are the ends of its window, ``x`` its middle."""

    x: float
    y: float
    start: float
    end: float
    shape: str
    status: str
    href: str
    label: str


@dataclass(frozen=True, slots=True)
class Block:
    """Meetings counted together: where they stand, how many, how many of them are planned or failed."""

    x: float
    width: float
    count: int
    planned: int
    failed: int
    strength: int
    href: str
    label: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A level: its name, how high its strip is, and what stands on it."""

    name: str
    height: int
    marks: tuple[Mark, ...] = ()
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Tick:
    """A year or month on the axis, and the address that shows it alone."""

    x: float
    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """What the template draws, level by level. ``each`` says that each meeting is a mark of its own.

    ``today`` is where the newest document stands, if it is in the window; ``since`` and ``until`` are the
    first and last year or month.
    """

    width: int
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    today: float | None
    since: str
    until: str
    each: bool


def marked(meetings: Sequence[Joined], newest: str | None, zoom: Callable[[str], str]) -> Timeline | None:
    """Draw each meeting as a mark; None where there are none. ``zoom`` gives the address of a period."""
    dated = [(window, one) for one in meetings if (window := bounds(one.dated.when or ""))]
    if not dated:
        return None
    first = min(window[0] for window, _ in dated)[:4]
    last = max(window[1] for window, _ in dated)[:4]
    scale = _Scale(date(int(first), 1, 1), date(int(last), 12, 31))
    drawn: dict[str, list[Mark]] = defaultdict(list)
    for window, one in sorted(dated, key=lambda pair: (pair[0], pair[1].id)):
        start, end = scale.x(window[0]), scale.x(window[1])
        mark = Mark(
            (start + end) / 2,
            0,
            start,
            end,
            _SHAPES[one.status],
            one.status,
            f"/meetings/{one.id}",
            _told(one),
        )
        drawn[levels().of(one.format)].append(mark)
    return Timeline(
        width=WIDTH,
        lanes=tuple(_lane(level.name, drawn.get(id_, ())) for id_, level in levels().levels.items()),
        ticks=tuple(scale.ticks(zoom)),
        today=scale.x(newest) if newest and first <= newest[:4] <= last else None,
        since=first,
        until=last,
        each=True,
    )


def counted(cells: Sequence[Cell], zoom: Callable[[str], str]) -> Timeline | None:
    """Draw how many meetings fell into each period, level by level; None where there are none."""
    if not cells:
        return None
    periods = _between(cells[0].period, cells[-1].period)[-PERIODS:]
    step = (WIDTH - LEFT - RIGHT) / len(periods)
    at = {period: LEFT + step * number for number, period in enumerate(periods)}
    groups: dict[tuple[str, str], list[Cell]] = defaultdict(list)
    for cell in cells:
        if cell.period in at:
            groups[levels().of(cell.format), cell.period].append(cell)
    most = max(sum(cell.count for cell in own) for own in groups.values())
    blocks: dict[str, list[Block]] = defaultdict(list)
    for (level, period), own in sorted(groups.items()):
        blocks[level].append(_block(level, period, own, most, at[period], step, zoom))
    every = max(1, len(periods) // 20)
    return Timeline(
        width=WIDTH,
        lanes=tuple(
            Lane(level.name, _LANE, blocks=tuple(blocks[id_])) for id_, level in levels().levels.items()
        ),
        ticks=tuple(Tick(at[period], period, zoom(period)) for period in periods[::every]),
        today=None,
        since=periods[0],
        until=periods[-1],
        each=False,
    )


def _block(
    level: str, period: str, own: Sequence[Cell], most: int, x: float, step: float,
    zoom: Callable[[str], str],
) -> Block:  # fmt: skip
    count = sum(cell.count for cell in own)
    planned = sum(cell.count for cell in own if cell.status == "planned")
    failed = sum(cell.count for cell in own if cell.status == "not_held")
    name = levels().levels[level].name
    more = [f"{planned} planned"] * bool(planned) + [f"{failed} not held"] * bool(failed)
    told = f"{name}, {in_words(period)}: {count} meeting{'' if count == 1 else 's'}"
    label = f"{told} ({', '.join(more)})" if more else told
    strength = 1 + min(3, 4 * (count - 1) // max(1, most))
    return Block(x + 1, step - 2, count, planned, failed, strength, zoom(period), label)


def _between(first: str, last: str) -> list[str]:
    """Return every year, or every month, from the first to the last."""
    if len(first) == len("2017"):
        return [f"{year:04}" for year in range(int(first), int(last) + 1)]
    begin, end = _months(first), _months(last)
    return [f"{number // _MONTHS:04}-{number % _MONTHS + 1:02}" for number in range(begin, end + 1)]


def _months(period: str) -> int:
    return int(period[:4]) * _MONTHS + int(period[5:7]) - 1


def _told(one: Joined) -> str:
    """Say in words what a mark stands for."""
    where = f" in {one.place}" if one.place and one.medium == "in_person" else ""
    by = f" by {act_words(one.medium)}" if one.medium != "in_person" else ""
    when = in_words(one.dated.when, one.dated.basis)
    return f"{act_words(one.format)}{by}{where}, {when}: {act_words(one.status)}"


def _lane(name: str, drawn: Sequence[Mark]) -> Lane:
    """Put marks that would cover each other beneath each other, and make room for them."""
    ends: list[float] = []
    rows: list[int] = []
    for mark in drawn:
        row = next((at for at, end in enumerate(ends) if end < mark.start - _NEAR), len(ends))
        ends[row : row + 1] = [max(mark.end, mark.x)]
        rows.append(row)
    height = max(_LANE, _ROW * len(ends) + _ROW)
    first = (height - _ROW * max(1, len(ends)) + _ROW) / 2
    return Lane(
        name,
        height,
        tuple(replace(mark, y=first + _ROW * row) for row, mark in zip(rows, drawn, strict=True)),
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    """From days to places on the axis."""

    first: date
    last: date

    def x(self, day: str) -> float:
        """Return where a day stands."""
        passed = (date.fromisoformat(day) - self.first).days
        whole = max(1, (self.last - self.first).days)
        share = min(1.0, max(0.0, passed / whole))
        return LEFT + (WIDTH - LEFT - RIGHT) * share

    def ticks(self, zoom: Callable[[str], str]) -> list[Tick]:
        """Return the years on the axis, or the months where the window is of one year."""
        years = range(self.first.year, self.last.year + 1)
        if len(years) == 1:
            months = [f"{years[0]:04}-{month:02}" for month in range(1, _MONTHS + 1)]
            return [Tick(self.x(f"{one}-01"), in_words(one).split()[0][:3], zoom(one)) for one in months]
        every = max(1, len(years) // 20)
        return [Tick(self.x(f"{year:04}-01-01"), f"{year:04}", zoom(f"{year:04}")) for year in years[::every]]
