"""How long a meeting took, when it began, and what its parts were."""

from __future__ import annotations

import re
from collections.abc import Sequence

from regesta.model.records import Part
from regesta.model.span import Span
from regesta.model.time import ClockTime, Duration
from regesta.records.meeting.draft import Draft
from regesta.rules.meeting_grammar import meeting_grammar


def give_lengths(text: str, draft: Draft, durations: Sequence[Duration], clocks: Sequence[ClockTime]) -> None:
    """Set start, length and parts, unless they are known.

    Several lengths are a whole and its parts in brackets; with a clock time each they are parts of a sum.
    Without a length, "11:30-12:00" and "from 11:30 to 12:00" tell one.
    """
    if draft.minutes is not None or (clocks and draft.start_time is not None):
        return
    draft.start_time = clocks[0] if clocks else None
    if not durations:
        draft.minutes = _from_to(text, clocks)
        return
    if len(durations) == 1 or len(clocks) < 2:
        whole = durations[0]
        draft.minutes = whole.minutes
        inner = [d for d in durations[1:] if _inside_brackets(text, whole.span, d.span)]
        draft.parts = [Part(_kind(text, whole.span.end, d.span.start), None, d.minutes) for d in inner]
        return
    starts = [clock.value for clock in clocks] + [None] * len(durations)
    draft.parts = [Part(None, start, d.minutes) for start, d in zip(starts, durations, strict=False)]
    draft.minutes = sum(d.minutes for d in durations)


def _from_to(text: str, clocks: Sequence[ClockTime]) -> int | None:
    """The minutes between two times of day that are given as a range; past midnight they go on."""
    if len(clocks) != 2:
        return None
    between = text[clocks[0].span.end : clocks[1].span.start].strip().lower()
    if between not in meeting_grammar().up_to:
        return None
    first, last = (int(clock.value[:2]) * 60 + int(clock.value[3:]) for clock in clocks)
    return (last - first) % (24 * 60) or None


def _inside_brackets(text: str, whole: Span, part: Span) -> bool:
    between = text[whole.end : part.start]
    return between.count("(") > between.count(")")


def _kind(text: str, floor: int, start: int) -> str | None:
    """The kind of a part, from the words between its length and the length or mark before it."""
    words = re.split(r"[(),]|\band\b", text[floor:start].lower())[-1]
    kinds = (kind for kind, known in meeting_grammar().parts.items() if any(word in words for word in known))
    return next(kinds, None)
