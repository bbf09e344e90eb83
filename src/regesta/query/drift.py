"""What a side says on a topic over time, taken from the ledger by topic: only what fits is opened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, or_, select
from sqlalchemy.orm import aliased

from regesta.ledger import Ledger, codec
from regesta.ledger.connect import looking
from regesta.ledger.filing import AFTER_THE_EVENT, parties
from regesta.ledger.names import folded, words
from regesta.ledger.relation_tables import PairDocumentTable
from regesta.ledger.schema import DocumentTable, FacetTable, MeetingTable, StatementTable
from regesta.model.document import Document
from regesta.model.drift import JOINT_TEXT, Occasion, Said, Thread
from regesta.model.finding import Place
from regesta.model.judgement import Ref
from regesta.model.links import Links
from regesta.model.records import Actor, Meeting, Statement
from regesta.model.span import Span
from regesta.query.across import across
from regesta.query.citation import cite
from regesta.query.corrected import Corrections, value_now
from regesta.query.current import current
from regesta.query.days import Days, days_in, days_of
from regesta.query.filters import Filters, has_facet
from regesta.query.links import up_to_date
from regesta.query.load import Opened, bundles, opened
from regesta.resolve.drift import threads

_Head = tuple[str, str]
"""A document's id and the id of a main meeting in it."""


