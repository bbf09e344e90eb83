"""What titles, names of publishers and offices say about a document as a whole.

``data/publishers.yml`` holds the words; its head says what each field means.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal

from pydantic import Field

from regesta.rules.base import Strict, joined, read_rules
from regesta.rules.force import added, per_rules
from regesta.rules.offices import Level


class Entry(Strict):
    """Names and titles in which an entry must be met (match) and in which it must not (never)."""

    match: tuple[str, ...] = Field(min_length=1)
    never: tuple[str, ...] = Field(min_length=1)


class Words(Entry):
    """An entry that is met where one of its words stands."""

    words: tuple[str, ...] = Field(min_length=1)


class Pattern(Entry):
    """An entry that is met where its regular expression fits."""

    pattern: str


class Kind(Pattern):
    """A kind of document that a title alone settles."""

    kind: Literal["joint_statement", "press_conference", "other"]


class Office(Words):
    """Words in the name of a publisher that serves an office of this level."""

    level: Level


class PublisherRules(Strict):
    """All entries. See the head of ``publishers.yml`` for the fields."""

    kinds: tuple[Kind, ...]
    ahead: Pattern
    offices: tuple[Office, ...]
    bodies: Words
    voices: Words
    leaders: Words


class MorePublishers(Strict):
    """What a pack adds to the entries; each list has the form it has in ``publishers.yml``.

    They go before the shipped ones: of two that fit, the pack's wins.
    """

    kinds: tuple[Kind, ...] = ()
    offices: tuple[Office, ...] = ()


@per_rules
def publisher_rules() -> PublisherRules:
    """Return the entries in force: the shipped ones and those of packs. Made once for each set of packs."""
    rules = _shipped()
    for more in added().publishers:
        rules = joined(rules, more, first=("kinds", "offices"))
    return rules


@cache
def _shipped() -> PublisherRules:
    return read_rules("publishers.yml", PublisherRules)


def level_served(publisher: str) -> Level | None:
    """Return the level of the office that a publisher serves, None where its name does not say."""
    return next((level for level, words in _served() if words.search(publisher)), None)


def kind_in_title(title: str) -> tuple[str, str] | None:
    """Return the kind of document that a title settles and the words that do, or None."""
    for kind, pattern in _kinds():
        found = pattern.search(title)
        if found:
            return kind, found.group()
    return None


def looks_ahead(title: str) -> str | None:
    """Return the words of a title that look ahead, or None."""
    found = _ahead().search(title)
    return found.group() if found else None


def ministry_in(text: str, start: int, end: int) -> str | None:
    """Return the first name of a ministry or another body in ``text[start:end]``, or None."""
    found = _ministry().search(text, start, end)
    return found.group(1) if found else None


def is_voice(office: str) -> bool:
    """Say whether an office only speaks for the publisher."""
    return bool(_voices().search(office))


def _any(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(word) for word in words)})\b", re.IGNORECASE)


@per_rules
def _served() -> tuple[tuple[Level, re.Pattern[str]], ...]:
    return tuple((office.level, _any(office.words)) for office in publisher_rules().offices)


@per_rules
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    kinds = publisher_rules().kinds
    return tuple((entry.kind, re.compile(entry.pattern, re.IGNORECASE)) for entry in kinds)


@per_rules
def _ahead() -> re.Pattern[str]:
    return re.compile(publisher_rules().ahead.pattern, re.IGNORECASE)


@per_rules
def _voices() -> re.Pattern[str]:
    return _any(publisher_rules().voices.words)


@per_rules
def _ministry() -> re.Pattern[str]:
    """A body, "of" or "for", and up to seven capitalised words with what joins them."""
    bodies, word = "|".join(publisher_rules().bodies.words), r"[A-Z][\w’'-]+"
    more = rf"(?: and| of| the| for|,) {word}| {word}"
    return re.compile(rf"\b((?:Federal )?(?:{bodies}) (?:of|for)(?: the)? {word}(?:{more}){{0,6}})")
