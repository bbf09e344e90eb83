"""Whether two names as written can be one person's, and why; and the keys under which such names meet.

A rule over each word, never a figure over the whole: each word of one name must have its partner
in the other, and only parts that people leave out (a patronymic, a middle name, initials) may be
missing from one of the two. A family name alone says too little to join anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from rapidfuzz import fuzz

from regesta.resolve.pairing import Pair, paired, same_word
from regesta.resolve.spelling import forms, plain
from regesta.resolve.written import Reading, readings
from regesta.rules.force import Additions, added

Kind = Literal["equal", "spelling", "order", "part", "family_only", "different"]
_FAMILY = 0.4
_RANK = {"different": 0, "family_only": 1, "part": 2, "order": 3, "spelling": 4, "equal": 5}
_SCORES = {"equal": 1.0, "spelling": 0.95, "order": 0.97, "part": 0.9}
_WEAK = 0.75


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like two names are.

    ``same`` says that they can be one person's; ``score`` is between 0 and 1, and below 0.8 where
    something else must speak for it as well; ``why`` is one sentence. ``family_only`` is never ``same``.
    """

    same: bool
    score: float
    why: str
    kind: Kind


def alike(one: str, other: str) -> Likeness:
    """Compare two names as written, in any order of their words. Symmetric."""
    return _alike(*sorted((one, other)), added())


def keys(name: str) -> frozenset[str]:
    """Return the words under which ``name`` is looked up: two names that are alike share at least one."""
    return _keys(name, added())


@lru_cache(maxsize=65536)
def _keys(name: str, _additions: Additions) -> frozenset[str]:
    found: set[str] = set()
    for reading in readings(name):
        for word in reading.full:
            found |= word.forms | ({f"={word.given}"} if word.given else set())
        for first, second in pairwise(reading.full):
            found |= forms(first.plain + second.plain)
    return frozenset(found)


def full_name(name: str) -> bool:
    """Say whether ``name`` says more than one word of a person: a family name alone does not."""
    found = readings(name)
    return bool(found) and (len(found[0].words) > 1 or found[0].number is not None)


@lru_cache(maxsize=65536)
def _alike(one: str, other: str, _additions: Additions) -> Likeness:
    first, second = readings(one), readings(other)
    if not first or not second:
        empty = one if not first else other
        return Likeness(False, 0.0, f"“{empty}” holds no name.", "different")
    found = [_compared(a, b) for a in first for b in second]
    best = max(found, key=lambda likeness: (_RANK[likeness.kind], likeness.score))
    if best.kind != "different":
        return best
    score = min(fuzz.ratio(plain(one), plain(other)) / 100 * _FAMILY, _FAMILY)
    return Likeness(False, round(score, 3), best.why, "different")


def _compared(a: Reading, b: Reading) -> Likeness:
    if a.number and b.number and a.number != b.number:
        return Likeness(False, 0.0, f"One is {a.number.upper()}, the other {b.number.upper()}.", "different")
    if _single(a) or _single(b):
        return _family(a, b)
    pairs, turned = paired(a, b)
    if pairs is None:
        return _end_alike(a, b)
    full = [pair for pair in pairs if pair.one and pair.other and not pair.initial]
    if len(full) < 2 and not any(pair.initial for pair in pairs) and a.number != b.number:
        return _family(a, b)
    return _joined(pairs, turned, len(full))


def _single(reading: Reading) -> bool:
    return len(reading.words) == 1 and reading.number is None


def _family(a: Reading, b: Reading) -> Likeness:
    """Compare a name of one word with another: they may share a family name, and that says little."""
    shared = [pair for x in a.full for y in b.full if (pair := same_word(x, y)) is not None and pair.strong]
    if not shared or (not _single(a) and not _single(b) and len(a.words) > 1 and len(b.words) > 1):
        return Likeness(False, 0.0, "Their words do not pair.", "different")
    return Likeness(
        False, _FAMILY, f"They share the name {shared[0].words}, and one says no more.", "family_only"
    )


def _end_alike(a: Reading, b: Reading) -> Likeness:
    """Compare a name of several words with the end of a longer one: it may be a family name of two words."""
    less, more = sorted((a, b), key=lambda reading: len(reading.words))
    end = more.words[len(more.words) - len(less.words) :]
    shared = [same_word(x, y, a.short and b.short) for x, y in zip(less.words, end, strict=True)]
    ordered = a.ordered or b.ordered
    if (
        not ordered
        and len(less.words) < len(more.words)
        and all(pair is not None and pair.strong for pair in shared)
    ):
        names = " ".join(word.written for word in less.words)
        return Likeness(
            False, _FAMILY, f"They share the names “{names}”, and one says no more.", "family_only"
        )
    return Likeness(False, 0.0, "Their words do not pair.", "different")


def _joined(pairs: list[Pair], turned: bool, full: int) -> Likeness:
    missing = [pair for pair in pairs if not (pair.one and pair.other)]
    spelt = [pair for pair in pairs if pair.one and pair.other and pair.quality < 1]
    initial = [pair for pair in spelt if pair.initial]
    weak = (len(initial) == 1 and full < 2) or (missing and missing[-1] is pairs[-1])
    if initial or missing:
        kind: Kind = "part"
    else:
        kind = "order" if turned else "spelling" if spelt else "equal"
    score = min([_SCORES[kind], *(pair.quality for pair in spelt if not pair.initial)])
    return Likeness(True, _WEAK if weak else score, _why(turned, spelt, missing), kind)


def _why(turned: bool, spelt: list[Pair], missing: list[Pair]) -> str:
    said = [f"{pair.words} ({pair.why})" for pair in spelt]
    said += [f"{pair.words} is missing in one" for pair in missing]
    if turned:
        said.append("the words stand in another order")
    if not said:
        return "The same words in the same order."
    return f"{'; '.join(said)}."[:1].upper() + f"{'; '.join(said)}."[1:]
