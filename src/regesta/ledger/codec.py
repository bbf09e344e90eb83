"""Records as rows and rows as records. What goes in comes out equal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from regesta.model.document import Document, Furniture
from regesta.model.records import (
    Account,
    Actor,
    Commitment,
    Meeting,
    Part,
    Repeat,
    Request,
    Statement,
    Term,
    Unread,
)
from regesta.model.span import Span
from regesta.model.way import Way

Row = dict[str, Any]
Stored = Mapping[str, Any]

_MEETING = (
    "id", "main", "format", "medium", "status", "when_basis", "as_written", "place", "country", "start_time",
    "duration_minutes", "occasion", "ordinal_total", "ordinal_year", "round", "condition", "reason", "rule",
    "confidence", "parties_basis", "zone", "zone_basis",
)  # fmt: skip
_STATEMENT = ("id", "verb", "act", "negated", "section", "rule", "confidence")
_COMMITMENT = (
    "id", "what", "strength", "due", "due_basis", "due_as_written", "condition", "rule", "confidence",
)  # fmt: skip
_REQUEST = (
    "id", "act", "what", "again", "negated", "due", "due_basis", "due_as_written", "condition",
    "statement_id", "rule", "confidence",
)  # fmt: skip
_TERM = ("id", "label", "concept", "side", "rule", "confidence")
_DOCUMENT = (
    "file", "sha256", "url", "publisher", "publisher_basis", "side", "side_basis", "counterpart", "kind",
    "kind_reason", "language", "title", "published", "published_basis",
)  # fmt: skip


def document_row(document: Document) -> Row:
    """Return the columns of a document that come from the reader."""
    return {
        **_fields(document, _DOCUMENT),
        "title_start": document.title_span and document.title_span.start,
        "title_end": document.title_span and document.title_span.end,
    }


def document_of(row: Stored) -> Document:
    """Return the document of a row of ``documents``."""
    return Document(**{name: row[name] for name in _DOCUMENT}, title_span=_span(row, "title"))


def meeting_row(item: Meeting) -> Row:
    """Return the columns of a meeting."""
    return {
        **_fields(item, _MEETING),
        **_at(item.span),
        "when_edtf": item.when,
        "participants": [_actor_json(actor) for actor in item.participants],
        "parties": list(item.parties),
        "parts": [[part.kind, part.start_time, part.duration_minutes] for part in item.parts],
        "also": [list(span) for span in item.also],
        "topics": list(item.topics),
    }


def meeting_of(row: Stored) -> Meeting:
    """Return the meeting of a row of ``meetings``."""
    return Meeting(
        **{name: row[name] for name in _MEETING},
        span=_place(row),
        when=row["when_edtf"],
        participants=tuple(_actor(value) for value in row["participants"]),
        parties=tuple(row["parties"]),
        parts=tuple(Part(*value) for value in row["parts"]),
        also=tuple(Span(*value) for value in row["also"]),
        topics=tuple(row["topics"]),
    )


def statement_row(item: Statement) -> Row:
    """Return the columns of a statement."""
    return {
        **_fields(item, _STATEMENT),
        **_at(item.span),
        "verb_start": item.verb_span.start,
        "verb_end": item.verb_span.end,
        "actors": [_actor_json(actor) for actor in item.actors],
        "addressee": item.addressee and _actor_json(item.addressee),
        "topics": list(item.topics),
        "content_start": item.content and item.content.start,
        "content_end": item.content and item.content.end,
    }


def statement_of(row: Stored) -> Statement:
    """Return the statement of a row of ``statements``."""
    return Statement(
        **{name: row[name] for name in _STATEMENT},
        span=_place(row),
        verb_span=Span(row["verb_start"], row["verb_end"]),
        actors=tuple(_actor(value) for value in row["actors"]),
        addressee=None if row["addressee"] is None else _actor(row["addressee"]),
        topics=tuple(row["topics"]),
        content=_span(row, "content"),
    )


def commitment_row(item: Commitment) -> Row:
    """Return the columns of a commitment."""
    return {
        **_fields(item, _COMMITMENT),
        **_at(item.span),
        "who": list(item.who),
        "topics": list(item.topics),
    }


def commitment_of(row: Stored) -> Commitment:
    """Return the commitment of a row of ``commitments``."""
    return Commitment(
        **{name: row[name] for name in _COMMITMENT},
        span=_place(row),
        who=tuple(row["who"]),
        topics=tuple(row["topics"]),
    )


def request_row(item: Request) -> Row:
    """Return the columns of a request; those asked stand in ``asked``."""
    return {
        **_fields(item, _REQUEST),
        **_at(item.span),
        "who": [_actor_json(actor) for actor in item.who],
        "asked": [_actor_json(actor) for actor in item.of],
        "what_start": item.what_span.start,
        "what_end": item.what_span.end,
        "topics": list(item.topics),
    }


def request_of(row: Stored) -> Request:
    """Return the request of a row of ``requests``."""
    return Request(
        **{name: row[name] for name in _REQUEST},
        span=_place(row),
        who=tuple(_actor(value) for value in row["who"]),
        of=tuple(_actor(value) for value in row["asked"]),
        what_span=Span(row["what_start"], row["what_end"]),
        topics=tuple(row["topics"]),
    )


def term_row(item: Term) -> Row:
    """Return the columns of a term."""
    return {**_fields(item, _TERM), **_at(item.span)}


def term_of(row: Stored) -> Term:
    """Return the term of a row of ``terms``."""
    return Term(**{name: row[name] for name in _TERM}, span=_place(row))


def unread_row(item: Unread) -> Row:
    """Return the columns of a sentence that was not read."""
    return {**_at(item.span), "reason": item.reason}


def unread_of(row: Stored) -> Unread:
    """Return the sentence of a row of ``unread``."""
    return Unread(_place(row), row["reason"])


def repeat_row(item: Repeat) -> Row:
    """Return the columns of a passage printed twice; the row stands at the second printing."""
    return {**_at(item.again), "first_start": item.first.start, "first_end": item.first.end}


def repeat_of(row: Stored) -> Repeat:
    """Return the passage of a row of ``repeats``."""
    return Repeat(Span(row["first_start"], row["first_end"]), _place(row))


def account_row(item: Account) -> Row:
    """Return the columns of a sentence's fate."""
    return {**_at(item.span), "fate": item.fate}


