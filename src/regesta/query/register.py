"""The register: dated abstracts in order, a meeting above what was said and promised at it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlalchemy import Connection, and_

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.schema import CommitmentTable, MeetingTable, RequestTable, StatementTable
from regesta.model.records import STATUSES
from regesta.query.ask import ask
from regesta.query.entries import document_entry, meeting_entry, under
from regesta.query.filters import Filters, about_document, conditions
from regesta.query.load import document_rows
from regesta.query.rows import (
    CommitmentRow,
    DocumentRow,
    MeetingRow,
    RegisterRow,
    RequestRow,
    StatementRow,
)

_ALL = Filters()
_Key = tuple[str, str | None]
_Child = StatementRow | CommitmentRow | RequestRow


@dataclass(frozen=True, slots=True)
class _Gathered:
    """What may stand in the register, by document and meeting; ``fitting`` are heads that fit themselves."""

    meetings: dict[_Key, MeetingRow]
    documents: dict[_Key, DocumentRow]
    fitting: set[_Key]
    children: dict[_Key, list[_Child]]


def register(ledger: Ledger, filters: Filters = _ALL) -> list[RegisterRow]:
    """Return the entries of the register that fit, in order of date.

    Every meeting is an entry, as its document has it; under a main meeting stand the statements,
    commitments and requests it heads. A request stands in the place of the statement it was read
    from, which would say the same again. A document without a main meeting is an entry of its own. Dates
    narrow by the entry that heads, ``act`` by statements
    and requests, ``status`` by meetings (or by
    commitments, for a status of theirs); a head stands above whatever of it fits.
    """
    with looking(ledger.engine, ledger.path) as connection:
        found = _gather(connection, replace(filters, since=None, until=None))
    first, last = filters.days()
    entries = [entry for entry in _entries(found) if _within(entry[0], first, last)]
    return [row for head, children in sorted(entries, key=_order) for row in (head, *children)]


def _gather(connection: Connection, filters: Filters) -> _Gathered:
    about = about_document(filters)
    mains: list[MeetingRow] = ask(connection, "meeting", and_(about, MeetingTable.main))
    fit: list[MeetingRow] = ask(connection, "meeting", conditions(MeetingTable, filters))
    headed = {row.document.id for row in mains}
    documents: dict[_Key, DocumentRow] = {
        (row.id, None): row for row in document_rows(connection, about) if row.id not in headed
    }
    fitting: set[_Key] = {(row.document.id, row.record.id) for row in fit}
    fitting |= {key for key, row in documents.items() if _document_fits(row, filters)}
    return _Gathered(
        meetings={(row.document.id, row.record.id): row for row in (*mains, *fit)},
        documents=documents,
        fitting=fitting,
        children=_children(connection, filters, fitting),
    )


def _document_fits(row: DocumentRow, filters: Filters) -> bool:
    """Say whether a document is asked for itself, and not only for what stands in it."""
    if any((filters.topic, filters.person, filters.act, filters.status)):
        return False
    return filters.party is None or filters.party.upper() in {row.side, row.counterpart}


def _children(connection: Connection, filters: Filters, fitting: set[_Key]) -> dict[_Key, list[_Child]]:
    """Return the statements, commitments and requests that fit, by head.

    A meeting's status asks for its head.
    """
    by_head = filters.status in STATUSES
    asked = replace(filters, status=None) if by_head else filters
    said: list[StatementRow] = ask(connection, "statement", conditions(StatementTable, asked))
    promised: list[CommitmentRow] = ask(connection, "commitment", conditions(CommitmentTable, asked))
    found: dict[_Key, list[_Child]] = defaultdict(list)
    requested: list[RequestRow] = ask(connection, "request", conditions(RequestTable, asked))
    told = {(row.document.id, row.record.statement_id) for row in requested}
    said = [row for row in said if (row.document.id, row.record.id) not in told]
    all_: list[_Child] = [*said, *promised, *requested]
    for child in sorted(all_, key=lambda row: (row.span.start, row.kind == "commitment")):
        key = (child.document.id, child.heading_id)
        if key in fitting or not by_head:
            found[key].append(child)
    return found


def _entries(found: _Gathered) -> Iterator[tuple[RegisterRow, list[RegisterRow]]]:
    heads: list[tuple[_Key, RegisterRow]] = [
        *((key, meeting_entry(row)) for key, row in found.meetings.items()),
        *((key, document_entry(row)) for key, row in found.documents.items()),
    ]
    for key, head in heads:
        children = [under(head, child) for child in found.children.get(key, ())]
        if children or key in found.fitting:
            yield head, children


def _within(head: RegisterRow, first: str | None, last: str | None) -> bool:
    if first is None and last is None:
        return True
    if head.earliest is None or head.latest is None:
        return False
    return (first is None or head.latest >= first) and (last is None or head.earliest <= last)


def _order(entry: tuple[RegisterRow, list[RegisterRow]]) -> tuple[bool, str, str, str, str, int]:
    head = entry[0]
    published = head.document.published or ""
    return (
        head.earliest is None,
        head.earliest or "",
        head.latest or "",
        published,
        head.document.id,
        head.span.start,
    )
