"""What every match of a regular expression begins with, and what it must hold: read off its source.

Trying a long pattern where it cannot match costs far more than one look at a letter or a word. What is
told here is true of every match; it need not be all that is true.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

_COUNT = re.compile(r"[?*+]|\{(\d*)(?:,\d*)?\}")
_GROUP = re.compile(r"\(\?(?:P<\w+>|[aiLmsux]*(?:-[imsx]+)?:|>)|\((?!\?)")
_AROUND = re.compile(r"\(\?<?[=!]")
_TEST = re.compile(r"\(\?\(\w+\)")
_RANGE = re.compile(r"(\\?.)-(?!\])(\\?.)", re.DOTALL)
_NOWHERE = "bBAZ"
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Part:
    """Part of a pattern. ``firsts`` are what its first letter may be, as pieces of a class; None is anything.

    ``empty`` says whether it may match nothing; one of the patterns ``holds`` stands in each match (None:
    nothing is known); ``text`` is what it matches where that is one fixed string, and ``apart`` whether
    no letter can stand right before that.
    """

    firsts: frozenset[str] | None
    empty: bool
    holds: frozenset[str] | None = None
    text: str | None = None
    apart: bool = False


_NOTHING = _Part(frozenset(), empty=True)
_ANYTHING = _Part(None, empty=True)


def begins_with(pattern: str) -> str | None:
    """Return the class of letters with which every match begins; None where it may be any or there is none.

    Case is not told apart: the class is for use where case does not count.
    """
    part = _Reader(pattern).read()
    if part.empty or part.firsts is None:
        return None
    return f"[{''.join(sorted(part.firsts))}]"


def first_letter_first(ways: Iterable[str]) -> str:
    """Return the alternatives as one pattern that tries each only where its first letter stands.

    Alternatives in a row with the same first letters share one look.
    """
    rows = groupby(ways, key=begins_with)
    joined = ((letters, "|".join(row)) for letters, row in rows)
    return "|".join(row if letters is None else f"(?=(?i:{letters}))(?:{row})" for letters, row in joined)


def must_hold(pattern: str) -> re.Pattern[str]:
    """Return a pattern for pieces of words, one of which stands in a word of every match of ``pattern``.

    ``pattern`` is to be matched where a word begins. Where nothing is known the result matches any word.
    """
    holds = _Reader(pattern).read().holds or ()
    return re.compile("|".join(sorted(holds)), re.IGNORECASE)


class _Reader:
    """Reads a pattern from left to right; what it does not know may match anything."""

    def __init__(self, pattern: str) -> None:
        self._pattern, self._at = pattern, 0
        self._apart = True

    def read(self) -> _Part:
        """Read the whole pattern."""
        return self._ways()

    def _ways(self) -> _Part:
        """Read up to the end of the group, or of the pattern."""
        before, ways = self._apart, [self._row()]
        after = self._apart
        while self._next("|"):
            self._apart = before
            ways.append(self._row())
            after = after and self._apart
        self._apart = after
        return _either(ways)

    def _row(self) -> _Part:
        parts = []
        while self._at < len(self._pattern) and self._pattern[self._at] not in "|)":
            parts.append(self._counted())
        return _after_each_other(parts)

    def _counted(self) -> _Part:
        before, part = self._apart, self._one()
        count = _COUNT.match(self._pattern, self._at)
        if count is None:
            return part
        self._at = count.end()
        _ = self._next("?") or self._next("+")
        least = int(count[1] or 0) if count[0][0] == "{" else int(count[0] == "+")
        if least == 0:
            self._apart = before and self._apart
            return _Part(part.firsts, empty=True)
        return _Part(part.firsts, part.empty, part.holds)

    def _one(self) -> _Part:
        """Read one letter, class or group."""
        for opening in (_AROUND, _TEST, _GROUP):
            found = opening.match(self._pattern, self._at)
            if found is not None:
                return self._group(found.end(), reads_on=opening is not _AROUND)
        if self._pattern.startswith("(?", self._at):
            raise ValueError(f"unknown group in {self._pattern[self._at :]!r}")
        letter = self._pattern[self._at]
        self._at += 1
        match letter:
            case "[":
                return self._class()
            case "\\":
                return self._escape()
            case "^" | "$":
                return _NOTHING
            case ".":
                self._apart = False
                return _Part(None, empty=False)
            case _:
                return self._letter(letter)

    def _group(self, start: int, *, reads_on: bool) -> _Part:
        self._at, before = start, self._apart
        inside = self._ways()
        self._at += 1
        if reads_on:
            return inside
        self._apart = before
        return _NOTHING

    def _escape(self) -> _Part:
        letter = self._pattern[self._at]
        self._at += 1
        if not letter.isalnum():
            return self._letter(letter)
        if letter in _NOWHERE:
            self._apart = self._apart or letter == "b"
            return _NOTHING
        self._apart = letter in "sW"
        if letter.isdecimal():
            return _ANYTHING
        known = frozenset({"\\" + letter})
        return _Part(known, empty=False, holds=known if letter == "d" else None)

    def _letter(self, letter: str) -> _Part:
        before, self._apart = self._apart, not (letter.isalnum() or letter == "_")
        return _Part(frozenset({_plain(letter)}), empty=False, text=letter, apart=before)

    def _class(self) -> _Part:
        start = self._at
        end = start + self._pattern.startswith("^", start)
        end += self._pattern.startswith("]", end)
        while self._pattern[end] != "]":
            end += 2 if self._pattern[end] == "\\" else 1
        self._at, self._apart, inside = end + 1, False, self._pattern[start:end]
        return _Part(None if inside.startswith("^") else frozenset(_pieces(inside)), empty=False)

    def _next(self, mark: str) -> bool:
        here = self._pattern.startswith(mark, self._at)
        self._at += here
        return here


def _pieces(inside: str) -> Iterable[str]:
    """Yield the pieces of a class, so written that they may be joined in any order."""
    at = 0
    while at < len(inside):
        ends = _RANGE.match(inside, at)
        if ends is not None:
            yield f"{_plain(ends[1])}-{_plain(ends[2])}"
            at = ends.end()
            continue
        size = 2 if inside[at] == "\\" else 1
        yield _plain(inside[at : at + size])
        at += size


def _plain(letter: str) -> str:
    return letter if letter.isalnum() or len(letter) > 1 else "\\" + letter


def _either(ways: Sequence[_Part]) -> _Part:
    if len(ways) == 1:
        return ways[0]
    firsts = _union([way.firsts for way in ways])
    return _Part(firsts, any(way.empty for way in ways), _union([way.holds for way in ways]))


def _union(sets: Sequence[frozenset[str] | None]) -> frozenset[str] | None:
    known = [one for one in sets if one is not None]
    return frozenset().union(*known) if len(known) == len(sets) else None


def _after_each_other(parts: Sequence[_Part]) -> _Part:
    """Join parts that follow each other; of what each must hold the longest words tell most."""
    firsts: frozenset[str] | None = frozenset()
    for part in parts:
        firsts = _union([firsts, part.firsts])
        if not part.empty:
            break
    best = max(_held(parts), key=_told, default=None)
    fixed = parts and all(part.text is not None for part in parts)
    text = "".join(part.text or "" for part in parts) if fixed else None
    return _Part(firsts, all(part.empty for part in parts), best, text, bool(parts) and parts[0].apart)


def _held(parts: Sequence[_Part]) -> Iterator[frozenset[str]]:
    """Yield what each part must hold, and of the letters between the longest word."""
    for fixed, row in groupby(parts, key=lambda part: part.text is not None):
        if not fixed:
            yield from (part.holds for part in row if part.holds)
            continue
        run = list(row)
        letters = "".join(part.text or "" for part in run)
        words = [found for found in _WORD.finditer(letters) if found[0].isalnum()]
        if words:
            longest = max(words, key=lambda found: (len(found[0]), found.start()))
            apart = longest.start() > 0 or run[0].apart
            yield frozenset({rf"\b{longest[0]}" if apart else longest[0]})


def _told(words: frozenset[str]) -> float:
    """How much it tells that one of the words stands in a text: few and long ones are rare."""
    return sum(map(len, words)) / len(words) - len(words) / 4