@dataclass(frozen=True, slots=True)
class DriftFilters:
    """What narrows the question. ``teller``: only what this side published; ``person``: only this speaker.

    ``since`` and ``until`` choose the occasions that are shown; the first of them is still compared
    with what was said before.
    """

    since: str | None = None
    until: str | None = None
    person: str | None = None
    teller: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A part of what two states say on a topic: what is said in these ``documents``.

    ``pair`` are the states ("XA-XB"), between whom nothing was said at other meetings. ``whole`` says that
    nothing newer is left out. What holds across documents is taken as the views have it. ``there`` are the
    only documents that count, whatever came after them; None stands for the current ones.
    """

    documents: frozenset[str]
    pair: str
    whole: bool
    there: frozenset[str] | None = None


_ALL = DriftFilters()
SILENT = 400
"""At how many meetings of a part, at most, nothing is said on a topic; the newest are taken."""


def drift(
    ledger: Ledger,
    side: str,
    topic: str,
    filters: DriftFilters = _ALL,
    links: Links | None = None,
    part: Part | None = None,
) -> tuple[Thread, ...]:
    """Return what ``side`` says on ``topic``, a thread for each side that tells of it.

    Where ``links`` say of a meeting when it was, that day goes before the one its own document
    gives. Without them what holds across the ledger is asked for when a meeting has no day of its
    own. ``part`` narrows to some documents, and opens no others. Raises :class:`RegestaError` for what
    is no date.
    """
    code = side.upper()
    first, last = Filters(since=filters.since, until=filters.until).days()
    with looking(ledger.engine, ledger.path) as connection:
        told = list(_told(connection, code, topic, filters, part))
        undated = any(one.meeting and one.earliest is None for one in told)
        narrow = links is None and undated and (part is not None or up_to_date(connection))
        days = days_in(connection, _heard(told)) if narrow else {}
    if links is not None or (undated and not narrow):
        days = days_of(across(ledger).links if links is None else links)
    told = [_dated(one, days) for one in told]
    with looking(ledger.engine, ledger.path) as connection:
        silent = list(_silent(connection, code, topic, told, filters, part))
        days = days_in(connection, _heard(silent)) if narrow else days
    silent = [_dated(one, days) for one in silent]
    found = (_within(thread, first, last) for thread in threads(code, topic, (*told, *silent)))
    return tuple(thread for thread in found if any(stage.occasion.said for stage in thread.stages))


def _heard(occasions: Iterable[Occasion]) -> set[str]:
    """Return the documents that head these occasions with a meeting."""
    return {one.head.document for one in occasions if one.head is not None}


def _dated(occasion: Occasion, days: Mapping[Ref, Days]) -> Occasion:
    """Return the occasion with the days that are known of its meeting from elsewhere."""
    if occasion.head is None or occasion.head not in days:
        return occasion
    known = days[occasion.head]
    basis = known.basis if occasion.earliest is None else occasion.basis
    return replace(occasion, earliest=known.earliest, latest=known.latest, basis=basis)


def _within(thread: Thread, first: str | None, last: str | None) -> Thread:
    """Leave the stages between two days; where none is asked for, all of them."""
    if first is None and last is None:
        return thread
    kept = [
        index
        for index, stage in enumerate(thread.stages)
        if stage.occasion.earliest is not None
        and stage.occasion.latest is not None
        and (first is None or stage.occasion.latest >= first)
        and (last is None or stage.occasion.earliest <= last)
    ]
    return replace(thread, stages=tuple(thread.stages[index] for index in kept))


def _told(
    connection: Connection, side: str, topic: str, filters: DriftFilters, part: Part | None
) -> Iterator[Occasion]:
    table, on = StatementTable, aliased(FacetTable)
    asked = (
        select(table)
        .join(on, and_(on.document_id == table.document_id, on.record_id == table.id))
        .join(DocumentTable, DocumentTable.id == table.document_id)
        .where(on.record_kind == table.__tablename__, on.facet == "topic", on.value == topic)
        .where(has_facet(table, "party", FacetTable.value == side), *_asked(table, filters, part))
        .order_by(table.document_id, table.position)
    )
    if part is not None:
        asked = asked.where(table.document_id.in_(part.documents))
    by_document: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(asked):
        by_document[row.document_id].append(row)
    for ids in bundles(list(by_document)):
        known, heads = opened(connection, ids), _heads(connection, MeetingTable.document_id.in_(ids))
        laid = Corrections(connection, ids)
        for id_ in ids:
            yield from _of_document(known[id_], by_document[id_], (heads, laid), side, filters)


def _asked(
    table: type[StatementTable | MeetingTable], filters: DriftFilters, part: Part | None
) -> Iterator[ColumnElement[bool]]:
    yield current() if part is None or part.there is None else DocumentTable.id.in_(part.there)
    if filters.person is not None:
        named = [FacetTable.value.contains(f" {word} ") for word in words(filters.person)]
        yield has_facet(table, "person", and_(True, *named))
    if filters.teller is not None:
        if filters.teller.casefold() == JOINT_TEXT:
            yield DocumentTable.kind == "joint_statement"
        else:
            yield DocumentTable.kind != "joint_statement"
            yield DocumentTable.side == filters.teller.upper()


def _of_document(
    source: Opened,
    rows: Iterable[Row[Any]],
    known: tuple[dict[_Head, Meeting], Corrections],
    side: str,
    filters: DriftFilters,
) -> Iterator[Occasion]:
    """Yield an occasion for each main meeting of a document under which something is said."""
    heads, laid = known
    found: dict[str | None, list[tuple[Row[Any], Said]]] = defaultdict(list)
    after = source.known.kind in AFTER_THE_EVENT
    for row in rows:
        item, _ = laid.of(source.row.id, "statement", codec.statement_of(row._asdict()))
        if _speaks(item, side, filters.person):
            found[row.heading_id if after else None].append((row, _said(source, item)))
    for heading, said in found.items():
        head = heads.get((source.row.id, heading)) if heading else None
        first = said[0][0]
        yield _occasion(source, head, first.earliest, first.latest, tuple(one for _, one in said))


def _speaks(item: Statement, side: str, person: str | None) -> bool:
    """Say whether somebody of this name speaks for the side; without a name anybody does."""
    wanted = words(person or "")
    return not wanted or any(
        actor.country in (side, None) and all(f" {word} " in folded(actor.name) for word in wanted)
        for actor in item.actors
    )


def _said(source: Opened, item: Statement) -> Said:
    actors = (*item.actors, *((item.addressee,) if item.addressee else ()))
    content = (
        item.content
        if item.content is not None and any(c.isalnum() for c in item.content.of(source.text))
        else None
    )
    return Said(
        ref=Ref(source.row.id, "statement", item.id),
        place=_place(source, item.span),
        content=_place(source, content or item.span),
        citation=source.cite(item.span),
        act=item.act,
        negated=item.negated,
        sides=parties(item, source.known),
        names=tuple(dict.fromkeys(_names(actors))),
    )


def _names(actors: Iterable[Actor]) -> Iterator[str]:
    for actor in actors:
        if actor.kind == "person":
            yield actor.name
            if actor.role:
                yield actor.role


def _place(source: Opened, span: Span) -> Place:
    return Place(source.row.id, span, span.of(source.text))


def _occasion(
    source: Opened, head: Meeting | None, earliest: str | None, latest: str | None, said: tuple[Said, ...]
) -> Occasion:
    document = source.known
    sides = tuple(sorted({code for code in (document.side, document.counterpart) if code}))
    return Occasion(
        teller=teller(document),
        what=head.format if head is not None else document.kind,
        parties=parties(head, document) if head is not None else sides,
        earliest=earliest,
        latest=latest,
        documents=(source.row.id,),
        citations=(source.row.citation,),
        said=said,
        mentioned=True,
        head=Ref(source.row.id, "meeting", head.id) if head is not None else None,
    )


def teller(document: Document) -> str | None:
    """Return whose account a document is: the publishing side's, or a text agreed on by both."""
    return JOINT_TEXT if document.kind == "joint_statement" else document.side


