"""What tells that names and offices in several documents are one person's, as data.

``data/people.yml`` holds weights and words; its head says what each field means. This module reads
it and says under which key an office as printed is one with other ways to print it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property

from pydantic import Field, model_validator

from regesta.rules.base import Strict, read_rules
from regesta.rules.force import per_rules
from regesta.rules.offices import (
    Level,
    head_of,
    modifier_pattern,
    office_pattern,
    office_rules,
    offices_in,
    settle,
)
from regesta.rules.states import states

_ASIDE = re.compile(r"\([^)]{0,80}\)")
_WORD = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*")
_SLASH = re.compile(r"(?<=\w{3})\s?/\s?(?=\w{3})")
_SPACE = re.compile(r"\s+")
_OWNER = re.compile(r"[’'][sS]?$")


class PeopleRules(Strict):
    """Weights and words for persons. See the head of ``people.yml`` for each field."""

    threshold: float
    margin: float
    weights: dict[str, float]
    years: int
    single: frozenset[Level]
    several: dict[str, frozenset[Level]]
    sides: frozenset[str]
    grace: int
    between: int
    recent: int
    marks: dict[str, str]
    idle: frozenset[str]
    alike: tuple[tuple[str, ...], ...]
    bodies: tuple[str, ...]
    bare: frozenset[str]
    one: tuple[tuple[str, ...], ...] = Field(min_length=1)
    two: tuple[tuple[str, str], ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _marks_are_modifiers(self) -> PeopleRules:
        strange = set(self.marks) - {rule.id for rule in office_rules().modifiers}
        if strange:
            raise ValueError(f"marks that are no modifiers of offices.yml: {', '.join(sorted(strange))}")
        return self

    @cached_property
    def telling_nothing(self) -> frozenset[str]:
        """The bare offices in small letters."""
        return frozenset(office.lower() for office in self.bare)

    @cached_property
    def body_pattern(self) -> re.Pattern[str]:
        """The nouns of bodies; compiled on first use."""
        words = "|".join(re.escape(word) for word in sorted(self.bodies, key=len, reverse=True))
        return re.compile(rf"(?<!\w)(?:{words})(?!\w)")

    @cached_property
    def stands_for(self) -> dict[str, str]:
        """The word that stands for each word of an office that has others for it."""
        return {word: group[0] for group in self.alike for word in group}


@cache
def people_rules() -> PeopleRules:
    """Return the shipped rules, read once."""
    return read_rules("people.yml", PeopleRules)


@dataclass(frozen=True, slots=True)
class Seat:
    """One office: its words as printed, and the key that all ways to print it share.

    ``single`` says that one person at a time holds it in a country.
    """

    office: str
    key: str
    single: bool


@per_rules
def seats(office: str, country: str | None = None) -> tuple[Seat, ...]:
    """Return the offices that a phrase names, without those that tell nothing by themselves.

    The words for the state before an office are left out; ``country`` is its code where it is known.
    """
    whole = _SPACE.sub(" ", _SLASH.sub(" and ", _ASIDE.sub(" ", office))).strip()
    found = (_seat(one, country) for part in offices_in(whole) for one in _apart(part))
    return tuple(dict.fromkeys(seat for seat in found if seat is not None))


def _apart(part: str) -> list[str]:
    """Cut a head of two offices ("Crown Prince and Prime Minister") that is known as one."""
    pieces = part.split(" and ")
    return pieces if all(piece.lower() in head_of() for piece in pieces) else [part]


def _seat(part: str, country: str | None) -> Seat | None:
    match = _anywhere().search(part)
    if match is None or match[0].strip().lower() in people_rules().telling_nothing:
        return None
    written = match[0].strip()
    modifiers = tuple(found[0].strip() for found in modifier_pattern().finditer(match["modifiers"]))
    purpose = " · ".join(words for words in (match["before"], match["after"]) if words)
    level = _level(match["head"], modifiers, purpose, country)
    marks = sorted({mark for word in modifiers if (mark := _marks().get(word.lower()))})
    single = _is_single(level, match["after"] or "", country)
    key = level if single else f"{level}|{' '.join(sorted(_words(written, country) - _marks().keys()))}"
    return Seat(written, " ".join((*marks, key)), single)


def _level(head: str, modifiers: tuple[str, ...], purpose: str, country: str | None) -> Level:
    """The level of the office itself: a crown prince may be head of government, but in another office."""
    level = settle(head, modifiers, purpose, country)
    own = head_of()[head.lower()].level
    return own if own == "royal" and level == "head_of_government" else level


def _is_single(level: Level, purpose: str, country: str | None) -> bool:
    rules = people_rules()
    if level not in rules.single or level in rules.several.get(country or "", ()):
        return False
    return rules.body_pattern.search(purpose) is None


def _words(written: str, country: str | None) -> set[str]:
    """The words that tell an office from another."""
    rules = people_rules()
    words = {_OWNER.sub("", word).lower() for word in _WORD.findall(written)}
    own = states().by_code(country) if country else None
    if own is not None:
        spoken = (*own.names, *own.official, *own.abbreviations, *own.adjectives)
        words -= {word.lower() for name in spoken for word in _WORD.findall(name)} - {"foreign"}
    return {rules.stands_for.get(word, word) for word in words if word not in rules.idle}


@per_rules
def _anywhere() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){office_pattern().pattern}", re.IGNORECASE)


@per_rules
def _marks() -> dict[str, str]:
    marks = people_rules().marks
    return {
        word.lower(): marks[rule.id]
        for rule in office_rules().modifiers
        if rule.id in marks
        for word in rule.words
    }
