"""The full-text index follows the texts: every function here runs inside the caller's transaction.

The index holds no text, so a sentence is taken out by saying again what was put in; the frozen text
and the row of ``sentences`` say it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, delete, func, insert, select, text

from regesta.ledger.asking import adding, asking, one_of
from regesta.ledger.schema import ContentTable, DocumentTable
from regesta.ledger.search_rows import Sentence, sentences_of
from regesta.ledger.search_tables import SearchFacetTable, SentenceTable
from regesta.ledger.shelves import bundles
from regesta.model.document import Document
from regesta.model.records import Records
from regesta.model.span import Span

DAY = 1 << 30
"""A sentence's id is the number of its day times this, and its place among those of that day."""
SUPERSEDED = ("version", "superseded")
Row = dict[str, Any]

_PUT = text("INSERT INTO sentence_words (rowid, words, facets) VALUES (:id, :words, :facets)")
_TAKE = text(
    "INSERT INTO sentence_words (sentence_words, rowid, words, facets)"
    " VALUES ('delete', :id, :words, :facets)"
)


def day_number(day: str | None) -> int:
    """Return the number of an ISO day in ids of sentences; 0 for none."""
    return date.fromisoformat(day).toordinal() if day else 0


def put_sentences(connection: Connection, document_id: str, document: Document, records: Records) -> None:
    """Index the sentences of a document that stands in the ledger, in the place of those indexed before."""
    take_sentences(connection, document_id)
    sentences = sentences_of(document, records)
    if not sentences:
        return
    followed = _followed(connection, [document_id])
    known = _numbers(connection, sentences, mark=bool(followed))
    rows = [
        {
            "document_id": document_id,
            "span_start": one.span.start,
            "span_end": one.span.end,
            "fate": one.fate,
            "facets": _joined(known[facet, value] for facet, value, _ in one.facets),
            "day": day_number(one.day),
        }
        for one in sentences
    ]
    if followed:
        superseded = known[SUPERSEDED]
        rows = [{**row, "facets": f"{row['facets']} {superseded}"} for row in rows]
    _insert(connection, document_id, _with_ids(connection, rows))


def take_sentences(connection: Connection, document_id: str) -> list[Row]:
    """Take the sentences of a document out of the index; return their rows."""
    asked = select(SentenceTable).where(SentenceTable.document_id == document_id).order_by(SentenceTable.id)
    rows = [row._asdict() for row in connection.execute(asked)]
    if rows:
        connection.execute(_TAKE, _worded(connection, document_id, rows))
        connection.execute(delete(SentenceTable).where(SentenceTable.document_id == document_id))
    return rows


def mark_superseded(connection: Connection, documents: Collection[str]) -> None:
    """Mark in the index which of these documents are superseded by now and which are not."""
    followed = _followed(connection, documents)
    for document_id in documents:
        asked = select(SentenceTable.facets).where(SentenceTable.document_id == document_id).limit(1)
        facets = connection.scalar(asked)
        if facets is None:
            continue
        known = _facet_numbers(connection, {(*SUPERSEDED, SUPERSEDED[1])}, make=document_id in followed)
        number = known.get(SUPERSEDED)
        if (str(number) in facets.split()) == (document_id in followed):
            continue
        rows = take_sentences(connection, document_id)
        for row in rows:
            kept = [one for one in row["facets"].split() if one != str(number)]
            row["facets"] = " ".join([*kept, str(number)] if document_id in followed else kept)
        _insert(connection, document_id, rows)


def _followed(connection: Connection, documents: Collection[str]) -> set[str]:
    previous = DocumentTable.previous_id
    return {
        id_
        for some in bundles(sorted(documents))
        for id_ in connection.scalars(asking(previous, previous), {"some": some})
        if id_ is not None
    }


def _numbers(
    connection: Connection, sentences: Iterable[Sentence], *, mark: bool
) -> dict[tuple[str, str], int]:
    wanted = {facet for one in sentences for facet in one.facets}
    if mark:
        wanted.add((*SUPERSEDED, SUPERSEDED[1]))
    return _facet_numbers(connection, wanted, make=True)


def _facet_numbers(
    connection: Connection, wanted: Collection[tuple[str, str, str]], *, make: bool
) -> dict[tuple[str, str], int]:
    """Return the numbers of these facets; those not known yet are made, or left out."""
    table = SearchFacetTable
    labels: dict[tuple[str, str], str] = {}
    for facet, value, label in sorted(wanted):
        labels.setdefault((facet, value), label)
    found: dict[tuple[str, str], int] = {}
    for some in bundles(sorted({value for _, value in labels})):
        facets = sorted({facet for facet, _ in labels})
        for row in connection.execute(_numbered(), {"some": some, "facets": facets}):
            if (row.facet, row.value) in labels:
                found[row.facet, row.value] = row.id
    missing = [key for key in labels if key not in found]
    if missing and make:
        rows = [{"facet": facet, "value": value, "label": labels[facet, value]} for facet, value in missing]
        connection.execute(insert(table), rows)
        return _facet_numbers(connection, wanted, make=False)
    return found


@cache
def _numbered() -> Select[Any]:
    table = SearchFacetTable
    return asking(table.value, table.id, table.facet, table.value).where(one_of(table.facet, "facets"))


def _joined(numbers: Iterable[int]) -> str:
    return " ".join(str(number) for number in sorted(numbers))


def _with_ids(connection: Connection, rows: Sequence[Row]) -> list[Row]:
    """Give each row the next free id of its day, in the order of the text; return them in order of id."""
    table, placed = SentenceTable, []
    for day in sorted({row["day"] for row in rows}):
        first = day * DAY
        asked = select(func.max(table.id)).where(table.id >= first, table.id < first + DAY)
        newest = connection.scalar(asked)
        free = first if newest is None else newest + 1
        of_day = [row for row in rows if row["day"] == day]
        placed += [{**row, "id": free + place} for place, row in enumerate(of_day)]
    return [{name: value for name, value in row.items() if name != "day"} for row in placed]


def _insert(connection: Connection, document_id: str, rows: Sequence[Row]) -> None:
    connection.execute(adding(SentenceTable), list(rows))
    connection.execute(_PUT, _worded(connection, document_id, rows))


def _worded(connection: Connection, document_id: str, rows: Sequence[Row]) -> list[Row]:
    asked = asking(ContentTable.document_id, ContentTable.text)
    frozen = connection.execute(asked, {"some": [document_id]}).scalar_one()
    return [
        {
            "id": row["id"],
            "words": Span(row["span_start"], row["span_end"]).of(frozen),
            "facets": row["facets"],
        }
        for row in rows
    ]
