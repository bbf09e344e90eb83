"""Names of persons as words: folded, compared, and told apart by spelling."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

_SUFFIX = re.compile(r",?\s+(?:Jr|Sr)\.?$")
_LONG = 5
_SURE, _SAME = 4, 2
_CLOSE = 0.85


@lru_cache(maxsize=8192)
def fold(words: str) -> str:
    """Return ``words`` without case, accents and marks."""
    plain = unicodedata.normalize("NFKD", words)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[^\w]+", " ", plain).strip().lower()


@lru_cache(maxsize=8192)
def _parts(name: str) -> tuple[str, ...]:
    """The words of a name in their order, folded."""
    return tuple(fold(_SUFFIX.sub("", name)).split())


def is_full(name: str) -> bool:
    """Say whether a name has more words than one, initials among them."""
    return len(_parts(name)) > 1


@lru_cache(maxsize=8192)
def last_name(name: str) -> str:
    """Return the last word of a name, folded; "Jr." is none."""
    words = _parts(name)
    return words[-1] if words else ""


@lru_cache(maxsize=8192)
def name_words(name: str) -> frozenset[str]:
    """Return the words of a name, folded, without initials; all of them where there are only such."""
    words = _parts(name)
    return frozenset(w for w in words if len(w) > 1) or frozenset(words)


def is_short_form(one: str, other: str) -> bool:
    """Say whether two names have one last name and first names of which one may be short for the other."""
    first, second = _parts(one), _parts(other)
    if len(first) < 2 or len(second) < 2 or first[-1] != second[-1] or len(first[-1]) < _SURE:
        return False
    short, long = sorted((first[0], second[0]), key=len)
    return short[:_SAME] == long[:_SAME] and short != long


@lru_cache(maxsize=8192)
def letters(words: frozenset[str]) -> int:
    """Return a number with a bit for each letter of a name; names with bits in common may share letters."""
    bits = 0
    for word in words:
        for letter in word:
            bits |= 1 << ord(letter) % 64
    return bits


def most_other_letters(words: frozenset[str]) -> float:
    """Return how many bits of :func:`letters` may differ between a name and one that :func:`is_alike`."""
    length = sum(map(len, words))
    longest_other = length * (2 - _CLOSE) / _CLOSE
    return (1 - _CLOSE) * (length + longest_other)


def is_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two names of several words differ by spelling only (Muhamedov, Muhamdov)."""
    if len(one) != len(other) or len(one) < 2:
        return False
    pairs = zip(sorted(one - other), sorted(other - one), strict=True)
    return one != other and all(len(a) >= _LONG and _is_close(a, b) for a, b in pairs)


@lru_cache(maxsize=8192)
def _is_close(one: str, other: str) -> bool:
    """Say whether two words have nearly all letters in common, in their order."""
    common = min(sum(c in other for c in one), sum(c in one for c in other))
    if 2 * common < _CLOSE * (len(one) + len(other)):
        return False
    return SequenceMatcher(None, one, other).ratio() >= _CLOSE
