"""Words of time as numbers: the classes of words that patterns name, and what each word means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from regesta.rules.times import TimeRules

GAP = r"(?:[^\S\n]{0,2}\s[^\S\n]{0,3})"
_BLANKS = re.compile(r"\s+")
_HEAD_LETTERS = 3
_HEAD = re.compile(rf"[^\W\d_]{{1,{_HEAD_LETTERS}}}")
_NO_MORE = r"(?![^\W\d])"
_ALSO = {"i": "İı", "k": "\u212a", "s": "ſ"}  # what the patterns of ``re`` take for these letters too
_QUARTERS = {"last": 4, "final": 4}


def squeeze(words: str) -> str:
    """Return the words in lower case with single spaces, as the tables of the rules hold them."""
    return _BLANKS.sub(" ", words).strip().lower()


def either(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest that fits; spaces stand for gaps.

    Words that begin alike share their beginning, so that most texts fail at the first letter.
    """
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branch(tree)


def begins(words: Iterable[str]) -> str:
    """Return a pattern for the first three letters of any of the words, in either case.

    It is a cheap first look: it matches wherever one of the words stands, and passes over most others.
    """
    tree: dict[str, Any] = {}
    for head in {found[0].lower() for word in words if (found := _HEAD.match(word))}:
        node = tree
        for letter in head:
            node = node.setdefault(letter, {})
        if len(head) < _HEAD_LETTERS:
            node[""] = {}
    return _begins(tree)


def _begins(node: dict[str, Any]) -> str:
    """Return the pattern of a tree of letters in either case; the key "" marks a word's end."""
    ways = [_either_case(letter) + _begins(node[letter]) for letter in sorted(node) if letter]
    ways += [_NO_MORE] if "" in node else []
    return f"(?:{'|'.join(ways)})" if len(ways) > 1 else "".join(ways)


def _either_case(letter: str) -> str:
    """Return the class of all letters that are this one where case does not count."""
    return f"[{letter}{letter.upper()}{_ALSO.get(letter, '')}]"


def _branch(node: dict[str, Any]) -> str:
    """Return the pattern of a tree of letters; the key "" marks the end of a word."""
    ways = [
        (GAP if letter == " " else re.escape(letter)) + _branch(node[letter])
        for letter in sorted(node)
        if letter
    ]
    if not ways:
        return ""
    return f"(?:{'|'.join(ways)}){'?' if '' in node else ''}" if len(ways) > 1 or "" in node else ways[0]


def _cased(words: Iterable[str]) -> str:
    """Return a pattern for names that count only with a capital, or all in capitals."""
    names = list(words)
    return f"(?-i:{either([*names, *(name.upper() for name in names)])})"


def number_words(rules: TimeRules) -> str:
    """Return a pattern for whole numbers below a hundred in words."""
    units = either(word for word, value in rules.numbers.items() if value < 10 and len(word) > 2)
    return f"(?:{either(rules.tens)}(?:[- ]{units})?|{either(rules.numbers)})"


def ordinal_words(rules: TimeRules) -> str:
    """Return a pattern for ordinals below a hundredth in words."""
    units = either(word for word, value in rules.ordinals.items() if value < 10)
    return f"(?:{either(rules.tens)}[- ]{units}|{either(rules.ordinals)}|{either(rules.ordinal_tens)})"


def _eras(rules: TimeRules) -> str:
    return f"(?-i:{either([*rules.eras, *(name.replace('.', '') for name in rules.eras)])})"


