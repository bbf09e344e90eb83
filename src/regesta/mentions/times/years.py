"""Chooses the year that a date without one belongs to, by the tense of its clause."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from regesta.mentions.times.mention import Tense
from regesta.model.edtf import bounds

_REACH = 8
_PLAUSIBLE = 240
_SPILLS = 3  # a window of a year begins and ends fewer years away from it
YearToWindow = Callable[[int], str | None]


def choose_year(window: YearToWindow, day: str, tense: Tense, slack: int = 0) -> str | None:
    """Return ``window(year)`` for the year that fits ``tense`` as spoken on ``day``.

    Past: the last that has begun by that day. Future: the first that is not over. Present: that
    of the same year if it is not most of a year away, else the nearest. ``slack`` days on the
    wrong side are allowed. ``window`` returns None for years in which there is no such date.
    """
    spoken = date.fromisoformat(day)
    first, last = max(2, spoken.year - _REACH), min(9998, spoken.year + _REACH)
    if tense == "past":
        back = range(min(last, spoken.year + _SPILLS), first - 1, -1)
        begun = (edtf for edtf in _in_years(window, back) if _days(edtf)[0] <= spoken + timedelta(slack))
        return next(begun, None)
    if tense == "future":
        on = range(max(first, spoken.year - _SPILLS), last + 1)
        to_come = (edtf for edtf in _in_years(window, on) if _days(edtf)[1] >= spoken - timedelta(slack))
        return next(to_come, None)
    near = [(year, edtf) for year in range(first, last + 1) if (edtf := window(year)) is not None]
    ranked = [(_rank(spoken, year, _days(edtf)), edtf) for year, edtf in near]
    return min(ranked)[1] if ranked else None


def _in_years(window: YearToWindow, years: Iterable[int]) -> Iterator[str]:
    """Yield the window in each of ``years`` that has one."""
    return (edtf for year in years if (edtf := window(year)) is not None)


def _days(edtf: str) -> tuple[date, date]:
    covered = bounds(edtf)
    if covered is None:
        raise ValueError(f"{edtf} has no days")
    return date.fromisoformat(covered[0]), date.fromisoformat(covered[1])


def _rank(spoken: date, year: int, days: tuple[date, date]) -> tuple[int, int]:
    first, last = days
    away = max((first - spoken).days, (spoken - last).days, 0)
    return (0 if year == spoken.year and away <= _PLAUSIBLE else 1, away)
