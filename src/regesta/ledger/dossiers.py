"""Documents of the ledger as the resolver sees them: text and records, corrected values laid over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select

from regesta.ledger import codec
from regesta.ledger.asking import asking, in_order
from regesta.ledger.overlays import laid_over, overlays
from regesta.ledger.schema import (
    AccountTable,
    ContentTable,
    DocumentTable,
    Listed,
    RepeatTable,
    UnreadTable,
)
from regesta.ledger.shelves import RECORD_SHELVES, bundles
from regesta.model.judgement import Ref
from regesta.model.links import Dossier
from regesta.model.records import Records

_LISTS: dict[str, tuple[type[Listed], Callable[[Mapping[str, Any]], Any]]] = {
    "repeat": (RepeatTable, codec.repeat_of),
    "unread": (UnreadTable, codec.unread_of),
    "account": (AccountTable, codec.account_of),
}


def dossiers(connection: Connection, documents: Iterable[str]) -> dict[str, Dossier]:
    """Return those of these documents that the ledger holds, superseded versions too, by id."""
    found: dict[str, Dossier] = {}
    for ids in bundles(sorted(set(documents))):
        found |= _bundle(connection, ids)
    return found


def current_of(connection: Connection, documents: Iterable[str]) -> set[str]:
    """Return those of these documents of whose address no later text is held."""
    previous, found = DocumentTable.previous_id, set[str]()
    for some in bundles(sorted(set(documents))):
        held = set(connection.scalars(asking(DocumentTable.id, DocumentTable.id), {"some": some}))
        followed = set(connection.scalars(asking(previous, previous), {"some": some}))
        found |= held - followed
    return found


def _bundle(connection: Connection, ids: Sequence[str]) -> dict[str, Dossier]:
    rows = [row._asdict() for row in connection.execute(_with_text(), {"some": ids})]
    laid = overlays(connection, ids)
    lists: dict[str, dict[str, list[Any]]] = {kind: defaultdict(list) for kind in RECORD_SHELVES}
    for kind, shelf in RECORD_SHELVES.items():
        table = shelf.table
        for row in connection.execute(_placed(table), {"some": ids}):
            item = shelf.decode(row._asdict())
            values = laid.get(Ref(row.document_id, kind, item.id), {})
            lists[kind][row.document_id].append(laid_over(kind, item, values))
    for kind, (listed, decode) in _LISTS.items():
        lists[kind] = defaultdict(list)
        for stored in connection.execute(_placed(listed), {"some": ids}):
            lists[kind][stored.document_id].append(decode(stored._asdict()))
    return {row["id"]: _dossier(row, lists) for row in rows}


@cache
def _with_text() -> Select[Any]:
    about = asking(DocumentTable.id, DocumentTable, ContentTable.text)
    return about.join(ContentTable, ContentTable.document_id == DocumentTable.id)


def _placed(table: Any) -> Select[Any]:
    """Return the question for the rows of some documents, in the order of their texts."""
    return in_order(table.document_id, table, table.document_id, table.position)


def _dossier(row: dict[str, Any], lists: dict[str, dict[str, list[Any]]]) -> Dossier:
    def of(kind: str) -> tuple[Any, ...]:
        return tuple(lists[kind].get(row["id"], ()))

    records = Records(
        meetings=of("meeting"),
        statements=of("statement"),
        commitments=of("commitment"),
        requests=of("request"),
        terms=of("term"),
        repeated=of("repeat"),
        unread=of("unread"),
        accounts=of("account"),
    )
    return Dossier(row["id"], codec.document_of(row), records, row["text"])
