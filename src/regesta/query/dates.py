"""Dates in words, as a register prints them."""

from __future__ import annotations

import calendar
import re

from regesta.model.corrections import CORRECTED

UNKNOWN = "[date unknown]"
_TAKEN_AS_SAID = frozenset({"stated", "title", "published", "given"})
_DATE = re.compile(r"(?P<year>[0-9X]{4})(?:-(?P<month>[0-9]{2}|XX))?(?:-(?P<day>[0-9]{2}|XX))?[?~%]?")
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}


def inferred(basis: str | None) -> bool:
    """Say whether a date with this basis was worked out.

    One of the text, its title or its day of publication was not, nor one that a person set in the place of
    what was read: that is a decision.
    """
    return not decided(basis) and basis is not None and basis not in _TAKEN_AS_SAID


def decided(basis: str | None) -> bool:
    """Say whether a date with this basis was set by a person."""
    return basis == CORRECTED


def in_words(edtf: str | None, basis: str | None = "stated") -> str:
    """Return ``edtf`` in words: "20 March 2017", "20–21 March 2017", "2 December [2016]".

    A year stands in brackets when ``basis`` says that it is :func:`inferred`; a year that is not known is
    said to be so.
    """
    if not edtf:
        return UNKNOWN
    bracket = inferred(basis)
    left, slash, right = edtf.partition("/")
    if not slash:
        return _single(edtf, bracket)
    if left in {"", ".."}:
        return f"until {_single(right, bracket)}"
    if right in {"", ".."}:
        return f"from {_single(left, bracket)}"
    return _interval(left, right, bracket)


def _single(edtf: str, bracket: bool) -> str:
    match = _DATE.fullmatch(edtf)
    if match is None:
        return edtf
    return " ".join([*_day_and_month(match), _year(match["year"], bracket)])


def _interval(left: str, right: str, bracket: bool) -> str:
    first, last = _DATE.fullmatch(left), _DATE.fullmatch(right)
    whole = _single(right, bracket)
    if first is None or last is None or first["year"] != last["year"] or not first["month"]:
        return f"{_single(left, bracket)} – {whole}"
    before = _day_and_month(first)
    if first["month"] == last["month"] and first["day"] and last["day"]:
        return f"{before[0]}–{whole}"
    return f"{' '.join(before)} – {whole}"


def _day_and_month(match: re.Match[str]) -> list[str]:
    found: list[str] = []
    if match["day"] and match["day"] != "XX":
        found.append(str(int(match["day"])))
    if match["month"] and match["month"] != "XX":
        number = int(match["month"])
        found.append(
            calendar.month_name[number] if 1 <= number <= 12 else _SEASONS.get(number, match["month"])
        )
    return found


def _year(year: str, bracket: bool) -> str:
    if year == "XXXX":
        return "[year unknown]"
    return f"[{year}]" if bracket else year
