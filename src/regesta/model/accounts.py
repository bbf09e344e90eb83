"""Two accounts of one meeting laid side by side: what both tell, what one tells, and how they differ.

A comparison is a view, worked out from two documents; nothing in it says that a side is right. The
sides stand in order of their code, whichever document was named first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from regesta.model.finding import Place
from regesta.model.judgement import Feature, Ref

DifferenceType = Literal[
    "denied", "contradiction", "strength", "attribution", "scope_or_number", "time_or_place", "only_in",
    "term", "order_and_space",
]  # fmt: skip
TYPES: tuple[DifferenceType, ...] = (
    "denied", "contradiction", "strength", "attribution", "scope_or_number", "time_or_place", "only_in",
    "term", "order_and_space",
)  # fmt: skip
Grade = Literal["substantive", "notable", "wording"]
GRADES: tuple[Grade, ...] = ("substantive", "notable", "wording")


@dataclass(frozen=True, slots=True)
class Side:
    """One account: whose it is (``label``), the document, and when it was published.

    ``label`` is the publishing side's code, ``joint`` for a joint statement; where both accounts
    are of one side, a number follows. ``phase`` says where the day of publication lies:
    ``before``, ``during`` or ``after`` the meeting, None where that cannot be told.
    """

    label: str
    document: str
    file: str | None
    publisher: str | None
    kind: str
    title: str | None
    published: str | None
    phase: Literal["before", "during", "after"] | None


@dataclass(frozen=True, slots=True)
class Told:
    """A passage of one account: a statement with what was promised or asked for in it.

    ``place`` are its words. ``refs`` are the records, the statement first. ``voices`` are the
    codes of those who act; ``own_voice`` says that the publishing side speaks for itself.
    """

    side: str
    refs: tuple[Ref, ...]
    place: Place
    act: str
    negated: bool
    voices: tuple[str, ...]
    own_voice: bool
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two passages, or two mentions of a meeting, taken to speak of the same thing, and why."""

    first: Told
    second: Told
    score: float
    features: tuple[Feature, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: its type and grade, the topic, the words of both sides, one neutral sentence.

    ``side`` is the side that has what the other has not, or says the stronger thing; None where
    neither can be said. ``places`` are in order of the sides.
    """

    type: DifferenceType
    grade: Grade
    side: str | None
    topic: str | None
    why: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """How much room a topic has in one account, and in which place it comes there (from 1).

    ``share`` is its part of the words of all passages, between 0 and 1; ``rank`` is None where
    the account does not have the topic.
    """

    side: str
    topic: str | None
    passages: int
    characters: int
    share: float
    rank: int | None


@dataclass(frozen=True, slots=True)
class TopicRow:
    """One topic beside itself: what each side tells of it. ``told_by`` are the sides that do."""

    topic: str | None
    label: str
    told_by: tuple[str, ...]
    pairs: tuple[Pairing, ...]
    alone: tuple[Told, ...]
    shares: tuple[Share, Share]


@dataclass(frozen=True, slots=True)
class Names:
    """What each side calls one thing; ``names`` are in order of the sides, each in order of use.

    ``basis`` is ``term`` (a concept of a pack), ``topic`` (the words that show a topic) or
    ``meeting`` (the words for one meeting).
    """

    concept: str
    basis: Literal["term", "topic", "meeting"]
    names: tuple[tuple[str, tuple[str, ...]], ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two accounts side by side. ``note`` says what kinds of text they are and when they came out."""

    sides: tuple[Side, Side]
    meeting: str | None
    note: str
    topics: tuple[TopicRow, ...]
    meetings: tuple[Pairing, ...]
    differences: tuple[Difference, ...]
    terms: tuple[Names, ...]
    summary: tuple[str, ...]

    @property
    def shares(self) -> tuple[Share, ...]:
        """The room that each topic has in each account."""
        return tuple(share for row in self.topics for share in row.shares)
