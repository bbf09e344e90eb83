"""What the tools answer: each value with the words that it rests on.

The descriptions are what a program reads before it asks. Whatever a text says stands in ``quote`` alone,
and in what is said to be its words; everything else is the voice of the ledger.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field


class _Answer(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Citation(_Answer):
    """Words of a frozen text: where they stand, and how to cite them."""

    quote: Annotated[str, Field(description="The very words of the text; '' for a document as a whole.")]
    document: Annotated[str, Field(description="The ledger's id of the document.")]
    start: Annotated[int | None, Field(description="Where the words begin, in characters of the text.")]
    end: Annotated[int | None, Field(description="Where they end.")]
    text_sha256: Annotated[str, Field(description="The sha256 of the frozen text that start and end count.")]
    citation: Annotated[str, Field(description="The citation for people.")]
    url: Annotated[str | None, Field(description="The address from which the text was taken, where known.")]


class Step(_Answer):
    """What was known of a promise or request from a day on."""

    since: Annotated[str, Field(description="The day from which it could be known.")]
    status: str
    timeliness: str
    confirmation: Annotated[str | None, Field(description="Who tells it, relative to who promised.")]
    why: str
    evidence: list[Citation]


class Hit(_Answer):
    """A sentence that holds the words asked for."""

    day: Annotated[str | None, Field(description="The day under which it is filed.")]
    before: Annotated[str, Field(description="Words of the text before it.")]
    after: Annotated[str, Field(description="Words of the text after it.")]
    fate: Annotated[str, Field(description="record, furniture, repeated, or unread: how the reader took it.")]
    words: Citation


class MetBrief(_Answer):
    """A meeting in a list."""

    id: Annotated[str, Field(description="The id that the tools meeting and compare take.")]
    when: Annotated[str | None, Field(description="EDTF, such as 2024-07 or 2024-07-03/2024-07-05.")]
    when_basis: Annotated[str | None, Field(description="stated, or on what it was inferred.")]
    format: str
    status: Annotated[str, Field(description="held, planned, referenced or not_held.")]
    place: str | None
    parties: list[str]
    documents: Annotated[int, Field(description="How many documents mention it.")]
    told_by: Annotated[list[str], Field(description="The sides whose documents mention it.")]
    words: Citation


class Telling(_Answer):
    """What a document is to a meeting."""

    role: Annotated[str, Field(description="account, report, announcement, plan or mention.")]
    published_by: str
    words: Citation


class Value(_Answer):
    """A value of a meeting, and the documents that give it."""

    value: str
    given_by: list[Citation]


class MeetingFact(_Answer):
    """What documents say of one thing about a meeting."""

    name: str
    values: list[Value]
    apart: Annotated[bool, Field(description="True where two of the values cannot both be.")]


class Said(_Answer):
    """A statement."""

    when: Annotated[str | None, Field(description="The days under which it is filed.")]
    act: str
    negated: bool
    actors: Annotated[list[str], Field(description="Who said it, with the code of the side where known.")]
    addressee: str | None
    topics: list[str]
    meeting: Annotated[str | None, Field(description="The id of the meeting at which it was said.")]
    content: Annotated[str | None, Field(description="The words of what was said, as the text has them.")]
    confidence: float
    words: Citation


class Promise(_Answer):
    """A commitment or a request, and what came of it."""

    id: str
    kind: Annotated[str, Field(description="commitment or request.")]
    who: list[str]
    what: Annotated[str, Field(description="Its words.")]
    strength: Annotated[
        int | None,
        Field(description="Of a commitment: 1 declared intent, 2 process, 3 deliverable, 4 dated, 5 signed."),
    ]
    due: str | None
    due_basis: str | None
    condition: str | None
    topics: list[str]
    status: Annotated[str | None, Field(description="The status that holds on the day of the answer.")]
    history: list[Step]
    events: Annotated[list[Step], Field(description="Reaffirmed, or asked again.")]
    words: Citation


class Difference(_Answer):
    """One difference between two accounts; what is in one alone is not denied by the other."""

    type: str
    grade: Annotated[str, Field(description="substantive, notable or wording.")]
    side: Annotated[str | None, Field(description="The side that has more, or says the stronger thing.")]
    topic: str | None
    why: str
    words: list[Citation]


class Account(_Answer):
    """One of two accounts that are compared."""

    label: str
    kind: str
    published: str | None
    document: Citation


class Names(_Answer):
    """What each account calls one thing."""

    concept: str
    names: dict[str, list[str]]
    words: list[Citation]


class Comparison(_Answer):
    """Two accounts of a meeting side by side."""

    accounts: list[Account]
    note: str
    summary: list[str]
    differences: list[Difference]
    names: list[Names]


class _Found(_Answer):
    found: Annotated[bool, Field(description="False: this is not in the ledger. That is an answer.")]
    answer: Annotated[str, Field(description="The answer in a sentence, in the ledger's own voice.")]


class _Listed(_Found):
    more: Annotated[bool, Field(description="True where more fits than is listed here.")]


class SearchAnswer(_Listed):
    """Sentences with the words asked for, the newest first."""

    hits: list[Hit]


class RegisterAnswer(_Listed):
    """Meetings, the newest first."""

    meetings: list[MetBrief]


class MeetingAnswer(_Found):
    """One meeting with all that the ledger holds of it."""

    meeting: MetBrief | None = None
    within: Annotated[str | None, Field(description="The id of the visit that contains it.")] = None
    contains: Annotated[list[str], Field(description="The ids of the meetings of a visit.")] = []
    facts: list[MeetingFact] = []
    told: list[Telling] = []
    not_listed: Annotated[int, Field(description="How many more documents mention it.")] = 0
    date_rests_on: list[Citation] = []
    said: list[Said] = []
    unsaid: Annotated[int, Field(description="How many statements are not listed here.")] = 0
    promised: list[Promise] = []
    asked: list[Promise] = []


class CompareAnswer(_Found):
    """How the accounts of a meeting differ, each two of unlike sides."""

    comparisons: list[Comparison]


class PromisesAnswer(_Listed):
    """Promises and requests with what came of them by a day, the newest first."""

    as_of: Annotated[str | None, Field(description="Only documents published by this day count.")]
    promises: list[Promise]


class SaidAnswer(_Listed):
    """What a side said on a topic, the newest first."""

    statements: list[Said]


class CiteAnswer(_Found):
    """Words, and their citation in the forms that others read."""

    words: Citation | None = None
    text: str = ""
    bibtex: str = ""
    csl: str = ""
    annotation: Annotated[str, Field(description="A W3C Web Annotation, JSON-LD.")] = ""
