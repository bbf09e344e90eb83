"""Corrected values of records: which record each correction lies on now, and its filing.

What was read is never changed. Whoever takes records out of the ledger lays these values over
them (``laid_over``); the filing follows the corrected values, so that what looks for a record
finds it where it belongs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, select, update

from regesta.ledger.asking import asking
from regesta.ledger.codec import account_of, document_of
from regesta.ledger.entry import CORRECTION, Entry, entry_of
from regesta.ledger.filing import file_record, mains
from regesta.ledger.judgement_tables import JudgementTable, OverlayTable, StandingTable
from regesta.ledger.schema import AccountTable, DocumentTable, FacetTable
from regesta.ledger.search import put_sentences
from regesta.ledger.shelves import RECORD_SHELVES, bundles
from regesta.ledger.targets import find
from regesta.ledger.write import facet_rows, filing_row
from regesta.model.corrections import as_read, corrected
from regesta.model.document import Document
from regesta.model.judgement import Ref
from regesta.model.records import Records


@dataclass(frozen=True, slots=True)
class Laid:
    """A corrected value: the field, the value, what was read, who corrected it, when and why.

    ``number`` is the entry in the log; ``carried`` says that it was decided on an earlier version
    of the page.
    """

    field: str
    value: str | None
    read: str | None
    by: str
    at: str
    note: str | None
    number: int
    carried: bool = False
    basis: str = "corrected"


def refresh(connection: Connection, documents: Collection[str]) -> None:
    """Lay the corrections that hold over the records of these documents, and file these again.

    ``documents`` are whole chains of versions. A correction lies on the record it was made of, or
    the one that was read from the same words, and on its counterpart in the newest version.
    """
    entries = _corrections(connection, documents)
    if not entries and not _has_overlays(connection, documents):
        return
    wanted: dict[tuple[Ref, str], Entry] = {}
    found = find(connection, {entry.subject for entry in entries})
    for entry in sorted(entries, key=lambda one: one.number):
        where = found[entry.subject]
        for ref in {where.here, where.newer} - {None}:
            if ref is not None and entry.field is not None:
                wanted[ref, entry.field] = entry
    for some in bundles(sorted(documents)):
        connection.execute(delete(OverlayTable).where(OverlayTable.document_id.in_(some)))
    rows = [
        {
            "document_id": ref.document,
            "record_kind": ref.kind,
            "record_id": ref.id,
            "field": field,
            "value": entry.value,
            "number": entry.number,
        }
        for (ref, field), entry in wanted.items()
        if ref.document in documents
    ]
    if rows:
        connection.execute(insert(OverlayTable), rows)
    for document in sorted(documents):
        _refile(connection, document)


def overlays(connection: Connection, documents: Iterable[str]) -> dict[Ref, dict[str, Laid]]:
    """Return the corrected values of the records of these documents, by record and field.

    What was read stands in none of them yet; ``laid_over`` adds it.
    """
    found: dict[Ref, dict[str, Laid]] = defaultdict(dict)
    for some in bundles(sorted(set(documents))):
        for row in connection.execute(_laid(), {"some": some}):
            ref = Ref(row.document_id, row.record_kind, row.record_id)
            carried = row.subject_document != row.document_id
            found[ref][row.field] = Laid(
                row.field, row.value, None, row.by, row.at, row.note, row.number, carried
            )
    return found


@cache
def _laid() -> Select[Any]:
    overlay, log = OverlayTable, JudgementTable
    asked = asking(overlay.document_id, overlay, log.by, log.at, log.note, log.subject_document)
    return asked.join(log, log.number == overlay.number).order_by(overlay.field)


def laid_over(kind: str, record: Any, laid: Mapping[str, Laid]) -> Any:
    """Return ``record`` with its corrected values."""
    return corrected(kind, record, {field: one.value for field, one in laid.items()}) if laid else record


def with_read(record: Any, laid: Mapping[str, Laid]) -> tuple[Laid, ...]:
    """Return the corrected values with what was read of each; ``record`` is as it was read."""
    return tuple(
        Laid(
            one.field,
            one.value,
            as_read(record, one.field),
            one.by,
            one.at,
            one.note,
            one.number,
            one.carried,
        )
        for one in laid.values()
    )


def _corrections(connection: Connection, documents: Collection[str]) -> list[Entry]:
    found = []
    for some in bundles(sorted(documents)):
        found += [entry_of(row._asdict()) for row in connection.execute(_corrected(), {"some": some})]
    return found


@cache
def _corrected() -> Select[Any]:
    standing, log = StandingTable, JudgementTable
    asked = asking(standing.subject_document, log).where(standing.kind == CORRECTION)
    return asked.join(standing, standing.person_number == log.number)


def _has_overlays(connection: Connection, documents: Collection[str]) -> bool:
    asked = select(OverlayTable.number).limit(1)
    return any(
        connection.scalar(asked.where(OverlayTable.document_id.in_(some))) is not None
        for some in bundles(sorted(documents))
    )


def _refile(connection: Connection, document_id: str) -> None:
    """File every record of a document again, under its corrected values."""
    known = connection.execute(select(DocumentTable).where(DocumentTable.id == document_id)).one()
    document, laid = document_of(known._asdict()), overlays(connection, [document_id])
    lists = {kind: _records(connection, kind, document_id, laid) for kind in RECORD_SHELVES}
    above = mains(Records(meetings=tuple(lists["meeting"])))
    connection.execute(delete(FacetTable).where(FacetTable.document_id == document_id))
    for kind, items in lists.items():
        table = RECORD_SHELVES[kind].table
        facets: list[dict[str, Any]] = []
        for item in items:
            filing = file_record(item, document, above)
            here = (table.document_id == document_id, table.id == item.id)
            connection.execute(update(table).where(*here).values(**filing_row(filing)))
            facets += facet_rows(document_id, table.__tablename__, item.id, filing)  # type: ignore[attr-defined]
        if facets:
            connection.execute(insert(FacetTable), facets)
    _index_again(connection, document_id, document, lists)


def _index_again(
    connection: Connection, document_id: str, document: Document, lists: Mapping[str, Sequence[Any]]
) -> None:
    """Index a document under the corrected values of its records."""
    asked = select(AccountTable).where(AccountTable.document_id == document_id)
    accounts = [account_of(row._asdict()) for row in connection.execute(asked)]
    records = Records(
        meetings=tuple(lists["meeting"]),
        statements=tuple(lists["statement"]),
        commitments=tuple(lists["commitment"]),
        requests=tuple(lists["request"]),
        accounts=tuple(accounts),
    )
    put_sentences(connection, document_id, document, records)


def _records(
    connection: Connection, kind: str, document_id: str, laid: Mapping[Ref, Mapping[str, Laid]]
) -> Sequence[Any]:
    shelf = RECORD_SHELVES[kind]
    asked = select(shelf.table).where(shelf.table.document_id == document_id).order_by(shelf.table.position)
    items = [shelf.decode(row._asdict()) for row in connection.execute(asked)]
    return [laid_over(kind, item, laid.get(Ref(document_id, kind, item.id), {})) for item in items]
