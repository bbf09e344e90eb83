"""The words of offices: heads, modifiers, portfolios, honorifics, and nouns for groups of persons.

``data/offices.yml`` holds the words; its head says what each field means. This module reads it
and says which level an office has once its parts are known.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from pydantic import Field, model_validator

from regesta.rules.base import Strict, joined, read_rules
from regesta.rules.force import added, per_rules

Level = Literal[
    "head_of_state", "head_of_government", "foreign_minister", "defence_minister", "minister",
    "deputy_minister", "royal", "legislator", "ambassador", "envoy", "military", "official", "other",
]  # fmt: skip
Held = Literal["now", "past", "future"]
ANY = "*"
_PARTS = " · "  # between what stands before a head ("Foreign") and what follows it ("of XA")


class Words(Strict):
    """An entry of words with the phrases that show when they are met and when not."""

    id: str
    words: tuple[str, ...] = Field(min_length=1)
    match: tuple[str, ...] = Field(min_length=1)
    never: tuple[str, ...] = Field(min_length=1)


class Head(Words):
    """Nouns on which an office hangs. See the head of ``offices.yml`` for the fields."""

    level: Level
    plural: tuple[str, ...] = ()
    by_country: dict[str, Level] = Field(default_factory=dict)
    by_country_words: dict[str, dict[str, Level]] = Field(default_factory=dict)
    with_portfolio: Level | None = None

    @model_validator(mode="after")
    def _exceptions_name_own_words(self) -> Head:
        strange = set(self.by_country_words) - set(self.words)
        if strange:
            raise ValueError(f"head {self.id}: by_country_words not in words: {', '.join(sorted(strange))}")
        return self


class Modifier(Words):
    """Words before a head: some lower its level, some say that it is held no longer or not yet."""

    shifts: dict[Level, Level] = Field(default_factory=dict)
    held: Held = "now"


class Portfolio(Words):
    """What an office is for; ``level`` is what it makes of a minister."""

    before: tuple[str, ...] = ()
    level: Level | None = None


class Honorific(Words):
    """Words before a name that are no office; the id says what they tell ("female", "rank")."""


class Group(Words):
    """Nouns for several persons or sides. ``level`` is None for sides."""

    kind: Literal["person", "side"]
    level: Level | None = None
    single: tuple[str, ...] = ()


class Example(Strict):
    """An office as printed and the level it must give."""

    office: str
    level: Level
    country: str | None = None


class OfficeRules(Strict):
    """All words of offices."""

    levels: tuple[Level, ...]
    heads: tuple[Head, ...]
    modifiers: tuple[Modifier, ...]
    portfolios: tuple[Portfolio, ...]
    bodies: tuple[str, ...]
    connectors: tuple[str, ...]
    joiners: tuple[str, ...]
    links_before: frozenset[str]
    links_after: frozenset[str]
    honorifics: tuple[Honorific, ...]
    particles: tuple[str, ...]
    suffixes: tuple[str, ...]
    groups: tuple[Group, ...]
    examples: tuple[Example, ...]

    @model_validator(mode="after")
    def _each_head_word_stands_once(self) -> OfficeRules:
        words = [word for head in self.heads for word in head.words]
        twice = sorted({word for word in words if words.count(word) > 1})
        if twice:
            raise ValueError(f"in two heads: {', '.join(twice)}")
        return self


class MoreOffices(Strict):
    """What a pack adds to the words of offices; each list has the form it has in ``offices.yml``."""

    heads: tuple[Head, ...] = ()
    modifiers: tuple[Modifier, ...] = ()
    portfolios: tuple[Portfolio, ...] = ()
    bodies: tuple[str, ...] = ()
    honorifics: tuple[Honorific, ...] = ()
    groups: tuple[Group, ...] = ()
    examples: tuple[Example, ...] = ()


@per_rules
def office_rules() -> OfficeRules:
    """Return the words of offices in force: the shipped ones and those of packs. Made once for each set."""
    rules = _shipped()
    for more in added().offices:
        rules = joined(rules, more)
    return rules


@cache
def _shipped() -> OfficeRules:
    return read_rules("offices.yml", OfficeRules)


@per_rules
def head_of() -> dict[str, Head]:
    """Return every head by each of its words, singular and plural, in lower case."""
    return {word.lower(): head for head in office_rules().heads for word in (*head.plural, *head.words)}


def head_level(word: str, country: str | None, portfolio: bool = False) -> Level:
    """Return the level of the head printed as ``word`` (it must be one) for a side, if known."""
    head = head_of()[word.lower()]
    own = next((by for key, by in head.by_country_words.items() if key.lower() == word.lower()), {})
    for table in (own, head.by_country):
        for key in (country, ANY):
            if key is not None and key in table:
                return table[key]
    if portfolio and head.with_portfolio is not None:
        return head.with_portfolio
    return head.level


def settle(
    word: str, modifiers: tuple[str, ...] = (), portfolio: str = "", country: str | None = None
) -> Level:
    """Return the level of an office from its parts.

    ``word`` is a head's word, ``modifiers`` stand before it in the order of print, ``portfolio``
    is all that says what the office is for, before or after the head, without the connector.
    """
    purpose = _portfolio_level(portfolio)
    level = head_level(word, country, portfolio=bool(portfolio))
    head = head_of()[word.lower()]
    if purpose is not None and level == "minister" and "minister" in (head.level, head.with_portfolio):
        level = purpose
    for modifier in reversed(modifiers):
        level = _shifts().get(modifier.lower(), {}).get(level, level)
    return level


def level_of(office: str, country: str | None = None) -> Level | None:
    """Return the level of an office phrase ("Deputy Minister of Foreign Affairs").

    Of several offices of one person the highest counts. None when no head is in the phrase.
    """
    found = [level for part in offices_in(office) if (level := _one_level(part, country))]
    order = office_rules().levels
    return min(found, key=order.index) if found else None


def _one_level(office: str, country: str | None) -> Level | None:
    match = office_pattern().match(office.strip())
    if match is None:
        return None
    modifiers = tuple(m[0] for m in modifier_pattern().finditer(match["modifiers"]))
    portfolio = _PARTS.join(part for part in (match["before"], match["after"]) if part)
    return settle(match["head"], modifiers, portfolio, country)


def offices_in(office: str) -> list[str]:
    """Return the offices of a phrase that may name several.

    It is cut at joiners that are followed by another whole office, not by more of a portfolio.
    """
    whole = office.strip()
    if whole.lower() in head_of():
        return [whole]
    return [part for part in _joiner_pattern().split(whole) if part]


@per_rules
def _joiner_pattern() -> re.Pattern[str]:
    joiners = any_of(set(office_rules().joiners))
    return re.compile(rf"(?:\s*,\s*(?:and\s+)?|\s+(?:{joiners})\s+)(?={_headed()})")


def _portfolio_level(portfolio: str) -> Level | None:
    for rule in office_rules().portfolios:
        if rule.level is None:
            continue
        first = portfolio.split(_PARTS, maxsplit=1)[0]
        before = first in rule.before or first.title() in rule.before
        if before or any(_has(portfolio, word) for word in rule.words):
            return rule.level
    return None


def _has(text: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


@per_rules
def _shifts() -> dict[str, dict[Level, Level]]:
    return {word.lower(): rule.shifts for rule in office_rules().modifiers for word in rule.words}


def any_of(words: set[str]) -> str:
    """Return an alternation of ``words`` as a regular expression, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@per_rules
