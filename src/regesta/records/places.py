"""Things by their places in a text, so that asking what stands somewhere costs the same in a long text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate
from typing import Generic, TypeVar

from regesta.model.span import Span

T = TypeVar("T")


class Places(Generic[T]):
    """Things with a span each, in an order of their own."""

    def __init__(self, items: Iterable[tuple[Span, T]]) -> None:
        """File ``items``; earlier ones go before later ones."""
        every = list(items)
        order = sorted(range(len(every)), key=lambda at: every[at][0])
        self._items = [every[at][1] for at in order]
        self._order = order
        self._starts = [every[at][0].start for at in order]
        self._ends = list(accumulate((every[at][0].end for at in order), max))

    def first_beginning_in(self, span: Span) -> T | None:
        """Return of the things that begin within ``span`` the one filed first."""
        low, high = (bisect_left(self._starts, offset) for offset in span)
        best = min(range(low, high), key=self._order.__getitem__, default=None)
        return None if best is None else self._items[best]

    def touch(self, span: Span) -> bool:
        """Say whether any of the spans shares a character with ``span``, which is not empty."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._ends[before - 1] > span.start
