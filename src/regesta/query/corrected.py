"""Corrected values in the place of what was read, wherever records leave the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, case, select
from sqlalchemy.orm import InstrumentedAttribute

from regesta.ledger.judgement_tables import OverlayTable
from regesta.ledger.overlays import Laid, laid_over, overlays, with_read
from regesta.ledger.schema import (
    CommitmentTable,
    Filed,
    MeetingTable,
    RequestTable,
    StatementTable,
    TermTable,
)
from regesta.ledger.shelves import RECORD_SHELVES
from regesta.model.judgement import Ref

_KINDS: dict[type[Filed], str] = {
    MeetingTable: "meeting",
    StatementTable: "statement",
    CommitmentTable: "commitment",
    RequestTable: "request",
    TermTable: "term",
}


class Corrections:
    """The corrected values of the records of some documents."""

    def __init__(self, connection: Connection, documents: Iterable[str]) -> None:
        self._laid: Mapping[Ref, Mapping[str, Laid]] = overlays(connection, documents)

    def of(self, document: str, kind: str, record: Any) -> tuple[Any, tuple[Laid, ...]]:
        """Return ``record`` with its corrected values, and these with what was read of each."""
        laid = self._laid.get(Ref(document, kind, record.id)) if self._laid else None
        if not laid:
            return record, ()
        return laid_over(kind, record, laid), with_read(record, laid)


Corrected = tuple[str, str, Laid]
"""Kind and id of a record with one of its corrected values."""


def corrected_lists(
    laid: Corrections, document: str, lists: Mapping[str, Mapping[str, Sequence[Any]]]
) -> tuple[dict[str, tuple[Any, ...]], tuple[Corrected, ...]]:
    """Return the records of a document by kind with their corrected values, and all of these.

    ``lists`` are the records as they were read, by kind and document.
    """
    kept: dict[str, tuple[Any, ...]] = {}
    found: list[Corrected] = []
    for kind in RECORD_SHELVES:
        now = [laid.of(document, kind, one) for one in lists[kind][document]]
        kept[kind] = tuple(one for one, _ in now)
        found += [(kind, one.id, value) for one, values in now for value in values]
    return kept, tuple(found)


def value_now(
    table: type[Filed], field: str, read: ColumnElement[Any] | InstrumentedAttribute[Any]
) -> ColumnElement[Any]:
    """Return the value of a field as SQL: the corrected one where there is one, else ``read``."""
    overlay = OverlayTable
    laid = select(overlay.value).where(
        overlay.document_id == table.document_id,
        overlay.record_kind == _KINDS[table],
        overlay.record_id == table.id,
        overlay.field == field,
    )
    return case((laid.exists(), laid.scalar_subquery()), else_=read)
