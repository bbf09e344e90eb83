"""Words that name meetings, as data. ``data/meetings.yml`` says what each field means."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import Literal

from pydantic import Field, model_validator

from regesta.model.records import FORMATS
from regesta.rules.base import Strict, read_rules
from regesta.rules.outlook import must_hold

VerbClass = Literal["meet", "visit", "receive", "lead"]


class MeetingNoun(Strict):
    """Noun phrases that name a meeting."""

    id: str
    words: tuple[str, ...] = Field(min_length=1)
    format: str | None = None
    medium: Literal["in_person", "phone", "video"] | None = None
    named: bool = False
    bare: bool = False
    none: bool = False
    alone: bool = False
    match: tuple[str, ...] = Field(min_length=1)
    never: tuple[str, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _format_is_known(self) -> MeetingNoun:
        if self.format is not None and self.format not in FORMATS:
            raise ValueError(f"noun {self.id}: no such format: {self.format}")
        return self


class Inside(Strict):
    """Words inside the phrase of talks that tell their format, in the order in which they are tried."""

    two_plus_two: tuple[str, ...]
    vice_ministerial: tuple[str, ...]
    foreign_ministers: tuple[str, ...]
    summit: tuple[str, ...]
    committee: tuple[str, ...]
    ministers: tuple[str, ...]
    officials: tuple[str, ...]
    match: tuple[str, ...] = Field(min_length=1)
    never: tuple[str, ...] = Field(min_length=1)

    def format_of(self, words: str) -> str | None:
        """Return the first format of which a phrase stands in ``words``, which are in lower case."""
        padded = f" {words} "
        return next((name for phrase, name in self.padded if phrase in padded), None)

    @cached_property
    def padded(self) -> tuple[tuple[str, str], ...]:
        """Every phrase between spaces, and its format, in the order in which they are tried."""
        names = (name for name in type(self).model_fields if name not in ("match", "never"))
        return tuple((f" {words} ", name) for name in names for words in getattr(self, name))


class MeetingRules(Strict):
    """All words of meetings."""

    nouns: tuple[MeetingNoun, ...]
    inside: Inside
    verbs: dict[VerbClass, tuple[str, ...]]
    organisations: tuple[str, ...]
    mediums: dict[Literal["phone", "video"], tuple[str, ...]]
    occasion: tuple[str, ...]
    condition: tuple[str, ...]
    ranks: dict[str, int]

    @cached_property
    def medium_sign(self) -> re.Pattern[str]:
        """What stands in some word of all that tells a medium."""
        return must_hold("|".join(re.escape(words) for every in self.mediums.values() for words in every))

    @cached_property
    def occasion_sign(self) -> re.Pattern[str]:
        """What stands in some word of all that ``occasion`` opens with."""
        return must_hold("|".join(map(re.escape, self.occasion)))


@cache
def meeting_rules() -> MeetingRules:
    """Return the shipped words of meetings, read once."""
    return read_rules("meetings.yml", MeetingRules)
