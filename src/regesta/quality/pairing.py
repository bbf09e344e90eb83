"""Which record answers which item of gold: one to one, by where they stand and how alike they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar

from regesta.model.span import Span
from regesta.quality.gold import Item, place


class Spanned(Protocol):
    """A record: it stands somewhere in the text."""

    @property
    def span(self) -> Span:
        """The words it was read from."""


I = TypeVar("I", bound=Item)  # noqa: E741  an item
R = TypeVar("R", bound=Spanned)


def shared(record: Span, asked: Span) -> int:
    """How many characters of ``asked`` a record holds; 0 where it holds less than half of them."""
    both = min(record.end, asked.end) - max(record.start, asked.start)
    return both if both > 0 and 2 * both >= asked.end - asked.start else 0


def pairs(
    text: str, gold: Sequence[I], found: Sequence[R], alike: Callable[[I, R], int]
) -> list[tuple[I, R]]:
    """Give each item at most one record and each record at most one item: the most alike first.

    Among records equally alike comes the one that holds more of the place, then the shorter, then
    the earlier. Pairs are in the order of ``gold``.
    """
    candidates = []
    for at, item in enumerate(gold):
        places = item.places(text)
        for other, record in enumerate(found):
            held = max(shared(record.span, asked) for asked in places)
            if held:
                width = record.span.end - record.span.start
                candidates.append((-alike(item, record), -held, width, at, other))
    paired: dict[int, int] = {}
    taken: set[int] = set()
    for *_, at, other in sorted(candidates):
        if at not in paired and other not in taken:
            paired[at] = other
            taken.add(other)
    return [(gold[at], found[other]) for at, other in sorted(paired.items())]


def left_open(text: str, record: Spanned, needles: Iterable[str]) -> bool:
    """Say whether ``record`` stands where the gold neither asks for a record nor minds one."""
    return any(shared(record.span, place(text, needle)) for needle in needles)