def account_of(row: Stored) -> Account:
    """Return the fate of a row of ``accounts``."""
    return Account(_place(row), row["fate"])


def furniture_row(item: Furniture) -> Row:
    """Return the columns of a piece of furniture."""
    return {**_at(item.span), "kind": item.kind, "rule": item.rule}


def furniture_of(row: Stored) -> Furniture:
    """Return the piece of a row of ``furniture``."""
    return Furniture(_place(row), row["kind"], row["rule"])


def way_json(way: Way | None) -> Row | None:
    """Return the way back into a file as it stands in a sighting."""
    return None if way is None else {"unit": way.unit, "marks": [list(mark) for mark in way.marks]}


def way_of(value: Any) -> Way | None:
    """Return the way back into a file of a sighting."""
    if value is None:
        return None
    return Way(value["unit"], tuple((start, number) for start, number in value["marks"]))


def _fields(item: object, names: Sequence[str]) -> Row:
    return {name: getattr(item, name) for name in names}


def _at(span: Span) -> Row:
    return {"span_start": span.start, "span_end": span.end}


def _place(row: Stored) -> Span:
    return Span(row["span_start"], row["span_end"])


def _span(row: Stored, name: str) -> Span | None:
    start = row[f"{name}_start"]
    return None if start is None else Span(start, row[f"{name}_end"])


def _actor_json(actor: Actor) -> Row:
    return {
        "kind": actor.kind,
        "name": actor.name,
        "country": actor.country,
        "role": actor.role,
        "basis": actor.basis,
    }


def _actor(value: Stored) -> Actor:
    return Actor(value["kind"], value["name"], value["country"], value["role"], value["basis"])
