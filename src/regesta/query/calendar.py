"""What stands in a calendar: meetings that a document planned, and windows in which something is due."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, exists, or_, select

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.judgement_tables import OverlayTable, StandingTable
from regesta.ledger.link_tables import JoinedTable
from regesta.ledger.schema import CommitmentTable, DocumentTable, MeetingTable, RequestTable
from regesta.model.edtf import bounds
from regesta.model.judgement import Ref
from regesta.model.links import Joined
from regesta.model.span import Span
from regesta.query.came import cited, histories, ref_of
from regesta.query.current import newest_day
from regesta.query.first_told import FirstTold
from regesta.query.joined import members_of, mentions
from regesta.query.learning import About, choosing
from regesta.query.learnt_with import digest_of, rows_of, told_as, with_histories, words_of
from regesta.query.links import meetings
from regesta.query.load import IN_ORDER, Texts, bundles
from regesta.query.promises import TABLES, rows_with_came
from regesta.query.rows import Cited, CommitmentRow, DocumentRow, MeetingRow, RequestRow
from regesta.query.selection import chosen_records
from regesta.query.statuses import PromiseKind

_TOLD = ("planned", "not_held")
_KINDS: tuple[PromiseKind, ...] = ("commitment", "request")
_FAR = ("0001-01-01", "9999-12-31")
OVER = frozenset({"done", "not_done", "not_assessable"})
"""Statuses of what is due no longer and was not put off either."""
Days = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True, order=True)
class Root:
    """Words by which something is known for good: of the first version of a page, the how-manieth such."""

    document: str
    quote: str
    number: int


@dataclass(frozen=True, slots=True)
class PlannedMeeting:
    """A meeting that a document planned, or says was not held; its days are known.

    ``root`` are the words that told of it first, as documents came. ``mentions`` are all that is told of it,
    in order of publication; ``telling`` tells most. ``because`` are the words on which its date rests.
    ``documents`` are those in which any of this stands; ``first_at`` and ``last_at`` are when the first and
    the last of them came. ``instead`` is the root of what was planned in its place.
    """

    root: Root
    joined: Joined
    mentions: tuple[MeetingRow, ...]
    telling: MeetingRow
    because: tuple[Cited, ...]
    documents: Mapping[str, DocumentRow]
    first_at: str
    last_at: str
    instead: Root | None = None


@dataclass(frozen=True, slots=True)
class DueWindow:
    """A promise or request with a window, with its history; it is open, or was put off or taken back.

    ``root`` tells it from others for good: the first version of its page in which its words stand, and what
    it says; ``instead`` is that of what took its place. ``documents`` are those whose words it rests on;
    ``first_at`` and ``last_at`` are when its own words and the last of these documents came.
    """

    root: str
    row: CommitmentRow | RequestRow
    documents: Mapping[str, DocumentRow]
    first_at: str
    last_at: str
    instead: str | None = None


def planned_meetings(ledger: Ledger, about: About, days: Days = (None, None)) -> Iterator[PlannedMeeting]:
    """Yield the meetings that documents which fit have planned and whose days are among ``days``.

    They stand in order of date. Those without known days are left out.
    """
    with looking(ledger.engine, ledger.path) as connection:
        table = JoinedTable
        told = told_as(_TOLD).where(choosing(connection, about)).order_by(None).subquery()
        asked = select(table.id).where(table.id.in_(select(told.c.joined_id)), *_among(table, days))
        ids = connection.scalars(asked.order_by(table.earliest, table.latest, table.id)).all()
        for some in bundles(ids):
            texts = Texts(connection)
            known = _told(connection, texts, some)
            instead = _instead(connection, known)
            yield from (_planned(texts, *known[id_], instead.get(id_)) for id_ in some)


def due_windows(ledger: Ledger, about: About, days: Days = (None, None)) -> Iterator[DueWindow]:
    """Yield the windows of promises and requests that fit, document by document, as known today.

    What is over, what has no window with a last day and what does not lie among ``days`` is left out.
    """
    with looking(ledger.engine, ledger.path) as connection:
        day = newest_day(connection)
        asked = select(DocumentTable.id).where(choosing(connection, about)).order_by(*IN_ORDER)
        for ids in bundles(connection.scalars(asked).all()):
            texts = Texts(connection)
            for kind in _KINDS:
                keys = _keys(connection, kind, ids, about)
                known = histories(connection, {document for document, _ in keys})
                within = {ref for ref, one in known.items() if _within(one.dated.when, days)}
                wanted = [key for key in keys if Ref(key[0], kind, key[1]) in within]
                rows = rows_with_came(connection, kind, wanted, day, known) if wanted else []
                yield from (_due(connection, texts, row) for row in rows if row.status not in OVER)


def _among(table: type[JoinedTable], days: Days) -> Iterator[ColumnElement[bool]]:
    first, last = days
    yield table.earliest > _FAR[0]
    yield table.latest < _FAR[1]
    if first is not None:
        yield table.latest >= first
    if last is not None:
        yield table.earliest <= last


Told = tuple[Joined, list[MeetingRow], Root]


def _told(connection: Connection, texts: Texts, ids: Collection[str]) -> dict[str, Told]:
    """Return these meetings with all that is told of them, by id."""
    known = {one.id: one for one in meetings(connection, ids)}
    refs = [ref for one in known.values() for ref in one.members if ref.kind == "meeting"]
    rows = {ref_of(row): row for row in mentions(connection, refs, texts=texts)}
    own = {id_: [rows[ref] for ref in one.members if ref in rows] for id_, one in known.items()}
    return {id_: (one, own[id_], _root(connection, texts, own[id_])) for id_, one in known.items()}


def _root(connection: Connection, texts: Texts, rows: Iterable[MeetingRow]) -> Root:
    """Return the words that told of a meeting first: those that planned it, where any did."""
    found, first = list(rows), FirstTold(connection, texts)
    told = [row for row in found if row.record.status in _TOLD] or found
    first.know(row.document.id for row in told)
    moments = [(first.moment(words_of(row).place), row.span, row) for row in told]
    (_, document), span, row = min(moments, key=lambda one: one[:2])
    text, table = texts.of([row.document.id])[row.document.id].text, MeetingTable
    before = select(table.span_start, table.span_end).where(
        table.document_id == row.document.id, table.span_start < span.start
    )
    alike = sum(Span(*other).of(text) == row.quote for other in connection.execute(before))
    return Root(document, row.quote, alike)


def _instead(connection: Connection, known: Mapping[str, Told]) -> dict[str, Root]:
    """Return what was planned in the place of the meetings that were not held, by the id of these."""
    home = {ref: id_ for id_, (one, _, _) in known.items() for ref in one.members}
    table = StandingTable
    wanted = (
        table.kind == "deferral",
        table.subject_kind == "meeting",
        table.object_kind == "meeting",
        table.machine == "proposed",
        table.verdict != "rejected",
        table.subject_document.in_({ref.document for ref in home}),
    )
    failed = {
        home[ref]: Ref(row.object_document or "", "meeting", row.object_record or "")
        for row in connection.execute(select(table).where(*wanted))
        if (ref := Ref(row.subject_document, "meeting", row.subject_record)) in home
    }
    there = members_of(connection, {ref.document for ref in failed.values()})
    later = {ref: id_ for id_, refs in there.items() for ref in refs}
    told = _told(connection, Texts(connection), {later[ref] for ref in failed.values() if ref in later})
    return {id_: told[later[ref]][2] for id_, ref in failed.items() if ref in later}


def _planned(
    texts: Texts, one: Joined, rows: list[MeetingRow], root: Root, instead: Root | None
) -> PlannedMeeting:
    because = one.dated.because
    documents = rows_of(texts, (*(row.document.id for row in rows), *(place.document for place in because)))
    order = ("not_held", "held", "referenced", "planned")
    came = [row.document.added_at for row in rows]
    return PlannedMeeting(
        root=root,
        joined=one,
        mentions=tuple(rows),
        telling=min(rows, key=lambda row: (order.index(row.record.status), not row.record.main)),
        because=cited(texts.of(place.document for place in because), because),
        documents=documents,
        first_at=min(came),
        last_at=max(came),
        instead=instead,
    )


def _keys(
    connection: Connection, kind: PromiseKind, ids: Collection[str], about: About
) -> list[tuple[str, str]]:
    """Return the keys of the records that fit and of which a text or a person says when they are due."""
    table: type[CommitmentTable] | type[RequestTable] = TABLES[kind]
    laid = OverlayTable
    corrected = exists().where(
        laid.document_id == table.document_id, laid.record_id == table.id, laid.field == "due"
    )
    says = or_(table.due.is_not(None), table.due_as_written.is_not(None), corrected)
    fits = chosen_records(connection, table, about.filters)
    asked = (
        select(table.document_id, table.id)
        .join(DocumentTable, DocumentTable.id == table.document_id)
        .where(table.document_id.in_(ids), says, *([] if fits is None else [fits]))
        .order_by(*IN_ORDER, table.position)
    )
    return [(row[0], row[1]) for row in connection.execute(asked)]


def _within(when: str | None, days: Days) -> bool:
    window = bounds(when) if when else None
    if window is None or window[1] >= _FAR[1]:
        return False
    return (days[0] is None or window[1] >= days[0]) and (days[1] is None or window[0] <= days[1])


def _due(connection: Connection, texts: Texts, row: CommitmentRow | RequestRow) -> DueWindow:
    assert row.came is not None
    shown = (*row.came.steps, *row.came.events)
    places = {one.place.document for step in shown for one in step.evidence}
    places |= {place.document for place in row.came.dated.because} | {row.document.id}
    documents = rows_of(texts, places)
    first = FirstTold(connection, texts)
    later = row.came.successor
    instead = with_histories(connection, [later], histories(connection, [later.document])) if later else {}
    return DueWindow(
        root=_due_root(first, row),
        row=row,
        documents=documents,
        first_at=first.moment(words_of(row).place)[0],
        last_at=max(one.added_at for one in documents.values()),
        instead=next((_due_root(first, one) for one in instead.values()), None),
    )


def _due_root(first: FirstTold, row: CommitmentRow | RequestRow) -> str:
    return f"{first.moment(words_of(row).place)[1]} {digest_of(row)}"
