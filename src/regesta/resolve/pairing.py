"""Which word of one name answers which of another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from rapidfuzz.distance import Levenshtein

from regesta.resolve.spelling import Word, forms
from regesta.resolve.written import Reading
from regesta.rules.spellings import spelling_rules

Words = tuple[Word, ...]
_VOWELS = frozenset("aeiou")
_OPEN = re.compile(r"(?:[^aeiou]?[aeiou]n?){2,12}")
_LONG = 9
_MIDDLE = 6
_LETTERS = 5
_SLIP = 0.85
_ROMANISED = 0.92
_KOREAN = 3
"""The words of a name of Korea: a family name and two syllables."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Words of two names that answer each other; ``other`` is empty for a word that one name leaves out.

    ``quality`` is 1 for the same letters. ``strong`` pairs share a form and so a key.
    """

    one: str
    other: str
    quality: float
    why: str = ""
    strong: bool = False
    initial: bool = False

    @property
    def words(self) -> str:
        """The words, for a sentence."""
        if not self.one or not self.other or self.one == self.other:
            return f"“{self.one or self.other}”"
        return " / ".join(f"“{word}”" for word in sorted((self.one, self.other)))


def paired(a: Reading, b: Reading) -> tuple[list[Pair] | None, bool]:
    """Pair all words of two names; None where one is left over on both sides. Says also if the order differs.

    The first words must answer each other: as written, or after a family name has gone from one
    end to the other. Where the order differs the last must answer each other too.
    """
    exact = a.short and b.short
    straight = _sound(_aligned(a.words, b.words, exact))
    if straight is not None or a.ordered or b.ordered:
        return straight, False
    for x, y in ((a.words, b.words), (b.words, a.words)):
        for turned in _turned(y):
            found = _sound(_aligned(x, turned, exact))
            if found is not None and found[-1].one and found[-1].other:
                return found, True
    return None, False


def _turned(words: Words) -> tuple[Words, ...]:
    return ((*words[1:], words[0]), (words[-1], *words[:-1]))


def _sound(pairs: list[Pair] | None) -> list[Pair] | None:
    """Refuse pairs of which none shares its letters, or more than one only nearly does."""
    if pairs is None or not any(pair.strong for pair in pairs):
        return None
    romanised = sum(pair.quality == _ROMANISED for pair in pairs)
    if romanised and (romanised > 1 or len(pairs) != _KOREAN):
        return None
    return None if sum(pair.quality == _SLIP for pair in pairs) > 1 else pairs


def _aligned(a: Words, b: Words, exact: bool) -> list[Pair] | None:
    """Pair two rows of words in order, first with first; the words left out are all of one row."""
    for spare in ("", "one", "other"):
        found = _rest(a, b, exact, spare, first=True)
        if found is not None:
            return found
    return None


def _rest(a: Words, b: Words, exact: bool, spare: str, *, first: bool) -> list[Pair] | None:
    if not a and not b:
        return []
    for pair, taken, given in _heads(a, b, exact, first):
        rest = _rest(a[taken:], b[given:], exact, spare, first=False)
        if rest is not None:
            return [pair, *rest]
    return None if first else _left_out(a, b, exact, spare)


def _left_out(a: Words, b: Words, exact: bool, spare: str) -> list[Pair] | None:
    """Leave out the next word of the row that may have more; not before an initial, which would answer it."""
    more, less = (a, b) if spare == "one" else (b, a)
    if not spare or not more or (exact and not more[0].initial) or (less and less[0].initial):
        return None
    rest = (
        _rest(a[1:], b, exact, spare, first=False)
        if spare == "one"
        else _rest(a, b[1:], exact, spare, first=False)
    )
    return None if rest is None else [Pair(more[0].written, "", 0.0), *rest]


def _heads(a: Words, b: Words, exact: bool, first: bool) -> list[tuple[Pair, int, int]]:
    """The ways in which the beginnings of two rows answer each other: word to word, or one to two."""
    found: list[tuple[Pair, int, int]] = []
    if a and b:
        pair = same_word(a[0], b[0], exact)
        if pair is None and not first and not exact and len(a) > 1 and len(b) > 1:
            pair = _misprint(a[0], b[0])
        found += [(pair, 1, 1)] if pair is not None else []
    if a and len(b) > 1 and (whole := _in_one(a[0], b[0], b[1])) is not None:
        found.append((whole, 1, 2))
    if b and len(a) > 1 and (whole := _in_one(b[0], a[0], a[1])) is not None:
        found.append((whole, 2, 1))
    return found


def _misprint(one: Word, other: Word) -> Pair | None:
    """Between a given and a family name that answer each other, one letter may be wrong in any long word."""
    if one.initial or other.initial or min(len(one.plain), len(other.plain)) < _LETTERS:
        return None
    if Levenshtein.distance(one.plain, other.plain, score_cutoff=1) != 1:
        return None
    return Pair(one.written, other.written, _SLIP, "one letter apart")


def _in_one(whole: Word, first: Word, second: Word) -> Pair | None:
    """Say whether a word is two others written in one ("Jongun")."""
    if whole.initial or first.initial or second.initial:
        return None
    if whole.forms & forms(first.plain + second.plain):
        return Pair(whole.written, f"{first.written} {second.written}", 0.96, "in one word", strong=True)
    return None


@lru_cache(maxsize=65536)
def same_word(one: Word, other: Word, exact: bool = False) -> Pair | None:
    """Return the pair where two words can be one word, else None; ``exact`` asks for the same letters."""
    if one.initial or other.initial:
        return _initial(one, other)
    if one.plain == other.plain:
        return Pair(one.written, other.written, 1.0, strong=True)
    return _romanised(one, other) if exact else _spelt(one, other)


def _romanised(one: Word, other: Word) -> Pair | None:
    """Pair two ways of writing a family name of Korea: "Park" and "Pak"."""
    family = spelling_rules().family_of
    if one.plain in family and family[one.plain] == family.get(other.plain):
        return Pair(one.written, other.written, _ROMANISED, "two spellings of a family name")
    return None


def _spelt(one: Word, other: Word) -> Pair | None:
    if one.forms & other.forms:
        return Pair(one.written, other.written, 0.95, "two spellings", strong=True)
    if one.given is not None and one.given == other.given:
        return Pair(one.written, other.written, 0.9, "two forms of one given name", strong=True)
    if any(_slip(x, y) for x in one.forms for y in other.forms):
        return Pair(one.written, other.written, _SLIP, "one letter apart")
    return None


def _initial(one: Word, other: Word) -> Pair | None:
    short, long = sorted((one, other), key=lambda word: (not word.initial, len(word.plain)))
    begins = long.plain.startswith(short.plain) or any(form.startswith(short.plain) for form in long.forms)
    if not begins:
        return None
    quality = 1.0 if one.plain == other.plain else 0.8
    return Pair(one.written, other.written, quality, "an initial", initial=True)


def _slip(x: str, y: str) -> bool:
    """Say whether two forms differ by one letter that spellings of one name do differ by.

    In words of six letters a vowel inside, in those of nine any letter inside; never the first,
    and never one of the last two, which make other names ("Karlsen", "Karlson"; "Petrov", "Petrova").
    """
    shorter = min(len(x), len(y))
    if shorter < _MIDDLE or _open(x) or _open(y) or Levenshtein.distance(x, y, score_cutoff=1) != 1:
        return False
    at = next(i for i, (one, other) in enumerate(zip_longest(x, y)) if one != other)
    inside = 0 < at < shorter - 2
    letters = {x[at], y[at]} if len(x) == len(y) else {max(x, y, key=len)[at]}
    return inside and (shorter >= _LONG or letters <= _VOWELS)


def _open(form: str) -> bool:
    """Say whether all syllables are open, as in Japanese, where each vowel counts ("Takeda", "Takada")."""
    return _OPEN.fullmatch(form) is not None
