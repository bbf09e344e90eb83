"""Bars beside each other: how often each of two sides raises a topic, worked out for the template."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from regesta.query.relations import Raised

WIDTH, ROW = 320, 48
_ROOM = WIDTH - 56
_THINNEST = 2.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A topic: where its row begins, and how long the bar of each side is."""

    raised: Raised
    y: int
    first: float
    second: float


@dataclass(frozen=True, slots=True)
class Bars:
    """All rows of the chart."""

    width: int
    height: int
    rows: tuple[Bar, ...]


def bars(raised: Sequence[Raised]) -> Bars | None:
    """Draw the topics in the order given; None where there are none."""
    if not raised:
        return None
    most = max(max(one.first, one.second) for one in raised)
    rows = tuple(
        Bar(one, ROW * number, _long(one.first, most), _long(one.second, most))
        for number, one in enumerate(raised)
    )
    return Bars(WIDTH, ROW * len(rows), rows)


def _long(count: int, most: int) -> float:
    return max(_THINNEST, _ROOM * count / most) if count else 0.0
