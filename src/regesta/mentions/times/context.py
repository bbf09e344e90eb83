"""What a resolver of one kind of mention works with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from regesta.mentions.times.mention import Anchor, Fields, Tense, TimeMention
from regesta.model.edtf import UNKNOWN_YEAR, bounds
from regesta.rules.times import time_rules

_EVENT_WORDS = ("following", "previous", "same")
_STEPS = {"this": 0, "same": 0, "next": 1, "following": 1, "last": -1, "previous": -1}


@dataclass(frozen=True, slots=True)
class Context:
    """A mention with everything that decides what it means."""

    mention: TimeMention
    anchor: Anchor
    tense: Tense
    text: str

    @property
    def fields(self) -> Fields:
        """The parts of the expression."""
        return self.mention.fields

    @property
    def from_event(self) -> bool:
        """Whether the mention counts from the event spoken of, and one is known."""
        fields = self.fields
        refers = fields.which in _EVENT_WORDS or fields.year_ref in _EVENT_WORDS
        refers = refers or self.mention.kind == "event_day" or fields.direction in (1, -1)
        return refers and self.anchor.event is not None and self.mention.kind != "today"

    @property
    def day(self) -> date | None:
        """The day of publication."""
        return date.fromisoformat(self.anchor.day) if self.anchor.day else None

    @property
    def slack(self) -> int:
        """How many days a date may lie on the wrong side of publication."""
        return time_rules().year_slack_days

    def origin(self, which: str | None) -> date | None:
        """Return the day from which "this" or "next" is counted, or "the following": that needs an event."""
        if which in _EVENT_WORDS:
            covered = bounds(self.anchor.event) if self.anchor.event is not None else None
            return date.fromisoformat(covered[1 if which == "following" else 0]) if covered else None
        return self.day

    def year_of(self, which: str | None) -> int | None:
        """Return the year meant by "this year", "last year", "the following year"."""
        start = self.origin(which)
        return None if start is None or which is None else start.year + _STEPS[which]


def part_named(mention: TimeMention) -> str | None:
    """Return the part of a period that is meant, also where one word holds both ("year-end")."""
    return mention.fields.part or {"year_end": "end", "mid_year": "mid"}.get(mention.rule)


def step(which: str | None) -> int:
    """Return how many periods after the present one "next" or "last" is; 0 without a word."""
    return _STEPS[which] if which else 0


def year_text(year: int | None) -> str:
    """Return a year in four figures, or the sign for an unknown year."""
    return UNKNOWN_YEAR if year is None else f"{year:04}"
