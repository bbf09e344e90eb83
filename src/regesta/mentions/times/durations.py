"""Finds lengths of meetings: hours and minutes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from regesta.mentions.times.lexicon import GAP, Meanings, either, number_words
from regesta.model.span import Span
from regesta.model.time import Duration
from regesta.rules.times import time_rules

_LOOK = 40
_TRIGGER = re.compile(r"[Hh](?:our|rs?\b)|HOUR|[Mm]in(?:ute|s?\b)|MINUTE|\d\s{0,3}[Hh]\b")

SIGN = re.compile(r"h(?:our|rs?\b)|\b(?:min(?:ute|s?\b)|h\b)", re.IGNORECASE)
"""What stands in a word of every length that ``_TRIGGER`` lets pass."""


@dataclass(frozen=True, slots=True)
class _Grammar:
    finder: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    meanings: Meanings
    fractions: dict[str, int]
    most: int


@cache
def _grammar() -> _Grammar:
    rules = time_rules()
    words = rules.durations
    number = rf"(?:\d{{1,3}}(?:[.,]5|{GAP}?½)?|½|{number_words(rules)})"
    minute = rf"(?:(?:{GAP}|-)(?:minutes?|mins?\b\.?)|(?<=\d)mins?\b)"
    in_hours = rf"(?:{minute}|(?<=\d)m\b)"
    hour = rf"(?:(?:{GAP}|-)(?:hours?|hrs?\b\.?)|(?<=\d){GAP}?h\b(?!-))"
    a_half = rf"(?P<fraction>a{GAP}(?:half|quarter)\b)"
    tail = rf"(?:(?:,?{GAP}and|,)?{GAP}(?:(?P<more>{number}){in_hours}|{a_half}))?"
    hours = (
        rf"(?P<hours>{number})(?P<and_half>(?:{GAP}|-)and(?:{GAP}|-)a(?:{GAP}|-)half)?{hour}(?:-long)?{tail}"
    )
    part = rf"(?P<part>half|a{GAP}quarter|three(?:{GAP}|-)quarters)(?:{GAP}of)?(?:{GAP}|-)an?{GAP}hour"
    half_hour = rf"(?:(?:a|one){GAP})?(?P<half_hour>half)(?:-|{GAP})hour(?:-long)?"
    half = rf"(?:{part}|{half_hour}|(?P<hour_long>hour)-long)"
    minutes = rf"(?P<minutes>{number}){minute}"
    approximate = rf"(?P<approximate>{either(words.approximate)}{GAP})?"
    return _Grammar(
        re.compile(rf"(?i:(?<![\w.,$€£])(?:for{GAP})?{approximate}(?:{half}|{hours}|{minutes})(?!\w))"),
        re.compile(words.unless_before.replace(" ", GAP), re.IGNORECASE),
        re.compile(words.unless_after.replace(" ", GAP), re.IGNORECASE),
        Meanings(rules),
        words.fractions,
        words.most_minutes,
    )


def find_durations(text: str, span: Span) -> tuple[Duration, ...]:
    """Return the lengths of time within ``span`` that can be a meeting's, in order.

    Days and years are no such lengths, nor are hours that place something ("two hours later",
    "within 48 hours") or that are given as a range ("30 to 40 minutes").
    """
    if _TRIGGER.search(text, span.start, span.end) is None:
        return ()
    rules = _grammar()
    found = (
        _duration(text, span, match, rules) for match in rules.finder.finditer(text, span.start, span.end)
    )
    return tuple(duration for duration in found if duration is not None)


def _duration(text: str, within: Span, found: re.Match[str], rules: _Grammar) -> Duration | None:
    start, end = found.span()
    if rules.before.search(text, max(within.start, start - _LOOK), start):
        return None
    if rules.after.match(text, end, within.end):
        return None
    minutes = _minutes(found, rules)
    if not 0 < minutes <= rules.most:
        return None
    lead = re.match(rf"for{GAP}", found[0], re.IGNORECASE)
    return Duration(minutes, Span(start + (lead.end() if lead else 0), end), found["approximate"] is not None)


def _minutes(found: re.Match[str], rules: _Grammar) -> int:
    """Return the length in minutes of one match of the finder."""
    if found["part"]:
        words = found["part"].lower()
        return 45 if words.startswith("three") else rules.fractions[words.split()[-1]]
    if found["half_hour"] or found["hour_long"]:
        return 30 if found["half_hour"] else 60
    if found["minutes"]:
        return _count(found["minutes"], 1, rules.meanings)
    total = _count(found["hours"], 60, rules.meanings)
    if found["and_half"]:
        total += rules.fractions["half"]
    if found["fraction"]:
        total += rules.fractions[found["fraction"].lower().split()[-1]]
    return total + (_count(found["more"], 1, rules.meanings) if found["more"] else 0)


def _count(words: str, unit: int, meanings: Meanings) -> int:
    if words[-2:] in (".5", ",5"):
        return int(words[:-2]) * unit + unit // 2
    if words.endswith("½"):
        return int(words[:-1] or 0) * unit + unit // 2
    return meanings.number(words) * unit
