"""The register: dated abstracts in order, a meeting above what was said and promised at it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import and_, exists, select

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.schema import (
    CommitmentTable,
    DocumentTable,
    Filed,
    MeetingTable,
    RequestTable,
    StatementTable,
)
from regesta.model.edtf import UNKNOWN_YEAR
from regesta.model.judgement import Ref
from regesta.model.records import STATUSES
from regesta.query.ask import ask
from regesta.query.came import histories, ref_of, uncited
from regesta.query.current import newest_day
from regesta.query.entries import document_entry, meeting_entry, under
from regesta.query.filters import Filters, about_document, conditions
from regesta.query.headed import in_days, lies_in
from regesta.query.load import Texts, document_rows
from regesta.query.met import Asked, because_of, met_by, visits_around
from regesta.query.rows import (
    CommitmentRow,
    DocumentRow,
    RecordRow,
    RegisterRow,
    RequestRow,
    RowKind,
    StatementRow,
)

_ALL = Filters()
_Child = StatementRow | CommitmentRow | RequestRow
_Entry = tuple[RegisterRow, list[RegisterRow]]


def register(ledger: Ledger, filters: Filters = _ALL) -> list[RegisterRow]:
    """Return the entries of the register that fit, in order of date; what has no date stands last.

    Every meeting is one entry, with all documents that tell of it; under it stand the statements,
    commitments and requests of the documents that are about it. A request stands in the place of
    the statement it was read from, which would say the same again. A document without a main
    meeting is an entry of its own. Where ``filters`` ask for documents, a meeting is told as these
    tell it. Dates narrow by the entry that heads, ``act`` by statements and requests, ``status`` by
    meetings (or by commitments and requests, for a status of theirs); a head stands above whatever of
    it fits. Assumes that the views across documents are up to date.
    """
    with looking(ledger.engine, ledger.path) as connection:
        narrowed = replace(filters, since=None, until=None)
        asked = Asked(connection, narrowed, filters.days(), about_document(filters), Texts(connection))
        entries = [one for one in _entries(asked) if lies_in((one[0].earliest, one[0].latest), asked.days)]
    around = {head.within.id for head, _ in entries if head.within is not None}
    return [row for head, below in sorted(entries, key=_order(around)) for row in (head, *below)]


def _entries(asked: Asked) -> Iterator[_Entry]:
    """Yield every head that fits itself, or under which something that fits stands."""
    fitting, children = _fitting(asked), _children(asked)
    by_status = asked.filters.status in STATUSES
    heads = fitting if by_status else fitting | {ref for ref in children if ref.kind == "meeting"}
    met = met_by(asked, heads)
    because, within = because_of(asked, met), visits_around(asked, met)
    for one in met:
        refs = [ref_of(row) for row in one.rows]
        head = meeting_entry(
            one.rows,
            one.joined,
            because.get(one.joined.id, ()) if one.joined else (),
            within.get(one.joined.within or "") if one.joined else None,
        )
        if not by_status or head.status == asked.filters.status:
            below = sorted((child for ref in refs for child in children.get(ref, ())), key=_as_told)
            yield head, [under(head, child) for child in below]
    for row in _documents(asked):
        below = children.get(Ref(row.id, "document", row.id), [])
        if below or _document_fits(row, asked.filters):
            head = document_entry(row)
            yield head, [under(head, child) for child in below]


def _fitting(asked: Asked) -> set[Ref]:
    """Return the mentions of meetings that are asked for themselves."""
    table = MeetingTable
    wanted = and_(conditions(table, asked.filters), in_days(table.document_id, asked.days))
    found = select(table.document_id, table.id).join(DocumentTable, DocumentTable.id == table.document_id)
    return {Ref(row.document_id, "meeting", row.id) for row in asked.connection.execute(found.where(wanted))}


def _children(asked: Asked) -> Mapping[Ref, list[_Child]]:
    """Return the statements, commitments and requests that fit, by what heads them."""
    filters = asked.filters
    if filters.status in STATUSES:
        filters = replace(filters, status=None)
    said: list[StatementRow] = _rows(asked, "statement", StatementTable, filters)
    promised: list[CommitmentRow] = _rows(asked, "commitment", CommitmentTable, filters)
    requested: list[RequestRow] = _rows(asked, "request", RequestTable, filters)
    told = {(row.document.id, row.record.statement_id) for row in requested}
    said = [row for row in said if (row.document.id, row.record.id) not in told]
    found: dict[Ref, list[_Child]] = defaultdict(list)
    children: list[_Child] = [*said, *_followed(asked, [*promised, *requested])]
    for child in sorted(children, key=_as_told):
        head = ("meeting", child.heading_id) if child.heading_id else ("document", child.document.id)
        found[Ref(child.document.id, *head)].append(child)
    return found


def _rows(asked: Asked, kind: RowKind, table: type[Filed], filters: Filters) -> list[Any]:
    fits = and_(conditions(table, filters), in_days(table.document_id, asked.days))
    return ask(asked.connection, kind, fits, texts=asked.texts)


def _followed(asked: Asked, rows: Sequence[RecordRow[Any]]) -> Iterator[RecordRow[Any]]:
    """Yield the rows with what came of each, a window without a year with the year that others give it."""
    known = histories(asked.connection, {row.document.id for row in rows})
    day = newest_day(asked.connection)
    for row in rows:
        followed = known.get(ref_of(row))
        if followed is None:
            yield row
            continue
        record, when = row.record, followed.dated.when
        if when is not None and UNKNOWN_YEAR in (record.due or ""):
            record = replace(record, due=when, due_basis="sibling")
        yield replace(row, record=record, came=uncited(followed, day))


def _documents(asked: Asked) -> list[DocumentRow]:
    """Return the documents that are about no meeting."""
    headed = select(MeetingTable.id).where(MeetingTable.document_id == DocumentTable.id, MeetingTable.main)
    fits = and_(asked.about, in_days(DocumentTable.id, asked.days), ~exists(headed))
    return document_rows(asked.connection, fits)


def _document_fits(row: DocumentRow, filters: Filters) -> bool:
    """Say whether a document is asked for itself, and not only for what stands in it."""
    if any((filters.topic, filters.person, filters.act, filters.status)):
        return False
    return filters.party is None or filters.party.upper() in {row.side, row.counterpart}


def _as_told(child: _Child) -> tuple[bool, str, str, int, bool]:
    published = child.document.published
    return published is None, published or "", child.document.id, child.span.start, child.kind == "commitment"


def _order(around: Collection[str]) -> Callable[[_Entry], tuple[object, ...]]:
    """Order by days, a visit before what it contains; what has no date stands last."""

    def key(entry: _Entry) -> tuple[object, ...]:
        head = entry[0]
        latest = "" if head.id in around else head.latest or ""
        published = head.document.published or ""
        return (
            head.earliest is None,
            head.earliest or "",
            latest,
            published,
            head.document.id,
            head.span.start,
        )

    return key
