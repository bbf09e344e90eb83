"""Many phrases as one pattern: how cue words and terms are looked up in a single pass.

A phrase is written in lower case. A space in it stands for white space or a hyphen, a star at its
end for the rest of the word ("terroris*"). Phrases begin and end at word boundaries.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar

from regesta.model.finding import RegestaError
from regesta.model.span import Span

V = TypeVar("V")
_Trie = dict[str, "_Trie"]

_PLAIN = (("’", "'"), ("‘", "'"), ("ʼ", "'"), ("–", "-"), ("‑", "-"), ("‐", "-"), ("\u00a0", " "))
_GAPS = re.compile(r"[\s\-]+")
_END = "\0"
_STAR = "*"
_GOES_ON = re.compile(r"[\w*]")
_BEGINNING = re.compile(r"[^\W\d_]+|\d+|_")
_MOST = 1 << 16


class Hit(NamedTuple, Generic[V]):
    """A phrase found in a text: where, and the value filed under it."""

    span: Span
    value: V


def plain(text: str) -> str:
    """Return ``text`` in lower case with plain quotes and hyphens, character for character.

    The result has the length of ``text``, so that positions in one are positions in the other.
    """
    if text.isascii():
        return text.lower()
    marked = text
    for mark, usual in _PLAIN:
        marked = marked.replace(mark, usual)
    lowered = marked.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in marked)


def key(phrase: str) -> str:
    """Return the form under which a phrase is filed: plain, one space between its words."""
    return _GAPS.sub(" ", plain(phrase)).strip()


class Cues(Generic[V]):
    """A fixed set of phrases with a value each. Building is slow, looking up is fast."""

    def __init__(self, values: Mapping[str, V]) -> None:
        """File ``values`` under their phrases; of two phrases with one key the later one counts.

        Raises :class:`RegestaError` for a star that is not at the end of its phrase.
        """
        for phrase in values:
            if _STAR in phrase[:-1]:
                raise RegestaError(
                    f"“{phrase}”: a star may stand only at the end of a phrase; mend the rule."
                )
        self._whole = {key(phrase): value for phrase, value in values.items() if not phrase.endswith(_STAR)}
        self._stems = {key(phrase)[:-1]: value for phrase, value in values.items() if phrase.endswith(_STAR)}
        phrases = [*self._whole, *(stem + _STAR for stem in self._stems)]
        self._pattern = re.compile(_pattern(phrases))
        self.starts = Starts(phrases)

    def find(self, folded: str) -> Iterator[Hit[V]]:
        """Yield the phrases in ``folded``, left to right, the longest at each place.

        ``folded`` must come from :func:`plain`. No two hits share a character.
        """
        for match in self._pattern.finditer(folded):
            yield Hit(Span(*match.span()), self._value(match.group()))

    def values(self, folded: str) -> Iterator[V]:
        """Yield the values of the phrases that :meth:`find` finds in ``folded``."""
        for match in self._pattern.finditer(folded):
            yield self._value(match.group())

    def find_at(self, folded: str, places: Iterable[int]) -> Iterator[Hit[V]]:
        """Yield what :meth:`find` would, looking at ``places`` alone.

        They must be all places at which a phrase may begin, in order; ``starts`` tells them of each word.
        """
        for match in self._matches_at(folded, places):
            yield Hit(Span(*match.span()), self._value(match.group()))

    def values_at(self, folded: str, places: Iterable[int]) -> Iterator[V]:
        """Yield the values of the phrases that :meth:`find_at` finds."""
        for match in self._matches_at(folded, places):
            yield self._value(match.group())

    def _matches_at(self, folded: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
        end = 0
        for place in places:
            match = self._pattern.match(folded, place) if place >= end else None
            if match is not None:
                end = match.end()
                yield match

    def _value(self, printed: str) -> V:
        if printed in self._whole:
            return self._whole[printed]
        words = _GAPS.sub(" ", printed)
        if words in self._whole:
            return self._whole[words]
        stem = next(words[:size] for size in range(len(words), 0, -1) if words[:size] in self._stems)
        return self._stems[stem]


class Starts(dict[str, tuple[int, ...]]):
    """For each word as printed the places in it at which a phrase may begin; none, for most words.

    A word is worked out when it is first seen; so many are kept that a batch rarely meets the limit.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        """Take the first letters, or the first figures, of each phrase; what follows may be another word."""
        super().__init__()
        self._begins = re.compile(_pattern(dict.fromkeys(map(_beginning, phrases))))

    def __missing__(self, word: str) -> tuple[int, ...]:
        """Work out where in ``word`` a phrase may begin."""
        if len(self) >= _MOST:
            self.clear()
        self[word] = places = tuple(match.start() for match in self._begins.finditer(plain(word)))
        return places


def _beginning(phrase: str) -> str:
    """Return the first letters or figures of a phrase: its first word where that is nothing else."""
    first = _BEGINNING.match(phrase)
    letters = first[0] if first else ""
    whole = letters.isalpha() and not _GOES_ON.match(phrase, len(letters))
    return letters if whole else letters + _STAR


def _pattern(phrases: Iterable[str]) -> str:
    trie: _Trie = {}
    for phrase in phrases:
        node = trie
        for char in phrase.removesuffix(_STAR):
            node = node.setdefault(char, {})
        node[_STAR if phrase.endswith(_STAR) else _END] = {}
    return rf"\b{_branch(trie)}" if trie else r"(?!)"


def _branch(node: _Trie) -> str:
    """Write a trie as a pattern that tries the longer way before it ends a phrase."""
    ways = [_step(char) + _branch(below) for char, below in node.items() if char not in (_END, _STAR)]
    if _STAR in node:
        ways.append(r"\w*")
    elif _END in node:
        ways.append(r"(?!\w)")
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


def _step(char: str) -> str:
    return r"[\s\-]{1,4}" if char == " " else re.escape(char)