def modifier_pattern() -> re.Pattern[str]:
    """Return the pattern of a word that may stand before a head."""
    words = {word for rule in office_rules().modifiers for word in rule.words}
    return re.compile(rf"(?<!\w)(?:{any_of(words)})(?!\w)", re.IGNORECASE)


@per_rules
def _headed() -> str:
    rules = office_rules()
    modifiers = any_of({word for rule in rules.modifiers for word in rule.words})
    before = any_of({word for rule in rules.portfolios for word in rule.before})
    heads = any_of({word for rule in rules.heads for word in rule.words})
    return rf"(?:(?:{modifiers})[\s-]*){{0,3}}(?:(?:{before})\s+)?(?:{heads})(?!\w)"


@per_rules
def office_pattern() -> re.Pattern[str]:
    """Return the pattern of one office; its groups are ``modifiers``, ``before``, ``head`` and ``after``."""
    rules = office_rules()
    modifiers = any_of({word for rule in rules.modifiers for word in rule.words})
    before = any_of({word for rule in rules.portfolios for word in rule.before})
    heads = any_of(set(head_of()))
    connectors = any_of(set(rules.connectors))
    return re.compile(
        rf"(?P<modifiers>(?:(?:{modifiers})[\s-]*){{0,4}}?)(?:(?P<before>{before})\s+)?(?P<head>{heads})(?!\w)"
        rf"(?:\s+(?:{connectors})\s+(?P<after>.+))?",
        re.IGNORECASE,
    )
