"""One document, one record: found by the name that a person types."""

from __future__ import annotations

from sqlalchemy import Connection, and_

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.schema import Filed
from regesta.model.finding import RegestaError
from regesta.query.ask import SHELVES, ask
from regesta.query.current import current
from regesta.query.filters import named
from regesta.query.load import document_rows, opened, with_text
from regesta.query.rows import AnyRow, DocumentRow, RowKind

_WITH_ID: tuple[RowKind, ...] = ("meeting", "statement", "commitment", "request", "term")
_SHOWN = 4


def document(ledger: Ledger, name: str) -> DocumentRow | None:
    """Return one document with its text, by id, the beginning of its id or hash, file or address.

    None when there is none. Raises :class:`RegestaError` when the name fits several documents;
    of the versions of one address it is the current one.
    """
    with looking(ledger.engine, ledger.path) as connection:
        found = document_rows(connection, named(name))
        fitting = [row for row in found if row.id == name] or [row for row in found if row.current] or found
        if len(fitting) > 1:
            raise _several(name, "documents", [row.id for row in fitting])
        return with_text(opened(connection, [fitting[0].id])[fitting[0].id]) if fitting else None


def record(ledger: Ledger, name: str) -> AnyRow | None:
    """Return the record with this id, or the only one whose id begins so; None when there is none.

    A record of a current version goes before one of a superseded version. Raises
    :class:`RegestaError` when several records fit.
    """
    with looking(ledger.engine, ledger.path) as connection:
        for exact in (True, False):
            for only_current in (True, False):
                found = _with_id(connection, name, exact, only_current)
                if len(found) > 1:
                    raise _several(name, "records", [f"{row.id} in {row.document.id}" for row in found])
                if found:
                    return found[0]
    return None


def _with_id(connection: Connection, name: str, exact: bool, only_current: bool) -> list[AnyRow]:
    found: list[AnyRow] = []
    for kind in _WITH_ID:
        table = SHELVES[kind].table
        if issubclass(table, Filed):
            fits = table.id == name if exact else table.id.startswith(name, autoescape=True)
            found += ask(connection, kind, and_(fits, current()) if only_current else fits)
    return found


def _several(name: str, what: str, fitting: list[str]) -> RegestaError:
    shown = ", ".join(fitting[:_SHOWN]) + (" …" if len(fitting) > _SHOWN else "")
    return RegestaError(f"{name!r} fits several {what}: {shown}; say more of it.")
