"""Documents of the ledger as the resolver sees them: text and records, corrected values laid over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from regesta.ledger import codec
from regesta.ledger.overlays import laid_over, overlays
from regesta.ledger.schema import AccountTable, ContentTable, DocumentTable, Listed, RepeatTable, UnreadTable
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
        held = set(connection.scalars(select(DocumentTable.id).where(DocumentTable.id.in_(some))))
        followed = set(connection.scalars(select(previous).where(previous.in_(some))))
        found |= held - followed
    return found


def _bundle(connection: Connection, ids: Sequence[str]) -> dict[str, Dossier]:
    about = select(DocumentTable, ContentTable.text).join(
        ContentTable, ContentTable.document_id == DocumentTable.id
    )
    rows = [row._asdict() for row in connection.execute(about.where(DocumentTable.id.in_(ids)))]
    laid = overlays(connection, ids)
    lists: dict[str, dict[str, list[Any]]] = {kind: defaultdict(list) for kind in RECORD_SHELVES}
    for kind, shelf in RECORD_SHELVES.items():
        table = shelf.table
        asked = select(table).where(table.document_id.in_(ids)).order_by(table.document_id, table.position)
        for row in connection.execute(asked):
            item = shelf.decode(row._asdict())
            values = laid.get(Ref(row.document_id, kind, item.id), {})
            lists[kind][row.document_id].append(laid_over(kind, item, values))
    for kind, (listed, decode) in _LISTS.items():
        lists[kind] = defaultdict(list)
        rest = select(listed).where(listed.document_id.in_(ids)).order_by(listed.document_id, listed.position)
        for stored in connection.execute(rest):
            lists[kind][stored.document_id].append(decode(stored._asdict()))
    return {row["id"]: _dossier(row, lists) for row in rows}


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
