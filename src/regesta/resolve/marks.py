"""By what documents find each other beyond one meeting: days of any year, and words year by year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from regesta.model.edtf import UNKNOWN_YEAR, bounds
from regesta.resolve.blocks import block_keys
from regesta.resolve.days import Window, length
from regesta.resolve.mention import Mention

_SHORT = 11
"""A window of more days than this is found by its months."""
_YEAR = 366
BESIDE = 4
"""No date is off by as many days as this."""
_LEAP, _NEXT = "2000", "2001"
_ANY = "any"


def dated_marks(told: Iterable[Mention]) -> frozenset[str]:
    """Return the marks by which the year of another text may be found: blocks, and days of any year."""
    return frozenset(
        f"{block}|{day}"
        for mention in told
        if mention.window is not None
        for block in block_keys(mention)
        for day in _told_on(mention.window)
    )


def sought_marks(told: Iterable[Mention]) -> frozenset[str]:
    """Return the marks of every mention elsewhere that may tell the year of a text without one.

    The blocks are those of all mentions of the text, the days those that it gives without their year.
    """
    mentions = list(told)
    blocks = {block for mention in mentions for block in block_keys(mention)}
    when = {m.meeting.when for m in mentions if m.meeting.when and UNKNOWN_YEAR in m.meeting.when}
    days = {day for edtf in when for day in _sought_on(edtf)}
    return frozenset(f"{block}|{day}" for block in blocks for day in days)


def _told_on(window: Window) -> Iterator[str]:
    if length(window) > _YEAR:
        yield _ANY
        return
    short = length(window) <= _SHORT
    yield from {day.strftime("%m-%d" if short else "month %m") for day in _days(window)}


def _sought_on(edtf: str) -> Iterator[str]:
    """Yield the days and months near a date without a year, in a leap year; all where it gives no day."""
    window = bounds(edtf.replace(UNKNOWN_YEAR, _LEAP)) or (f"{_LEAP}-01-01", f"{_LEAP}-12-31")
    first, last = (date.fromisoformat(day) for day in window)
    if last < first:
        last = last.replace(year=int(_NEXT), day=min(last.day, 28))
    beside = timedelta(days=BESIDE)
    near = set(_days(((first - beside).isoformat(), (last + beside).isoformat())))
    yield from {day.strftime("%m-%d") for day in near}
    yield from {day.strftime("month %m") for day in near}
    yield _ANY


def _days(window: Window) -> Iterator[date]:
    first, last = (date.fromisoformat(day) for day in window)
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)
