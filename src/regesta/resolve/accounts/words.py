"""What a passage is about, as words that can be compared: roots, names, numbers, dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from regesta.rules.accounts import account_rules
from regesta.rules.cues import plain

_WORD = re.compile(r"[^\W\d_]{2,40}")
_NAME = re.compile(r"[A-Z][\w’'-]{1,40}(?: (?:of |the )?[A-Z][\w’'-]{1,40}){0,4}")
_ROOT = 4
_NOUNS = 3


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A date as far as the words give it; ``month`` from 21 on is a season. 0 is what they do not say."""

    year: int
    month: int
    day: int
    words: str = ""

    def fits(self, other: Moment) -> bool:
        """Say whether both can be the same day."""
        ours, theirs = (self.year, self.month, self.day), (other.year, other.month, other.day)
        if self.month > 12 or other.month > 12:
            ours, theirs = _seasons(self, other)
        return all(one == two or not one or not two for one, two in zip(ours, theirs, strict=True))


@dataclass(frozen=True, slots=True)
class Number:
    """A number and the roots of the words after it, which say what is counted."""

    value: float
    nouns: frozenset[str]
    words: str
    noun: str


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a passage: ``roots`` of what is not empty, ``names`` with capitals, ``places`` of those.

    ``around`` are roots that stand in the same sentence only. Among the roots are dates
    ("@2031-5") and concepts ("#strait").
    """

    folded: str
    roots: frozenset[str]
    around: frozenset[str]
    names: frozenset[str]
    places: frozenset[str]
    numbers: tuple[Number, ...]
    moments: tuple[Moment, ...]


def words_of(text: str, sentence: str, concepts: frozenset[str], known: frozenset[str]) -> Words:
    """Return the words of ``text`` in its ``sentence``, with the ids of the concepts named in it.

    ``known`` are words of the parties and persons, which tell nothing.
    """
    moments = tuple(_moments(text))
    bare = text
    for moment in moments:
        bare = bare.replace(moment.words, " " * len(moment.words), 1)
    folded = plain(bare)
    names = {name.lower(): name for name in _names(bare, known)}
    before = account_rules().place_before.words
    places = {
        low for low, name in names.items() if any(f"{word} {name}" in f" {bare}" for word in _spelt(before))
    }
    own = frozenset(root for root in roots(folded) if root not in _rooted(known))
    own |= {f"@{one.year}-{one.month}" for one in moments} | {f"#{one}" for one in concepts}
    around = frozenset(root for root in roots(plain(sentence)) if root not in _rooted(known))
    return Words(
        folded,
        own,
        around - own,
        frozenset(names),
        frozenset(places),
        tuple(_numbers(folded)),
        moments,
    )


def roots(folded: str) -> list[str]:
    """Return the roots of the words of a folded text that are not empty, in order."""
    empty = account_rules().empty
    return [root(word) for word in _WORD.findall(folded) if word not in empty]


@lru_cache(maxsize=8192)
def root(word: str) -> str:
    """Return a word without its longest ending, if four letters are left."""
    bare = word.removesuffix("'s")
    for suffix in _suffixes():
        if bare.endswith(suffix) and len(bare) - len(suffix) >= _ROOT:
            return bare[: -len(suffix)]
    return bare


@cache
def _suffixes() -> tuple[str, ...]:
    return tuple(sorted(account_rules().suffixes, key=len, reverse=True))


@lru_cache(maxsize=64)
def _rooted(known: frozenset[str]) -> frozenset[str]:
    return frozenset(root(word) for word in known)


def _spelt(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        yield f" {word}"
        yield f" {word} the"


def _names(text: str, known: frozenset[str]) -> Iterator[str]:
    """Yield names with capitals, without titles and words of the parties; the first word is no name."""
    aside = account_rules().titles.words
    for match in _NAME.finditer(text):
        parts = match.group().split()
        if match.start() == 0:
            parts = parts[1:]
        kept = [part for part in parts if _bare(part) not in aside and _bare(part) not in known]
        if kept and kept[-1][0].isupper():
            yield " ".join(kept)


def _bare(word: str) -> str:
    return plain(word).removesuffix("'s").strip("'.-")


@cache
def _moment_patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    rules = account_rules()
    months = "|".join(month.capitalize() for month in rules.months)
    seasons = "|".join(rules.seasons)
    return (
        re.compile(
            rf"\b(?:(?P<before>\d{{1,2}})(?:st|nd|rd|th)? )?(?P<month>{months})\b"
            r"(?: (?P<after>\d{1,2})(?!\d)(?:st|nd|rd|th)?)?(?:,? (?P<year>(?:19|20)\d\d)\b)?"
        ),
        re.compile(
            rf"\b(?:in|by|until|this|next|last|early|late|of|the) (?:the )?(?P<season>{seasons})\b"
            r"(?: (?:of )?(?P<year>(?:19|20)\d\d))?"
        ),
        re.compile(r"\b(?P<year>(?:19|20)\d\d)\b"),
    )


def _moments(text: str) -> Iterator[Moment]:
    rules = account_rules()
    dated, seasonal, yearly = _moment_patterns()
    rest = text
    for match in dated.finditer(text):
        day = match["before"] or match["after"] or "0"
        yield Moment(int(match["year"] or 0), rules.months[match["month"].lower()], int(day), match.group())
        rest = _blank(rest, match)
    for match in seasonal.finditer(rest):
        yield Moment(int(match["year"] or 0), rules.seasons[match["season"]], 0, match.group())
        rest = _blank(rest, match)
    for match in yearly.finditer(rest):
        yield Moment(int(match["year"]), 0, 0, match.group())


def _blank(text: str, match: re.Match[str]) -> str:
    return text[: match.start()] + " " * (match.end() - match.start()) + text[match.end() :]


def _seasons(one: Moment, two: Moment) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    """Lay two moments of which one is a season beside each other, months taken as their season."""
    return (one.year, _season(one.month), 0), (two.year, _season(two.month), 0)


def _season(month: int) -> int:
    return month if month > 12 or not month else 21 + (month - 3) % 12 // 3


@cache
def _number_pattern() -> re.Pattern[str]:
    words = "|".join(account_rules().numbers)
    return re.compile(
        rf"\b(?P<value>\d{{1,12}}(?:[.,]\d{{1,6}}){{0,3}}|{words})\b"
        r"(?P<times> (?:hundred|thousand|million|billion))?"
        rf"(?P<nouns>(?:[ -][a-z]{{2,30}}){{0,{_NOUNS}}})"
    )


_TIMES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}


def _numbers(folded: str) -> Iterator[Number]:
    rules = account_rules()
    for match in _number_pattern().finditer(folded):
        nouns = []
        for word in re.split(r"[ -]", match["nouns"].strip()):
            if word in rules.empty or not word:
                break
            nouns.append(word)
        if not nouns or match["value"] == "one":
            continue
        value = rules.numbers.get(match["value"]) or float(match["value"].replace(",", ""))  # "1,200" is 1200
        scale = _TIMES.get((match["times"] or "").strip(), 1)
        shown = match["value"] + (match["times"] or "")
        yield Number(value * scale, frozenset(map(root, nouns)), shown, " ".join(nouns))
