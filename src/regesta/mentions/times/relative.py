"""Days and spans of time counted from the day of publication or from the event spoken of."""

from __future__ import annotations

import re
from datetime import date, timedelta

from regesta.mentions.times import absolute
from regesta.mentions.times.context import Context, step
from regesta.model.edtf import last_day, shift_days, valid

_DAYS = {"days": 1, "weeks": 7, "fortnights": 14}
_MONTHS = {"months": 1, "quarters": 3, "years": 12}
_NEAR = 7


def today(context: Context) -> str | None:
    """Resolve "today", "yesterday", and "this morning (01)" as the nearest day of that number."""
    start = context.day
    if start is None:
        return None
    named = start + timedelta(days=context.fields.direction or 0)
    if context.fields.day is None:
        return named.isoformat()
    near = sorted(range(-_NEAR, _NEAR + 1), key=lambda days: (abs(days), days))
    days = (named + timedelta(days=away) for away in near)
    return next((day.isoformat() for day in days if day.day == context.fields.day), None)


def weekday(context: Context) -> str | None:
    """Resolve a weekday, or days from one to another, by its word ("last", "next") or the tense."""
    fields, start = context.fields, context.day
    if start is None or fields.weekday is None:
        return None
    first = _weekday(context, start, fields.weekday)
    if fields.weekday_to is None:
        return first.isoformat()
    last = first + timedelta(days=(fields.weekday_to - fields.weekday) % 7)
    return f"{first.isoformat()}/{last.isoformat()}"


def _weekday(context: Context, start: date, number: int) -> date:
    ahead = (number - start.isoweekday()) % 7
    which = context.fields.which
    if which in ("next", "following"):
        return start + timedelta(days=ahead or 7)
    if which in ("last", "previous"):
        return start - timedelta(days=(7 - ahead) if ahead else 7)
    if context.tense == "past":
        return start - timedelta(days=(7 - ahead) % 7)
    if context.tense == "present" and ahead > 3:
        return start + timedelta(days=ahead - 7)
    return start + timedelta(days=ahead)


def weekday_of_week(context: Context) -> str | None:
    """Resolve "Tuesday of next week", "next week on Friday"."""
    fields, start = context.fields, context.origin(context.fields.which)
    if start is None or fields.weekday is None:
        return None
    steps = step(fields.which) * 7 - start.isoweekday() + fields.weekday
    return shift_days(start.isoformat(), steps)


def week_of(context: Context) -> str | None:
    """Resolve "the week of 27 March", from Monday on, and "the week beginning 27 March", from that day on."""
    first = absolute.day(context)
    if first is None or first.startswith("X"):
        return None
    if re.search(r"week\s+of", context.mention.core.of(context.text), re.IGNORECASE):
        first = shift_days(first, 1 - date.fromisoformat(first).isoweekday())
    last = None if first is None else shift_days(first, 6)
    return None if last is None else f"{first}/{last}"


def weekend(context: Context) -> str | None:
    """Resolve "the weekend", "this weekend", "next weekend" as a Saturday and a Sunday."""
    start = context.day
    if start is None:
        return None
    saturday = start + timedelta(days=6 - start.isoweekday())
    which = context.fields.which
    if which in ("next", "following") or (which in (None, "this") and context.tense == "future"):
        saturday += timedelta(days=7 if which in ("next", "following") and start.isoweekday() > 5 else 0)
    elif which in ("last", "previous") or (context.tense == "past" and saturday > start):
        saturday -= timedelta(days=7)
    return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"


def day_of_month(context: Context) -> str | None:
    """Resolve "the 25th of this month"; "of the month" is the month of publication."""
    start = context.origin(context.fields.which or "this")
    if start is None or context.fields.day is None:
        return None
    months = start.year * 12 + start.month - 1 + step(context.fields.which)
    return _valid(f"{months // 12:04}-{months % 12 + 1:02}-{context.fields.day:02}")


def event_day(context: Context) -> str | None:
    """Resolve "the same day", "the following day", "the day before"."""
    fields = context.fields
    steps = {"following": 1, "next": 1, "previous": -1, "last": -1}.get(fields.which or "", 0)
    words = context.mention.core.of(context.text).lower()
    if fields.direction is not None:
        steps = -1 if fields.direction < 0 else 1
    elif fields.which is None and not words.startswith("that"):
        steps = 1
    event = context.anchor.event or context.anchor.day
    if event is None:
        return None
    if steps == 0:
        return event
    begin, _, end = event.partition("/")
    return shift_days((end or begin) if steps > 0 else begin, steps)


def offset(context: Context) -> str | None:
    """Resolve "two weeks later", "three days ago": a day for days and weeks, else a month or year."""
    fields = context.fields
    if fields.count is None or fields.unit is None or fields.direction is None:
        return None
    forward = fields.direction > 0
    count = fields.count if forward else -fields.count
    if abs(fields.direction) == 2:
        return _moved(context.anchor.day, fields.unit, count)
    begin, _, end = (context.anchor.event or context.anchor.day or "").partition("/")
    return _moved((end or begin) if forward else begin, fields.unit, count)


def in_offset(context: Context) -> str | None:
    """Resolve "in two weeks" and, as a window from publication on, "within three months"."""
    fields, start = context.fields, context.anchor.day
    if fields.count is None or fields.unit is None or start is None or context.tense == "past":
        return None
    if context.mention.kind == "in_offset" and context.mention.preposition == "in":
        if context.tense != "future":
            return None
        return _moved(start, fields.unit, fields.count)
    end = _moved_day(start, fields.unit, fields.count)
    return None if end is None else f"{start}/{end}"


def _moved(start: str | None, unit: str, count: int) -> str | None:
    """Return where so many units lead: to a day, a month or a year, as the unit allows."""
    if not start:
        return None
    if unit in _DAYS:
        return shift_days(start, count * _DAYS[unit])
    if start.startswith("X") or (unit != "years" and len(start) < 7):
        return None
    if unit == "years":
        return _valid(f"{int(start[:4]) + count:04}")
    months = int(start[:4]) * 12 + int(start[5:7]) - 1 + count * _MONTHS[unit]
    return _valid(f"{months // 12:04}-{months % 12 + 1:02}")


def _moved_day(start: str, unit: str, count: int) -> str | None:
    """Return the day so many units after a day; the last of the month where that is shorter."""
    if unit in _DAYS:
        return shift_days(start, count * _DAYS[unit])
    months = int(start[:4]) * 12 + int(start[5:7]) - 1 + count * _MONTHS[unit]
    year, month = months // 12, months % 12 + 1
    if year > 9999:
        return None
    return f"{year:04}-{month:02}-{min(int(start[8:]), last_day(year, month)):02}"


def _valid(edtf: str) -> str | None:
    return edtf if valid(edtf) else None
