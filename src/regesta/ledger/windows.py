"""The first and last day of a date as a text gives it (EDTF level 1)."""

from __future__ import annotations

import calendar
import re

FIRST_DAY = "0001-01-01"
LAST_DAY = "9999-12-31"

_DATE = re.compile(r"(?P<year>[0-9]{2,4}X{0,2})(?:-(?P<month>[0-9]{2}|XX))?(?:-(?P<day>[0-9]{2}|XX))?[?~%]?")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11)}
_WINTER = 24


def bounds(edtf: str | None) -> tuple[str, str] | None:
    """Return the first and last ISO day of ``edtf``; None when it names no year or no real day.

    An open end ("a/..") reaches to the first or last day there is. A year written with ``X``
    at its end is the decade or century it stands for; ``XXXX`` has no bounds.
    """
    if not edtf:
        return None
    left, slash, right = edtf.partition("/")
    if not slash:
        return _single(edtf)
    first = (FIRST_DAY, FIRST_DAY) if left in {"", ".."} else _single(left)
    last = (LAST_DAY, LAST_DAY) if right in {"", ".."} else _single(right)
    if first is None or last is None or first[0] > last[1]:
        return None
    return first[0], last[1]


def _single(edtf: str) -> tuple[str, str] | None:
    match = _DATE.fullmatch(edtf)
    if match is None or len(match["year"]) != 4:
        return None
    low, high = int(match["year"].replace("X", "0")), int(match["year"].replace("X", "9"))
    month = match["month"]
    if low != high or month is None or month == "XX":
        return f"{low:04}-01-01", f"{high:04}-12-31"
    return _within_year(low, int(month), match["day"])


def _within_year(year: int, month: int, day: str | None) -> tuple[str, str] | None:
    if month == _WINTER and day is None:
        return f"{year:04}-12-01", _month_end(year + 1, 2)
    if month in _SEASONS and day is None:
        first, last = _SEASONS[month]
        return f"{year:04}-{first:02}-01", _month_end(year, last)
    if not 1 <= month <= 12 or not 1 <= year <= 9998:
        return None
    if day is None or day == "XX":
        return f"{year:04}-{month:02}-01", _month_end(year, month)
    if not 1 <= int(day) <= calendar.monthrange(year, month)[1]:
        return None
    return (f"{year:04}-{month:02}-{day}",) * 2


def _month_end(year: int, month: int) -> str:
    return f"{year:04}-{month:02}-{calendar.monthrange(year, month)[1]:02}"
