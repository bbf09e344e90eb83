"""What ties records of several documents together, as data.

``data/resolve.yml`` holds weights, words and patterns; its head says what each field means.
"""

from __future__ import annotations

import re
from functools import cache, cached_property, lru_cache

import snowballstemmer

from regesta.rules.base import Forms, Strict, read_rules

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_STEMMER = snowballstemmer.stemmer("english")


class ResolveRules(Strict):
    """Weights, words and patterns of the resolver. See the head of ``resolve.yml`` for each field."""

    weights: dict[str, float]
    threshold: float
    margin: float
    alike: tuple[tuple[str, str], ...]
    generic: frozenset[str]
    named: frozenset[str]
    aims: Forms
    deadlines: Forms
    coming: Forms
    done: Forms
    begun: Forms
    failed: Forms
    deferred: Forms
    dropped: Forms
    denied: Forms
    hedged: Forms

    @cached_property
    def formats_alike(self) -> frozenset[frozenset[str]]:
        """Pairs of formats that may be two publishers' words for one meeting."""
        return frozenset(frozenset(pair) for pair in self.alike)

    @cached_property
    def generic_stems(self) -> frozenset[str]:
        """The stems of the generic words."""
        return frozenset(stem(word) for word in self.generic)

    @cached_property
    def name_stems(self) -> frozenset[str]:
        """The stems of words that tell no event's name from another."""
        return frozenset(stem(word) for word in self.named)


@cache
def resolve_rules() -> ResolveRules:
    """Return the shipped rules, read once."""
    return read_rules("resolve.yml", ResolveRules)


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return the stem of one English word in lower case, without a possessive ending."""
    plain = word.lower().replace("’", "'").removesuffix("'s").replace("'", "")
    return str(_STEMMER.stemWord(plain))


def words(text: str) -> list[str]:
    """Return the words of ``text`` in order, as they are written."""
    return _WORD.findall(text)


def content_stems(text: str) -> frozenset[str]:
    """Return the stems of the words of ``text`` that tell a subject: neither generic nor a lone letter."""
    generic = resolve_rules().generic_stems
    return frozenset(one for word in words(text) if len(one := stem(word)) > 2 and one not in generic)


def name_stems(text: str) -> frozenset[str]:
    """Return the stems of the capitalised words and numbers of ``text`` that tell an event's name."""
    plain = resolve_rules().name_stems
    telling = (word for word in words(text) if word[:1].isupper() or word.isdigit())
    return frozenset(one for word in telling if (one := stem(word)) not in plain)
