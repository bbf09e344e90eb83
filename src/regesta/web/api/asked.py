"""What a request may ask: filters as on the command line, the page of a list. What is misspelt is refused."""

from __future__ import annotations

import base64
import binascii
import json
from typing import Annotated, Any, Literal

from fastapi import HTTPException, Request
from pydantic import BaseModel, ConfigDict, Field

from regesta.model.document import KINDS
from regesta.model.records import ACTS, FORMATS, STATUSES
from regesta.query.filters import Filters
from regesta.query.keyed import Key
from regesta.query.statuses import PROMISE_STATUSES

_LEAP = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)"
_YEAR = "(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])"
_MONTH_DAY = (
    "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    "|02-(?:0[1-9]|1[0-9]|2[0-8]))"
)
DAY = f"^(?:{_YEAR}-{_MONTH_DAY}|{_LEAP}-02-29)$"
DATE = f"^(?:{_YEAR}(?:-(?:0[1-9]|1[0-2]|2[1-4]))?|{_YEAR}-{_MONTH_DAY}|{_LEAP}-02-29)$"
"""What is a date, exactly: a year, month, season (21 to 24) or day that there is."""
MOST = 200
SIZE = 50
_ACTS = (*ACTS, *(act for acts in ACTS.values() for act in acts))

Party = Annotated[
    str | None,
    Field(description="A party: the code of a state, or EU or UN.", pattern="^[A-Z]{2}$", examples=["XA"]),
]
Between = Annotated[
    str | None,
    Field(
        description="Two codes: documents on these two states.",
        pattern="^[A-Z]{2}-[A-Z]{2}$",
        examples=["XA-XB"],
    ),
]
Person = Annotated[
    str | None,
    Field(description="Words of a person's name, in any order.", max_length=200, examples=["Lind"]),
]
Topic = Annotated[str | None, Field(description="The id of a topic.", max_length=100, examples=["fisheries"])]
Since = Annotated[
    str | None,
    Field(description="From this day, month, season or year on.", pattern=DATE, examples=["2031-07"]),
]
Until = Annotated[
    str | None,
    Field(description="Up to this day, month, season or year.", pattern=DATE, examples=["2031-12-31"]),
]
Publisher = Annotated[
    str | None, Field(description="Words of the publisher's name.", max_length=200, examples=["Ministry"])
]
OfDocument = Annotated[
    str | None,
    Field(
        description="A document: its id, the beginning of its id or hash, its file or its address.",
        max_length=500,
        examples=["d-1c6f8a2db874347c"],
    ),
]
Act = Annotated[
    Literal[*_ACTS] | None,  # type: ignore[valid-type]
    Field(description="An act, or a group of acts in capitals.", examples=["request"]),
]


