"""Passages of two accounts laid beside each other, the words that differ marked."""

from __future__ import annotations

from dataclasses import dataclass

from regesta.model.accounts import Difference, Told, TopicRow
from regesta.resolve.accounts.marking import words_apart
from regesta.resolve.accounts.placing import Beside, Laid, Placed
from regesta.web.segments import Piece, pieces


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of one account, cut into the words that its counterpart has and has not."""

    told: Told
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """What stands in one row: the passages of the first and second account, one of them may be missing."""

    first: Passage | None
    second: Passage | None
    differences: tuple[Difference, ...]
    bare: bool


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic with its rows; ``whole`` are the differences that concern all of it."""

    row: TopicRow
    whole: tuple[Difference, ...]
    rows: tuple[Row, ...]


def shown(laid: Laid) -> tuple[Topic, ...]:
    """Return a comparison as rows of two columns, the first side on the left."""
    return tuple(_topic(placed) for placed in laid.topics)


def _topic(placed: Placed) -> Topic:
    first = placed.row.shares[0].side
    return Topic(placed.row, placed.whole, tuple(_row(one, first) for one in placed.passages))


def _row(beside: Beside, first: str) -> Row:
    if beside.second is not None:
        ours, theirs = words_apart(beside.first, beside.second)
        one = Passage(beside.first, pieces(beside.first.place, ours))
        two = Passage(beside.second, pieces(beside.second.place, theirs))
        return Row(one, two, beside.differences, beside.bare)
    alone = Passage(beside.first, pieces(beside.first.place, ()))
    left = beside.first.side == first
    return Row(alone if left else None, None if left else alone, beside.differences, beside.bare)
