"""One document to be read: a part of its frozen text, and everything that was made of its words there."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.link_tables import MemberTable
from regesta.ledger.schema import (
    AccountTable,
    DocumentTable,
    FurnitureTable,
    RepeatTable,
    Spanned,
    StatementTable,
    UnreadTable,
)
from regesta.model.finding import RegestaError
from regesta.model.records import Meeting, Statement
from regesta.model.span import Span
from regesta.query.ask import SHELVES, rows_of
from regesta.query.load import Opened, opened
from regesta.query.marked import Block, BlockKind, Mark, blocks, parts, segments
from regesta.query.rows import AnyRow, DocumentRow

RecordKind = Literal["meeting", "statement", "commitment", "request", "term"]
PART = 8_000
CROWD = 50
_RECORDS: tuple[RecordKind, ...] = ("meeting", "statement", "commitment", "request", "term")
_ITEM = re.compile(r"\s*(?:[•●○■·–—*\-]|\(?[0-9a-zA-Z]{1,3}[.)])\s")
_FATES = ("record", "furniture", "repeated", "unread")


@dataclass(frozen=True, slots=True)
class Noted:
    """Something that was made of words, or why nothing was.

    ``row`` is a record with its corrected values. ``joined`` is the id of the meeting of many mentions that
    it is a mention of, or that it was said at. ``reason`` is why a sentence was not read, the kind of
    furniture, or what is said of a repeated passage, whose first printing is at ``other``.
    """

    mark: Mark
    row: AnyRow | None = None
    joined: str | None = None
    reason: str = ""
    other: Span | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A part of a document. ``length`` are the characters of the whole text.

    ``part`` is what is shown, the ``number``-th (from 1) of ``count`` parts. ``at`` are the words asked
    for. ``fates`` counts how the sentences of the whole document ended. ``next_id`` is the id of the next
    text of its address.
    """

    row: DocumentRow
    length: int
    part: Span
    number: int
    count: int
    at: Span | None
    blocks: tuple[Block, ...]
    notes: tuple[Noted, ...]
    fates: Mapping[str, int]
    next_id: str | None


def paper(ledger: Ledger, id_: str, at: Span | None = None, number: int | None = None) -> Paper | None:
    """Return a part of the document with this id: the ``number``-th, else that of ``at``, else the first.

    None when there is no such document. Raises :class:`RegestaError` for words or a part beyond the text.
    """
    with looking(ledger.engine, ledger.path) as connection:
        known = opened(connection, [id_]).get(id_)
        return None if known is None else _paper(connection, known, at, number)


def _paper(connection: Connection, known: Opened, at: Span | None, number: int | None) -> Paper:
    id_, text = known.row.id, known.text
    if at is not None and at.end > len(text):
        raise RegestaError(
            f"The text of {id_} has {len(text)} characters; there are no words at {at.start}-{at.end}."
        )
    cut = parts(text, _starts(connection, id_), PART, CROWD)
    chosen = _chosen(cut, at) if number is None else number
    if not 1 <= chosen <= len(cut):
        raise RegestaError(f"The text of {id_} has {len(cut)} parts; there is no part {chosen}.")
    part = cut[chosen - 1]
    notes = tuple(_notes(connection, known, part))
    lines = _lines(known, part)
    marks = [mark for note in notes for mark in _marks(note)]
    found = segments(text, part, [place for place, _ in lines], marks, at)
    return Paper(
        row=known.row,
        length=len(text),
        part=part,
        number=chosen,
        count=len(cut),
        at=at,
        blocks=tuple(blocks(found, lines)),
        notes=notes,
        fates=_fates(connection, id_),
        next_id=connection.scalar(select(DocumentTable.id).where(DocumentTable.previous_id == id_).limit(1)),
    )


def _starts(connection: Connection, id_: str) -> list[int]:
    tables = [SHELVES[kind].table for kind in _RECORDS] + [UnreadTable]
    found: list[int] = []
    for table in tables:
        found += connection.scalars(select(table.span_start).where(table.document_id == id_))
    return sorted(found)


def _chosen(cut: Sequence[Span], at: Span | None) -> int:
    if at is None:
        return 1
    return next((number for number, part in enumerate(cut, 1) if at.start < part.end), len(cut))


def _notes(connection: Connection, known: Opened, part: Span) -> Iterator[Noted]:
    """Yield what was made of words of this part, in order of its words; the long before the short."""
    found: dict[str, Noted] = {}
    for note in (*_records(connection, known, part), *_aside(connection, known, part)):
        found.setdefault(note.mark.key, note)
    yield from sorted(
        found.values(), key=lambda note: (note.mark.span.start, -note.mark.span.end, note.mark.key)
    )


