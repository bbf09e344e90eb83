"""Fiscal years, which begin and end as the publisher's country has it."""

from __future__ import annotations

from regesta.mentions.times.context import Context, step
from regesta.mentions.times.years import choose_year
from regesta.model.edtf import shift_days, valid
from regesta.rules.calendars import fiscal_years


def fiscal_year(context: Context) -> str | None:
    """Resolve a fiscal year, or its end, by the habit of the publisher's country.

    A number alone ("FY2024") is declined where the country does not give a fiscal year the number of
    its first, or of its last, calendar year.
    """
    ends, fields = fiscal_years().ends.get(context.anchor.publisher or ""), context.fields
    turn = None if ends is None else _turn(context, ends)
    if turn is None or fields.part not in (None, "end"):
        return None
    last = f"{turn:04}-{ends}"
    if fields.part == "end":
        return _valid(last)
    before = shift_days(f"{turn - 1:04}-{ends}", 1)
    return _valid(f"{before}/{last}")


def _turn(context: Context, ends: str) -> int | None:
    """Return the calendar year in which the fiscal year ends."""
    fields = context.fields
    if fields.year is not None:
        return fields.year_to or _numbered(fields.year, ends, context.anchor.publisher or "")
    if context.anchor.day is None:
        return None
    close = choose_year(lambda year: _valid(f"{year:04}-{ends}"), context.anchor.day, "future")
    return None if close is None else int(close[:4]) + step(fields.which)


def _numbered(year: int, ends: str, country: str) -> int | None:
    """Return the calendar year in which the fiscal year of a number ends."""
    if ends == "12-31":
        return year
    return {"first": year + 1, "last": year}.get(fiscal_years().numbered.get(country, ""))


def _valid(edtf: str) -> str | None:
    return edtf if valid(edtf) else None
