"""What holds across documents: one meeting of many mentions, one person, a promise and its history.

These are views. They are worked out from the documents and from people's rulings, and can be worked
out again at any time; the same documents give the same view in whatever order they came.
"""

from __future__ import annotations

from dataclasses import dataclass

from regesta.model.document import Document
from regesta.model.finding import Place
from regesta.model.judgement import Judgement, Ref
from regesta.model.records import Records


@dataclass(frozen=True, slots=True)
class Dossier:
    """One document as the resolver sees it: its ledger id, what is known of it, its records, its text."""

    id: str
    document: Document
    records: Records
    text: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A day or window (EDTF) with its basis; ``because`` are the words of other documents it rests on."""

    when: str | None
    basis: str | None
    because: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Joined:
    """One meeting with all its mentions, in order of publication; ``places`` are all words that name it.

    ``within`` is the id of the visit that contains it; ``before`` is the id of the meeting that
    precedes it in its series. ``status`` is the strongest that any mention gives: ``not_held``
    and ``held`` go before ``referenced``, which goes before ``planned``.
    """

    id: str
    members: tuple[Ref, ...]
    places: tuple[Place, ...]
    dated: Dated
    format: str
    medium: str
    status: str
    parties: tuple[str, ...]
    place: str | None
    country: str | None
    within: str | None = None
    series: str | None = None
    round: int | None = None
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """An office of a person, and the first and last day on which a document shows it held."""

    office: str
    country: str | None
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Person:
    """One person under all spellings, with offices; ``mentions`` are the words that show each name."""

    id: str
    names: tuple[str, ...]
    country: str | None
    offices: tuple[Office, ...]
    mentions: tuple[Ref, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A status and the day from which it can be known; all evidence was published by that day."""

    start: str
    status: str
    evidence: tuple[Place, ...]
    timeliness: str = "unknown"
    confirmation: str | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Followed:
    """A commitment or request with its dated history. ``events`` are reaffirmations and repetitions.

    ``existence`` is ``both_sides``, ``one_side_only``, ``joint`` or ``denied``. ``successor`` is
    the record that took its place when it was deferred.
    """

    ref: Ref
    place: Place
    dated: Dated
    history: tuple[Step, ...]
    events: tuple[Step, ...] = ()
    existence: str = "one_side_only"
    successor: Ref | None = None


@dataclass(frozen=True, slots=True)
class Deferral:
    """What was put off, what took its place, and the reason in the words of a text."""

    origin: Place
    successor: Place
    reason: str | None


@dataclass(frozen=True, slots=True)
class Links:
    """Everything that holds across the documents of a ledger, or of a part of it."""

    meetings: tuple[Joined, ...] = ()
    people: tuple[Person, ...] = ()
    commitments: tuple[Followed, ...] = ()
    requests: tuple[Followed, ...] = ()
    deferrals: tuple[Deferral, ...] = ()
    years: tuple[Judgement, ...] = ()
    judgements: tuple[Judgement, ...] = ()
