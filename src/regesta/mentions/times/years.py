"""Chooses the year that a date without one belongs to, by the tense of its clause."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from regesta.mentions.times.mention import Tense
from regesta.model.edtf import bounds

_REACH = 8
_PLAUSIBLE = 240
YearToWindow = Callable[[int], str | None]


def choose_year(window: YearToWindow, day: str, tense: Tense, slack: int = 0) -> str | None:
    """Return ``window(year)`` for the year that fits ``tense`` as spoken on ``day``.

    Past: the last that has begun by that day. Future: the first that is not over. Present: that
    of the same year if it is not most of a year away, else the nearest. ``slack`` days on the
    wrong side are allowed. ``window`` returns None for years in which there is no such date.
    """
    spoken = date.fromisoformat(day)
    near = range(max(2, spoken.year - _REACH), min(9998, spoken.year + _REACH) + 1)
    found = [(year, _days(edtf), edtf) for year in near if (edtf := window(year)) is not None]
    if tense == "past":
        past = [edtf for _, (first, _), edtf in found if first <= spoken + timedelta(slack)]
        return past[-1] if past else None
    if tense == "future":
        future = [edtf for _, (_, last), edtf in found if last >= spoken - timedelta(slack)]
        return future[0] if future else None
    ranked = [(_rank(spoken, year, days), edtf) for year, days, edtf in found]
    return min(ranked)[1] if ranked else None


def _days(edtf: str) -> tuple[date, date]:
    covered = bounds(edtf)
    if covered is None:
        raise ValueError(f"{edtf} has no days")
    return date.fromisoformat(covered[0]), date.fromisoformat(covered[1])


def _rank(spoken: date, year: int, days: tuple[date, date]) -> tuple[int, int]:
    first, last = days
    away = max((first - spoken).days, (spoken - last).days, 0)
    return (0 if year == spoken.year and away <= _PLAUSIBLE else 1, away)
