"""Two lists laid beside each other: what stands in both in one order, and what lies between.

Work and memory are bounded: lists too long to be compared item by item are cut at the items that
stand once in each, and what is still too long between two cuts is taken as a whole.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import LCSseq

LIMIT = 4_000_000
"""Pairs of items up to which two lists are compared item by item."""
Gap = tuple[int, int, int, int]
"""Where two lists differ: from and to in the first, from and to in the second."""


def gaps(one: Sequence[str], other: Sequence[str]) -> list[Gap]:
    """Return the stretches of both lists that lie between what they share, in order."""
    return [gap for part in _parts(one, other) for gap in _within(one, other, part)]


def _parts(one: Sequence[str], other: Sequence[str]) -> Iterator[Gap]:
    """Cut both lists at items that stand once in each and in the same order, if they are long."""
    if len(one) * len(other) <= LIMIT:
        yield 0, len(one), 0, len(other)
        return
    a = c = 0
    for b, d in (*_anchors(one, other), (len(one), len(other))):
        yield a, b, c, d
        a, c = b + 1, d + 1


def _anchors(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    """Return the longest list of places of items that are single in both, rising in both."""
    counts, others = Counter(one), Counter(other)
    where = {item: index for index, item in enumerate(other) if others[item] == 1}
    shared = [(i, where[item]) for i, item in enumerate(one) if counts[item] == 1 and item in where]
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, (_, j) in enumerate(shared):
        at = bisect_left(tails, j)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(j)
            ends.append(number)
        else:
            tails[at], ends[at] = j, number
    found = []
    number = ends[-1] if ends else -1
    while number >= 0:
        found.append(shared[number])
        number = before[number]
    return found[::-1]


def _within(one: Sequence[str], other: Sequence[str], part: Gap) -> Iterator[Gap]:
    a, b, c, d = part
    if a == b and c == d:
        return
    if (b - a) * (d - c) > LIMIT:
        yield part
        return
    i, k = a, c
    for code in LCSseq.opcodes(one[a:b], other[c:d]):
        if code.tag == "equal":
            if i < a + code.src_start or k < c + code.dest_start:
                yield i, a + code.src_start, k, c + code.dest_start
            i, k = a + code.src_end, c + code.dest_end
    if i < b or k < d:
        yield i, b, k, d
