"""Finds dates and windows of time in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from regesta.mentions.times.grammar import CompiledRule, Grammar, grammar
from regesta.mentions.times.lexicon import Meanings
from regesta.mentions.times.mention import Fields, TimeMention
from regesta.model.span import Span
from regesta.model.trace import Declined, listening

_LOOK = 130
_BEFORE = 48
_BEHIND = 48
_YEAR = re.compile(r"\d{4}")


def find_windows(text: str, span: Span) -> tuple[TimeMention, ...]:
    """Return the expressions of time within ``span`` of ``text``, in order, without overlaps.

    What is not a date ("2030 Agenda", "they may meet") is not returned; expressions too vague to
    be a window ("in the coming months") are, with the kind ``vague``.
    """
    rules = grammar()
    mentions: list[TimeMention] = []
    for region in regions(text, span, rules.trigger):
        end = region.start
        for first in rules.opener.finditer(text, region.start, region.end):
            at = first.start()
            if at > region.last:
                break
            found = rules.finder.match(text, at, region.end) if at >= end else None
            if found is not None:
                mentions += _mentions(text, span, found, rules)
                end = found.end()
    return tuple(mentions)


class Region(NamedTuple):
    """Characters ``[start, end)``, in which mentions may stand; none begins after character ``last``."""

    start: int
    last: int
    end: int


def regions(text: str, span: Span, trigger: re.Pattern[str]) -> Iterator[Region]:
    """Yield the parts of ``span`` in which mentions can stand, apart from each other and in order.

    Most of a text is far from any word of time; leaving it out makes finding three times as fast.
    """
    start = last = -1
    for found in trigger.finditer(text, span.start, span.end):
        at = found.start()
        if last < 0 or at - _BEFORE > last + _BEHIND:
            if last >= 0:
                yield Region(start, last, min(last + _BEHIND, span.end))
            start = max(span.start, at - _BEFORE)
        last = at
    if last >= 0:
        yield Region(start, last, min(last + _BEHIND, span.end))


def _mentions(text: str, within: Span, found: re.Match[str], rules: Grammar) -> Iterator[TimeMention]:
    group = found.lastgroup or ""
    compiled = rules.rules[int(group[1:])]
    core = Span(*found.span(group))
    words = found["prep"]
    preposition = None if words is None else rules.prepositions[" ".join(words.lower().split())]
    if _guarded(text, within, core, compiled):
        return
    read = compiled.reader.fullmatch(text, core.start, core.end)
    if read is None:
        return
    whole = Span(*found.span())
    if compiled.rule.kind == "year_list":
        yield from _year_list(text, whole, core, compiled, preposition)
    elif compiled.rule.kind == "month_pair":
        yield from _month_pair(read, rules.meanings, whole, compiled, preposition)
    elif compiled.rule.kind == "day_pair":
        yield from _day_pair(read, rules.meanings, whole, compiled, preposition)
    else:
        yield TimeMention(
            whole,
            core,
            compiled.rule.kind,
            read_fields(read, rules.meanings),
            preposition,
            compiled.rule.name,
        )


def _guarded(text: str, within: Span, core: Span, compiled: CompiledRule) -> bool:
    """Say whether what stands around the core makes it no mention."""
    before, after = compiled.before, compiled.after
    if before and before.search(text, max(within.start, core.start - _LOOK), core.start):
        return _tell(core, compiled, "no date after the words before it")
    if after and after.match(text, core.end, within.end):
        return _tell(core, compiled, "no date before the words after it")
    return False


def _tell(core: Span, compiled: CompiledRule, why: str) -> bool:
    """Tell why an expression is no date; return True."""
    trace = listening()
    if trace is not None:
        trace.declined.append(Declined("date", core, why, f"time.{compiled.rule.name}"))
    return True


def _year_list(
    text: str, whole: Span, core: Span, compiled: CompiledRule, preposition: str | None
) -> Iterator[TimeMention]:
    """Give each year of a list its own mention; the first has the preposition in its span."""
    for year in _YEAR.finditer(text, core.start, core.end):
        own = Span(*year.span())
        span = Span(whole.start, own.end) if own.start == core.start else own
        yield TimeMention(span, own, "year", Fields(year=int(year[0])), preposition, compiled.rule.name)


def _month_pair(
    read: re.Match[str], meanings: Meanings, whole: Span, compiled: CompiledRule, preposition: str | None
) -> Iterator[TimeMention]:
    """Give months that follow each other one mention ("in May or June"), others one each."""
    fields = read_fields(read, meanings)
    core, name = Span(*read.span()), compiled.rule.name
    if fields.month is None or fields.month_to is None:
        return
    if (fields.month_to - fields.month) % 12 == 1:
        joined = replace(fields, year=None, year_to=fields.year)
        yield TimeMention(whole, core, "month_range", joined, preposition, name)
        return
    first, second = Span(*read.span("month__1")), Span(read.start("month_to__1"), core.end)
    own = replace(fields, month_to=None)
    yield TimeMention(Span(whole.start, first.end), first, "month", own, preposition, name)
    yield TimeMention(second, second, "month", replace(own, month=fields.month_to), preposition, name)


def _day_pair(
    read: re.Match[str], meanings: Meanings, whole: Span, compiled: CompiledRule, preposition: str | None
) -> Iterator[TimeMention]:
    """Give days in a row ("13 and 14 April", "between 5 and 9 May") one mention, others one each."""
    fields = read_fields(read, meanings)
    places = [name for name in ("day__1", "day_mid__1", "day_to__1") if read[name] is not None]
    days = [int(re.sub(r"\D", "", read[name])) for name in places]
    name = compiled.rule.name
    if preposition == "from" or all(later - earlier == 1 for earlier, later in pairwise(days)):
        yield TimeMention(whole, Span(*read.span()), "day_range", fields, preposition, name)
        return
    month_first = read.start("month__1") < read.start("day__1")
    for index, (place, day) in enumerate(zip(places, days, strict=True)):
        start = read.start() if month_first and index == 0 else read.start(place)
        end = read.end() if index == len(days) - 1 else read.end(place)
        own = Fields(
            year=fields.year, year_ref=fields.year_ref, month=fields.month, day=day,
            weekday=fields.weekday if index == 0 else None,
        )  # fmt: skip
        span = Span(whole.start if index == 0 else start, end)
        yield TimeMention(span, Span(start, end), "day", own, preposition, name)


def read_fields(read: re.Match[str], meanings: Meanings) -> Fields:
    """Return the fields of one match of a rule's reader."""
    raw: dict[str, str] = {}
    for name, words in read.groupdict().items():
        if words is not None:
            raw.setdefault(name.rpartition("__")[0], words)
    values: dict[str, int | str] = {}
    for field, words in raw.items():
        reader = _READERS.get(field)
        if reader is not None:
            values[field] = getattr(meanings, reader)(words)
    if "day_named" in values:
        values["direction"] = values.pop("day_named")
    numbers = tuple(int(words) for field, words in raw.items() if field.startswith("num_"))
    year_to = values.get("year_to")
    if isinstance(year_to, int) and year_to < 100:
        values["year_to"] = int(values["year"]) // 100 * 100 + year_to
    return Fields(**values, numbers=numbers or None)  # type: ignore[arg-type]


_READERS = {
    "year": "year", "year_to": "year", "year_ref": "which",
    "month": "month", "month_to": "month", "day": "ordinal", "day_to": "ordinal",
    "weekday": "weekday", "weekday_to": "weekday", "season": "season", "quarter": "quarter",
    "part": "part", "part_to": "part", "which": "which", "which_to": "which", "unit": "unit",
    "count": "number",
    "direction": "direction", "day_named": "day_named",
}  # fmt: skip
