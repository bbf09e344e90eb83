"""Dates and windows as ISO 8601-2 (EDTF) level 1 strings: what is valid, which days they cover.

Beside the standard forms an unknown year is written ``XXXX`` ("XXXX-12-02"), as in
``docs/record-format.md``. Seasons are those of the northern half of the earth: 21 spring
(March to May), 22 summer, 23 autumn, 24 winter (December to February of the next year).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

OPEN = ".."
UNKNOWN_YEAR = "XXXX"
_POINT = re.compile(r"(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?")
_SEASON_START = {21: 3, 22: 6, 23: 9, 24: 12}
_FIRST, _LAST = "0001-01-01", "9999-12-31"


def last_day(year: int, month: int) -> int:
    """Return the number of days of a month (1 to 12) of a year (1 to 9999)."""
    return monthrange(year, month)[1]


def valid(edtf: str) -> bool:
    """Say whether ``edtf`` is a day, month, season, year or an interval of two of them.

    One end of an interval may be open (``..``); an interval may not end before it begins.
    """
    ends = edtf.split("/")
    if len(ends) == 1:
        return _point_days(edtf) is not None
    if len(ends) != 2 or ends == [OPEN, OPEN]:
        return False
    days = [_point_days(end) for end in ends if end != OPEN]
    if None in days:
        return False
    if len(days) == 1 or UNKNOWN_YEAR in edtf:
        return True
    first, last = days
    return first is not None and last is not None and first[0] <= last[1]


@lru_cache(maxsize=4096)
def bounds(edtf: str) -> tuple[str, str] | None:
    """Return the first and the last day that ``edtf`` covers, as ISO days.

    An open end reaches to ``0001-01-01`` or ``9999-12-31``. None if the year is unknown or
    ``edtf`` is not valid.
    """
    if UNKNOWN_YEAR in edtf or not valid(edtf):
        return None
    begin, _, end = edtf.partition("/")
    first = (_FIRST, _FIRST) if begin == OPEN else _point_days(begin)
    last = (_LAST, _LAST) if end == OPEN else _point_days(end or begin)
    if first is None or last is None:
        return None
    return first[0], last[1]


def overlaps(a: str, b: str) -> bool:
    """Say whether the two windows share a day. False where either has no known days."""
    one, other = bounds(a), bounds(b)
    if one is None or other is None:
        return False
    return one[0] <= other[1] and other[0] <= one[1]


def span_of_days(first: str | None, last: str | None) -> str | None:
    """Return two ISO days as one window: a day, month or year where they are just that, else an interval."""
    if first is None or last is None:
        return None
    for length in (4, 7, 10):
        if bounds(first[:length]) == (first, last):
            return first[:length]
    return f"{first}/{last}"


def shift_days(day: str, days: int) -> str | None:
    """Return the day that many days later; keeps an unknown year where that does not matter.

    None if ``day`` is not a day, or with an unknown year the answer would depend on it.
    """
    if len(day) != 10 or not valid(day):
        return None
    if not day.startswith(UNKNOWN_YEAR):
        return _moved(day, days)
    common, leap = (_moved(f"{year}{day[4:]}", days) for year in (2001, 2004))
    if common is None or leap is None or common[:4] != "2001" or leap[:4] != "2004" or common[4:] != leap[4:]:
        return None
    return UNKNOWN_YEAR + common[4:]


def _moved(day: str, days: int) -> str | None:
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return None


def _point_days(point: str) -> tuple[str, str] | None:
    """Return the first and last day of one point; with an unknown year those of year 2000."""
    found = _POINT.fullmatch(point)
    if found is None or point.startswith("0000"):
        return None
    year = 2000 if found[1] == UNKNOWN_YEAR else int(found[1])
    if found[2] is None:
        return f"{year:04}-01-01", f"{year:04}-12-31"
    month = int(found[2])
    if month in _SEASON_START:
        return _season_days(year, month) if found[3] is None else None
    if not 1 <= month <= 12:
        return None
    days = last_day(year, month)
    if found[3] is None:
        return f"{year:04}-{month:02}-01", f"{year:04}-{month:02}-{days:02}"
    return (f"{year:04}-{point[5:]}",) * 2 if 1 <= int(found[3]) <= days else None


def _season_days(year: int, season: int) -> tuple[str, str]:
    start = _SEASON_START[season]
    end_year, end = (min(year + 1, 9999), 2) if start == 12 else (year, start + 2)
    return f"{year:04}-{start:02}-01", f"{end_year:04}-{end:02}-{last_day(end_year, end):02}"
