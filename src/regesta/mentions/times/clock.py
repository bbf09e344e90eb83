"""Finds local times of day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from regesta.mentions.times.lexicon import GAP, either, squeeze
from regesta.model.span import Span
from regesta.model.time import ClockTime
from regesta.rules.times import time_rules

_LOOK = 40
_HALF = rf"(?:{GAP}?(?P<half>[ap])(?:\.{GAP}?m\.|m\b\.?(?!\w)|\.m\b))"
_TO = rf"(?:{GAP}?[-–—]{GAP}?|{GAP}(?:to|until|till|and){GAP})"
_CLOCK = rf"(?P<hour>[01]?\d|2[0-4])(?:(?P<sep>[:.h])(?P<minute>[0-5]\d))?(?!\d){_HALF}?"
_NEXT = re.compile(rf"(?i:{_TO}\d{{1,2}}(?:[:.]\d\d)?{_HALF})")


@dataclass(frozen=True, slots=True)
class _Grammar:
    finder: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    names: dict[str, str]


@cache
def _grammar() -> _Grammar:
    words = time_rules().clock
    names = rf"(?P<name>{either(words.names)})(?!\w)"
    return _Grammar(
        re.compile(rf"(?i:(?<![\w$€£])(?:{names}|{_CLOCK}))"),
        re.compile(words.unless_before.replace(" ", GAP)),
        re.compile(words.unless_after.replace(" ", GAP)),
        words.names,
    )


def find_clock_times(text: str, span: Span) -> tuple[ClockTime, ...]:
    """Return the times of day within ``span``, in order.

    Figures count with "a.m." or "p.m." (which may stand after a later time, "2:00 to 3:30 p.m."),
    with a colon, with "hrs" or "o'clock" before a part of the day; a lone number never does.
    """
    rules = _grammar()
    found = (_clock(text, span, match, rules) for match in rules.finder.finditer(text, span.start, span.end))
    return tuple(clock for clock in found if clock is not None)


def _clock(text: str, within: Span, found: re.Match[str], rules: _Grammar) -> ClockTime | None:
    start, end = found.span()
    if found["name"]:
        return ClockTime(rules.names[squeeze(found["name"])], Span(start, end))
    half = found["half"] or _half_after(text, within, found)
    if not half and found["sep"] != ":":
        return None
    if rules.before.search(text, max(within.start, start - _LOOK), start):
        return None
    if rules.after.match(text, end, within.end):
        return None
    value = _value(int(found["hour"]), int(found["minute"] or 0), half.lower() if half else None)
    return None if value is None else ClockTime(value, Span(start, end))


def _half_after(text: str, within: Span, found: re.Match[str]) -> str | None:
    """Return the half of the day that a later time of the same range gives."""
    later = _NEXT.match(text, found.end(), within.end)
    return later["half"] if later else None


def _value(hour: int, minute: int, half: str | None) -> str | None:
    if half is None:
        return f"{hour:02}:{minute:02}" if hour < 24 else None
    if not 1 <= hour <= 12:
        return f"{hour:02}:{minute:02}" if 12 < hour < 24 and half == "p" else None
    return f"{hour % 12 + (12 if half == 'p' else 0):02}:{minute:02}"
