"""Makes windows of mentions: what a date means as said on a day, in a tense, about an event."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from regesta.mentions.times import absolute, fiscal, numeric, periods, relative
from regesta.mentions.times.context import Context, part_named
from regesta.mentions.times.mention import Anchor, Tense, TimeMention
from regesta.model.edtf import OPEN, bounds, valid
from regesta.model.time import Basis, Window
from regesta.model.trace import declined, noticed

Resolver = Callable[[Context], str | None]

_RESOLVERS: dict[str, Resolver] = {
    "day": absolute.day,
    "day_range": absolute.day,
    "numeric": numeric.numeric,
    "month": absolute.month,
    "month_range": absolute.month,
    "part_of_month": absolute.part_of_month,
    "season": periods.season,
    "quarter": periods.quarter,
    "half": periods.half,
    "year": periods.year,
    "year_range": periods.year_range,
    "part_of_year": periods.part_of_year,
    "fiscal_year": fiscal.fiscal_year,
    "part_of_period": periods.part_of_period,
    "period": periods.period,
    "today": relative.today,
    "weekday": relative.weekday,
    "weekday_of_week": relative.weekday_of_week,
    "weekend": relative.weekend,
    "week_of": relative.week_of,
    "day_of_month": relative.day_of_month,
    "event_day": relative.event_day,
    "offset": relative.offset,
    "in_offset": relative.in_offset,
    "within_next": relative.in_offset,
}
KINDS = frozenset(_RESOLVERS) | {"day_pair", "month_pair", "year_list", "vague"}
_DUE = ("by", "before", "until")
_FIRST_YEAR, _LAST_YEAR = "1000", "9900"
_NEARER: dict[Tense, Tense] = {"past": "present", "present": "future", "future": "future"}
_COUNTED = frozenset(
    {
        "today",
        "weekday",
        "weekday_of_week",
        "weekend",
        "event_day",
        "offset",
        "in_offset",
        "within_next",
        "period",
        "part_of_period",
    }
)


def resolve(mention: TimeMention, anchor: Anchor, tense: Tense, text: str) -> Window | None:
    """Return the window that ``mention`` means, or None where the text does not say.

    ``text`` is the text it was found in. What is due ("by Friday") lies ahead;
    in the past tense it is the nearer one that is meant ("agreed to complete it by May 5").

    A day of publication before the year 1000 or after 9900 is taken for unknown;
    from an event of such a year, or one without a
    beginning or an end, nothing is counted.

    The basis is ``stated`` for dates, also where only the year was worked out; ``published`` for
    what is counted from the day of publication ("yesterday"); ``content`` for what is counted
    from the event spoken of ("the following day"); ``convention`` where the publisher's habit
    decides: day before month or after it, the end of the fiscal year.
    """
    if anchor.day is not None and not _countable(anchor.day):
        anchor = replace(anchor, day=None)
    if mention.preposition in _DUE:
        tense = _NEARER[tense]
    context = Context(mention, anchor, tense, text)
    if context.from_event and not _countable(anchor.event or ""):
        return None
    resolver = _RESOLVERS.get(mention.kind)
    edtf = resolver(context) if resolver else None
    if edtf is None:
        why = (
            "the text does not say which day, month or year is meant"
            if resolver
            else "too vague for a window"
        )
        return declined("date", mention, why, f"time.{mention.rule}") or None
    shaped = _shaped(edtf, mention)
    if not valid(shaped):
        return declined("date", mention, "no such day", f"time.{mention.rule}") or None
    basis = _basis(context)
    noticed("date", mention, f"{shaped} ({basis})", f"time.{mention.rule}")
    return Window(shaped, basis, mention.span)


def _countable(edtf: str) -> bool:
    """Say whether one can count on from a window: it has both ends, and a year of our age or none."""
    covered = bounds(edtf)
    return covered is None or (covered[0][:4] >= _FIRST_YEAR and covered[1][:4] <= _LAST_YEAR)


def _shaped(edtf: str, mention: TimeMention) -> str:
    """Return the window as its preposition bends it: "since 1996", "by the end of June"."""
    begin, _, end = edtf.partition("/")
    if mention.preposition == "since":
        return f"{begin}/{OPEN}"
    if mention.preposition == "after":
        return f"{end or begin}/{OPEN}"
    if mention.preposition in _DUE and part_named(mention) == "end":
        return last_day_of(edtf)
    return edtf


def last_day_of(edtf: str) -> str:
    """Return the last day of a window, or the window itself where that is unknown."""
    covered = bounds(edtf.replace("XXXX", "2001"))
    if covered is None:
        return edtf
    return edtf[:4] + covered[1][4:] if edtf.startswith("XXXX") else covered[1]


def _basis(context: Context) -> Basis:
    if context.from_event:
        return "content"
    fields = context.mention.fields
    if context.mention.kind == "fiscal_year" or (
        context.mention.kind == "numeric" and numeric.by_habit(fields)
    ):
        return "convention"
    counted = context.mention.kind in _COUNTED and fields.day is None
    return "published" if counted else "stated"
