"""Windows of days: filling in a year, widening, comparing."""

from __future__ import annotations

from datetime import date, timedelta

from regesta.model.edtf import UNKNOWN_YEAR, bounds, valid

Window = tuple[str, str]
_HALF_YEAR = 183


def length(window: Window) -> int:
    """Return how many days a window has."""
    return (_day(window[1]) - _day(window[0])).days + 1


def gap(one: Window, other: Window) -> int:
    """Return how many days lie from one window to the other; 0 where they share a day."""
    if one[0] > other[1]:
        one, other = other, one
    return max(0, (_day(other[0]) - _day(one[1])).days)


def shifted(day: str, days: int) -> str:
    """Return the day that many days later, kept within the years 1 to 9999."""
    try:
        return (_day(day) + timedelta(days=days)).isoformat()
    except OverflowError:
        return day


def with_year(edtf: str, year: int, status: str, anchor: Window | None) -> str | None:
    """Fill the unknown year of ``edtf`` with ``year``, or a neighbour of it.

    ``anchor`` is the time the text speaks from. What is planned lies after it, what is
    remembered before it; without an anchor it is simply ``year``. None where that gives no date.
    """
    if UNKNOWN_YEAR not in edtf:
        return edtf
    found = _filled(edtf, year)
    window = bounds(found) if found else None
    if window is None or anchor is None:
        return found
    return _filled(edtf, year + _years_off(window, status, anchor))


def _years_off(window: Window, status: str, anchor: Window) -> int:
    if status == "planned" and window[1] < anchor[0]:
        return 1
    if status in ("referenced", "not_held") and window[0] > anchor[1]:
        return -1
    if status == "held" and gap(window, anchor) > _HALF_YEAR:
        return 1 if window < anchor else -1
    return 0


def _filled(edtf: str, year: int) -> str | None:
    ends = [end.replace(UNKNOWN_YEAR, f"{year:04}") for end in edtf.split("/")]
    if len(ends) == 2 and "" not in ends and ends[1] < ends[0]:
        ends[1] = ends[1].replace(f"{year:04}", f"{year + 1:04}", 1)
    found = "/".join(ends)
    return found if valid(found) else None


def _day(day: str) -> date:
    return date.fromisoformat(day)
