"""Dates in figures alone. Which figure is the day is the publisher's habit where it is not plain."""

from __future__ import annotations

from regesta.mentions.times.absolute import placed
from regesta.mentions.times.context import Context, year_text
from regesta.mentions.times.mention import Anchor, Fields
from regesta.model.edtf import valid
from regesta.rules.calendars import Order, date_order


def numeric(context: Context) -> str | None:
    """Resolve a date in figures; one that can be read in two ways needs the publisher's habit."""
    numbers = context.fields.numbers or ()
    if len(numbers) == 3 and numbers[0] > 999:
        return _valid(f"{numbers[0]:04}-{numbers[1]:02}-{numbers[2]:02}")
    if len(numbers) < 2:
        return None
    order = _order(numbers, context.anchor)
    if order is None:
        return None
    day, month = numbers[:2] if order == "dmy" else numbers[1::-1]
    if len(numbers) == 3:
        return _valid(f"{numbers[2]:04}-{month:02}-{day:02}")
    return placed(
        context, lambda year: _valid(f"{year_text(year or None)}-{month:02}-{day:02}"), context.fields.weekday
    )


def by_habit(fields: Fields) -> bool:
    """Say whether the figures can be read in two ways, so that only a habit decides."""
    numbers = fields.numbers or ()
    first_two = len(numbers) >= 2 and numbers[0] <= 999 and numbers[0] != numbers[1]
    return first_two and all(1 <= number <= 12 for number in numbers[:2])


def _order(numbers: tuple[int, ...], anchor: Anchor) -> Order | None:
    """Return which of the first two figures is the day; year first says so only without a year."""
    if by_habit(Fields(numbers=numbers)):
        order = date_order(anchor.publisher)
        return "mdy" if order == "ymd" and len(numbers) == 2 else None if order == "ymd" else order
    return "mdy" if numbers[1] > 12 else "dmy"


def _valid(edtf: str) -> str | None:
    return edtf if valid(edtf) else None
