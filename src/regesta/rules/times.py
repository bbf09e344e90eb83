"""The words and patterns of the time grammar.

``data/times.yml`` is read by :mod:`regesta.mentions.times`; its head says what each field means.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import Field

from regesta.rules.base import Strict, read_rules

PrepositionUse = Literal["optional", "required", "none"]


class WindowPattern(Strict):
    """One way of writing a date or window. See the head of ``times.yml`` for the fields."""

    name: str = Field(pattern=r"^[a-z_0-9]+$")
    kind: str
    pattern: str
    preposition: PrepositionUse = "optional"
    after: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    unless_before: str | None = None
    unless_after: str | None = None
    match: tuple[str, ...] = Field(min_length=1)
    never: tuple[str, ...] = Field(min_length=1)


class DurationWords(Strict):
    """The words of lengths of time, and what makes a number of hours no length of a meeting."""

    approximate: tuple[str, ...]
    fractions: dict[str, int]
    most_minutes: int
    unless_before: str
    unless_after: str
    match: dict[str, int]
    never: tuple[str, ...] = Field(min_length=1)


class OrdinalWords(Strict):
    """What is counted, and what makes an ordinal no count."""

    heads: tuple[str, ...]
    rounds: tuple[str, ...]
    nouns_of_kind: tuple[str, ...]
    no_round: tuple[str, ...]
    not_next: tuple[str, ...]
    not_between: tuple[str, ...]
    adjectives_in_ed: tuple[str, ...]
    year_tails: tuple[str, ...]
    other_tails: tuple[str, ...]
    far_tails: tuple[str, ...]
    told: tuple[str, ...]
    tail_stops: tuple[str, ...]
    match: dict[str, str]
    never: tuple[str, ...] = Field(min_length=1)


class ClockWords(Strict):
    """Names of times of day, and what makes two numbers no time of day."""

    names: dict[str, str]
    zones: dict[str, str]
    zones_open: dict[str, tuple[str, ...]]
    unless_before: str
    unless_after: str
    match: dict[str, str]
    never: tuple[str, ...] = Field(min_length=1)


class Lean(Strict):
    """Words before a date that say in which tense its year is to be found."""

    tense: Literal["future", "present"]
    pattern: str
    match: tuple[str, ...] = Field(min_length=1)
    never: tuple[str, ...] = Field(min_length=1)


class Leaning(Strict):
    """Words that decide on which side a date lies, and what may stand between them and the date.

    ``fronted`` are words after a date with which its sentence begins.
    """

    between: str
    held: str
    words: tuple[Lean, ...]
    fronted_between: str
    fronted: Lean


class TimeRules(Strict):
    """Everything in ``times.yml``."""

    months: dict[str, int]
    months_short: dict[str, int]
    months_ambiguous: tuple[str, ...]
    weekdays: dict[str, int]
    weekdays_short: dict[str, int]
    seasons: dict[str, int]
    numbers: dict[str, int]
    tens: dict[str, int]
    ordinals: dict[str, int]
    ordinal_tens: dict[str, int]
    eras: dict[str, int]
    eras_after: dict[str, int]
    units: dict[str, str]
    which: dict[str, str]
    directions: dict[str, int]
    parts: dict[str, tuple[str, ...]]
    prepositions: dict[str, str]
    days_named: dict[str, int]
    year_slack_days: int
    triggers: tuple[str, ...]
    starters: tuple[str, ...]
    shorthand: dict[str, str]
    windows: tuple[WindowPattern, ...]
    leaning: Leaning
    durations: DurationWords
    ordinal_counts: OrdinalWords
    clock: ClockWords


@cache
def time_rules() -> TimeRules:
    """Return the shipped time rules, read once."""
    return read_rules("times.yml", TimeRules)
