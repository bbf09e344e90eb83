"""What the time grammar hands out: mentions with typed fields, and what they are resolved from."""

from __future__ import annotations

from typing import Literal

from regesta.model.span import Span
from regesta.model.value import value

Tense = Literal["past", "future", "present"]


@value
class Fields:
    """The parts of an expression as numbers and ids; None where it has no such part.

    ``which``, ``which_to`` and ``year_ref`` are this, next, last, following, previous or same; ``part`` is an
    id of ``times.yml``; ``direction`` is one of its ``directions``; ``count`` goes with ``unit``.
    ``numbers`` are the two or three numbers of a date written in numbers alone, as they stand.
    """

    year: int | None = None
    year_to: int | None = None
    year_ref: str | None = None
    month: int | None = None
    month_to: int | None = None
    day: int | None = None
    day_to: int | None = None
    weekday: int | None = None
    weekday_to: int | None = None
    season: int | None = None
    quarter: int | None = None
    part: str | None = None
    part_to: str | None = None
    which: str | None = None
    which_to: str | None = None
    unit: str | None = None
    count: int | None = None
    direction: int | None = None
    numbers: tuple[int, ...] | None = None


@value
class TimeMention:
    """An expression of time. ``span`` includes a leading preposition, ``core`` does not.

    ``kind`` says how it is resolved ("vague" expressions are recognised and never resolved);
    ``rule`` is the name of the pattern in ``times.yml``.
    """

    span: Span
    core: Span
    kind: str
    fields: Fields
    preposition: str | None
    rule: str


@value
class Anchor:
    """From what a mention is counted.

    ``day`` is the ISO date of publication; without it years stay ``XXXX``. ``event`` is the EDTF
    of the event spoken of: "the following day" and "two weeks later" count from it, else from
    ``day``. ``publisher`` is the code of the publisher's country: it decides the order of day and
    month in numeric dates that can be read in two ways, and when a fiscal year ends. Without it
    these are declined.
    """

    day: str | None
    event: str | None = None
    publisher: str | None = None
