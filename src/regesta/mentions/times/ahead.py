"""Says whether the words before a date tell that it lies ahead."""

from __future__ import annotations

import re
from functools import cache

from regesta.mentions.times.lexicon import GAP
from regesta.mentions.times.mention import TimeMention
from regesta.model.span import Span
from regesta.rules.times import time_rules

_LOOK = 130


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?i:{time_rules().ahead.pattern.replace(' ', GAP)})")


def lies_ahead(text: str, within: Span, mention: TimeMention) -> bool:
    """Say whether the words of ``within`` before a mention put it after the day of publication.

    "Talks, which will be held on June 29" does, whatever the tense of the clause around it. False says
    nothing: the date may lie on either side.
    """
    return (
        _before().search(text, max(within.start, mention.span.start - _LOOK), mention.span.start) is not None
    )
