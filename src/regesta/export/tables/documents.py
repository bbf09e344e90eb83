"""Documents, their texts, what was not read of them, and passages printed twice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from regesta.export.tables.cited import DOCUMENT_ID, TO_DOCUMENT, WORDS, Item, Paper, Value, date
from regesta.export.tables.table import Column, Table


@dataclass(frozen=True, slots=True)
class Mark:
    """From one character of a text on, where it stands in its file."""

    document: str
    number: int
    start: int
    unit: str
    place: int


def _of(name: str) -> Value:
    return lambda row: getattr(row, name)


def _itself(paper: Paper) -> tuple[Any]:
    return (paper.chosen.document,)


def _unread(paper: Paper) -> list[Item]:
    some = paper.chosen.records.unread
    return [Item(paper.chosen.document, one, one.span, number=number) for number, one in enumerate(some, 1)]


def _repeats(paper: Paper) -> list[Item]:
    some = paper.chosen.records.repeated
    return [Item(paper.chosen.document, one, one.again, number=number) for number, one in enumerate(some, 1)]


def _marks(paper: Paper) -> list[Mark]:
    document = paper.chosen.document
    way = document.way
    marks = enumerate(way.marks, 1) if way else ()
    return [Mark(document.id, number, start, way.unit, place) for number, (start, place) in marks if way]


_NUMBER = Column(
    "number", "integer", "its place among those of the document, from 1 on", lambda item: item.number
)

DOCUMENTS = Table(
    name="documents",
    about="One frozen text, and what is known about it. Of each address the newest text alone.",
    source="documents",
    items=_itself,
    primary=("id",),
    columns=(
        Column("id", "string", "the document's id, made from its text", _of("id")),
        Column("text_sha256", "string", "the sha256 of the text", _of("sha256")),
        Column("file", "string", "the name under which the text was handed in", _of("file"), True),
        Column("files", "list", "all names under which it was handed in", lambda row: list(row.files)),
        Column("url", "string", "its address", _of("url"), True),
        Column("publisher", "string", "who published it", _of("publisher"), True),
        Column(
            "publisher_basis",
            "string",
            "on what that rests: given, stated or inferred",
            _of("publisher_basis"),
            True,
        ),
        Column("side", "string", "ISO 3166 code of the side that published it, or EU, UN", _of("side"), True),
        Column("side_basis", "string", "on what that rests", _of("side_basis"), True),
        Column("counterpart", "string", "code of the other side", _of("counterpart"), True),
        Column(
            "kind",
            "string",
            "readout, announcement, joint_statement, statement, press_conference or other",
            _of("kind"),
        ),
        Column("kind_reason", "string", "why it is of this kind", _of("kind_reason")),
        Column("language", "string", "its language, as a code", _of("language"), True),
        Column("title", "string", "its title", _of("title"), True),
        Column(
            "title_start",
            "integer",
            "where the title begins in the text; empty where it is not of the text",
            lambda row: row.title_span and row.title_span.start,
            True,
        ),
        Column(
            "title_end",
            "integer",
            "where the title ends in the text",
            lambda row: row.title_span and row.title_span.end,
            True,
        ),
        *date("published", "when it was published", _of("published")),
        Column("published_basis", "string", "on what that rests", _of("published_basis"), True),
        Column("media_type", "string", "the form in which the text was handed in", _of("media_type")),
        Column("version", "integer", "its number among the texts of its address", _of("version")),
        Column(
            "previous_id",
            "string",
            "the id of the text of this address before it, which is not in the export",
            _of("previous_id"),
            True,
        ),
        Column(
            "rules_version", "string", "the version of the rules by which it was read", _of("rules_version")
        ),
        Column("added_at", "string", "when it came into the ledger (ISO 8601, UTC)", _of("added_at")),
        Column("fetched_at", "string", "when an archive says that it took the page", _of("fetched_at"), True),
        Column(
            "notes", "list", "what of the file is not in the text, in sentences", lambda row: list(row.notes)
        ),
        Column("citation", "string", "the document cited for people", _of("citation")),
    ),
)

TEXTS = Table(
    name="texts",
    about="The frozen texts, whole. Every start and end counts their characters (Unicode code points).",
    source="documents",
    items=_itself,
    primary=("document_id",),
    keys=(TO_DOCUMENT,),
    columns=(
        Column("document_id", "string", "the document", _of("id")),
        Column("characters", "integer", "how many characters the text has", lambda row: len(row.text)),
        Column("text_sha256", "string", "the sha256 of the text in UTF-8", _of("sha256")),
        Column("text", "string", "the text", _of("text")),
    ),
)

FILE_PLACES = Table(
    name="file_places",
    about="Where a text that was taken out of pages or paragraphs stands in its file, from one character on.",
    source="documents",
    items=_marks,
    primary=("document_id", "number"),
    keys=(TO_DOCUMENT,),
    columns=(
        Column("document_id", "string", "the document", lambda mark: mark.document),
        Column("number", "integer", "its place among those of the text, from 1 on", lambda mark: mark.number),
        Column(
            "start", "integer", "the character from which on the text stands there", lambda mark: mark.start
        ),
        Column("unit", "string", "page or paragraph", lambda mark: mark.unit),
        Column("place", "integer", "the number of the page or paragraph", lambda mark: mark.place),
    ),
)

UNREAD = Table(
    name="unread",
    about="A sentence from which no record was made, and why.",
    source="documents",
    items=_unread,
    primary=("document_id", "number"),
    keys=(TO_DOCUMENT,),
    columns=(
        DOCUMENT_ID,
        _NUMBER,
        *WORDS,
        Column("reason", "string", "why nothing was read", lambda item: item.record.reason),
    ),
)

REPEATS = Table(
    name="repeats",
    about="A passage printed twice; its words are the second printing, records are made from the first.",
    source="documents",
    items=_repeats,
    primary=("document_id", "number"),
    keys=(TO_DOCUMENT,),
    columns=(
        DOCUMENT_ID,
        _NUMBER,
        *WORDS,
        Column(
            "first_start", "integer", "where the first printing begins", lambda item: item.record.first.start
        ),
        Column("first_end", "integer", "where the first printing ends", lambda item: item.record.first.end),
    ),
)