def _records(connection: Connection, known: Opened, part: Span) -> Iterator[Noted]:
    meetings = _meetings(connection, known.row.id)
    for kind in _RECORDS:
        for row in rows_of(connection, kind, known, _reaches(SHELVES[kind].table, kind, part)):
            mark = Mark(row.span, kind, row.record.id)
            if kind == "meeting" and not any(span.overlaps(part) for span in (row.span, *row.record.also)):
                continue
            heading = row.record.id if kind == "meeting" else row.heading_id
            yield Noted(mark, row, meetings.get(heading or ""), place=place_words(known, row.span))


def _reaches(table: type[Any], kind: RecordKind, part: Span) -> ColumnElement[bool]:
    """Say that a record's words, or those of what it says, stand in this part."""
    here = and_(table.span_start < part.end, table.span_end > part.start)
    if kind == "meeting":
        return or_(here, func.json_array_length(table.also) > 0)
    if table is StatementTable:
        return or_(here, and_(table.content_start < part.end, table.content_end > part.start))
    return here


def _aside(connection: Connection, known: Opened, part: Span) -> Iterator[Noted]:
    """Yield the sentences that were not read, what belongs to the page, and what is printed twice."""
    id_ = known.row.id
    for row in connection.execute(_within(UnreadTable, id_, part)):
        span = Span(row.span_start, row.span_end)
        mark = Mark(span, "unread", f"u-{span.start}-{span.end}")
        yield Noted(mark, reason=row.reason, place=place_words(known, span))
    for row in connection.execute(_within(FurnitureTable, id_, part)):
        span = Span(row.span_start, row.span_end)
        yield Noted(Mark(span, "furniture", f"f-{span.start}-{span.end}"), reason=row.kind)
    for row in connection.execute(_within(RepeatTable, id_, part)):
        span, first = Span(row.span_start, row.span_end), Span(row.first_start, row.first_end)
        yield Noted(
            Mark(span, "repeated", f"p-{span.start}-{span.end}"), reason="printed before", other=first
        )
    asked = _within(AccountTable, id_, part).where(AccountTable.fate == "furniture")
    for row in connection.execute(asked):
        span = Span(row.span_start, row.span_end)
        yield Noted(Mark(span, "furniture", f"f-{span.start}-{span.end}"), reason="heading, caption or label")


def _within(table: type[Spanned], id_: str, part: Span) -> Any:
    mine = (table.document_id == id_, table.span_start < part.end, table.span_end > part.start)
    return select(table).where(*mine).order_by(table.position)


def _marks(note: Noted) -> Iterator[Mark]:
    """Yield all words of a note: other mentions of a meeting, what a statement says beyond its own words."""
    mark, record = note.mark, note.row.record if note.row else None
    yield mark
    if isinstance(record, Meeting):
        yield from (Mark(span, mark.kind, mark.key) for span in record.also)
    if isinstance(record, Statement) and record.content and not record.span.contains(record.content):
        yield Mark(record.content, mark.kind, mark.key)


def _meetings(connection: Connection, id_: str) -> dict[str, str]:
    """Return the ids of the meetings of many mentions, by the record of this document that mentions each."""
    table = MemberTable
    asked = select(table.record_id, table.joined_id).where(table.document_id == id_, table.kind == "meeting")
    return {row[0]: row[1] for row in connection.execute(asked)}


def _fates(connection: Connection, id_: str) -> dict[str, int]:
    table = AccountTable
    asked = select(table.fate, func.count()).where(table.document_id == id_).group_by(table.fate)
    counted = {row[0]: row[1] for row in connection.execute(asked)}
    return {fate: counted.get(fate, 0) for fate in _FATES}


def _lines(known: Opened, part: Span) -> list[tuple[int, BlockKind]]:
    """Return where blocks begin in this part, and what each is."""
    found: list[tuple[int, BlockKind]] = []
    lines = known.layout.lines
    first = bisect_left(lines, part.start, key=lambda line: line.start)
    for line in lines[first:]:
        if line.start >= part.end:
            break
        if line.role == "heading":
            found.append((line.start, "heading"))
        elif line.role != "goes_on":
            item = line.role == "begins" and _ITEM.match(known.text, line.start) is not None
            found.append((line.start, "item" if item else "paragraph"))
    return found


def place_words(known: Opened, span: Span) -> str:
    """Return where words stand, as a citation says it: "section 2, para. 3, page 4".

    It is "" where nothing counts.
    """
    section, paragraph = known.layout.place(span)
    told = f"para. {paragraph}" if paragraph else None
    there = known.row.way.at(span) if known.row.way else None
    return ", ".join(part for part in (section, told, there) if part)
