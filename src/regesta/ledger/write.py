"""One reading becomes rows. Every function here runs inside the caller's transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, replace
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from regesta.ledger import codec
from regesta.ledger.asking import adding
from regesta.ledger.filing import Filing, file_record, mains
from regesta.ledger.names import folded
from regesta.ledger.schema import (
    LIST_TABLES,
    RECORD_TABLES,
    AccountTable,
    Base,
    BlobTable,
    CommitmentTable,
    ContentTable,
    DocumentTable,
    FacetTable,
    FurnitureTable,
    MeetingTable,
    RepeatTable,
    RequestTable,
    SightingTable,
    StatementTable,
    TermTable,
    UnreadTable,
)
from regesta.ledger.search import put_sentences
from regesta.model.edtf import bounds
from regesta.model.reading import Reading

Row = dict[str, Any]


def name_of(reading: Reading) -> str:
    """Return the name under which a text was handed in: its file, else its address, else "-"."""
    return reading.document.file or reading.document.url or "-"


def digest_of(reading: Reading) -> str:
    """Return a hash of all that was read, and by which rules, but not of the name it was read under."""
    document = replace(reading.document, file=None, url=None)
    whole = (reading.rules_version, document, reading.records, reading.page.furniture)
    return sha256(repr(whole).encode("utf-8", "surrogatepass")).hexdigest()


def insert_document(connection: Connection, document_id: str, reading: Reading, now: str) -> None:
    """Write a text that the ledger does not hold yet."""
    row = {**_document_row(reading, now), "id": document_id, "version": 1, "added_at": now}
    connection.execute(insert(DocumentTable), [row])
    connection.execute(insert(ContentTable), [{"document_id": document_id, "text": reading.page.text}])
    _insert_records(connection, document_id, reading)
    put_sentences(connection, document_id, reading.document, reading.records)


def replace_document(connection: Connection, document_id: str, reading: Reading, now: str) -> None:
    """Put a new reading of a known text in the place of the old one; the text stays as it is."""
    of_document = DocumentTable.id == document_id
    connection.execute(update(DocumentTable).where(of_document).values(**_document_row(reading, now)))
    for table in (*RECORD_TABLES, *LIST_TABLES):
        connection.execute(delete(table).where(table.document_id == document_id))
    connection.execute(delete(FacetTable).where(FacetTable.document_id == document_id))
    _insert_records(connection, document_id, reading)
    put_sentences(connection, document_id, reading.document, reading.records)


def put_sighting(connection: Connection, document_id: str, reading: Reading, now: str) -> None:
    """Remember the name, the bytes and the facts with which this text was handed in."""
    page, document, name = reading.page, reading.document, name_of(reading)
    blob = sha256(page.raw).hexdigest()
    if connection.scalar(select(BlobTable.sha256).where(BlobTable.sha256 == blob)) is None:
        connection.execute(insert(BlobTable), [{"sha256": blob, "raw": page.raw}])
    connection.execute(
        delete(SightingTable).where(SightingTable.document_id == document_id, SightingTable.name == name)
    )
    row = {
        "document_id": document_id,
        "name": name,
        "file": document.file,
        "url": document.url,
        "media_type": page.media_type,
        "encoding": page.encoding,
        "blob_sha256": blob,
        "facts": asdict(document),
        "digest": digest_of(reading),
        "seen_at": now,
        "way": codec.way_json(page.way),
        "notes": list(page.notes) or None,
        "fetched_at": page.source.fetched,
    }
    connection.execute(insert(SightingTable), [row])


def _document_row(reading: Reading, now: str) -> Row:
    published = reading.document.published
    window = (bounds(published) if published else None) or (None, None)
    return {
        **codec.document_row(reading.document),
        "name": name_of(reading),
        "publisher_words": folded(reading.document.publisher),
        "earliest": window[0],
        "latest": window[1],
        "rules_version": reading.rules_version,
        "digest": digest_of(reading),
        "read_at": now,
    }


def _insert_records(connection: Connection, document_id: str, reading: Reading) -> None:
    facets: list[Row] = []
    for table, rows in _filed(document_id, reading, facets):
        _insert(connection, table, rows)
    for table, rows in _listed(document_id, reading):
        _insert(connection, table, rows)
    _insert(connection, FacetTable, facets)


def _insert(connection: Connection, table: type[Base], rows: list[Row]) -> None:
    if rows:
        connection.execute(adding(table), rows)


def _filed(document_id: str, reading: Reading, facets: list[Row]) -> Iterator[tuple[type[Base], list[Row]]]:
    """Yield the rows of each record table; what finds the records is added to ``facets``."""
    above = mains(reading.records)
    for table, items, encode in _record_lists(reading):
        rows: list[Row] = []
        for position, item in enumerate(items):
            filing = file_record(item, reading.document, above)
            shared = _shared(document_id, position, reading.rules_version)
            rows.append({**encode(item), **shared, **filing_row(filing)})
            facets += facet_rows(document_id, table.__tablename__, item.id, filing)
        yield table, rows


def _record_lists(
    reading: Reading,
) -> tuple[tuple[type[Base], Iterable[Any], Callable[[Any], Row]], ...]:
    records = reading.records
    return (
        (MeetingTable, records.meetings, codec.meeting_row),
        (StatementTable, records.statements, codec.statement_row),
        (CommitmentTable, records.commitments, codec.commitment_row),
        (RequestTable, records.requests, codec.request_row),
        (TermTable, records.terms, codec.term_row),
    )


def _listed(document_id: str, reading: Reading) -> Iterator[tuple[type[Base], list[Row]]]:
    records = reading.records
    lists: tuple[tuple[type[Base], Iterable[Any], Callable[[Any], Row]], ...] = (
        (UnreadTable, records.unread, codec.unread_row),
        (RepeatTable, records.repeated, codec.repeat_row),
        (AccountTable, records.accounts, codec.account_row),
        (FurnitureTable, reading.page.furniture, codec.furniture_row),
    )
    for table, items, encode in lists:
        yield (
            table,
            [
                {**encode(item), **_shared(document_id, position, reading.rules_version)}
                for position, item in enumerate(items)
            ],
        )


def _shared(document_id: str, position: int, rules_version: str) -> Row:
    return {"document_id": document_id, "position": position, "rules_version": rules_version}


def filing_row(filing: Filing) -> Row:
    """Return the columns that say where a record is filed."""
    earliest, latest = filing.window or (None, None)
    return {"earliest": earliest, "latest": latest, "heading_id": filing.heading}


def facet_rows(document_id: str, kind: str, record_id: str, filing: Filing) -> list[Row]:
    """Return the rows by which a record is found; ``kind`` is the name of its table."""
    key = {"document_id": document_id, "record_kind": kind, "record_id": record_id}
    return [{**key, "facet": facet, "value": value} for facet, value in sorted(filing.facets)]
