"""Documents out of the ledger, a bundle at a time, with what a row needs to quote and cite them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select

from regesta.ledger.codec import document_of, way_of
from regesta.ledger.schema import (
    AccountTable,
    ContentTable,
    DocumentTable,
    FurnitureTable,
    Listed,
    SightingTable,
    StatementTable,
)
from regesta.model.document import Document
from regesta.model.span import Span
from regesta.query.citation import cite
from regesta.query.layout import Layout, lay_out
from regesta.query.rows import DocumentRow

BUNDLE = 400
IN_ORDER = (DocumentTable.earliest.nulls_last(), DocumentTable.latest, DocumentTable.id)


@dataclass(frozen=True, slots=True)
class Opened:
    """A document with its text and layout, ready to be quoted and cited."""

    row: DocumentRow
    known: Document
    text: str
    layout: Layout

    def cite(self, span: Span) -> str:
        """Return the citation of the words at ``span``."""
        return cite(self.known, self.layout, span, self.row.way)


def document_rows(connection: Connection, where: ColumnElement[bool]) -> list[DocumentRow]:
    """Return the documents for which ``where`` holds, without their texts, in order of date."""
    found = connection.execute(select(DocumentTable).where(where).order_by(*IN_ORDER)).all()
    return [row for bundle in bundles(found) for row in _rows(connection, bundle)]


def opened(connection: Connection, ids: Iterable[str]) -> dict[str, Opened]:
    """Return these documents with text and layout, by id."""
    return {
        document.row.id: document
        for bundle in bundles(sorted(set(ids)))
        for document in _open(connection, bundle)
    }


def texts_of(connection: Connection, ids: Sequence[str]) -> dict[str, DocumentRow]:
    """Return the rows of these documents with their frozen texts, by id; they fit into one question."""
    table = ContentTable
    asked = select(table.document_id, table.text).where(table.document_id.in_(ids))
    texts = {row.document_id: row.text for row in connection.execute(asked)}
    rows = document_rows(connection, DocumentTable.id.in_(ids))
    return {row.id: replace(row, text=texts[row.id]) for row in rows}


class Texts:
    """Documents with text and layout, each opened once, when it is first asked for."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._held: dict[str, Opened] = {}

    def of(self, ids: Iterable[str]) -> dict[str, Opened]:
        """Return these documents by id."""
        wanted = set(ids)
        self._held |= opened(self._connection, wanted - self._held.keys())
        return {id_: self._held[id_] for id_ in wanted}


def bundles(items: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """Cut a list into pieces that fit into one question to the database."""
    for start in range(0, len(items), BUNDLE):
        yield items[start : start + BUNDLE]


def _open(connection: Connection, ids: Sequence[str]) -> Iterator[Opened]:
    wanted = ContentTable.document_id.in_(ids)
    contents = select(ContentTable.document_id, ContentTable.text).where(wanted)
    texts = {row.document_id: row.text for row in connection.execute(contents)}
    headings, furniture = _headings(connection, ids), _spans(connection, FurnitureTable, ids)
    aside = _spans(connection, AccountTable, ids, AccountTable.fate == "furniture")
    said = _spans(connection, AccountTable, ids, AccountTable.fate != "furniture")
    found = connection.execute(select(DocumentTable).where(DocumentTable.id.in_(ids))).all()
    for row, stored in zip(_rows(connection, found), found, strict=True):
        id_ = row.id
        layout = lay_out(texts[id_], headings[id_], furniture[id_] + aside[id_], said[id_])
        yield Opened(row, document_of(stored._asdict()), texts[id_], layout)


def _headings(connection: Connection, ids: Sequence[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    statement = StatementTable
    asked = select(statement.document_id, statement.section).distinct()
    for row in connection.execute(
        asked.where(statement.document_id.in_(ids), statement.section.is_not(None))
    ):
        found[row.document_id].add(row.section)
    return found


def _spans(
    connection: Connection, table: type[Listed], ids: Sequence[str], *more: ColumnElement[bool]
) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = defaultdict(list)
    asked = select(table.document_id, table.span_start, table.span_end)
    for id_, start, end in connection.execute(asked.where(table.document_id.in_(ids), *more)):
        found[id_].append(Span(start, end))
    return found


def _rows(connection: Connection, found: Sequence[Row[Any]]) -> list[DocumentRow]:
    ids = [row.id for row in found]
    asked = select(SightingTable).where(SightingTable.document_id.in_(ids)).order_by(SightingTable.name)
    sightings: dict[str, list[Row[Any]]] = defaultdict(list)
    for sighting in connection.execute(asked):
        sightings[sighting.document_id].append(sighting)
    previous = DocumentTable.previous_id
    superseded = set(connection.scalars(select(previous).where(previous.in_(ids))))
    return [_row(row, sightings[row.id], row.id not in superseded) for row in found]


def _row(row: Row[Any], sightings: list[Row[Any]], is_current: bool) -> DocumentRow:
    known = document_of(row._asdict())
    standing = next(sighting for sighting in sightings if sighting.name == row.name)
    names = [sighting.file for sighting in (standing, *sightings) if sighting.file]
    return DocumentRow(
        **{name: getattr(known, name) for name in Document.__slots__},
        id=row.id,
        files=tuple(dict.fromkeys(names)),
        media_type=standing.media_type,
        encoding=standing.encoding,
        rules_version=row.rules_version,
        version=row.version,
        previous_id=row.previous_id,
        current=is_current,
        added_at=row.added_at,
        read_at=row.read_at,
        citation=cite(known),
        way=way_of(standing.way),
        notes=tuple(standing.notes or ()),
        fetched_at=standing.fetched_at,
    )


def with_text(document: Opened) -> DocumentRow:
    """Return the document's row with its frozen text."""
    return replace(document.row, text=document.text)
