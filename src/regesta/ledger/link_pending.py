"""Which documents the views across documents have still to take in."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select

from regesta.ledger.asking import adding, asking, deleting
from regesta.ledger.finding_tables import StaleTable
from regesta.ledger.link_tables import VIEWS, PendingTable, StateTable
from regesta.ledger.relation_tables import RELATION_VIEWS
from regesta.ledger.schema import DocumentTable
from regesta.ledger.shelves import bundles

_MADE_BY = "made_by"


def mark(connection: Connection, documents: Iterable[str]) -> None:
    """Say that these documents came, went, changed or were judged. To be called where that is written."""
    for some in bundles(sorted(set(documents))):
        connection.execute(deleting(PendingTable.document_id), {"some": some})
        connection.execute(adding(PendingTable), [{"document_id": id_} for id_ in some])


def pending(connection: Connection, limit: int) -> list[str]:
    """Return up to so many of the documents that are still to be taken in, in order of id."""
    table = PendingTable
    return list(connection.scalars(select(table.document_id).order_by(table.document_id).limit(limit)))


def waiting(connection: Connection) -> list[str]:
    """Return all documents that are still to be taken in, those of one relationship together, by date."""
    table = DocumentTable
    asked = asking(table.id, table.id, table.side, table.counterpart, table.earliest)
    ids = connection.scalars(select(PendingTable.document_id)).all()  # not joined: few ids, many documents
    rows = [row for some in bundles(ids) for row in connection.execute(asked, {"some": some})]
    near = sorted((sorted((side or "", other or "")), day or "", id_) for id_, side, other, day in rows)
    return [id_ for _sides, _day, id_ in near]


def still_pending(connection: Connection, documents: Iterable[str]) -> list[str]:
    """Return those of these documents that are still to be taken in, in their order."""
    wanted, table = list(documents), PendingTable
    held = {
        id_
        for some in bundles(wanted)
        for id_ in connection.scalars(asking(table.document_id, table.document_id), {"some": some})
    }
    return [id_ for id_ in wanted if id_ in held]


def taken_in(connection: Connection, documents: Iterable[str]) -> None:
    """Say that the views hold what follows from these documents; what was found is of an earlier state."""
    for some in bundles(sorted(set(documents))):
        connection.execute(deleting(PendingTable.document_id), {"some": some})
        connection.execute(deleting(StaleTable.document_id), {"some": some})
        connection.execute(adding(StaleTable), [{"document_id": id_} for id_ in some])


def made_by(connection: Connection) -> str | None:
    """Return what made the views, None while nothing did."""
    return connection.scalar(select(StateTable.value).where(StateTable.name == _MADE_BY))


def start_again(connection: Connection, maker: str) -> None:
    """Empty all views, to be made by ``maker``, and mark every document."""
    for table in (*VIEWS, *RELATION_VIEWS):
        connection.execute(delete(table))
    connection.execute(delete(StateTable).where(StateTable.name == _MADE_BY))
    connection.execute(insert(StateTable), [{"name": _MADE_BY, "value": maker}])
    connection.execute(delete(PendingTable))
    connection.execute(insert(PendingTable).from_select(["document_id"], select(DocumentTable.id)))
