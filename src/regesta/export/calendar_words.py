"""Days of a calendar and what is sure of them, in words. A window is a span; no day is made of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from regesta.model.edtf import OPEN, bounds
from regesta.query.dates import decided, in_words, inferred

_FIRST = "0001-01-01"


@dataclass(frozen=True, slots=True)
class Span:
    """The first day, the day after the last, and sentences on what is sure of them."""

    first: date
    end: date
    sentences: tuple[str, ...]

    @property
    def one_day(self) -> bool:
        """Whether it is a single day."""
        return self.end - self.first == timedelta(days=1)


def span_of(
    when: str, basis: str | None, written: str | None, told_on: str | None, begins: str
) -> Span | None:
    """Return the days of ``when`` (EDTF) as a span; None where they are not known, or have no end.

    ``written`` are the words of the text, ``told_on`` is the day on which it was published, from which
    a window without a first day is drawn; ``begins`` says in words what happened on that day.
    """
    window = bounds(when)
    if window is None or window[1].startswith("9999"):
        return None
    first, last = window
    open_ = when.startswith(OPEN)
    if open_:
        told = bounds(told_on) if told_on else None
        end = bounds(when.partition("/")[2])
        first = told[0] if told and told[0] <= last else (end or window)[0]
    if first == _FIRST:
        return None
    sentences = tuple(_sentences(when, basis, written, (first, last), begins if open_ else None))
    return Span(date.fromisoformat(first), date.fromisoformat(last) + timedelta(days=1), sentences)


def _sentences(
    when: str, basis: str | None, written: str | None, days: tuple[str, str], begins: str | None
) -> Iterator[str]:
    as_written = f", as written “{' '.join(written.split())}”" if written else ""
    yield f"Date: {in_words(when, basis)}{as_written}."
    if begins is not None:
        yield f"No first day is given; the span begins {begins}, {in_words(days[0])}."
    elif days[0] != days[1]:
        yield "This is a window, not a day: whether all of its days are meant or one of them is not known."
    if inferred(basis):
        yield f"The date is inferred ({basis}); the text does not give all of it."
    if decided(basis):
        yield "The date was set by a person in the place of what was read."
