"""Do the numbers that documents give meetings agree with each other and with the ledger?"""

from __future__ import annotations

from regesta.checks.counts import ROUND, TOTAL, Claim, Counted, counted, disagreements
from regesta.checks.ground import Ground, distinct
from regesta.checks.saying import meeting_words, number_words
from regesta.model.finding import Finding, Place
from regesta.query.dates import in_words

CONTRADICTION, FIT, GAP = "ordinal-contradiction", "ordinal-fit", "ordinal-gap"
CODES = (CONTRADICTION, FIT, GAP)


def check(ground: Ground) -> list[Finding]:
    """Say of each number whether it contradicts the ledger, lacks meetings in it, or fits.

    A ledger that lacks meetings is a gap and contradicts nothing. It is a note where the series
    began before the ledger's first number of it. Numbers that fit are notes.
    """
    found = [_finding(one) for one in counted(ground)]
    return found + [_two_numbers(one, other) for one, other in disagreements(ground)]


def _finding(one: Counted) -> Finding:
    if one.verdict == "contradiction":
        return Finding(CONTRADICTION, _contradicted(one), _places(one, whole=True), "conflict")
    if one.verdict == "fit":
        return Finding(FIT, f"{_said(one.claim)}; {_held(one)}, which fits.", _places(one), "note")
    missing = number_words(one.expected - one.most, "meeting")
    message = f"{_said(one.claim)}; {_held(one)}: at least {missing} not in the ledger."
    inside = one.base is not None or one.claim.scope not in (TOTAL, ROUND)
    return Finding(GAP, message, _places(one), "open" if inside else "note")


def _contradicted(one: Counted) -> str:
    if one.base is not None and one.expected < 1:
        return f"{_said(one.claim)}, while {_said(one.base, 'the')}: the later number is not the higher one."
    return f"{_said(one.claim)}; {_held(one)}, which is more."


def _two_numbers(one: Claim, other: Claim) -> Finding:
    message = f"{_said(one)}, and by another document as {_number(other)}."
    return Finding(CONTRADICTION, message, distinct((*one.places, *other.places)), "conflict")


def _said(claim: Claim, article: str = "The") -> str:
    return f"{article} {meeting_words(claim.meeting)} is counted as {_number(claim)}"


def _number(claim: Claim) -> str:
    if claim.scope == ROUND:
        return f"round {claim.number}"
    return f"number {claim.number}{' in total' if claim.scope == TOTAL else f' of {claim.scope}'}"


def _held(one: Counted) -> str:
    count = len(one.sure)
    held = f"{count}" if one.most == count else f"{count} to {one.most}"
    since = f" after {_number(one.base)} of {in_words(one.base.meeting.dated.when)}" if one.base else ""
    return f"the ledger holds {held} up to that day{since}, itself included"


def _places(one: Counted, *, whole: bool = False) -> tuple[Place, ...]:
    shown = [*one.claim.places, *(one.base.places if one.base else ())]
    others = [joined.places[0] for joined in one.sure if joined.id != one.claim.meeting.id] if whole else []
    return distinct((*shown, *others))
