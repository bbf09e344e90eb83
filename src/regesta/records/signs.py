"""What a sentence may hold, by its single words: whoever looks for something rare asks here first."""

from __future__ import annotations

import re
from functools import cache

from regesta.mentions.signs import Signs
from regesta.mentions.times import signs as times
from regesta.rules.attendance import attendance
from regesta.rules.meeting_grammar import meeting_grammar
from regesta.rules.meetings import meeting_rules

WINDOW = 1
CLOCK_TIME = 2
DURATION = 4
ORDINAL = 8
FAILING = 16
PUTTING_OFF = 32
ATTENDANCE = 64
OCCASION = 128
MEDIUM = 256
ANYTHING = -1


@cache
def signs() -> Signs:
    """Return the words that are signs of something; which words are is worked out as they come."""
    grammar = meeting_grammar()
    tests: list[tuple[int, re.Pattern[str]]] = [
        (WINDOW, times.of_windows()),
        (CLOCK_TIME, times.of_clock_times()),
        (DURATION, times.of_durations()),
        (ORDINAL, times.of_ordinals()),
        (FAILING, grammar.failing.sign),
        (PUTTING_OFF, grammar.putting_off.sign),
        (ATTENDANCE, attendance().sign),
        (OCCASION, meeting_rules().occasion_sign),
        (MEDIUM, meeting_rules().medium_sign),
    ]
    return Signs(tests)
