"""Was a meeting announced of which no document tells, though its days are over?"""

from __future__ import annotations

from itertools import combinations

from regesta.checks.ground import Ground, distinct
from regesta.checks.saying import meeting_words, number_words
from regesta.model.edtf import bounds
from regesta.model.finding import Finding
from regesta.model.links import Joined
from regesta.query.dates import in_words
from regesta.resolve.days import Window, gap, shifted

CODE = "meeting-not-reported"
_SOON = 92
"""Days after a meeting within which documents on its parties may be expected to tell of it."""
_STAY = 2
"""Days by which a meeting may lie outside the days announced of a visit: often only its first."""
_BETWEEN = 2


def check(ground: Ground) -> list[Finding]:
    """Report each meeting that is only ever planned and whose window closed before ``as_of``.

    A visit counts as told of when a meeting is that its days and its host contain. It is a note
    where the ledger holds no document on two of its parties from the three months after it
    began, or where it is not known who meets: then nothing in it could tell of it.
    """
    if ground.as_of is None:
        return []
    return [
        _finding(ground.as_of, joined, _later(ground, joined, window))
        for joined in ground.links.meetings
        if joined.status == "planned" and (window := bounds(joined.dated.when or "")) is not None
        if _first_known(ground, joined) <= window[1] < ground.as_of
        if not _contains_talks(ground, joined, window)
    ]


def _contains_talks(ground: Ground, visit: Joined, window: Window) -> bool:
    """Say whether a meeting told of fell into the days and the country of a visit, with its guests."""
    if visit.format != "visit" or visit.country is None:
        return False
    return any(
        gap(window, days) <= _STAY
        for guest in visit.parties
        if guest != visit.country
        for days in ground.stays.get((visit.country, guest), ())
    )


def _first_known(ground: Ground, joined: Joined) -> str:
    """Return the day from which a plan could be read; what was over by then was not announced."""
    return min((mention.known for mention in ground.of(joined) if mention.known), default="")


def _later(ground: Ground, joined: Joined, window: Window) -> int:
    """Count the documents on two of the parties published since it could begin until soon after it."""
    announced = [mention.known for mention in ground.of(joined) if mention.known]
    first, last = max([window[0], *announced]), shifted(window[1], _SOON)
    own = {member.document for member in joined.members}
    return len(
        {
            document
            for pair in combinations(sorted(joined.parties), 2)
            for document, day in ground.published.get(pair, {}).items()
            if first <= day <= last and document not in own
        }
    )


def _finding(as_of: str, joined: Joined, later: int) -> Finding:
    told = (
        f"none of the {number_words(later, 'document')} on its parties published by three months later"
        " tells of it"
        if later
        else "the ledger holds no document on its parties from the three months after"
    )
    if len(joined.parties) < _BETWEEN:
        told = "no document tells of it; two parties are not named, by which one could be found"
    if later == 1:
        told = "the one document on its parties published by three months later does not mention it"
    message = f"The {meeting_words(joined)} was announced; as of {in_words(as_of)} {told}."
    return Finding(CODE, message, distinct(joined.places), "open" if later else "note")
