"""Things filed under sets of words: asking for one costs the same in a long text as in a short one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Generic, TypeVar

T = TypeVar("T")

Words = frozenset[str]
_FEW = 7  # of more words than a name has, not every choice is looked up


class WordSets(Generic[T]):
    """What was filed under sets of words; it tells which of them lie in given words, or hold them."""

    def __init__(self) -> None:
        """Begin with nothing filed."""
        self._filed: dict[Words, list[T]] = {}
        self._sets: dict[str, list[Words]] = {}

    def add(self, words: Words, item: T) -> None:
        """File ``item`` under ``words``, of which there is at least one."""
        if words not in self._filed:
            for word in words:
                self._sets.setdefault(word, []).append(words)
        self._filed.setdefault(words, []).append(item)

    def within(self, words: Words) -> Iterator[T]:
        """Yield what is filed under words that are all among ``words``, in no order."""
        for inner in self._choices(words):
            yield from self._filed.get(inner, ())

    def holding(self, words: Words) -> Iterator[T]:
        """Yield what is filed under more words than ``words``, all of these among them, in no order."""
        rarest = min((self._sets.get(word, []) for word in words), key=len)
        for outer in rarest:
            if words < outer:
                yield from self._filed[outer]

    def _choices(self, words: Words) -> Iterator[Words]:
        if len(words) > _FEW:
            yield from (inner for inner in self._filed if inner <= words)
            return
        for count in range(1, len(words) + 1):
            yield from map(frozenset, combinations(words, count))
