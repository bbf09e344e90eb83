"""Repeats: passages that stand in a text twice, word for word."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.model.outline import Block
from regesta.model.records import Repeat

_KINDS = frozenset({"heading", "paragraph", "item", "aside"})
_LONG = 60
_SHORT = 30


def _keys(text: str, blocks: Sequence[Block]) -> list[str]:
    return [" ".join(block.body.of(text).split()) for block in blocks]


def _worth(keys: Sequence[str]) -> bool:
    """Say whether a run is long enough to be a passage and no turn of phrase."""
    length = sum(map(len, keys))
    return length >= _LONG or (len(keys) > 1 and length >= _SHORT)


def _run(keys: Sequence[str], first: int, again: int) -> int:
    """Return how many blocks stand alike from both places, the two runs kept apart."""
    length = 0
    while (
        first + length < again and again + length < len(keys) and keys[first + length] == keys[again + length]
    ):
        length += 1
    return length


def repeats(text: str, blocks: Sequence[Block]) -> tuple[tuple[Repeat, ...], frozenset[int]]:
    """Return the passages printed twice, and the indexes of the blocks that print them again.

    A run of blocks counts from 60 characters on, or from two blocks; furniture, date lines and
    titles are left out. Linear: each block is looked up once and belongs to one run.
    """
    kept = [block for block in blocks if block.kind in _KINDS]
    keys = _keys(text, kept)
    where: dict[str, int] = {}
    found: list[Repeat] = []
    marked: set[int] = set()
    at = done = 0
    while at < len(kept):
        first = where.setdefault(keys[at], at)
        length = _run(keys, first, at)
        back = 0
        while (
            length
            and first > back
            and at - back > done
            and at - first > length + back
            and (keys[first - back - 1] == keys[at - back - 1])
        ):
            back += 1
        if not _worth(keys[at - back : at + length]):
            at += 1
            continue
        low, high = at - back, at + length
        found.append(
            Repeat(
                kept[first - back].span.join(kept[first + length - 1].span),
                kept[low].span.join(kept[high - 1].span),
            )
        )
        marked.update(block.index for block in kept[low:high])
        at = done = high
    return tuple(found), frozenset(marked)
