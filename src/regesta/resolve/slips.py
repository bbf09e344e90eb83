"""Things promised for one time and planned for a later one."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import replace

from regesta.model.links import Deferral, Followed
from regesta.resolve.days import Window
from regesta.resolve.follow_link import Link
from regesta.resolve.promise import Promise, Sign
from regesta.rules.outcomes import outcome_rules

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
_TIME = re.compile(
    r"\b(?:in|on|by|from|until|before|of|to|for) (?:the )?(?:early |late |mid-)?(?:\d{1,2} )?"
    rf"(?P<month>{'|'.join(_MONTHS)})\b"
    r"(?: \d{1,2}(?!\d),?)?,?(?: (?P<of>\d{4}))?"
    r"|\b(?:in|by|of|during|until|to) (?:early |late |mid-|spring |summer |autumn |winter )?"
    r"(?P<year>20\d\d)\b"
)


def told_time(text: str, known: str) -> Window | None:
    """Return the month or year that a text of the day ``known`` names last; a bare month is the next such."""
    windows = [_window(match, known) for match in _TIME.finditer(" ".join(text.lower().split()))]
    return windows[-1] if windows else None


def put_off(promise: Promise, sign: Sign) -> bool:
    """Say whether what a sentence plans lies after the time that was promised, and is no further thing."""
    if promise.weak or promise.window is None:
        return False
    planned = told_time(sign.place.quote, sign.known)
    more = outcome_rules().one_more.pattern
    another = more.search(sign.place.quote.lower()) and not more.search(promise.place.quote.lower())
    return planned is not None and planned[0] > promise.window[1] and not another


def slips(commitments: Iterable[Followed]) -> list[Deferral]:
    """Return the commitments that a later sentence puts off to a time that it names, with that sentence."""
    return [
        Deferral(one.place, step.evidence[0], None)
        for one in commitments
        for step in one.history
        if step.status == "deferred" and len(step.evidence) == 1
        if told_time(step.evidence[0].quote, step.start) is not None
    ]


def with_heir(link: Link, promise: Promise, there: Iterable[Promise]) -> Link:
    """Return a link by which a sentence puts a promise off, with the promise that this sentence makes anew.

    ``there`` are the promises of the document of the sentence.
    """
    place = link.judgement.evidence[-1]
    if link.status != "deferred" or link.successor is not None or place.document == promise.ref.document:
        return link
    made = [
        other
        for other in there
        if other.ref.kind == "commitment"
        and other.place.span.overlaps(place.span)
        and other.own & promise.own
    ]
    return replace(link, successor=min(made, key=lambda one: one.place.span).ref) if made else link


def _window(match: re.Match[str], known: str) -> Window:
    if match["month"] is None:
        return f"{match['year']}-01-01", f"{match['year']}-12-31"
    month = _MONTHS.index(match["month"]) + 1
    year = int(match["of"] or known[:4])
    if match["of"] is None and month < int(known[5:7]):
        year += 1
    return f"{year:04}-{month:02}-01", f"{year:04}-{month:02}-{monthrange(year, month)[1]}"
