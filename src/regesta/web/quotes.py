"""A quote with some of its words marked, cut to what a page can show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from regesta.model.span import Span

_LEFT = 240
_LONGEST = 700


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a quote, and whether they are marked."""

    words: str
    marked: bool = False


def pieces(quote: str, marks: Sequence[Span]) -> tuple[Piece, ...]:
    """Return ``quote`` in pieces; of a very long one what stands around its first mark."""
    first = marks[0].start if marks else 0
    start = 0 if len(quote) <= _LONGEST else max(first - _LEFT, 0)
    end = min(start + _LONGEST, len(quote))
    cut = list(_pieces(quote, marks, Span(start, end)))
    before, after = [Piece("… ")] if start else [], [Piece(" …")] if end < len(quote) else []
    return (*before, *cut, *after)


def _pieces(quote: str, marks: Sequence[Span], shown: Span) -> Iterator[Piece]:
    at = shown.start
    for mark in marks:
        start, end = max(mark.start, at), min(mark.end, shown.end)
        if start >= end:
            continue
        if at < start:
            yield Piece(quote[at:start])
        yield Piece(quote[start:end], marked=True)
        at = end
    if at < shown.end:
        yield Piece(quote[at : shown.end])
