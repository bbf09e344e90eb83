"""What holds across documents: meetings, persons, findings, two accounts side by side."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from regesta.web.api.models.records import Meeting
from regesta.web.api.models.shared import Basis, Cited, Codes, Item, When


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
