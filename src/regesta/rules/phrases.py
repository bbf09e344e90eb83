"""A table of fixed phrases that can be looked up at a place in a text, longest first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Generic, TypeVar

T = TypeVar("T")

_WORD = re.compile(r"\w+")
_NEXT = re.compile(r"[^\w\n]{0,3}\n?[^\w\n]{0,3}(\w+)")
_CAPITALISED = re.compile(r"[^\W\d_a-zà-öø-ÿ](?<!\w.)[^\W_]*")  # the class comes first: a search leaps to it
_SPACE = re.compile(r"\s+")
_LETTERS = str.maketrans({"’": "'", "‘": "'", "`": "'", "‑": "-", "–": "-", "—": "-", "ʼ": "'"})
_STROKES = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss"})


@lru_cache(maxsize=16384)
def normal(phrase: str) -> str:
    """Return ``phrase`` with one kind of apostrophe, hyphen and space; letters stay as they are."""
    return _SPACE.sub(" ", phrase.translate(_LETTERS)).strip()


def without_accents(phrase: str) -> str:
    """Return ``phrase`` in plain letters: ``Côte`` gives ``Cote``, ``Łódź`` gives ``Lodz``."""
    if phrase.isascii():
        return phrase
    parts = unicodedata.normalize("NFKD", phrase.translate(_STROKES))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def capitalised(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield each run of letters in ``text[start:end]`` that begins with a capital."""
    return _CAPITALISED.finditer(text, start, end)


def capitalised_at(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the run of letters that begins with a capital exactly at ``start``, if there is one."""
    return _CAPITALISED.match(text, start, end)


class PhraseTable(Generic[T]):
    """Phrases with a value each. Letters count as written; white space and quotes do not.

    Every phrase must begin with a word. A phrase ends at a word's end; one that ends in a full
    stop or a bracket is matched with it. ``firsts`` are the words with which phrases begin.
    """

    def __init__(self, phrases: Mapping[str, T] | Iterable[tuple[str, T]]) -> None:
        """Build the table; later phrases win over earlier ones that are spelt alike."""
        self._values: dict[str, T] = {normal(key): value for key, value in dict(phrases).items()}
        self._longest: dict[str, int] = {}
        self._seconds: dict[str, set[str]] = {}
        longest = self._longest
        self.firsts: Collection[str] = longest.keys()
        for phrase in self._values:
            words = [phrase] if phrase.isalpha() else _WORD.findall(phrase)
            if longest.get(words[0], 0) < len(words):
                longest[words[0]] = len(words)
            if len(words) > 1:
                self._seconds.setdefault(words[0], set()).add(words[1])

    def get(self, phrase: str) -> T | None:
        """Return the value of exactly this phrase."""
        return self._values.get(normal(phrase))

    def longest(self, text: str, start: int, limit: int, first: str) -> tuple[int, T] | None:
        """Return the end and value of the longest phrase at ``start``, whose first word is ``first``.

        Nothing beyond ``limit`` is read, and a phrase never runs over an empty line.
        """
        count = self._longest.get(first)
        if count is None:
            return None
        if count == 1:
            return (start + len(first), self._values[first]) if first in self._values else None
        alone = start + len(first)
        second = self._second(text, alone, limit, first)
        if second is None:
            return self._alone(text, start, alone, limit)
        for end in reversed(_ends(text, [alone, second], limit, count)):
            for tail in _tails(text, end, limit):
                phrase = normal(text[start:tail])
                if phrase in self._values:
                    return tail, self._values[phrase]
        return None

    def _alone(self, text: str, start: int, end: int, limit: int) -> tuple[int, T] | None:
        """Return the end and value of the phrase of one word that ends at ``end``, or just after it."""
        if end < limit and text[end] in ".)" and (phrase := text[start : end + 1]) in self._values:
            return end + 1, self._values[phrase]
        word = text[start:end]
        return (end, self._values[word]) if word in self._values else None

    def _second(self, text: str, end: int, limit: int, first: str) -> int | None:
        """Return where the word after ``first`` ends, where that is the second word of a phrase."""
        following = _NEXT.match(text, end, limit)
        if following is None:
            return None
        second = following.group(1)
        known = (second if second.isascii() else normal(second)) in self._seconds[first]
        return following.end() if known else None


def _ends(text: str, ends: list[int], limit: int, count: int) -> list[int]:
    """Return where each of up to ``count`` words ends, of which the first end at ``ends``."""
    while len(ends) < count:
        following = _NEXT.match(text, ends[-1], limit)
        if following is None:
            break
        ends.append(following.end())
    return ends


def _tails(text: str, end: int, limit: int) -> tuple[int, ...]:
    """Return the places where a phrase whose last word ends at ``end`` may end."""
    return (end + 1, end) if end < limit and text[end] in ".)" else (end,)
