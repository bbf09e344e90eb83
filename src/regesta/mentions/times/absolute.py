"""Days, months and parts of months, with a year or without one."""

from __future__ import annotations

from datetime import date

from regesta.mentions.times.context import Context, year_text
from regesta.mentions.times.mention import Fields, Tense
from regesta.mentions.times.years import YearToWindow, choose_year
from regesta.model.edtf import last_day, valid

_PARTS = {
    "early": (1, 10), "mid": (11, 20), "late": (21, 31), "end": (21, 31), "half1": (1, 15), "half2": (16, 31),
    "third1": (1, 10), "third2": (11, 20), "third3": (21, 31),
    "week1": (1, 7), "week2": (8, 14), "week3": (15, 21), "week4": (22, 28), "weeklast": (-6, 31),
}  # fmt: skip
_ABOUT_A_YEAR = 370


def day(context: Context) -> str | None:
    """Resolve a day or a range of days."""
    fields = context.fields
    return placed(context, lambda year: _days(fields, year), fields.weekday)


def month(context: Context) -> str | None:
    """Resolve a month or a range of months, or one counted from now ("this November")."""
    fields = context.fields
    if fields.which is not None and fields.month is not None:
        return _which_month(context, fields.which, fields.month)
    return placed(context, lambda year: _months(fields, year))


def part_of_month(context: Context) -> str | None:
    """Resolve "late April", "the first half of May", "late or end of June"."""
    fields = context.fields
    return placed(context, lambda year: _part(fields, year))


def _valid(edtf: str) -> str | None:
    return edtf if valid(edtf) else None


def placed(context: Context, window: YearToWindow, weekday: int | None = None) -> str | None:
    """Return the window in the year that is written, referred to, or fits the tense.

    ``window`` returns the window in a year, 0 being the unknown one; ``weekday`` is that of its first day.
    """
    fields = context.fields
    if fields.year is not None:
        return window(fields.year)
    if fields.year_to is not None:
        return window(fields.year_to - ((fields.month_to or 12) < (fields.month or 0)))
    if fields.year_ref is not None:
        year = context.year_of(fields.year_ref)
        return None if year is None else window(year)
    if context.anchor.day is None:
        return window(0)
    told = None if weekday is None else _told_by_weekday(context, _on_weekday(window, weekday))
    return told or choose_year(window, context.anchor.day, context.tense, context.slack)


def _told_by_weekday(context: Context, fitting: YearToWindow) -> str | None:
    """Return the day that is on its weekday, about a year from publication at most.

    That a date is a Friday says more of its year than the tense does.
    """
    spoken = context.day
    if spoken is None:
        return None
    tenses: tuple[Tense, ...] = (context.tense, "present")
    for tense in tenses:
        chosen = choose_year(fitting, spoken.isoformat(), tense, context.slack)
        if chosen is not None and abs((date.fromisoformat(chosen[:10]) - spoken).days) <= _ABOUT_A_YEAR:
            return chosen
    return None


def _on_weekday(window: YearToWindow, weekday: int) -> YearToWindow:
    def fitting(year: int) -> str | None:
        edtf = window(year)
        if edtf is None or date.fromisoformat(edtf[:10]).isoweekday() != weekday:
            return None
        return edtf

    return fitting


def _days(fields: Fields, year: int) -> str | None:
    """Return the day or days in a year; 0 is the unknown year."""
    known = year_text(year or None)
    first = f"{known}-{fields.month:02}-{fields.day:02}"
    if fields.day_to is None:
        return _valid(first)
    month_to = fields.month_to or fields.month or 0
    end_year = fields.year_to or (year + 1 if year and month_to < (fields.month or 0) else year)
    return _valid(f"{first}/{year_text(end_year or None)}-{month_to:02}-{fields.day_to:02}")


def _months(fields: Fields, year: int) -> str | None:
    known = year_text(year or None)
    if fields.month_to is None:
        return _valid(f"{known}-{fields.month:02}")
    turns = fields.month_to < (fields.month or 0)
    end_year = fields.year_to or (year + 1 if year and turns else year)
    return _valid(f"{known}-{fields.month:02}/{year_text(end_year or None)}-{fields.month_to:02}")


def _part(fields: Fields, year: int) -> str | None:
    """Return a part of a month, or from a part of one month to a part or a day of another."""
    if fields.month is None or fields.part is None:
        return None
    if fields.part == "whole":
        return _valid(f"{year_text(year or None)}-{fields.month:02}")
    month_to = fields.month_to or fields.month
    turned = fields.year_to or (year + 1 if year and month_to < fields.month else year)
    begin, end = part_days(fields.part, year, fields.month)
    if fields.day_to is not None:
        end = fields.day_to
    elif fields.part_to is not None:
        begin_to, end = part_days(fields.part_to, turned, month_to)
        begin = min(begin, begin_to) if fields.month_to is None else begin
    first = f"{year_text(year or None)}-{fields.month:02}-{begin:02}"
    return _valid(f"{first}/{year_text(turned or None)}-{month_to:02}-{end:02}")


def part_days(part: str, year: int, month: int) -> tuple[int, int]:
    """Return the first and the last day of a part of a month; ``year`` 0 is the unknown one."""
    length = last_day(year or 2001, month)
    first, last = _PARTS.get(part, (1, length))
    return (first if first > 0 else length + first), min(last, length)


def _which_month(context: Context, which: str, number: int) -> str | None:
    """Resolve "this November", "last April", "next March", "November of the same year"."""
    start = context.origin(which)
    if start is None:
        return f"{year_text(None)}-{number:02}" if which == "this" else None
    year = start.year
    if which in ("next", "following"):
        year += number <= start.month
    elif which in ("last", "previous"):
        year -= number >= start.month
    elif which == "this" and context.tense == "future":
        year += number < start.month
    return f"{year:04}-{number:02}"
