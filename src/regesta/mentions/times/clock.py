"""Finds local times of day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from regesta.mentions.times.lexicon import GAP, either, squeeze
from regesta.mentions.times.zones import zone_after
from regesta.model.span import Span
from regesta.model.time import ClockTime
from regesta.rules.times import time_rules

_LOOK = 40
_HALF = rf"(?:{GAP}?(?P<half>[ap])(?:\.{GAP}?m\.|m\b\.?(?!\w)|\.m\b))"
_TO = rf"(?:{GAP}?[-–—~]{GAP}?|{GAP}(?:to|until|till|and){GAP})"
_FULL = r"(?P<full>(?:[01]\d|2[0-3])[0-5]\d)"
_HOURS = rf"(?P<hrs>{GAP}?(?:hrs?\b\.?|hours\b))"
_PART = (
    rf"(?P<part>{GAP}?o[’']clock(?:{GAP}in{GAP}the{GAP}(?P<day>morning|afternoon|evening)|{GAP}at{GAP}night))"
)
_PLAIN = r"(?P<hour>[01]?\d|2[0-4])(?:(?P<sep>[:.h])(?P<minute>[0-5]\d)|(?P<bare>h)(?!\w))?(?!\d)"
_CLOCK = rf"(?:{_FULL}(?={_HOURS.replace('?P<hrs>', '?:')})|{_PLAIN}(?:{_HALF}|{_PART}|(?={_HOURS}))?)"
_NEXT = re.compile(rf"(?i:{_TO}\d{{1,2}}(?:[:.]\d\d)?{_HALF})")
_AT = re.compile(rf"(?i:\b(?:at|from|until|till){GAP})$")
_RANGE = re.compile(rf"(?i:{_TO})")
_AFTER_FIGURES = re.compile(rf"(?i:{GAP}?(?:hrs?\b\.?|hours\b))?")


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
    with a colon or an "h" ("10h30"), before "hrs" ("0900 hrs"), and with "o'clock" and a part of the
    day; a lone number never does. The zone is the one named after the time, or after its range.
    """
    rules = _grammar()
    found = (_clock(text, span, match, rules) for match in rules.finder.finditer(text, span.start, span.end))
    return tuple(_zoned(text, span, [clock for clock in found if clock is not None]))


def _zoned(text: str, within: Span, clocks: Sequence[ClockTime]) -> list[ClockTime]:
    """Give each time its zone; the first of a range has that of the second."""
    zoned: list[ClockTime] = []
    for clock in reversed(clocks):
        end = clock.span.end + len(_AFTER_FIGURES.match(text, clock.span.end, within.end)[0])  # type: ignore[index]
        zone = zone_after(text, end, within.end)
        if zone is None and zoned and _RANGE.fullmatch(text, end, zoned[-1].span.start):
            zone = zoned[-1].zone
        zoned.append(replace(clock, zone=zone))
    return zoned[::-1]


def _clock(text: str, within: Span, found: re.Match[str], rules: _Grammar) -> ClockTime | None:
    start, end = found.span()
    if found["name"]:
        return ClockTime(rules.names[squeeze(found["name"])], Span(start, end))
    half = found["half"] or _part_of_day(found) or _half_after(text, within, found)
    if not (half or _counts(text, within, found)):
        return None
    if rules.before.search(text, max(within.start, start - _LOOK), start):
        return None
    if rules.after.match(text, end, within.end):
        return None
    if found["full"]:
        return ClockTime(f"{found['full'][:2]}:{found['full'][2:]}", Span(start, end))
    value = _value(int(found["hour"]), int(found["minute"] or 0), half.lower() if half else None)
    return None if value is None else ClockTime(value, Span(start, end))


def _counts(text: str, within: Span, found: re.Match[str]) -> bool:
    """Say whether figures without a half of the day are a time by their form."""
    if found["full"] or found["sep"] in (":", "h", "H"):
        return True
    if found["bare"]:
        return _AT.search(text, max(within.start, found.start() - _LOOK), found.start()) is not None
    return found["sep"] == "." and found["hrs"] is not None


def _part_of_day(found: re.Match[str]) -> str | None:
    """Return the half of the day of "nine o'clock in the evening"; at night it is the later one."""
    if not found["part"]:
        return None
    return "a" if (found["day"] or "").lower() == "morning" else "p"


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
