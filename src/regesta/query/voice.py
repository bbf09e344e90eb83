"""A record in one sentence of our own voice, and those whom it names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from regesta.model.records import Actor
from regesta.query.abstract import of_commitment, of_meeting, of_request, of_statement
from regesta.query.rows import RecordRow


def said_of(row: RecordRow[Any]) -> str:
    """Return what a meeting, statement, commitment, request or term comes to, in one neutral sentence."""
    item = row.record
    if row.kind == "meeting":
        return of_meeting(item, row.document.known, row.quote)
    if row.kind == "statement":
        return of_statement(item, row.document.known, row.quote)
    if row.kind == "commitment":
        return of_commitment(item, row.quote)
    if row.kind == "request":
        return of_request(item)
    return f"“{item.label}” names {item.concept.replace('_', ' ')}."


def named_in(row: RecordRow[Any]) -> Iterator[tuple[str, Actor]]:
    """Yield those whom a record names, each with its role: participant, actor or addressee."""
    item = row.record
    if row.kind == "meeting":
        yield from (("participant", one) for one in item.participants)
    if row.kind == "statement":
        yield from (("actor", one) for one in item.actors)
        yield from (("addressee", one) for one in (item.addressee,) if one is not None)
    if row.kind == "request":
        yield from (("actor", one) for one in item.who)
        yield from (("addressee", one) for one in item.of)