class Asked(BaseModel):
    """What every request may ask. Parameters that there are none of are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Listed(Asked):
    """Which page of a list."""

    limit: int = Field(SIZE, ge=1, le=MOST, description="How many items at most.", examples=[20])
    cursor: str | None = Field(
        None,
        max_length=2_000,
        pattern="^[A-Za-z0-9_-]+$",
        description="Where the list goes on: take it from `next` of the page before, it means nothing else.",
    )


class OfDocuments(Listed):
    """What narrows documents, and records by their documents."""

    publisher: Publisher = None
    document: OfDocument = None
    between: Between = None
    since: Since = None
    until: Until = None


class OfRecords(OfDocuments):
    """What narrows records."""

    party: Party = None
    person: Person = None
    topic: Topic = None


class Documents(OfRecords):
    """Documents; what is asked of records holds for one of theirs."""

    act: Act = None
    status: Literal[*STATUSES, *PROMISE_STATUSES] | None = Field(  # type: ignore[valid-type]
        None, description="The status of a meeting, a promise or a request.", examples=["open"]
    )
    kind: Literal[*KINDS] | None = Field(  # type: ignore[valid-type]
        None, description="The kind of document.", examples=["readout"]
    )


class OfMeetings(OfRecords):
    """Meetings, by what they are."""

    status: Literal[*STATUSES] | None = Field(  # type: ignore[valid-type]
        None, description="The status of the meeting.", examples=["held"]
    )


class OfMet(OfMeetings):
    """Meetings across documents."""

    format: Literal[*FORMATS] | None = Field(  # type: ignore[valid-type]
        None, description="The format of the meeting.", examples=["foreign_ministers"]
    )


class Statements(OfRecords):
    """Statements."""

    act: Act = None


class Promises(OfRecords):
    """Promises, as known on a day."""

    status: Literal[*PROMISE_STATUSES] | None = Field(  # type: ignore[valid-type]
        None, description="The status by `as_of`.", examples=["open"]
    )
    as_of: str | None = Field(
        None,
        pattern=DAY,
        description="The day by which the history is told; that of the newest document if not said.",
        examples=["2031-09-01"],
    )


class Requests(Promises):
    """Requests, as known on a day."""

    act: Act = None


class People(Listed):
    """Persons."""

    party: Party = None
    person: Person = None


class Findings(Listed):
    """What the checks found."""

    code: str | None = Field(
        None, description="A code of docs/findings.md.", max_length=40, examples=["window-closed"]
    )
    level: Literal["conflict", "open", "note"] | None = Field(
        None,
        description="Of this level alone; without one those of conflict and open.",
        examples=["conflict"],
    )
    between: Between = None
    document: str | None = Field(None, description="The id of a document.", max_length=100)


class Searched(Listed):
    """Sentences by their words. A search without a word, or with more than 32, is refused with 400."""

    q: str = Field(
        pattern=r"[\p{L}\p{N}]",
        max_length=500,
        description='Words in any form and order; "a phrase" as written; -word leaves out; begin* goes on.',
        examples=["fisheries"],
    )
    party: Party = None
    person: Person = None
    topic: Topic = None
    since: Since = None
    until: Until = None
    act: Act = None
    publisher: Publisher = None
    kind: Literal[*KINDS] | None = Field(  # type: ignore[valid-type]
        None, description="The kind of document.", examples=["readout"]
    )


class Text(Asked):
    """Whether the text of a document is given as well."""

    text: bool = Field(False, description="Whether the frozen text is given.", examples=[True])


class AsOf(Asked):
    """The day by which a history is told."""

    as_of: str | None = Field(
        None,
        pattern=DAY,
        description="The day by which the history is told; that of the newest document if not said.",
        examples=["2031-09-01"],
    )


class TwoAccounts(Asked):
    """Which two accounts; what is left open is chosen, one of each side."""

    left: str | None = Field(None, max_length=100, description="The id of the document of one account.")
    right: str | None = Field(None, max_length=100, description="The id of the document of the other.")


class Words(Asked):
    """Which words of a document are cited; without any the document as a whole."""

    at: str | None = Field(
        None,
        pattern="^[0-9]{1,9}-[0-9]{1,9}$",
        description="The first character of the words and the one behind the last.",
        examples=["120-155"],
    )


def filters_of(asked: BaseModel) -> Filters:
    """Return the filters that a request asks for."""
    names = Filters.__slots__
    said = {name: value for name, value in asked.model_dump().items() if name in names}
    return Filters(**said)


def cursor_of(key: Key) -> str:
    """Return a key as the cursor of a page."""
    return base64.urlsafe_b64encode(json.dumps(key, ensure_ascii=False).encode()).decode().rstrip("=")


def key_of(cursor: str | None, *kinds: tuple[type, ...]) -> Key | None:
    """Return the key that a cursor holds, whose parts are of these ``kinds``; None for the first page.

    Raises 404 for a cursor that no page has given.
    """
    if cursor is None:
        return None
    try:
        key: Any = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (binascii.Error, ValueError) as problem:
        raise _unknown() from problem
    fits = isinstance(key, list) and len(key) == len(kinds)
    if not fits or not all(type(part) in kind for part, kind in zip(key, kinds, strict=True)):
        raise _unknown()
    return tuple(key)


def next_of(request: Request, key: Key | None) -> str | None:
    """Return the address of the next page."""
    if key is None:
        return None
    return str(request.url.include_query_params(cursor=cursor_of(key)))


def _unknown() -> HTTPException:
    return HTTPException(404, "There is no such page of this list; begin with the first, without a cursor.")
