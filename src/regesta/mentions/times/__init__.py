"""Dates and windows, lengths, ordinals and times of day, as ministries write them.

Each finder takes a text and the span to look in, and returns what it finds in order, without
overlaps. Windows are found first and resolved later, by :func:`resolve`, when the tense of the
clause and the event spoken of are known; :func:`why_unresolved` says why one has no window.
"""

from __future__ import annotations

from regesta.mentions.times.clock import find_clock_times
from regesta.mentions.times.declining import why_unresolved
from regesta.mentions.times.durations import find_durations
from regesta.mentions.times.leaning import leaning
from regesta.mentions.times.mention import Anchor, Fields, TimeMention
from regesta.mentions.times.ordinals import find_ordinals
from regesta.mentions.times.resolve import resolve
from regesta.mentions.times.windows import find_windows

__all__ = [
    "Anchor",
    "Fields",
    "TimeMention",
    "find_clock_times",
    "find_durations",
    "find_ordinals",
    "find_windows",
    "leaning",
    "resolve",
    "why_unresolved",
]
