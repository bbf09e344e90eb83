"""What the interface answers: the records of :mod:`regesta.model.records` with their words, by field."""

from __future__ import annotations

from typing import Annotated, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

T = TypeVar("T")
_EDTF = "A day, month, season, year or interval of ISO 8601-2 (EDTF); an unknown year is XXXX."
When = Annotated[str | None, Field(description=_EDTF, examples=["2031-07-20", "2031-08-21/2031-08-31"])]
Basis = Annotated[
    str | None,
    Field(
        description="On what a date rests: stated, title, published, given, or that it is inferred from"
        " content, a sibling (another document), a convention or outside knowledge.",
        examples=["stated"],
    ),
]
Code = Annotated[
    str, Field(description="The code of a state (ISO 3166 alpha-2), or EU or UN.", examples=["XA"])
]
Codes = Annotated[list[str], Field(description="Codes of states, or EU or UN.", examples=[["XA", "XB"]])]
Topics = Annotated[list[str], Field(description="Ids of topics.", examples=[["fisheries"]])]
Confidence = Annotated[
    float, Field(description="How sure the reading is, between 0 and 1; see docs/reading.md.", ge=0, le=1)
]


class Item(BaseModel):
    """The root of all answers."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Cited(Item):
    """Words of a document, where they stand in its frozen text, and their citation."""

    document: str = Field(description="The id of the document.", examples=["d-1c6f8a2db874347c"])
    start: int = Field(description="The first character of the words in the frozen text.", examples=[120])
    end: int = Field(description="The character behind the last one.", examples=[155])
    quote: str = Field(description="The words, character for character.", examples=["will meet in Halden"])
    sha256: str = Field(description="The sha256 of the frozen text (UTF-8).")
    citation: str = Field(
        description="The citation for people: publisher, title, kind, day, place in the text."
    )
    source: str | None = Field(description="The address of the publisher's page, where it is known.")
    href: str = Field(description="The address of these words in the reading room.")


class Page(Item, Generic[T]):
    """A page of a list, the newest first; what has no day stands last."""

    items: list[T]
    next: str | None = Field(
        description="The address of the next page, null on the last. What is added meanwhile moves nothing."
    )


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


class Document(Item):
    """A document: a frozen text, where it came from, what is known of it."""

    id: str = Field(examples=["d-1c6f8a2db874347c"])
    sha256: str = Field(description="The sha256 of the frozen text (UTF-8).")
    title: str | None
    publisher: str | None
    publisher_basis: str | None
    side: str | None = Field(description="The code of the side that published it.")
    side_basis: str | None
    counterpart: str | None
    kind: str
    kind_reason: str
    language: str | None
    published: When
    published_basis: Basis
    url: str | None
    files: list[str]
    version: int = Field(description="Which text of its address it is, from 1.")
    previous: str | None = Field(description="The id of the text before it at the same address.")
    current: bool = Field(description="Whether no later text of the same address is held.")
    added_at: str
    rules_version: str
    citation: str
    href: str = Field(description="The address of the document in the reading room.")


class DocumentText(Document):
    """A document with its frozen text, if that was asked for."""

    text: str | None = Field(description="The frozen text, whose characters every span counts; see `text`.")


class Met(Item):
    """A meeting across documents, one of many mentions."""

    id: str = Field(examples=["g-0fe19c7ef88003d0"])
    when: When
    when_basis: Basis
    status: Literal["held", "planned", "referenced", "not_held"]
    format: str
    medium: str
    parties: Codes
    place: str | None
    country: str | None
    series: str | None
    round: int | None
    within: str | None = Field(description="The id of the visit that contains it.")
    documents: int = Field(description="How many documents mention it.")
    tellers: list[str | None] = Field(
        description="The sides of these documents; null for one that is not known."
    )
    cited: Cited
    href: str


class Telling(Item):
    """What one document is to a meeting, and its record of it."""

    role: Literal["account", "report", "announcement", "plan", "mention"]
    published_by: str
    record: Meeting


class MetSheet(Met):
    """A meeting across documents with what each of them tells of it."""

    abstract: str
    tellings: list[Telling] = Field(description="Up to forty documents in order of publication.")
    more: int = Field(description="How many further documents mention it.")
    because: list[Cited] = Field(description="The words on which its date rests.")
    contains: list[str] = Field(description="The ids of the meetings of a visit.")
    before: str | None = Field(description="The id of the meeting before it in its series.")
    after: str | None = Field(description="The id of the meeting behind it in its series.")


class Office(Item):
    """An office, and the first and last day on which a document shows it held."""

    office: str
    country: str | None
    first: str
    last: str


class Person(Item):
    """A person under all spellings."""

    id: str = Field(examples=["p-0fe19c7ef88003d0"])
    name: str
    others: list[str]
    country: str | None
    offices: list[Office]
    documents: int = Field(description="How many documents give a full name.")
    cited: Cited
    href: str


class Finding(Item):
    """What a check found: a code of docs/findings.md, one sentence, and the words that show it."""

    code: str
    level: Literal["conflict", "open", "note"]
    message: str
    cited: list[Cited]


class Hit(Item):
    """A sentence that holds the words asked for."""

    cited: Cited
    before: str = Field(description="The words before it on its line.")
    after: str = Field(description="The words behind it on its line.")
    marks: list[tuple[int, int]] = Field(description="Where in the quote the words stand.")
    day: str | None
    fate: Literal["record", "furniture", "repeated", "unread"]
    parties: Codes
    persons: list[str]
    acts: list[str]
    topics: Topics


class Account(Item):
    """One of two accounts of a meeting."""

    label: str = Field(description="Whose it is: the publishing side's code, or joint.")
    document: str
    publisher: str | None
    kind: str
    title: str | None
    published: str | None
    phase: Literal["before", "during", "after"] | None


class Difference(Item):
    """How two accounts differ. That one does not mention something is no denial."""

    type: str
    grade: Literal["substantive", "notable", "wording"]
    side: str | None
    topic: str | None
    why: str
    cited: list[Cited]


class Names(Item):
    """What each account calls one thing."""

    concept: str
    basis: Literal["term", "topic", "meeting"]
    names: dict[str, list[str]]
    cited: list[Cited]


class Comparison(Item):
    """Two accounts of one meeting, in order of their sides' codes."""

    meeting: str
    sides: list[Account]
    note: str
    differences: list[Difference]
    terms: list[Names]


class Citation(Item):
    """Words of a document, or a document, cited in every form."""

    document: str
    start: int | None
    end: int | None
    quote: str = Field(description="The words; empty for a document as a whole.")
    sha256: str
    place: str = Field(description="Where the words stand: section and paragraph.")
    citation: str
    source: str | None
    href: str
    bibtex: str
    csl: str = Field(description="A list with one item of CSL-JSON, as text.")
    annotation: str = Field(description="A W3C Web Annotation in JSON-LD, as text.")


class Problem(Item):
    """What was wrong, in one sentence (RFC 9457)."""

    type: str = Field(examples=["about:blank"])
    title: str = Field(examples=["Not Found"])
    status: int = Field(examples=[404])
    detail: str = Field(examples=["The ledger has no document 'd-0'."])
