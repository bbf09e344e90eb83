"""What ties records of several documents together, as data.

``data/resolve.yml`` holds weights, words and patterns; its head says what each field means.
"""

from __future__ import annotations

import re
from functools import cache, cached_property, lru_cache

import snowballstemmer

from regesta.model.span import Span
from regesta.rules.base import Forms, Strict, read_rules

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
DEED = "~"
"""What the name of a deed begins with among stems."""
KIN = "="
"""What the name of a thing that has several words begins with among stems."""
PAIR = "_"
"""What stands between two stems that are one name."""
_STEMMER = snowballstemmer.stemmer("english")


class ResolveRules(Strict):
    """Weights, words and patterns of the resolver. See the head of ``resolve.yml`` for each field."""

    weights: dict[str, float]
    threshold: float
    margin: float
    alike: tuple[tuple[str, str], ...]
    generic: frozenset[str]
    named: frozenset[str]
    dates: frozenset[str]
    months: frozenset[str]
    deeds: tuple[tuple[str, ...], ...]
    beginnings: frozenset[str]
    kin: tuple[tuple[str, ...], ...]
    plain: frozenset[str]
    general: frozenset[str]
    bodies: frozenset[str]
    series_words: frozenset[str]
    titled: Forms
    aims: Forms
    deadlines: Forms
    due_by: Forms
    coming: Forms
    done: Forms
    begun: Forms
    partly: Forms
    several: Forms
    sat: Forms
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
        """The stems of the words that tell no subject from another: generic ones and those of dates."""
        return frozenset(stem(word) for word in (*self.generic, *self.dates, *self.months))

    @cached_property
    def deed_of(self) -> dict[str, str]:
        """The stem of every word for a deed, and the first word of its list."""
        return {stem(word): deed[0] for deed in self.deeds for word in deed if " " not in word}

    @cached_property
    def deed_phrases(self) -> tuple[tuple[str, str], ...]:
        """The words for deeds that are phrases, and the first word of their lists."""
        return tuple((word, deed[0]) for deed in self.deeds for word in deed if " " in word)

    @cached_property
    def kin_of(self) -> dict[str, tuple[str, ...]]:
        """The stem of every word for a thing that has several, and the first words of its lists."""
        found: dict[str, tuple[str, ...]] = {}
        for kin in self.kin:
            for one in sorted({stem(word) for word in kin if " " not in word}):
                found[one] = (*found.get(one, ()), f"{KIN}{kin[0]}")
        return found

    @cached_property
    def kin_phrases(self) -> tuple[tuple[str, str], ...]:
        """The words for such things that are phrases, and the first word of their lists."""
        return tuple((word, f"{KIN}{kin[0]}") for kin in self.kin for word in kin if " " in word)

    @cached_property
    def plain_stems(self) -> frozenset[str]:
        """The stems of the words that count for nothing in what a promise is about."""
        return frozenset(stem(word) for word in self.plain)

    @cached_property
    def body_stems(self) -> frozenset[str]:
        """The stems of the nouns for a standing body."""
        return frozenset(stem(word) for word in self.bodies)

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


def place_words(text: str) -> list[tuple[str, Span]]:
    """Return the words of ``text`` in order, as they are written, with their places."""
    return [(match[0], Span(match.start(), match.end())) for match in _WORD.finditer(text)]


def content_stems(text: str) -> frozenset[str]:
    """Return the stems of the words of ``text`` that tell a subject: neither generic nor a lone letter."""
    generic = resolve_rules().generic_stems
    telling = (word for word in words(text) if not _YEAR.fullmatch(word))
    return frozenset(one for word in telling if len(one := stem(word)) > 2 and one not in generic)


def subject_stems(text: str) -> frozenset[str]:
    """Return the content stems of ``text``, each deed and thing under one name: "~resume", "=vessel"."""
    rules, low = resolve_rules(), text.lower()
    found = {name for one in content_stems(text) for name in (*names_of(one),) or (one,)}
    phrases = ((words, f"{DEED}{deed}") for words, deed in rules.deed_phrases)
    return frozenset(found | {name for words, name in (*phrases, *rules.kin_phrases) if words in low})


def names_of(one: str) -> tuple[str, ...]:
    """Return the names of the deed or the things for which the word of a stem stands; none for most."""
    rules = resolve_rules()
    deed = rules.deed_of.get(one)
    return (f"{DEED}{deed}",) if deed else rules.kin_of.get(one, ())


def pair_stems(text: str) -> frozenset[str]:
    """Return the content words of ``text`` that stand side by side, as in a name: "ferri_line"."""
    found: set[str] = set()
    before, end = "", -2
    for word, span in place_words(text):
        [own] = content_stems(word) or {""}
        if before and own and span.start - end == 1 and text[end] in " -":
            found.add(f"{before}{PAIR}{own}")
        before, end = own, span.end
    return frozenset(found)


def name_stems(text: str) -> frozenset[str]:
    """Return the stems of the capitalised words and numbers of ``text`` that tell an event's name."""
    plain = resolve_rules().name_stems
    telling = (word for word in words(text) if word[:1].isupper() or word.isdigit())
    return frozenset(one for word in telling if (one := stem(word)) not in plain)
