"""Says why a mention of time has no window."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from regesta.mentions.times.mention import Anchor, Tense, TimeMention
from regesta.mentions.times.numeric import by_habit
from regesta.mentions.times.resolve import resolve
from regesta.rules.calendars import date_order, fiscal_years

Reason = Literal["vague", "order", "fiscal_year", "anchor", "undefined"]
_SOME_DAY = "2001-06-15"


def why_unresolved(mention: TimeMention, anchor: Anchor, tense: Tense, text: str) -> Reason | None:
    """Return why :func:`resolve` gives no window for the same arguments; None if it gives one.

    ``vague``: the words are no window ("soon"). ``order``: either figure can be the day, and the
    publisher's habit is not known. ``fiscal_year``: it is not known when the publisher's fiscal year
    ends, or which it is that bears the number. ``anchor``: what it counts from is not known.
    ``undefined``: there is no such day, or the words set no window in this tense.
    """
    if resolve(mention, anchor, tense, text) is not None:
        return None
    if mention.kind == "vague":
        return "vague"
    if (
        mention.kind == "numeric"
        and by_habit(mention.fields)
        and date_order(anchor.publisher) in (None, "ymd")
    ):
        return "order"
    if mention.kind == "fiscal_year" and (mention.fields.year or anchor.publisher not in fiscal_years().ends):
        return "fiscal_year"
    known = replace(anchor, day=anchor.day or _SOME_DAY)
    return "undefined" if resolve(mention, known, tense, text) is None else "anchor"
