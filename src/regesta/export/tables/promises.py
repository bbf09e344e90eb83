"""Commitments and requests, and what came of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from regesta.export.tables.cited import (
    DOCUMENT_ID,
    FILED,
    HOW_READ,
    RECORD,
    TO_DOCUMENT,
    TOPICS,
    UNDER,
    UNDER_MEETING,
    WORDS,
    Item,
    Paper,
    actor,
    date,
    field,
    parts,
    records,
)
from regesta.export.tables.table import Column, Key, Table
from regesta.model.judgement import Ref

_KINDS = {"commitment": "commitments", "request": "requests"}


def _of(kind: str) -> Callable[[Paper], Iterable[Item]]:
    def found(paper: Paper) -> Iterable[Item]:
        some = getattr(paper.chosen.records, _KINDS[kind])
        for item in records(kind, paper, some):
            followed = paper.chosen.followed.get(Ref(item.document.id, kind, item.record.id))
            yield replace(item, followed=followed)

    return found


def _asking(paper: Paper) -> Iterable[Item]:
    return parts(
        "request",
        paper,
        paper.chosen.records.requests,
        lambda one: [*(("asks", who) for who in one.who), *(("asked", who) for who in one.of)],
    )


def _said(item: Item) -> str | None:
    """Return the status that a person gave it, None where nobody did."""
    laid = (one for kind, id_, one in item.document.corrections if id_ == item.record.id and kind in _KINDS)
    return next((one.value for one in laid if one.field == "status"), None)


def _status(item: Item) -> str:
    return _said(item) or (item.followed.history[-1].status if item.followed else "open")


def _since(item: Item) -> str | None:
    return item.followed.history[-1].start if item.followed and _said(item) is None else None


def _status_basis(item: Item) -> str | None:
    if _said(item) is not None:
        return "person"
    return "documents" if item.followed else None


def _followed(name: str) -> Callable[[Item], Any]:
    return lambda item: getattr(item.followed, name) if item.followed else None


def _successor(name: str) -> Callable[[Item], Any]:
    return lambda item: (
        getattr(item.followed.successor, name) if item.followed and item.followed.successor else None
    )


_WINDOW = (
    *date("due", "the day or window by which it is due, as its own text gives it", field("due")),
    Column("due_basis", "string", "on what that rests", field("due_basis"), True),
    Column("due_as_written", "string", "the window as written", field("due_as_written"), True),
    Column("condition", "string", "on what it depends", field("condition"), True),
)
_CAME = (
    Column(
        "status",
        "string",
        "what came of it by the day of the newest document: open, in_progress, partly_done, done,"
        " no_evidence, not_done, deferred, withdrawn, contested or not_assessable",
        _status,
    ),
    Column(
        "status_since",
        "date",
        "the day from which that could be known; empty where a person said it",
        _since,
        True,
    ),
    Column(
        "status_basis",
        "string",
        "documents, or person where somebody said it; empty where nothing is known yet",
        _status_basis,
        True,
    ),
    *date(
        "window",
        "the day or window by which it is due, as all documents together give it",
        lambda item: item.followed.dated.when if item.followed else None,
    ),
    Column(
        "window_basis",
        "string",
        "on what that rests",
        lambda item: item.followed.dated.basis if item.followed else None,
        True,
    ),
    Column(
        "existence",
        "string",
        "who tells of it: both_sides, one_side_only, joint; denied where a text denies it",
        _followed("existence"),
        True,
    ),
    Column(
        "successor_document_id",
        "string",
        "where it was put off: the document of what took its place",
        _successor("document"),
        True,
    ),
    Column("successor_id", "string", "the record that took its place", _successor("id"), True),
)


def _successor_key(table: str) -> Key:
    return Key(("successor_document_id", "successor_id"), table, ("document_id", "id"), whole=True)


COMMITMENTS = Table(
    name="commitments",
    about="A future act of a named side about itself, specific enough to be checked later.",
    source="documents",
    items=_of("commitment"),
    primary=("document_id", "id"),
    keys=(TO_DOCUMENT, UNDER, _successor_key("commitments")),
    columns=(
        *RECORD,
        UNDER_MEETING,
        Column(
            "who",
            "list",
            "codes of the sides, or names, that undertake it",
            lambda item: list(item.record.who),
        ),
        Column("what", "string", "what is undertaken", field("what")),
        Column(
            "strength",
            "integer",
            "1 declared intent, 2 process, 3 deliverable, 4 with a date, 5 in a signed text",
            field("strength"),
        ),
        *_WINDOW,
        *_CAME,
        TOPICS,
        *HOW_READ,
        *FILED,
    ),
)

REQUESTS = Table(
    name="requests",
    about="Who asked whom for what.",
    source="documents",
    items=_of("request"),
    primary=("document_id", "id"),
    keys=(
        TO_DOCUMENT,
        UNDER,
        Key(("document_id", "statement_id"), "statements", ("document_id", "id"), whole=True),
        _successor_key("requests"),
    ),
    columns=(
        *RECORD,
        UNDER_MEETING,
        Column("statement_id", "string", "the statement from which it was read", field("statement_id")),
        Column("act", "string", "request, urge, propose or invite", field("act")),
        Column("what", "string", "what is asked for, on one line", field("what")),
        Column(
            "what_start",
            "integer",
            "where these words begin in the text",
            lambda item: item.record.what_span.start,
        ),
        Column(
            "what_end", "integer", "where these words end in the text", lambda item: item.record.what_span.end
        ),
        Column("again", "boolean", "whether the text itself calls it repeated", field("again")),
        Column("negated", "boolean", "whether it is said not to have been asked", field("negated")),
        *_WINDOW,
        *_CAME,
        TOPICS,
        *HOW_READ,
        *FILED,
    ),
)

REQUEST_ACTORS = Table(
    name="request_actors",
    about="Who asks and who is asked; the words are those of the request.",
    source="documents",
    items=_asking,
    primary=("document_id", "request_id", "number"),
    keys=(TO_DOCUMENT, Key(("document_id", "request_id"), "requests", ("document_id", "id"))),
    columns=(
        DOCUMENT_ID,
        Column("request_id", "string", "the request", lambda item: item.record.id),
        Column("number", "integer", "the place among these, from 1 on", lambda item: item.number),
        *WORDS,
        Column("part", "string", "asks or asked", lambda item: item.part[0]),
        *actor("", "who asks or is asked", lambda item: item.part[1], there=True),
    ),
)
