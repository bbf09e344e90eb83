"""What one document, or one meeting, tells the checks that look at all of them.

It is little of each, so that a ledger of any size can be gone through without holding its documents.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from regesta.model.edtf import bounds
from regesta.model.judgement import Ref
from regesta.model.links import Dossier, Joined
from regesta.model.records import Meeting
from regesta.resolve.days import Window
from regesta.resolve.mention import dyad_of

Pair = tuple[str, str]
_TOLD = ("held", "referenced")


def lengths_in(paper: Dossier) -> Iterator[tuple[Ref, int]]:
    """Yield the meetings to which a document gives a length, with it."""
    for meeting in paper.records.meetings:
        minutes = length(meeting)
        if minutes is not None:
            yield Ref(paper.id, "meeting", meeting.id), minutes


def length(meeting: Meeting) -> int | None:
    """Return the length of a meeting in minutes, as its own document gives it or lets it be added up."""
    if meeting.duration_minutes is not None:
        return meeting.duration_minutes
    parts = [part.duration_minutes for part in meeting.parts if part.duration_minutes is not None]
    return sum(parts) if len(parts) == len(meeting.parts) > 1 else None


def pairs_of(paper: Dossier) -> Iterator[Pair]:
    """Yield each two of the states whose relationship a document is about."""
    yield from combinations(sorted(dyad_of(paper)), 2)


def stays_of(joined: Joined) -> Iterator[tuple[Pair, Window]]:
    """Yield, of a meeting that is told of, its host country with each of its parties, and its days."""
    window = bounds(joined.dated.when) if joined.dated.when else None
    if joined.status in _TOLD and joined.country and window is not None:
        for party in joined.parties:
            yield (joined.country, party), window
