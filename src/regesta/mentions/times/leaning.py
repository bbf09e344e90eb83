"""Says on which side of publication the words around a date put it, whatever the tense of their clause."""

from __future__ import annotations

import re
from functools import cache

from regesta.mentions.times.lexicon import GAP
from regesta.mentions.times.mention import Tense, TimeMention
from regesta.model.span import Span
from regesta.rules.times import time_rules

_LOOK = 130


@cache
def _before() -> tuple[tuple[Tense, re.Pattern[str]], ...]:
    rules = time_rules().leaning
    return tuple(
        (lean.tense, re.compile(rf"(?i:\b{either}\b(?:{between}){{0,100}}{held}$)"))
        for lean in rules.words
        for either, between, held in [(_spaced(lean.pattern), _spaced(rules.between), _spaced(rules.held))]
    )


@cache
def _after() -> re.Pattern[str]:
    rules = time_rules().leaning
    between, either = _spaced(rules.fronted_between), _spaced(rules.fronted.pattern)
    return re.compile(rf"(?i:,?(?:(?!\b{either}\b){between}){{0,{_LOOK}}}\b{either}\b)")


def _spaced(pattern: str) -> str:
    return pattern.replace(" ", GAP)


def leaning(text: str, within: Span, mention: TimeMention) -> Tense | None:
    """Return the tense in which to resolve a mention by the words of ``within`` around it; None for none.

    "Talks, which will be held on June 29" lie ahead; "preparations for the May summit" mean the nearest one.
    Words after a date say it only where the date begins ``within``: "On June 29, the visit will take place".
    """
    start, end = max(within.start, mention.span.start - _LOOK), mention.span.start
    leans = next((tense for tense, words in _before() if words.search(text, start, end)), None)
    if leans is None and start == end and _after().match(text, mention.span.end, within.end):
        return time_rules().leaning.fronted.tense
    return leans
