"""The date line of a page: a line that holds a date, perhaps a time or a place, and no sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, cast

from regesta.model.document import Furniture
from regesta.model.span import Span
from regesta.reading.date_patterns import no_place, place_line, run_in, whole
from regesta.reading.lines import lines

Where = Literal["top", "bottom", "run_in"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_Matcher = Callable[[str, int, int], re.Match[str] | None]

_FIGURES = re.compile(r"[12]\d{3}")  # the year, which every date line has
_TOP, _BOTTOM = 20, 4
_LONGEST, _LONGEST_PLACE = 120, 60


@dataclass(frozen=True, slots=True)
class DateLine:
    """A date line. ``date`` is ISO, ``time`` ``HH:MM`` of 24 hours; ``span`` covers the line's words
    without blanks, ``place_span`` the place, which may stand on a line of its own.
    """

    date: str
    time: str | None
    span: Span
    place: str | None = None
    place_span: Span | None = None
    where: Where = "top"


def dateline(text: str) -> DateLine | None:
    """Return the date of a page from its date line, or None.

    Looks at whole lines near the top, then at a place and date that open a paragraph there
    ("ELDORET, 3 May 2021 – The ministers …"), then at the last lines. A date that may be read
    in two ways ("03/04/2017") decides nothing.
    """
    rows = lines(text)
    for where, some in (("top", rows[:_TOP]), ("bottom", rows[-_BOTTOM:])):
        alone = (_read(text, row, whole().fullmatch) for row in some)
        if found := next((line for line in alone if line), None):
            return replace(_with_place(text, rows, found), where=cast(Where, where))
        if where == "top":
            opened = (_read(text, row, run_in().match) for row in some)
            if begun := next((line for line in opened if line), None):
                return replace(begun, where="run_in")
    return None


def dateline_furniture(text: str, rows: Sequence[Span]) -> Iterator[Furniture]:
    """Yield the whole date lines among ``rows``, and the place line that belongs to each."""
    for row in rows:
        found = _matched(text, row, whole().fullmatch)
        if found is None:
            continue
        yield Furniture(row, "dateline", "dateline")
        line = _line(found)
        place = _with_place(text, rows, line).place_span if line else None
        if place and not place.overlaps(row):
            yield Furniture(place, "dateline", "dateline_place")


def _read(text: str, row: Span, matcher: _Matcher) -> DateLine | None:
    found = _matched(text, row, matcher)
    return _line(found) if found else None


def _matched(text: str, row: Span, matcher: _Matcher) -> re.Match[str] | None:
    """Match a bounded part of one row; a title that ends in a date is no date line."""
    end = min(row.end, row.start + _LONGEST + 1)
    found = matcher(text, row.start, end) if _FIGURES.search(text, row.start, end) else None
    if found is None or (found.end() < row.end and found.end() - row.start > _LONGEST):
        return None
    return None if found["place"] and no_place().search(found["place"]) else found


def _line(found: re.Match[str]) -> DateLine | None:
    """Make a date line of a match; None when the day cannot be decided."""
    day = _iso(found)
    if day is None:
        return None
    place = Span(*found.span("place")) if found["place"] else None
    return DateLine(day, _time(found), Span(*found.span()), found["place"], place)


def _iso(found: re.Match[str]) -> str | None:
    """The ISO date of a match; None when there is no such day or two readings are open."""
    form = next(n for n in "1234" if found[f"y{n}"])
    year, month, day = found[f"y{form}"], found[f"m{form}"], int(found[f"d{form}"])
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    if form == "4" and found["sep"] != ".":
        if (number > 12) == (day > 12) and number != day:
            return None
        day, number = (day, number) if number <= 12 else (number, day)
    try:
        return date(int(year), number, day).isoformat()
    except ValueError:
        return None


def _time(found: re.Match[str]) -> str | None:
    parts = found.groupdict()
    if not (clock := parts.get("t1") or parts.get("t2")):
        return None
    hour, minute = (int(part) for part in re.split("[:.]", clock))
    half = (parts["a1"] or parts["a2"] or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{minute:02}"


def _with_place(text: str, rows: Sequence[Span], line: DateLine) -> DateLine:
    """Add the place on the line below the date, or above it when the date stands at the end."""
    at = rows.index(line.span) if line.span in rows and not line.place else len(rows)
    beside = [rows[at + 1]] if at + 1 < len(rows) else []
    if 3 <= at >= len(rows) - 2 and at < len(rows):
        beside.append(rows[at - 1])
    for row in beside:
        if _breaks(text, *sorted((line.span, row))) == 1 and _is_place(text, row, row > line.span):
            return replace(line, place=row.of(text), place_span=row)
    return line


def _is_place(text: str, row: Span, below: bool) -> bool:
    """Say whether a row reads as a place, with a blank line or the text's end on its other side."""
    words = row.of(text) if row.end - row.start <= _LONGEST_PLACE else ""
    if not place_line().fullmatch(words) or no_place().search(words):
        return False
    away = text[row.end : row.end + 80] if below else text[max(0, row.start - 80) : row.start][::-1]
    blank = away[: len(away) - len(away.lstrip())]
    return not away.strip() or max(blank.count("\n"), blank.count("\r")) >= 2


def _breaks(text: str, first: Span, second: Span) -> int:
    """Count the line ends between two rows."""
    between = text[first.end : second.start]
    return between.count("\n") + between.replace("\r\n", "").count("\r")