def word_classes(rules: TimeRules) -> dict[str, str]:
    """Return the pattern of each class of words that ``@class`` names in ``times.yml``."""
    short = _cased(rules.months_short)
    clear = [name for name in rules.months if name not in rules.months_ambiguous]
    year = r"(?:(?:18|19|20)\d\d(?:(?!\d)|(?=\d\d?:\d\d)))"
    after = _cased(rules.eras_after)
    era_year = rf"(?:{_eras(rules)}{GAP}?\d{{1,4}}(?!\d)|\d{{4}}{GAP}{after}(?!\w))"
    return {
        "month": _cased(rules.months),
        "month_any": rf"(?:{_cased(rules.months)}|{short}\.?(?!\w))",
        "month_ambiguous": _cased(rules.months_ambiguous),
        "month_clear": _cased(clear),
        "weekday": _cased(rules.weekdays),
        "weekday_any": rf"(?:{_cased(rules.weekdays)}|{_cased(rules.weekdays_short)}\.?(?!\w))",
        "turned": "(?:last|next)",
        "season": either(rules.seasons),
        "day": r"(?:(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|:\d))",
        "day_word": ordinal_words(rules),
        "year": rf"(?:{year}|{era_year})",
        "era_year": era_year,
        "year_short": r"\d\d(?!\d)",
        "num": r"\d{1,2}",
        "num_year": r"(?:19|20)\d\d",
        "count": rf"(?:\d{{1,3}}|{number_words(rules)})",
        "unit": either(rules.units),
        "unit_one": "(?:week|month|year|quarter)",
        "which": either(rules.which),
        "part": either(words for every in rules.parts.values() for words in every),
        "dir": either(rules.directions),
        "day_named": either(rules.days_named),
        "quarter": "(?:first|second|third|fourth|last|final|1st|2nd|3rd|4th)",
        "qnum": "[1-4]",
        "half": "[12]",
    }


class Meanings:
    """What words of the classes mean. The words must have been matched by their class."""

    def __init__(self, rules: TimeRules) -> None:
        self._months = {name.lower(): n for name, n in (rules.months | rules.months_short).items()}
        self._weekdays = {name.lower(): n for name, n in (rules.weekdays | rules.weekdays_short).items()}
        self._parts = {words: part for part, every in rules.parts.items() for words in every}
        eras = rules.eras | rules.eras_after
        self._eras = {name.lower().replace(".", ""): n for name, n in eras.items()}
        self._rules = rules

    def month(self, words: str) -> int:
        """Return the number of a month's full or short name, or of its figures."""
        if words.isdecimal():
            return int(words)
        return self._months[words.rstrip(".").lower()]

    def weekday(self, words: str) -> int:
        """Return the ISO number of a weekday's full or short name."""
        return self._weekdays[words.rstrip(".").lower()]

    def season(self, words: str) -> int:
        """Return the EDTF code of a season."""
        return self._rules.seasons[words.lower()]

    def year(self, words: str) -> int:
        """Return the year of the common era, from four figures or an era and its year."""
        figures = re.search(r"\d+", words)[0]  # type: ignore[index]
        name = squeeze(words.replace(figures, " ")).replace(".", "")
        return int(figures) + (self._eras[name] if name else 0)

    def number(self, words: str) -> int:
        """Return a whole number in figures or words."""
        if words.isdecimal():
            return int(words)
        parts = re.split(r"[-\s]+", squeeze(words))
        known = self._rules.numbers | self._rules.tens
        return sum(known[part] for part in parts)

    def ordinal(self, words: str) -> int:
        """Return the number of an ordinal in figures or words."""
        figures = re.match(r"\d+", words)
        if figures is not None:
            return int(figures[0])
        known = self._rules.ordinals | self._rules.ordinal_tens | self._rules.tens
        return sum(known[part] for part in re.split(r"[-\s]+", squeeze(words)))

    def quarter(self, words: str) -> int:
        """Return 1 to 4."""
        return _QUARTERS.get(words.lower()) or self.ordinal(words)

    def part(self, words: str) -> str:
        """Return the id of a part of a period."""
        return self._parts[squeeze(words)]

    def which(self, words: str) -> str:
        """Return this, next, last, following, previous or same."""
        return self._rules.which[squeeze(words)]

    def unit(self, words: str) -> str:
        """Return a unit's id, a plural."""
        return self._rules.units[squeeze(words)]

    def direction(self, words: str) -> int:
        """Return which way, and from what, is counted."""
        return self._rules.directions[squeeze(words)]

    def day_named(self, words: str) -> int:
        """Return how many days after publication a named day is."""
        return self._rules.days_named[squeeze(words)]
