"""Which words may belong to an expression of time: a look that saves looking for one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from regesta.mentions.times.durations import SIGN
from regesta.mentions.times.grammar import grammar
from regesta.mentions.times.lexicon import either
from regesta.rules.times import time_rules

Test = re.Pattern[str]


def of_windows() -> Test:
    """Return what stands in a word of every date or window."""
    return re.compile(grammar().trigger.pattern, re.IGNORECASE)


def of_clock_times() -> Test:
    """Return what stands in a word of every time of day."""
    return _figure_or(word for name in time_rules().clock.names for word in name.split()[:1])


def of_durations() -> Test:
    """Return what stands in a word of every length of a meeting."""
    return SIGN


def of_ordinals() -> Test:
    """Return what stands in a word of every count of meetings."""
    rules = time_rules()
    return _figure_or([*rules.ordinals, *rules.ordinal_tens])


def _figure_or(words: Iterable[str]) -> Test:
    return re.compile(rf"\d|{either(words)}", re.IGNORECASE)
