"""The records of one document: meetings, statements, commitments, requests, terms, and what was not read.

Field for field the form of ``docs/record-format.md``. Each record carries the span it was read
from; ``quote`` is derived from the frozen text and never stored apart from it here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from regesta.model.span import Span

ACTS: dict[str, tuple[str, ...]] = {
    "COMMIT": ("sign", "decide", "agree", "affirm", "share_view", "pledge"),
    "CONSULT": ("discuss",),
    "APPRECIATE": ("welcome", "thank", "congratulate", "offer_support"),
    "OBJECT": ("express_concern", "condemn_or_regret", "reject"),
    "ASK": ("request", "urge", "propose", "invite"),
    "STATE": ("convey_position", "explain", "inform", "announce", "express_intention", "deliver"),
}
GROUP_OF: dict[str, str] = {act: group for group, acts in ACTS.items() for act in acts}

FORMATS = (
    "summit", "foreign_ministers", "ministers", "two_plus_two", "vice_ministerial", "officials",
    "committee", "courtesy_call", "visit", "forum", "other",
)  # fmt: skip
ZoneBasis = Literal["stated", "place", "country"]
STATUSES = ("held", "planned", "referenced", "not_held")


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts or is addressed: a person, or a party (a state, the EU, the UN).

    ``country`` is an ISO 3166 alpha-2 code (or EU, UN), None where the text does not say.
    ``basis`` says how the name was settled: ``stated``, ``coreference``, ``group``,
    ``publisher`` (the publishing side speaks) or ``unresolved``.
    """

    kind: Literal["person", "party"]
    name: str
    country: str | None
    role: str | None = None
    basis: str = "stated"


@dataclass(frozen=True, slots=True)
class Part:
    """A sub-session of a meeting: its kind where said, start (``HH:MM``) and length in minutes."""

    kind: str | None
    start_time: str | None
    duration_minutes: int | None


@dataclass(frozen=True, slots=True)
class Meeting:
    """One distinct meeting that the document names. ``also`` holds its other mentions.

    ``zone`` is that of ``start_time``: an IANA name or an offset from UTC, None where it is not known.
    ``zone_basis`` says whether the text names it (``stated``), or it is that of the meeting's ``place``
    or, where that has only one, of its ``country``.
    """

    id: str
    span: Span
    main: bool
    format: str
    medium: str
    status: str
    when: str | None
    when_basis: str | None
    as_written: str | None
    place: str | None
    country: str | None
    participants: tuple[Actor, ...] = ()
    start_time: str | None = None
    duration_minutes: int | None = None
    parts: tuple[Part, ...] = ()
    occasion: str | None = None
    ordinal_total: int | None = None
    ordinal_year: int | None = None
    round: int | None = None
    condition: str | None = None
    reason: str | None = None
    also: tuple[Span, ...] = ()
    rule: str = ""
    confidence: float = 0.5
    topics: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    parties_basis: str = "stated"
    zone: str | None = None
    zone_basis: ZoneBasis | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One reporting verb and what was done with it. ``content`` is the span of what was said."""

    id: str
    span: Span
    verb: str
    verb_span: Span
    act: str
    negated: bool
    actors: tuple[Actor, ...]
    addressee: Actor | None
    topics: tuple[str, ...]
    section: str | None
    content: Span | None
    rule: str
    confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class Commitment:
    """A future act of a named side about itself, specific enough to be checked later."""

    id: str
    span: Span
    who: tuple[str, ...]
    what: str
    strength: int
    due: str | None
    due_basis: str | None
    due_as_written: str | None
    condition: str | None
    topics: tuple[str, ...]
    rule: str
    confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class Request:
    """Who asked whom for what. ``what`` are the words at ``what_span`` on one line.

    ``who`` is empty where the text does not say who asked, ``of`` where it does not say who was
    asked; somebody who cannot be tied to a person or side stands there in the text's own words
    with the basis ``unresolved``. ``act`` is one of the ASK group. ``again`` says that the text
    itself calls it a repetition. ``statement_id`` is the statement it was read from.
    """

    id: str
    span: Span
    act: str
    who: tuple[Actor, ...]
    of: tuple[Actor, ...]
    what: str
    what_span: Span
    again: bool
    negated: bool
    due: str | None
    due_basis: str | None
    due_as_written: str | None
    condition: str | None
    topics: tuple[str, ...]
    statement_id: str
    rule: str
    confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class Term:
    """A name in use for a thing that the sides may call differently."""

    id: str
    span: Span
    label: str
    concept: str
    side: str | None
    rule: str = ""
    confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class Repeat:
    """A passage printed twice: records are made from ``first`` only."""

    first: Span
    again: Span


@dataclass(frozen=True, slots=True)
class Unread:
    """A sentence from which no record was made, and why."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Account:
    """How one sentence or block ended: ``record``, ``furniture``, ``repeated`` or ``unread``."""

    span: Span
    fate: Literal["record", "furniture", "repeated", "unread"]


@dataclass(frozen=True, slots=True)
class Records:
    """Everything that was read from one document."""

    meetings: tuple[Meeting, ...] = ()
    statements: tuple[Statement, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    terms: tuple[Term, ...] = ()
    repeated: tuple[Repeat, ...] = ()
    unread: tuple[Unread, ...] = ()
    accounts: tuple[Account, ...] = field(default=())
    requests: tuple[Request, ...] = ()
