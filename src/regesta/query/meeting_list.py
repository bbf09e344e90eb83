"""The list of meetings, one row a meeting however many documents tell of it, cut in pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Select, UnaryExpression, and_, false, or_, select

from regesta.ledger import Ledger
from regesta.ledger.codec import document_of
from regesta.ledger.connect import looking
from regesta.ledger.link_tables import JoinedTable, MemberTable
from regesta.ledger.relation_tables import PairMeetingTable
from regesta.ledger.schema import DocumentTable, FacetTable, StatementTable
from regesta.model.document import Document
from regesta.model.finding import Place, RegestaError
from regesta.model.links import Joined
from regesta.model.records import FORMATS, STATUSES
from regesta.query import facets
from regesta.query.citation import cite
from regesta.query.filters import Filters
from regesta.query.links import meetings
from regesta.query.load import bundles

InTime = Literal["newest", "oldest"]
ORDERS: tuple[InTime, ...] = ("newest", "oldest")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What narrows the list; None does not.

    ``parties``: each takes part. ``person``: words of the name of one who took part. ``topic``: the
    meeting, or something said at it, is about it. ``since`` and ``until``: its days overlap.
    """

    parties: tuple[str, ...] = ()
    person: str | None = None
    topic: str | None = None
    since: str | None = None
    until: str | None = None
    status: str | None = None
    format: str | None = None


@dataclass(frozen=True, slots=True)
class MetRow:
    """A meeting in the list: ``place`` are the words its day rests on, else the first that name it.

    ``documents`` counts those that mention it; ``tellers`` are the sides of those, None for one that is
    not known, in order of code; ``citation`` is that of the document of ``place``.
    """

    joined: Joined
    documents: int
    tellers: tuple[str | None, ...]
    place: Place
    citation: str


_ALL = Wanted()


def met_page(
    ledger: Ledger, wanted: Wanted = _ALL, order: InTime = "newest", first: int = 0, size: int = 50
) -> tuple[list[MetRow], bool]:
    """Return ``size`` meetings from the ``first`` on, and whether more follow.

    Those without a day stand at the end. Raises :class:`RegestaError` for a status, format or date that
    there is none of.
    """
    with looking(ledger.engine, ledger.path) as connection:
        asked = _ids(connection, wanted, order).offset(first).limit(size + 1)
        ids = connection.scalars(asked).all()
        return met_rows(connection, ids[:size]), len(ids) > size


def met_all(ledger: Ledger, wanted: Wanted = _ALL, order: InTime = "newest") -> Iterator[MetRow]:
    """Yield all meetings that fit, a bundle at a time."""
    with looking(ledger.engine, ledger.path) as connection:
        ids = connection.scalars(_ids(connection, wanted, order)).all()
    for some in bundles(ids):
        with looking(ledger.engine, ledger.path) as connection:
            yield from met_rows(connection, some)


def _ids(connection: Connection, wanted: Wanted, order: InTime) -> Select[str]:
    return select(JoinedTable.id).where(*fitting(connection, wanted)).order_by(*_in_order(order))


def _in_order(order: InTime) -> tuple[UnaryExpression[Any], ...]:
    table = JoinedTable
    if order == "newest":
        return table.earliest.desc(), table.latest.desc(), table.id.desc()
    return table.earliest.is_(None).asc(), table.earliest.asc(), table.latest.asc(), table.id.asc()


def fitting(connection: Connection, wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    """Yield what is asked of a joined meeting; raise :class:`RegestaError` for what there is none of."""
    table = JoinedTable
    first, last = Filters(since=wanted.since, until=wanted.until).days()
    if first is not None:
        yield table.latest >= first
    if last is not None:
        yield table.earliest <= last
    if wanted.status is not None:
        yield table.status == _known("status of a meeting", wanted.status, STATUSES)
    if wanted.format is not None:
        yield table.format == _known("format", wanted.format, FORMATS)
    yield from _of_parties(sorted({code.upper() for code in wanted.parties}))
    if wanted.person is not None:
        named = facets.people(connection, wanted.person)
        yield _with("person", named) if named else false()
    if wanted.topic is not None:
        yield or_(_with("topic", [wanted.topic]), _spoken(wanted.topic))


def _of_parties(codes: Sequence[str]) -> Iterator[ColumnElement[bool]]:
    """Say that these states meet: one as a mention names it, several as the meetings of each two are kept."""
    if len(codes) == 1:
        yield _with("party", codes)
    for code in codes[1:]:
        about = PairMeetingTable
        yield JoinedTable.id.in_(select(about.joined_id).where(about.pair == f"{codes[0]}-{code}"))


def _known(what: str, word: str, words: Sequence[str]) -> str:
    if word not in words:
        raise RegestaError(f"There is no {what} {word!r}; they are {', '.join(words)}.")
    return word


def _with(facet: str, values: Sequence[str]) -> ColumnElement[bool]:
    """Say that a mention of the meeting has one of these values of a facet."""
    member = MemberTable
    fits = facets.has(member.document_id, member.record_id, "meeting", facet, values)
    return JoinedTable.id.in_(select(member.joined_id).where(member.kind == "meeting", fits))


def _spoken(topic: str) -> ColumnElement[bool]:
    """Say that something said under a mention of the meeting is about the topic."""
    member, said, about = MemberTable, StatementTable, FacetTable
    found = (
        select(member.joined_id)
        .join(said, and_(said.document_id == member.document_id, said.heading_id == member.record_id))
        .join(about, and_(about.document_id == said.document_id, about.record_id == said.id))
        .where(about.facet == "topic", about.value == topic, about.record_kind == "statements")
    )
    return JoinedTable.id.in_(found)


def met_rows(connection: Connection, ids: Sequence[str]) -> list[MetRow]:
    """Return these meetings in this order."""
    known = {one.id: one for one in meetings(connection, ids)}
    found = [known[id_] for id_ in ids]
    mentioned = {ref.document for one in found for ref in one.members}
    papers = documents_of(connection, mentioned | {_place(one).document for one in found})
    return [_row(one, papers) for one in found]


def _place(one: Joined) -> Place:
    return one.dated.because[0] if one.dated.because else one.places[0]


def _row(one: Joined, papers: Mapping[str, Document]) -> MetRow:
    ids = {ref.document for ref in one.members if ref.kind == "meeting"}
    tellers = {papers[id_].side for id_ in ids}
    in_order = tuple(sorted(tellers, key=lambda code: (code is None, code or "")))
    place = _place(one)
    return MetRow(one, len(ids), in_order, place, cite(papers[place.document]))


def documents_of(connection: Connection, ids: set[str]) -> dict[str, Document]:
    """Return what is known of these documents, by id, without their texts."""
    table = DocumentTable
    return {
        row.id: document_of(row._asdict())
        for some in bundles(sorted(ids))
        for row in connection.execute(select(table).where(table.id.in_(some)))
    }
