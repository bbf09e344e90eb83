"""The records of single documents, :mod:`regesta.model.records` with their words, by field."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from regesta.web.api.models.shared import Basis, Cited, Codes, Confidence, Item, Topics, When


class Actor(Item):
    """Who acts or is addressed."""

    kind: Literal["person", "party"]
    name: str
    country: str | None = Field(description="The code of the country; null where the text does not say.")
    basis: str = Field(
        description="How the name was settled: stated, coreference, group, publisher, unresolved."
    )
    role: str | None


class Participant(Item):
    """Somebody who takes part in a meeting."""

    name: str
    role: str | None
    country: str | None
    basis: str


class Part(Item):
    """A part of a meeting."""

    kind: str | None
    start_time: str | None
    duration_minutes: int | None


class Correction(Item):
    """A value that a person put in the place of what was read."""

    field: str
    value: str | None
    read: str | None = Field(description="What was read; null where nothing was.")
    by: str
    at: str
    note: str | None


class Record(Item):
    """What every record has."""

    id: str
    cited: Cited
    earliest: str | None = Field(description="The first day under which it is filed.")
    latest: str | None = Field(description="The last day under which it is filed.")
    corrections: list[Correction]
    rule: str = Field(description="The rule by which it was read.")
    confidence: Confidence


class Meeting(Record):
    """A meeting as one document names it; `meeting` is what holds across documents."""

    meeting: str | None = Field(description="The id of the meeting across documents, see /meetings/{id}.")
    main: bool = Field(description="Whether the document is about it.")
    format: str
    medium: str
    status: Literal["held", "planned", "referenced", "not_held"]
    when: When
    when_basis: Basis
    as_written: str | None
    start_time: str | None
    zone: str | None = Field(
        description="The zone of start_time: an IANA name or an offset; null if unknown."
    )
    zone_basis: str | None
    duration_minutes: int | None
    parts: list[Part]
    place: str | None
    country: str | None
    occasion: str | None
    ordinal_total: int | None
    ordinal_year: int | None
    round: int | None
    condition: str | None
    reason: str | None
    participants: list[Participant]
    parties: Codes
    parties_basis: str
    also: list[tuple[int, int]] = Field(description="The spans of its other mentions in the document.")
    topics: Topics


class Statement(Record):
    """One reporting verb and what was done with it."""

    verb: str
    act: str
    negated: bool
    actors: list[Actor]
    addressee: Actor | None
    topics: Topics
    section: str | None
    verb_span: tuple[int, int]
    content: tuple[int, int] | None = Field(description="The span of what was said.")


class Step(Item):
    """A status and the day from which it can be known."""

    start: str = Field(description="The day from which it can be known.")
    status: str
    timeliness: str
    confirmation: str | None
    why: str
    evidence: list[Cited]


class Promise(Record):
    """What promises and requests have: a history. Time alone makes `no_evidence`, never `not_done`."""

    what: str
    due: When
    due_basis: Basis
    due_as_written: str | None
    condition: str | None
    topics: Topics
    status: str = Field(description="Its status by `as_of`; a person's decision goes before the documents'.")
    as_of: str | None = Field(description="The day by which the history is told.")
    window: When = Field(description="The window across documents.")
    window_basis: Basis
    history: list[Step]
    events: list[Step] = Field(description="Reaffirmations and repetitions.")
    existence: str | None = Field(description="both_sides, one_side_only, joint or denied.")
    successor: str | None = Field(description="The id of what took its place when it was put off.")


class Commitment(Promise):
    """A future act of a named side about itself, specific enough to be checked later."""

    who: Codes
    strength: int


class Request(Promise):
    """Who asked whom for what."""

    act: str
    who: list[Actor]
    of: list[Actor]
    what_span: tuple[int, int]
    again: bool
    negated: bool
    statement_id: str


class Term(Record):
    """A name in use for a thing that the sides may call differently."""

    label: str
    concept: str
    side: str | None
