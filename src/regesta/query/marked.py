"""A text cut at every place where something begins or ends that was made of its words.

Marks may overlap, stand in one another and run over the ends of paragraphs. A segment is words over
which nothing changes; the segments of a text, put together, are the text, character for character.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from regesta.model.span import Span

MarkKind = Literal["meeting", "statement", "commitment", "request", "term", "unread", "repeated", "furniture"]
BlockKind = Literal["heading", "item", "paragraph"]


@dataclass(frozen=True, slots=True)
class Mark:
    """Words and what was made of them; ``key`` is the id of its record, or says which entry of a list."""

    span: Span
    kind: MarkKind
    key: str


@dataclass(frozen=True, slots=True)
class Segment:
    """Words between two boundaries. ``marks`` are those over it, the shortest first.

    ``begins`` are the keys of the marks that begin here. ``chosen`` says that it belongs to the words
    that were asked for, ``first`` that it is where these begin.
    """

    text: str
    span: Span
    marks: tuple[Mark, ...] = ()
    begins: tuple[str, ...] = ()
    chosen: bool = False
    first: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or item of a list, with the line ends after it."""

    kind: BlockKind
    segments: tuple[Segment, ...]


def segments(
    text: str, part: Span, cuts: Iterable[int], marks: Sequence[Mark], at: Span | None
) -> list[Segment]:
    """Cut ``text`` at ``part`` at the ends of ``marks``, of ``at`` and at ``cuts``.

    Put together the segments are the words of ``part``. A mark that begins before it begins, for the
    reader, with the part. Words asked for that are none (an empty ``at``) begin at the segment there.
    """
    here = [mark for mark in marks if mark.span.overlaps(part)]
    ends = [end for mark in here for end in mark.span]
    places = sorted({*part, *(cut for cut in (*cuts, *ends, *(at or ())) if part.start < cut < part.end)})
    over, begins = _over(places, here)
    start = max(at.start, part.start) if at is not None else -1
    found = []
    for index, (left, right) in enumerate(pairwise(places)):
        span = Span(left, right)
        inner = sorted(over[index], key=lambda mark: (mark.span.end - mark.span.start, mark.span, mark.key))
        found.append(
            Segment(
                text[left:right],
                span,
                tuple(inner),
                tuple(begins[index]),
                at is not None and at.overlaps(span),
                left == start,
            )
        )
    return found


def _over(places: Sequence[int], marks: Iterable[Mark]) -> tuple[dict[int, list[Mark]], dict[int, list[str]]]:
    """Return which marks stand over each segment, and which begin with it, by its number."""
    over: dict[int, list[Mark]] = defaultdict(list)
    begins: dict[int, list[str]] = defaultdict(list)
    for mark in marks:
        first = max(bisect_left(places, mark.span.start), 0)
        last = min(bisect_left(places, mark.span.end), len(places) - 1)
        for index in range(first, last):
            over[index].append(mark)
        if mark.key not in begins[first]:
            begins[first].append(mark.key)
    return over, begins


def blocks(found: Sequence[Segment], starts: Sequence[tuple[int, BlockKind]]) -> list[Block]:
    """Put segments into the blocks that begin at ``starts``, in order; the first holds what is before it."""
    places = [place for place, _ in starts]
    made: dict[int, list[Segment]] = defaultdict(list)
    for segment in found:
        made[max(bisect_right(places, segment.span.start) - 1, 0)].append(segment)
    kinds = [kind for _, kind in starts] or ["paragraph"]
    return [Block(kinds[index], tuple(some)) for index, some in sorted(made.items())]


def parts(text: str, starts: Sequence[int], size: int, most: int) -> list[Span]:
    """Cut a long text into parts of at most ``size`` characters in which at most ``most`` marks begin.

    A part ends with a line where one ends in its second half, else with a word, else anywhere.
    ``starts`` are the places at which marks begin, in order. An empty text is one part.
    """
    found, begin = [], 0
    while begin < len(text):
        end = begin + size
        crowded = bisect_left(starts, begin) + most
        if crowded < len(starts):
            end = min(end, max(starts[crowded], begin + 1))
        if end < len(text):
            end = _good_end(text, begin, end)
        found.append(Span(begin, min(end, len(text))))
        begin = found[-1].end
    return found or [Span(0, 0)]


def _good_end(text: str, begin: int, end: int) -> int:
    middle = (begin + end) // 2 + 1
    for sign in ("\n", "\r", " "):
        place = text.rfind(sign, middle, end)
        if place >= 0:
            return place + 1
    return end
