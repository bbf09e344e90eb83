"""Columns that tables share: where words stand, days beside a date, who acts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from regesta.export.tables.table import Column, Key
from regesta.model.edtf import bounds
from regesta.model.finding import Place
from regesta.model.links import Followed
from regesta.model.records import Actor
from regesta.model.span import Span
from regesta.query import Chosen, DocumentRow, FiledAt

Value = Callable[[Any], Any]
_UNFILED = FiledAt(None, None, None)
TO_DOCUMENT = Key(("document_id",), "documents", ("id",))
UNDER = Key(("document_id", "under_meeting_id"), "meetings", ("document_id", "id"), whole=True)


@dataclass(frozen=True, slots=True)
class Paper:
    """A chosen document, and the hashes of the texts of all documents by id."""

    chosen: Chosen
    hashes: dict[str, str]


@dataclass(frozen=True, slots=True)
class Item:
    """A record, or a part of one, with its document. ``number`` is its place in a list, from 1 on."""

    document: DocumentRow
    record: Any
    span: Span
    filed: FiledAt = _UNFILED
    number: int = 0
    part: Any = None
    joined: str | None = None
    followed: Followed | None = None

    @property
    def quote(self) -> str:
        """The words at its span."""
        return self.span.of(self.document.text)


@dataclass(frozen=True, slots=True)
class Shown:
    """Words that show something: ``owner`` is what they show, ``number`` their place among the words."""

    owner: Any
    number: int
    place: Place | None
    text_sha256: str | None


def records(kind: str, paper: Paper, some: Iterable[Any]) -> Iterable[Item]:
    """Return the records of a kind with their filing."""
    chosen = paper.chosen
    for one in some:
        yield Item(chosen.document, one, one.span, chosen.filed.get((kind, one.id), _UNFILED))


def parts(kind: str, paper: Paper, some: Iterable[Any], of: Callable[[Any], Sequence[Any]]) -> Iterable[Item]:
    """Return what ``of`` gives of each record of a kind, numbered."""
    for item in records(kind, paper, some):
        for number, part in enumerate(of(item.record), 1):
            yield Item(item.document, item.record, item.span, item.filed, number, part)


def shown(owner: Any, places: Sequence[Place], hashes: dict[str, str]) -> list[Shown]:
    """Return the words that show something; one with number 0 and no words where none do."""
    if not places:
        return [Shown(owner, 0, None, None)]
    return [Shown(owner, number, one, hashes[one.document]) for number, one in enumerate(places, 1)]


def field(name: str) -> Value:
    """Return what looks a field of a record up."""
    return lambda item: getattr(item.record, name)


def day(edtf: Value, end: int) -> Value:
    """Return what gives the first (0) or last (1) day of a date, None where that is not known."""

    def found(item: Any) -> str | None:
        window = bounds(value) if (value := edtf(item)) else None
        return window[end] if window else None

    return found


def date(name: str, about: str, value: Value) -> tuple[Column, ...]:
    """Return a date as written in EDTF and, beside it, its first and last day."""
    return (
        Column(name, "edtf", about, value, empty=True),
        Column(
            f"{name}_earliest",
            "date",
            f"first day of {name}; empty where it is not known",
            day(value, 0),
            True,
        ),
        Column(
            f"{name}_latest", "date", f"last day of {name}; empty where it is not known", day(value, 1), True
        ),
    )


DOCUMENT_ID = Column(
    "document_id", "string", "the document in which it stands", lambda item: item.document.id
)
WORDS = (
    Column(
        "start", "integer", "where its words begin, in characters of the text", lambda item: item.span.start
    ),
    Column("end", "integer", "where its words end", lambda item: item.span.end),
    Column("quote", "string", "its words: the text from start to end", lambda item: item.quote),
    Column(
        "text_sha256",
        "string",
        "the sha256 of the text in which they stand",
        lambda item: item.document.sha256,
    ),
)
RECORD = (
    DOCUMENT_ID,
    Column("id", "string", "the record's id, made from its content; unique within the document", field("id")),
    *WORDS,
)
FILED = (
    Column(
        "filed_earliest",
        "date",
        "first day under which the record is filed: its own date, else that of its meeting or document",
        lambda item: item.filed.earliest,
        True,
    ),
    Column(
        "filed_latest",
        "date",
        "last day under which the record is filed",
        lambda item: item.filed.latest,
        True,
    ),
)
UNDER_MEETING = Column(
    "under_meeting_id",
    "string",
    "the main meeting under which the document tells it, where it has one",
    lambda item: item.filed.heading,
    True,
)
HOW_READ = (
    Column("rule", "string", "the rule that read it", field("rule")),
    Column("confidence", "number", "how sure the reading is, between 0 and 1", field("confidence")),
)
TOPICS = Column("topics", "list", "the ids of its topics", lambda item: list(item.record.topics))


def actor(
    prefix: str, about: str, of: Callable[[Any], Actor | None], *, there: bool = False
) -> tuple[Column, ...]:
    """Return the columns of somebody who acts; empty where there is nobody, unless always ``there``."""
    may = not there

    def of_actor(name: str) -> Value:
        return lambda item: None if (one := of(item)) is None else getattr(one, name)

    return (
        Column(f"{prefix}kind", "string", f"{about}: person or party", of_actor("kind"), may),
        Column(f"{prefix}name", "string", f"{about}: the name", of_actor("name"), may),
        Column(
            f"{prefix}country",
            "string",
            f"{about}: ISO 3166 code of the side, or EU, UN",
            of_actor("country"),
            True,
        ),
        Column(f"{prefix}role", "string", f"{about}: the office, as written", of_actor("role"), True),
        Column(
            f"{prefix}basis",
            "string",
            f"{about}: on what the name rests (stated, coreference, group, publisher, unresolved)",
            of_actor("basis"),
            may,
        ),
    )


def evidence(what: str) -> tuple[Column, ...]:
    """Return the columns of words that show ``what``; empty where no words do."""

    def of(name: str) -> Value:
        return lambda one: None if one.place is None else getattr(one.place, name)

    def at(name: str) -> Value:
        return lambda one: None if one.place is None else getattr(one.place.span, name)

    return (
        Column("citing_document_id", "string", f"the document whose words show {what}", of("document"), True),
        Column("start", "integer", "where these words begin, in characters of that text", at("start"), True),
        Column("end", "integer", "where these words end", at("end"), True),
        Column("quote", "string", "these words", of("quote"), True),
        Column("text_sha256", "string", "the sha256 of that text", lambda one: one.text_sha256, True),
    )
