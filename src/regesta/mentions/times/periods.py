"""Years, their parts, seasons, quarters, and weeks, months and years counted from now."""

from __future__ import annotations

from datetime import date, timedelta

from regesta.mentions.times.context import Context, part_named, step, year_text
from regesta.mentions.times.years import choose_year
from regesta.model.edtf import bounds, last_day, valid

_YEAR_PARTS = {
    "early": (1, 3), "mid": (5, 8), "late": (10, 12), "end": (10, 12), "half1": (1, 6), "half2": (7, 12),
    "nine": (1, 9),
}  # fmt: skip


# "This summer" on a day so long after it still means the one that is over.
_JUST_OVER = 120


def year(context: Context) -> str | None:
    """Resolve a year."""
    return year_text(context.fields.year) if context.fields.year is not None else None


def year_range(context: Context) -> str | None:
    """Resolve a range of years."""
    fields = context.fields
    if fields.year is None or fields.year_to is None or fields.year_to < fields.year:
        return None
    return f"{fields.year:04}/{fields.year_to:04}"


def part_of_year(context: Context) -> str | None:
    """Resolve "early 2024", "the end of 2016", "mid-to-late 2020", "late 2017 or early 2018"."""
    fields = context.fields
    if fields.year is None:
        return None
    return _joined(
        _part_of(year_text(fields.year), fields.part),
        _part_of(year_text(fields.year_to or fields.year), fields.part_to) if fields.part_to else None,
    )


def _joined(first: str | None, second: str | None) -> str | None:
    """Return the window from the first to the end of the second, where there is a second."""
    if first is None or second is None:
        return first
    joined = f"{first.partition('/')[0]}/{second.rpartition('/')[2]}"
    return _valid(joined)


def quarter(context: Context) -> str | None:
    """Resolve a quarter of a year; without a word for it the tense decides the year."""
    number, fields = context.fields.quarter, context.fields
    if number is None:
        return None
    alone = fields.year is None and fields.year_ref is None
    if alone and context.anchor.day is not None:
        return choose_year(lambda year: _quarter(f"{year:04}", number), context.anchor.day, context.tense)
    known = year_text(None) if alone else _year(context)
    return None if known is None else _quarter(known, number)


def _quarter(year: str, number: int) -> str:
    return f"{year}-{3 * number - 2:02}/{year}-{3 * number:02}"


def half(context: Context) -> str | None:
    """Resolve the first or second half of a year, as in "H1 2023"."""
    known = _year(context)
    return None if known is None else _part_of(known, f"half{context.fields.quarter}")


def season(context: Context) -> str | None:
    """Resolve a season as an EDTF season; a winter belongs to the year in which it begins."""
    fields = context.fields
    code = fields.season
    if fields.year is not None or fields.year_ref is not None:
        known = _year(context)
        return None if known is None else f"{known}-{code}"
    if fields.which is not None:
        return _which_season(context, fields.which, code or 0)
    if context.anchor.day is None:
        return f"{year_text(None)}-{code}"
    return choose_year(lambda year: f"{year:04}-{code}", context.anchor.day, context.tense)


def _which_season(context: Context, which: str, code: int) -> str | None:
    start = context.origin(which)
    if start is None:
        return None
    near = [f"{year:04}-{code}" for year in range(start.year - 2, start.year + 3)]
    spans = [(edtf, days) for edtf in near if (days := bounds(edtf)) is not None]
    today = start.isoformat()
    if which in ("next", "following"):
        return next((edtf for edtf, (first, _) in spans if first > today), None)
    if which in ("last", "previous"):
        return next((edtf for edtf, (_, last) in reversed(spans) if last < today), None)
    running = next((edtf for edtf, (first, last) in spans if first <= today <= last), None)
    if running is not None:
        return running
    last = (bounds(f"{start.year:04}-{code}") or ("", today))[1]
    just_over = (start - timedelta(days=_JUST_OVER)).isoformat() <= last
    ahead = context.tense == "future" and last < today and not just_over
    return f"{start.year + ahead:04}-{code}"


def period(context: Context) -> str | None:
    """Resolve "this year", "next month", "the following week", "within the year"."""
    start = context.origin(context.fields.which)
    if start is None or context.fields.unit is None:
        return None
    return _whole(start, context.fields.unit, step(context.fields.which))


def part_of_period(context: Context) -> str | None:
    """Resolve "the end of the year", "early next month"; parts of a week are the whole week."""
    fields = context.fields
    unit = fields.unit or "years"
    part = part_named(context.mention)
    start = context.origin(fields.which)
    if start is None:
        return _part_of(year_text(None), part) if unit == "years" and fields.which is None else None
    first = _counted_part(start, unit, step(fields.which), part)
    if fields.part_to is None:
        return first
    return _joined(first, _counted_part(start, unit, step(fields.which_to or fields.which), fields.part_to))


def _counted_part(start: date, unit: str, steps: int, part: str | None) -> str | None:
    """Return a part of the period so many steps from that of ``start``; of a week the whole."""
    whole = _whole(start, unit, steps)
    return whole if whole is None or unit == "weeks" else _part_of(whole, part)


def _year(context: Context) -> str | None:
    fields = context.fields
    if fields.year is not None:
        return year_text(fields.year)
    counted = context.year_of(fields.year_ref or "this")
    return None if counted is None else year_text(counted)


def _valid(edtf: str) -> str | None:
    return edtf if valid(edtf) else None


def _whole(start: date, unit: str, steps: int) -> str | None:
    """Return the week, month, quarter or year that lies so many steps from that of ``start``."""
    if unit == "years":
        return _valid(f"{start.year + steps:04}")
    if unit == "weeks":
        monday = start - timedelta(days=start.weekday()) + timedelta(weeks=steps)
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    count = start.year * 12 + start.month - 1
    if unit == "months":
        year, month = divmod(count + steps, 12)
        return _valid(f"{year:04}-{month + 1:02}")
    year, month = divmod((count // 3 + steps) * 3, 12)
    return _valid(f"{year:04}-{month + 1:02}/{year:04}-{month + 3:02}")


def _part_of(whole: str, part: str | None) -> str | None:
    """Return a part of a year, a month or a quarter; None for parts that are not defined of it."""
    if part == "whole":
        return whole
    if len(whole) == 4 and part in _YEAR_PARTS:
        first, last = _YEAR_PARTS[part]
        return f"{whole}-{first:02}/{whole}-{last:02}"
    if len(whole) == 7:
        length = last_day(int(whole[:4]), int(whole[5:]))
        days = {"early": (1, 10), "mid": (11, 20), "late": (21, length), "end": (21, length),
                "half1": (1, 15), "half2": (16, length)}.get(part or "")  # fmt: skip
        return f"{whole}-{days[0]:02}/{whole}-{days[1]:02}" if days else None
    return whole.partition("/")[2] if part == "end" and "/" in whole else None