def _heads(connection: Connection, fits: ColumnElement[bool]) -> dict[_Head, Meeting]:
    rows = connection.execute(select(MeetingTable).where(MeetingTable.main, fits)).all()
    laid = Corrections(connection, {row.document_id for row in rows})
    return {
        (row.document_id, row.id): laid.of(row.document_id, "meeting", codec.meeting_of(row._asdict()))[0]
        for row in rows
    }


def _silent(
    connection: Connection,
    side: str,
    topic: str,
    told: Sequence[Occasion],
    filters: DriftFilters,
    part: Part | None,
) -> Iterator[Occasion]:
    """Yield the meetings of the same parties that the same tellers report, whatever was said there."""
    days = [one.earliest for one in told if one.earliest is not None]
    between = {one.parties for one in told if len(one.parties) > 1}
    others = {code for codes in between for code in codes} - {side}
    if not days or not others:
        return
    meeting = MeetingTable
    # The names of a meeting's columns stand before those of its document, which has some of the same.
    columns = [
        column for column in DocumentTable.__table__.columns if column.key not in ("earliest", "latest")
    ]
    asked = (
        select(meeting, *(column.label(f"of_{column.key}") for column in columns))
        .join(DocumentTable, DocumentTable.id == meeting.document_id)
        .where(meeting.main, value_now(meeting, "status", meeting.status) == "held")
        .where(meeting.earliest >= min(days))
        .where(DocumentTable.kind.in_(AFTER_THE_EVENT), *_asked(meeting, filters, part))
        .where(has_facet(meeting, "party", FacetTable.value == side))
        .where(or_(*(has_facet(meeting, "party", FacetTable.value == code) for code in sorted(others))))
    )
    if part is not None:
        papers = select(PairDocumentTable.document_id).where(PairDocumentTable.pair == part.pair)
        asked = asked.where(meeting.document_id.in_(papers))
        asked = asked.order_by(meeting.earliest.desc(), meeting.document_id).limit(SILENT)
        asked = asked if part.whole else asked.where(meeting.earliest <= max(days))
    rows = connection.execute(asked).all()
    ids = {row.document_id for row in rows}
    laid, speaking = Corrections(connection, ids), _speaking(connection, topic, ids)
    for row in rows:
        stored = row._asdict()
        head, _ = laid.of(row.document_id, "meeting", codec.meeting_of(stored))
        document = codec.document_of(
            {key[3:]: value for key, value in stored.items() if key.startswith("of_")}
        )
        codes = parties(head, document)
        if codes in between:
            yield Occasion(
                teller(document), head.format, codes, row.earliest, row.latest, (row.document_id,),
                (cite(document),), (), row.document_id in speaking, Ref(row.document_id, "meeting", row.id),
            )  # fmt: skip


def _speaking(connection: Connection, topic: str, documents: set[str]) -> set[str]:
    """Return those of the documents that speak of the topic."""
    facet, found = FacetTable, set[str]()
    for some in bundles(sorted(documents)):
        asked = select(facet.document_id).where(facet.document_id.in_(some), facet.facet == "topic")
        found |= set(connection.scalars(asked.where(facet.value == topic).distinct()))
    return found
