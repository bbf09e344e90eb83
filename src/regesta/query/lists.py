"""The lists: named questions, each answered with rows in order of date."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import and_

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.query.across import across
from regesta.query.ask import SHELVES, ask
from regesta.query.came import histories, with_came
from regesta.query.current import newest_day
from regesta.query.filters import Filters, conditions
from regesta.query.links import up_to_date
from regesta.query.load import document_rows
from regesta.query.rows import (
    CommitmentRow,
    DocumentRow,
    MeetingRow,
    Order,
    RecordRow,
    RepeatRow,
    RequestRow,
    RowKind,
    StatementRow,
    TermRow,
    UnreadRow,
)
from regesta.query.statuses import known_status

_ALL = Filters()


def documents(ledger: Ledger) -> list[DocumentRow]:
    """Return every document, superseded versions too, in order of date and without texts."""
    with looking(ledger.engine, ledger.path) as connection:
        return document_rows(connection, and_(True))


def meetings(ledger: Ledger, filters: Filters = _ALL, order: Order = "date") -> list[MeetingRow]:
    """Return the meetings that fit, each as its own document has it."""
    return _ask(ledger, "meeting", filters, order)


def statements(ledger: Ledger, filters: Filters = _ALL, order: Order = "date") -> list[StatementRow]:
    """Return the statements that fit."""
    return _ask(ledger, "statement", filters, order)


def commitments(
    ledger: Ledger, filters: Filters = _ALL, order: Order = "date", as_of: str | None = None
) -> list[CommitmentRow]:
    """Return the commitments that fit, each with what came of it by ``as_of``, a day.

    Without a day it is the one on which the newest document was published. Declared intents
    (strength 1) are among them: keep them apart.
    """
    return _with_came(ledger, "commitment", filters, order, as_of)


def requests(
    ledger: Ledger, filters: Filters = _ALL, order: Order = "date", as_of: str | None = None
) -> list[RequestRow]:
    """Return the requests that fit, each with what came of it by ``as_of``, as for commitments.

    A party or person has asked or was asked, a date is when.
    """
    return _with_came(ledger, "request", filters, order, as_of)


def terms(ledger: Ledger, filters: Filters = _ALL, order: Order = "date") -> list[TermRow]:
    """Return the terms that fit; a term's topic is its concept, its party the side that uses it."""
    return _ask(ledger, "term", filters, order)


def unread(ledger: Ledger, filters: Filters = _ALL) -> list[UnreadRow]:
    """Return the sentences that were not read, by document; a party is one of its two sides."""
    return _ask(ledger, "unread", filters)


def repeats(ledger: Ledger, filters: Filters = _ALL) -> list[RepeatRow]:
    """Return the passages printed twice; the row's words are the second printing."""
    return _ask(ledger, "repeat", filters)


def _ask(ledger: Ledger, kind: RowKind, filters: Filters, order: Order = "date") -> list[RecordRow[Any]]:
    """Rows in order of date, or the least sure first and then in order of date."""
    with looking(ledger.engine, ledger.path) as connection:
        return ask(connection, kind, conditions(SHELVES[kind].table, filters), order)


def _with_came(
    ledger: Ledger, kind: RowKind, filters: Filters, order: Order, as_of: str | None
) -> list[RecordRow[Any]]:
    table = SHELVES[kind].table
    known_status(filters.status)
    fits = conditions(table, replace(filters, status=None))
    with looking(ledger.engine, ledger.path) as connection:
        rows = ask(connection, kind, fits, order)
        settled = as_of is None and up_to_date(connection)
        day = newest_day(connection) if settled else None
        known = histories(connection, {row.document.id for row in rows}) if settled else {}
    if not settled:
        found = across(ledger, as_of)
        day, there = found.as_of, {paper.id for paper in found.dossiers}
        rows = [row for row in rows if as_of is None or row.document.id in there]
        known = {one.ref: one for one in (*found.links.commitments, *found.links.requests)}
    with looking(ledger.engine, ledger.path) as connection:
        told = with_came(connection, rows, known, day)
    return [row for row in told if filters.status in (None, row.status)]
