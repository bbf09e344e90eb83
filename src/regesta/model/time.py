"""Windows of time, durations, ordinals and clock times, as a text gives them.

A window is stored as ISO 8601-2 (EDTF) level 1: a day, a month, a year or an interval
``a/b``; an unknown year is ``XXXX``. How "late April" becomes days is said in
``docs/reading.md``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from regesta.model.span import Span

Basis = Literal["stated", "published", "title", "content", "sibling", "convention", "outside"]


@dataclass(frozen=True, slots=True)
class Window:
    """A date or a window of time. ``edtf`` is the value, ``span`` the words it was read from."""

    edtf: str
    basis: Basis
    span: Span


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in minutes. ``label`` says of what, where the text does ("plenary session")."""

    minutes: int
    span: Span
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A place in a count. ``scope`` is what is counted.

    ``total`` ("ninth time in total", "their fourth meeting", "first meeting"),
    ``year`` ("second time this year"), ``round`` ("second round", "27th session"),
    ``other`` (a count that says nothing of meetings held: "first in five years").
    """

    value: int
    scope: Literal["total", "year", "round", "other"]
    span: Span


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day as ``HH:MM``, 24 hours, by the clocks of its place.

    ``zone`` is what the text says of the zone: an offset from UTC ("+09:00") where its words settle
    one, ``local``, or else the words themselves ("Moscow time", "IST"). ``span`` leaves them out.
    """

    value: str
    span: Span
    zone: str | None = None
