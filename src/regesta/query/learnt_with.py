"""What the ledger learnt with each document that came: the document, findings, statuses, plans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any, cast

from sqlalchemy import ColumnElement, Connection, select, tuple_

from regesta.ledger.finding_tables import FindingPlaceTable, FindingTable
from regesta.ledger.judgement_tables import StandingTable
from regesta.ledger.link_tables import MemberTable
from regesta.ledger.schema import DocumentTable, MeetingTable
from regesta.model.finding import Place
from regesta.model.judgement import Ref
from regesta.model.links import Followed
from regesta.query.came import histories, ref_of
from regesta.query.corrected import value_now
from regesta.query.findings import found_rows
from regesta.query.first_told import FirstTold, with_later
from regesta.query.joined import mentions
from regesta.query.learnt import Learnt, LearntKind, Moment
from regesta.query.links import meetings
from regesta.query.load import Texts, bundles
from regesta.query.promises import rows_with_came
from regesta.query.rows import Cited, CommitmentRow, DocumentRow, MeetingRow, RequestRow
from regesta.query.statuses import PromiseKind

BUNDLE = 50
_TOLD = ("planned", "not_held")
_LEVELS = ("conflict", "open")
_OF_TIME = "no_evidence"
"""The status that no document brings: a window closes by itself."""


def learnt_with(connection: Connection, fits: ColumnElement[bool], after: Moment | None) -> Iterator[Learnt]:
    """Yield what was learnt with each document that fits, the last to come first.

    It begins with the document of ``after``, some of whose things may stand before it.
    """
    table = DocumentTable
    place = tuple_(table.added_at, table.id)
    asked = select(table.id, table.added_at).order_by(table.added_at.desc(), table.id.desc()).where(fits)
    behind = None if after is None else place <= (after[0], after[1].partition("/")[0])
    while rows := connection.execute((asked if behind is None else asked.where(behind)).limit(BUNDLE)).all():
        found = _of(connection, [row.id for row in rows])
        yield from sorted(found, key=lambda one: one.moment, reverse=True)
        behind = place < (rows[-1].added_at, rows[-1].id)


def _of(connection: Connection, ids: Sequence[str]) -> Iterator[Learnt]:
    texts = Texts(connection)
    texts.of(ids)
    yield from _documents(texts, ids)
    yield from _findings(connection, texts, ids)
    yield from _statuses(connection, texts, ids)
    yield from _plans(connection, texts, ids)


def _documents(texts: Texts, ids: Sequence[str]) -> Iterator[Learnt]:
    for document in texts.of(ids).values():
        row, title = document.row, document.row.title_span
        cited: tuple[Cited, ...] = ()
        if title is not None:
            cited = (Cited(Place(row.id, title, title.of(document.text)), document.cite(title)),)
        before = texts.of([row.previous_id])[row.previous_id].row if row.previous_id else None
        kind: LearntKind = "document" if before is None else "changed"
        yield Learnt(kind, row.added_at, row.id, row, cited, {row.id: row}, previous=before)


def _findings(connection: Connection, texts: Texts, ids: Sequence[str]) -> Iterator[Learnt]:
    place, table = FindingPlaceTable, FindingTable
    here = select(place.number).where(place.document_id.in_(ids))
    asked = (
        select(place.number, place.document_id)
        .join(table, table.number == place.number)
        .where(place.number.in_(here), table.level.in_(_LEVELS))
    )
    shown: dict[int, set[str]] = {}
    for number, document in connection.execute(asked):
        shown.setdefault(number, set()).add(document)
    came = _arrivals(connection, {id_ for some in shown.values() for id_ in some})
    lasts = {number: max(came[id_] for id_ in some)[1] for number, some in shown.items()}
    own = {number: last for number, last in lasts.items() if last in ids}
    again: Counter[str] = Counter()
    for one in found_rows(connection, sorted(own)):
        rows = rows_of(texts, (cited.place.document for cited in one.cited))
        row = rows[own[one.number]]
        key = f"{row.id}/finding/{one.finding.code}/{';'.join(map(_words_at, one.cited))}"
        again[key] += 1
        key = f"{key}/{again[key]}"
        yield Learnt("finding", row.added_at, key, row, one.cited, rows, finding=one)


def _words_at(one: Cited) -> str:
    return f"{one.place.document}:{one.place.span.start}-{one.place.span.end}"


def _statuses(connection: Connection, texts: Texts, ids: Sequence[str]) -> Iterator[Learnt]:
    first = FirstTold(connection, texts)
    known = histories(connection, _told_of(connection, with_later(connection, ids)))
    steps = [
        (ref, number, (one.place, *step.evidence))
        for ref, one in known.items()
        for number, step in enumerate(one.history)
        if number and step.status != _OF_TIME
    ]
    first.know(place.document for _, _, places in steps for place in places)
    last = {(ref, number): first.last(places) for ref, number, places in steps}
    own = {key: moment for key, moment in last.items() if moment[1] in ids}
    records = with_histories(connection, {ref for ref, _ in own}, known)
    for (ref, number), moment in own.items():
        if ref in records:
            yield status(texts, records[ref], number, moment)


def status(texts: Texts, row: CommitmentRow | RequestRow, number: int, moment: Moment) -> Learnt:
    """Return step ``number`` of the history of ``row`` as learnt at this moment from its document."""
    assert row.came is not None
    step, (at, last) = row.came.steps[number], moment
    cited = (words_of(row), *step.evidence)
    rows = rows_of(texts, (last, *(one.place.document for one in cited)))
    key = f"{last}/status/{digest_of(row)}/{step.start}/{step.status}"
    return Learnt("status", at, key, rows[last], cited, rows, record=row, step=step)


def words_of(row: CommitmentRow | RequestRow | MeetingRow) -> Cited:
    """Return the words of a record with their citation."""
    return Cited(Place(row.document.id, row.span, row.quote), row.citation)


def digest_of(row: CommitmentRow | RequestRow | MeetingRow) -> str:
    """Return what tells a record from others of its page, and stays when the page is published again."""
    record: Any = row.record
    own = [row.kind, row.quote, *(str(getattr(record, name, "")) for name in ("who", "what", "format"))]
    return sha256("\x1f".join(own).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def with_histories(
    connection: Connection, refs: Collection[Ref], known: Mapping[Ref, Followed]
) -> dict[Ref, CommitmentRow | RequestRow]:
    """Return these promises and requests with their whole histories; ``known`` holds those."""
    found: dict[Ref, CommitmentRow | RequestRow] = {}
    kinds: tuple[PromiseKind, ...] = ("commitment", "request")
    for kind in kinds:
        keys = [(ref.document, ref.id) for ref in sorted(refs) if ref.kind == kind]
        for row in rows_with_came(connection, kind, keys, None, known) if keys else ():
            found[Ref(row.document.id, kind, row.record.id)] = row
    return found


def _told_of(connection: Connection, ids: Collection[str]) -> set[str]:
    """Return these documents and those of whose promises they tell."""
    table = StandingTable
    found = set(ids)
    for here, there in (
        (table.subject_document, table.object_document), (table.object_document, table.subject_document),
    ):  # fmt: skip
        found |= set(connection.scalars(select(there).where(here.in_(ids), there.is_not(None))))
    return found


def _plans(connection: Connection, texts: Texts, ids: Sequence[str]) -> Iterator[Learnt]:
    """Yield each meeting with the first document to come that plans it, or says that it was not held."""
    member, first = MemberTable, FirstTold(connection, texts)
    later = with_later(connection, ids)
    here = select(member.joined_id).where(member.document_id.in_(later), member.kind == "meeting")
    found = connection.execute(told_as(_TOLD).where(member.joined_id.in_(here))).all()
    refs = {Ref(one.document_id, "meeting", one.record_id): (one.joined_id, one.status) for one in found}
    rows = mentions(connection, sorted(refs), texts=texts)
    moments = {ref_of(row): first.moment(words_of(row).place) for row in rows}
    told: dict[tuple[str, str], MeetingRow] = {}
    for row in sorted(rows, key=lambda row: (moments[ref_of(row)], row.span)):
        told.setdefault(refs[ref_of(row)], row)
    own = {key: row for key, row in told.items() if moments[ref_of(row)][1] in ids}
    known = {one.id: one for one in meetings(connection, {id_ for id_, _ in own})}
    for (id_, said), row in own.items():
        at, document = moments[ref_of(row)]
        cited, kind = words_of(row), cast("LearntKind", said)
        shown = rows_of(texts, (document, row.document.id))
        key = f"{document}/{said}/{digest_of(row)}"
        yield Learnt(kind, at, key, shown[document], (cited,), shown, meeting=known[id_], mention=row)


def told_as(statuses: Sequence[str]) -> Any:
    """Return as SQL the mentions of meetings with one of these statuses, in the order of their coming."""
    member, meeting, document = MemberTable, MeetingTable, DocumentTable
    now = value_now(meeting, "status", meeting.status)
    return (
        select(
            member.joined_id,
            member.document_id,
            member.record_id,
            now.label("status"),
        )
        .join(
            meeting,
            (meeting.document_id == member.document_id)
            & (meeting.id == member.record_id)
            & (member.kind == "meeting"),
        )
        .join(document, document.id == member.document_id)
        .where(now.in_(statuses))
        .order_by(document.added_at, document.id, meeting.position)
    )


def rows_of(texts: Texts, ids: Iterable[str]) -> dict[str, DocumentRow]:
    """Return these documents by id."""
    return {id_: one.row for id_, one in texts.of(ids).items()}


def _arrivals(connection: Connection, ids: Iterable[str]) -> dict[str, Moment]:
    table = DocumentTable
    return {
        row.id: (row.added_at, row.id)
        for some in bundles(sorted(set(ids)))
        for row in connection.execute(select(table.id, table.added_at).where(table.id.in_(some)))
    }
