"""One document's records as plain objects, key for key in the order of ``docs/record-format.md``.

``quote`` must be the words of the frozen text at the record's span; :func:`records` cuts it from
the text itself. Keys beyond the format stand at the end of each object.
"""

from __future__ import annotations

from typing import Any, Protocol

from regesta.model.records import (
    Actor,
    Commitment,
    Meeting,
    Part,
    Records,
    Repeat,
    Request,
    Statement,
    Term,
    Unread,
)
from regesta.model.span import Span
from regesta.model.way import Way

Json = dict[str, Any]


class Corrected(Protocol):
    """A value that a person put in the place of what was read. One of the ledger's fits."""

    @property
    def field(self) -> str: ...
    @property
    def value(self) -> str | None: ...
    @property
    def read(self) -> str | None: ...
    @property
    def by(self) -> str: ...
    @property
    def at(self) -> str: ...
    @property
    def note(self) -> str | None: ...
    @property
    def number(self) -> int: ...


def records(found: Records, text: str) -> Json:
    """Everything that was read from one document, list by list."""
    return {
        "meetings": [meeting(item, item.span.of(text)) for item in found.meetings],
        "statements": [statement(item, item.span.of(text)) for item in found.statements],
        "commitments": [commitment(item, item.span.of(text)) for item in found.commitments],
        "requests": [request(item, item.span.of(text)) for item in found.requests],
        "terms": [term(item, item.span.of(text)) for item in found.terms],
        "repeated": [repeat(item) for item in found.repeated],
        "unread": [unread(item, item.span.of(text)) for item in found.unread],
    }


def corrected(kind: str, id_: str, one: Corrected) -> Json:
    """A corrected value: of which record, what was read, who corrected it, when and why."""
    names = ("field", "value", "read", "by", "at", "note", "number")
    return {"kind": kind, "id": id_} | {name: getattr(one, name) for name in names}


def meeting(item: Meeting, quote: str) -> Json:
    """A meeting; ``also`` are the spans of its other mentions."""
    return {
        "id": item.id,
        **_at(item.span, quote),
        "main": item.main,
        "format": item.format,
        "medium": item.medium,
        "status": item.status,
        "when": item.when,
        "when_basis": item.when_basis,
        "as_written": item.as_written,
        "start_time": item.start_time,
        "duration_minutes": item.duration_minutes,
        "parts": [_part(part) for part in item.parts],
        "place": item.place,
        "country": item.country,
        "occasion": item.occasion,
        "ordinal_total": item.ordinal_total,
        "ordinal_year": item.ordinal_year,
        "round": item.round,
        "condition": item.condition,
        "participants": [_participant(person) for person in item.participants],
        "reason": item.reason,
        "parties": list(item.parties),
        "parties_basis": item.parties_basis,
        "zone": item.zone,
        "zone_basis": item.zone_basis,
        "also": [list(span) for span in item.also],
        "topics": list(item.topics),
        "rule": item.rule,
        "confidence": item.confidence,
    }


def statement(item: Statement, quote: str) -> Json:
    """A statement: one reporting verb and what was done with it."""
    return {
        "id": item.id,
        **_at(item.span, quote),
        "verb": item.verb,
        "act": item.act,
        "negated": item.negated,
        "actors": [_actor(actor) for actor in item.actors],
        "addressee": None if item.addressee is None else _actor(item.addressee),
        "topics": list(item.topics),
        "section": item.section,
        "rule": item.rule,
        "confidence": item.confidence,
        "verb_span": list(item.verb_span),
        "content": _span(item.content),
    }


def commitment(item: Commitment, quote: str) -> Json:
    """A commitment: a future act of a named side about itself."""
    return {
        "id": item.id,
        **_at(item.span, quote),
        "who": list(item.who),
        "what": item.what,
        "strength": item.strength,
        "due": item.due,
        "due_basis": item.due_basis,
        "condition": item.condition,
        "topics": list(item.topics),
        "due_as_written": item.due_as_written,
        "rule": item.rule,
        "confidence": item.confidence,
    }


def request(item: Request, quote: str) -> Json:
    """A request: who asked whom for what."""
    return {
        "id": item.id,
        **_at(item.span, quote),
        "act": item.act,
        "who": [_actor(actor) for actor in item.who],
        "of": [_actor(actor) for actor in item.of],
        "what": item.what,
        "what_span": list(item.what_span),
        "again": item.again,
        "negated": item.negated,
        "due": item.due,
        "due_basis": item.due_basis,
        "due_as_written": item.due_as_written,
        "condition": item.condition,
        "topics": list(item.topics),
        "statement_id": item.statement_id,
        "rule": item.rule,
        "confidence": item.confidence,
    }


def term(item: Term, quote: str) -> Json:
    """A name in use for a thing that the sides may call differently."""
    return {
        **_at(item.span, quote),
        "label": item.label,
        "concept": item.concept,
        "id": item.id,
        "side": item.side,
        "rule": item.rule,
        "confidence": item.confidence,
    }


def repeat(item: Repeat) -> Json:
    """A passage printed twice."""
    return {"first": list(item.first), "again": list(item.again)}


def unread(item: Unread, quote: str) -> Json:
    """A sentence from which no record was made."""
    return {**_at(item.span, quote), "reason": item.reason}


def way(one: Way) -> Json:
    """The way back into the file: from which character on the text stands on which page or paragraph."""
    return {"unit": one.unit, "marks": [list(mark) for mark in one.marks]}


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else list(span)


def _at(span: Span, quote: str) -> Json:
    return {"span": list(span), "quote": quote}


def _part(part: Part) -> Json:
    return {
        "kind": part.kind,
        "start_time": part.start_time,
        "duration_minutes": part.duration_minutes,
    }


def _actor(actor: Actor) -> Json:
    return {
        "kind": actor.kind,
        "name": actor.name,
        "country": actor.country,
        "basis": actor.basis,
        "role": actor.role,
    }


def _participant(actor: Actor) -> Json:
    return {
        "name": actor.name,
        "role": actor.role,
        "country": actor.country,
        "basis": actor.basis,
    }
