"""All that one page says of a meeting: who tells of it, what was said and promised, why it is one meeting.

Only the documents that mention the meeting are opened, each once, and of a meeting that very many
mention only some of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, false, func, or_, select, tuple_

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.judgement_tables import StandingTable
from regesta.ledger.link_tables import JoinedTable, MemberTable
from regesta.ledger.schema import Filed, MeetingTable
from regesta.model.judgement import Ref
from regesta.model.links import Joined
from regesta.model.records import Meeting
from regesta.query import paged
from regesta.query.abstract import of_meeting
from regesta.query.ask import SHELVES
from regesta.query.came import cited, histories, with_came
from regesta.query.current import newest_day
from regesta.query.joined import mentions
from regesta.query.judged import Judged, StandingRow, standings
from regesta.query.links import meetings
from regesta.query.load import Texts, bundles
from regesta.query.meeting_facts import Fact, facts_of
from regesta.query.rows import Cited, CommitmentRow, RecordRow, RequestRow, RowKind, StatementRow, Telling
from regesta.query.tellings import taken_together, telling_most, tellings

MENTIONS, RECORDS, JUDGEMENTS, NEAR = 40, 60, 12, 20
_OF_MEETINGS = ("same_meeting", "within_visit")


@dataclass(frozen=True, slots=True)
class MeetingSheet:
    """One meeting.

    ``abstract`` is its entry in the register. ``record`` is what its documents say together, the best
    of them first. ``facts`` are all values with the numbers (from 1) of the ``told`` that give them.
    ``told`` are the documents that mention it, in order of publication; ``more`` counts those that are
    not among them. ``because`` are the words on which its date rests; ``occasions`` name it only as
    the day of something else. ``visit`` contains it, ``contains`` are the meetings of a visit, ``before``
    and ``after`` its neighbours in the series. ``said``, ``promised`` and ``asked`` stand under it in
    its accounts; ``unsaid`` counts statements that are not shown. ``judged`` is why its mentions are
    taken for one meeting, the least sure first.
    """

    joined: Joined
    abstract: str
    record: Meeting
    facts: tuple[Fact, ...]
    told: tuple[Telling, ...]
    more: int
    because: tuple[Cited, ...]
    occasions: tuple[Cited, ...]
    visit: Joined | None
    contains: tuple[Joined, ...]
    before: Joined | None
    after: Joined | None
    said: tuple[StatementRow, ...]
    unsaid: int
    promised: tuple[CommitmentRow, ...]
    asked: tuple[RequestRow, ...]
    judged: tuple[StandingRow, ...]

    @property
    def accounts(self) -> tuple[Telling, ...]:
        """The documents that are about it."""
        return tuple(one for one in self.told if one.row.record.main)


def meeting_sheet(ledger: Ledger, id_: str) -> MeetingSheet | None:
    """Return the sheet of the joined meeting with this id; None when there is none."""
    with looking(ledger.engine, ledger.path) as connection:
        found = meetings(connection, [id_])
        return _sheet(connection, found[0]) if found else None


def home_of(ledger: Ledger, record: str) -> str | None:
    """Return the id of the joined meeting that has a mention with this record id; None without one."""
    with looking(ledger.engine, ledger.path) as connection:
        return home_in(connection, record)


def home_in(connection: Connection, record: str) -> str | None:
    """Return the same over an open connection."""
    member, meeting = MemberTable, MeetingTable
    here = and_(member.document_id == meeting.document_id, member.record_id == meeting.id)
    asked = select(member.joined_id).join(meeting, here).where(meeting.id == record)
    return connection.scalar(asked.where(member.kind == "meeting").order_by(member.joined_id).limit(1))


def _sheet(connection: Connection, one: Joined) -> MeetingSheet:
    texts = Texts(connection)
    refs = [ref for ref in one.members if ref.kind == "meeting"]
    shown = _chosen(connection, refs)
    told = tellings(mentions(connection, shown, texts=texts))
    lead, record = telling_most(told).row, taken_together(told)
    named = one.places[len(one.places) - (len(one.members) - len(refs)) :]
    known = texts.of({place.document for place in (*named, *one.dated.because)})
    heads = [Ref(t.row.document.id, "meeting", t.row.record.id) for t in told if t.row.record.main]
    said, unsaid = _under(connection, "statement", heads, texts)
    before, after = _beside(connection, one)
    dated = replace(record, when=one.dated.when, when_basis=one.dated.basis)
    return MeetingSheet(
        joined=one,
        abstract=of_meeting(dated, lead.document.known, lead.quote),
        record=record,
        facts=facts_of(told, one),
        told=told,
        more=len(refs) - len(shown),
        because=cited(known, one.dated.because),
        occasions=cited(known, named),
        visit=next(iter(meetings(connection, [one.within])), None) if one.within else None,
        contains=_contained(connection, one),
        before=before,
        after=after,
        said=tuple(said),
        unsaid=unsaid,
        promised=_came(connection, "commitment", heads, texts),
        asked=_came(connection, "request", heads, texts),
        judged=_judged(connection, shown),
    )


def _chosen(connection: Connection, refs: Sequence[Ref]) -> list[Ref]:
    """Return the mentions that are shown: those that documents are about, then the first of the others."""
    if len(refs) <= MENTIONS:
        return list(refs)
    table, about = MeetingTable, set[tuple[str, str]]()
    for some in bundles(refs):
        here = table.document_id.in_({ref.document for ref in some}) & table.id.in_({ref.id for ref in some})
        asked = select(table.document_id, table.id).where(here, table.main)
        about |= {(row.document_id, row.id) for row in connection.execute(asked)}
    in_order = sorted(refs, key=lambda ref: (ref.document, ref.id) not in about)
    return sorted(in_order[:MENTIONS], key=list(refs).index)


def _under_heads(table: type[Filed], heads: Iterable[Ref]) -> ColumnElement[bool]:
    """Say that a record stands under one of these meetings of its document."""
    return or_(
        false(), *(and_(table.document_id == ref.document, table.heading_id == ref.id) for ref in heads)
    )


def _under(
    connection: Connection, kind: RowKind, heads: Sequence[Ref], texts: Texts
) -> tuple[list[RecordRow[Any]], int]:
    """Return the first records under these meetings, in the order of their texts, and how many are left."""
    table = SHELVES[kind].table
    if not issubclass(table, Filed) or not heads:
        return [], 0
    fits = _under_heads(table, heads)
    whole = connection.scalar(select(func.count()).select_from(table).where(fits)) or 0
    cut = select(table.document_id, table.id).where(fits).order_by(table.document_id, table.position)
    keys = [(row.document_id, row.id) for row in connection.execute(cut.limit(RECORDS))]
    rows = paged.rows(connection, kind, keys, texts)
    in_order = {ref.document: number for number, ref in enumerate(heads)}
    return sorted(rows, key=lambda row: (in_order[row.document.id], row.span)), whole - len(rows)


def _came(
    connection: Connection, kind: RowKind, heads: Sequence[Ref], texts: Texts
) -> tuple[RecordRow[Any], ...]:
    rows, _ = _under(connection, kind, heads, texts)
    if not rows:
        return ()
    known = histories(connection, {row.document.id for row in rows})
    return tuple(with_came(connection, rows, known, newest_day(connection)))


def _contained(connection: Connection, one: Joined) -> tuple[Joined, ...]:
    table = JoinedTable
    asked = select(table.id).where(table.within == one.id).order_by(table.earliest, table.id).limit(NEAR)
    ids = connection.scalars(asked).all()
    known = {other.id: other for other in meetings(connection, ids)}
    return tuple(known[id_] for id_ in ids)


def _beside(connection: Connection, one: Joined) -> tuple[Joined | None, Joined | None]:
    """Return the meetings before and after one in its series, in order of date, those without one last."""
    if one.series is None:
        return None, None
    table = JoinedTable
    when = func.coalesce(table.when_edtf, "9999")
    place, here = tuple_(when, table.id), tuple_(one.dated.when or "9999", one.id)
    asked = select(table.id).where(table.series == one.series).limit(1)
    before = connection.scalar(asked.where(place < here).order_by(when.desc(), table.id.desc()))
    after = connection.scalar(asked.where(place > here).order_by(when, table.id))
    known = {other.id: other for other in meetings(connection, [id_ for id_ in (before, after) if id_])}
    return known.get(before or ""), known.get(after or "")


def _judged(connection: Connection, refs: Sequence[Ref]) -> tuple[StandingRow, ...]:
    table = StandingTable
    papers, records = {ref.document for ref in refs}, {ref.id for ref in refs}
    wanted = (table.kind.in_(_OF_MEETINGS), table.machine_number.is_not(None), table.verdict != "withdrawn")
    found: dict[str, float] = {}
    for document, record in (
        (table.subject_document, table.subject_record),
        (table.object_document, table.object_record),
    ):
        asked = select(table.judgement_id, table.score).where(
            document.in_(papers), record.in_(records), *wanted
        )
        in_order = asked.order_by(table.score, table.judgement_id).limit(JUDGEMENTS)
        found |= {row.judgement_id: row.score or 0.0 for row in connection.execute(in_order)}
    ids = sorted(found, key=lambda id_: (found[id_], id_))[:JUDGEMENTS]
    return tuple(standings(connection, Judged(ids=tuple(ids)))) if ids else ()
