"""Statements with their actors, and terms."""

from __future__ import annotations

from collections.abc import Iterable

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
    field,
    parts,
    records,
)
from regesta.export.tables.table import Column, Key, Table
from regesta.model.records import GROUP_OF


def _statements(paper: Paper) -> Iterable[Item]:
    return records("statement", paper, paper.chosen.records.statements)


def _actors(paper: Paper) -> Iterable[Item]:
    return parts("statement", paper, paper.chosen.records.statements, lambda one: one.actors)


def _terms(paper: Paper) -> Iterable[Item]:
    return records("term", paper, paper.chosen.records.terms)


def _content(item: Item) -> str | None:
    content = item.record.content
    return content.of(item.document.text) if content else None


STATEMENTS = Table(
    name="statements",
    about="One reporting verb and what was done with it.",
    source="documents",
    items=_statements,
    primary=("document_id", "id"),
    keys=(TO_DOCUMENT, UNDER),
    columns=(
        *RECORD,
        UNDER_MEETING,
        Column("act", "string", "one of the 24 acts of the record format", field("act")),
        Column(
            "act_group",
            "string",
            "COMMIT, CONSULT, APPRECIATE, OBJECT, ASK or STATE",
            lambda item: GROUP_OF[item.record.act],
        ),
        Column("negated", "boolean", "whether the act is said not to have taken place", field("negated")),
        Column("verb", "string", "the verb as written", field("verb")),
        Column(
            "verb_start",
            "integer",
            "where the verb begins in the text",
            lambda item: item.record.verb_span.start,
        ),
        Column(
            "verb_end", "integer", "where the verb ends in the text", lambda item: item.record.verb_span.end
        ),
        *actor("addressee_", "who is addressed", lambda item: item.record.addressee),
        TOPICS,
        Column("section", "string", "the heading under which it stands", field("section"), True),
        Column(
            "content", "string", "the words of what was said; they may run beyond the quote", _content, True
        ),
        Column(
            "content_start",
            "integer",
            "where these begin",
            lambda item: item.record.content and item.record.content.start,
            True,
        ),
        Column(
            "content_end",
            "integer",
            "where these end",
            lambda item: item.record.content and item.record.content.end,
            True,
        ),
        *HOW_READ,
        *FILED,
    ),
)

STATEMENT_ACTORS = Table(
    name="statement_actors",
    about="Who made a statement; the words are those of the statement.",
    source="documents",
    items=_actors,
    primary=("document_id", "statement_id", "number"),
    keys=(TO_DOCUMENT, Key(("document_id", "statement_id"), "statements", ("document_id", "id"))),
    columns=(
        DOCUMENT_ID,
        Column("statement_id", "string", "the statement", lambda item: item.record.id),
        Column("number", "integer", "its place among the actors, from 1 on", lambda item: item.number),
        *WORDS,
        *actor("", "who acts", lambda item: item.part, there=True),
    ),
)

TERMS = Table(
    name="terms",
    about="A name in use for a thing that the sides may call differently.",
    source="documents",
    items=_terms,
    primary=("document_id", "id"),
    keys=(TO_DOCUMENT, UNDER),
    columns=(
        *RECORD,
        UNDER_MEETING,
        Column("label", "string", "the name", field("label")),
        Column("concept", "string", "the id of what it names", field("concept")),
        Column("side", "string", "code of the side that uses it", field("side"), True),
        *HOW_READ,
        *FILED,
    ),
)
