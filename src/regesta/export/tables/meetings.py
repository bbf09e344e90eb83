"""Meetings as each document tells them: with their parts, further mentions and who took part."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from regesta.export.tables.cited import (
    DOCUMENT_ID,
    FILED,
    HOW_READ,
    RECORD,
    TO_DOCUMENT,
    TOPICS,
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

_TO_MEETING = Key(("document_id", "meeting_id"), "meetings", ("document_id", "id"))
_MEETING_ID = Column("meeting_id", "string", "the meeting", lambda item: item.record.id)
_NUMBER = Column("number", "integer", "its place in the list, from 1 on", lambda item: item.number)


def _meetings(paper: Paper) -> Iterable[Item]:
    found = records("meeting", paper, paper.chosen.records.meetings)
    return [replace(item, joined=paper.chosen.joined.get(item.record.id)) for item in found]


def _parts(paper: Paper) -> Iterable[Item]:
    return parts("meeting", paper, paper.chosen.records.meetings, lambda one: one.parts)


def _also(paper: Paper) -> Iterable[Item]:
    found = parts("meeting", paper, paper.chosen.records.meetings, lambda one: one.also)
    return [replace(item, span=item.part) for item in found]


def _participants(paper: Paper) -> Iterable[Item]:
    return parts("meeting", paper, paper.chosen.records.meetings, lambda one: one.participants)


def _text(name: str, about: str, *, empty: bool = True) -> Column:
    return Column(name, "string", about, field(name), empty)


def _number(name: str, about: str) -> Column:
    return Column(name, "integer", about, field(name), True)


MEETINGS = Table(
    name="meetings",
    about="A meeting as one document tells it. Meetings across documents are in joined_meetings.",
    source="documents",
    items=_meetings,
    primary=("document_id", "id"),
    keys=(TO_DOCUMENT, Key(("joined_id",), "joined_meetings", ("id",))),
    columns=(
        *RECORD,
        Column(
            "joined_id",
            "string",
            "the meeting across documents that this is an account or mention of",
            lambda item: item.joined,
            True,
        ),
        Column("main", "boolean", "whether the document is about it", field("main")),
        _text(
            "format",
            "summit, foreign_ministers, ministers, two_plus_two and the others of the record format",
            empty=False,
        ),
        _text("medium", "in_person, phone or video", empty=False),
        _text("status", "held, planned, referenced or not_held", empty=False),
        *date("when", "when it was or is to be", field("when")),
        _text(
            "when_basis",
            "on what that rests: stated, title, content, published, sibling, convention, outside",
        ),
        _text("as_written", "the date as written"),
        _text("start_time", "when it began, HH:MM"),
        _text("zone", "the time zone of start_time"),
        _text("zone_basis", "on what the zone rests: stated, place or country"),
        _number("duration_minutes", "how long it took"),
        _text("place", "where"),
        _text("country", "ISO 3166 code of the country where"),
        _text("occasion", "the occasion on whose margins it was held"),
        _number("ordinal_total", "its number among all their meetings, as the text counts them"),
        _number("ordinal_year", "its number among those of the year, as the text counts them"),
        _number("round", "the number of its round or session"),
        _text("condition", "on what a planned meeting depends"),
        _text("reason", "why it did not take place"),
        Column(
            "parties", "list", "codes of the sides that took part", lambda item: list(item.record.parties)
        ),
        _text("parties_basis", "on what these rest", empty=False),
        TOPICS,
        *HOW_READ,
        *FILED,
    ),
)

MEETING_PARTS = Table(
    name="meeting_parts",
    about="A session of a meeting, as its document tells it.",
    source="documents",
    items=_parts,
    primary=("document_id", "meeting_id", "number"),
    keys=(TO_DOCUMENT, _TO_MEETING),
    columns=(
        DOCUMENT_ID,
        _MEETING_ID,
        _NUMBER,
        *WORDS,
        Column("kind", "string", "what session it was", lambda item: item.part.kind, True),
        Column("start_time", "string", "when it began, HH:MM", lambda item: item.part.start_time, True),
        Column(
            "duration_minutes", "integer", "how long it took", lambda item: item.part.duration_minutes, True
        ),
    ),
)

MEETING_MENTIONS = Table(
    name="meeting_mentions",
    about="Further words of the same document that speak of a meeting.",
    source="documents",
    items=_also,
    primary=("document_id", "meeting_id", "number"),
    keys=(TO_DOCUMENT, _TO_MEETING),
    columns=(DOCUMENT_ID, _MEETING_ID, _NUMBER, *WORDS),
)

PARTICIPANTS = Table(
    name="participants",
    about="Who took part in a meeting, as one document tells it; the words are those of the meeting.",
    source="documents",
    items=_participants,
    primary=("document_id", "meeting_id", "number"),
    keys=(TO_DOCUMENT, _TO_MEETING),
    columns=(
        DOCUMENT_ID,
        _MEETING_ID,
        _NUMBER,
        *WORDS,
        *actor("", "who took part", lambda item: item.part, there=True),
    ),
)
