"""One person across the documents: offices, spellings, meetings, statements, and why they are one.

Only what a page shows is fetched: of the meetings and the judgements the first, of the statements a page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, or_, select, tuple_

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.judgement_tables import StandingTable
from regesta.ledger.link_codec import unpacked
from regesta.ledger.link_tables import JoinedTable, MemberTable, PersonTable, ShowingTable, SumTable
from regesta.ledger.names import folded
from regesta.ledger.schema import FacetTable, StatementTable
from regesta.model.finding import Place
from regesta.model.links import Office
from regesta.query import paged
from regesta.query.citation import cite
from regesta.query.judged import Judged, StandingRow, standings
from regesta.query.load import bundles
from regesta.query.meeting_list import MetRow, documents_of, met_rows
from regesta.query.person_list import PersonLine, lines_of
from regesta.query.rows import Cited, StatementRow
from regesta.resolve.bearers import APART, Bearer, parts
from regesta.resolve.names import full_name
from regesta.resolve.people import Standing

MEETINGS, JUDGEMENTS, STATEMENTS = 10, 20, 25
_KINDS = ("same_person", "holder")
_HOLDING = ("proposed", "accepted")


@dataclass(frozen=True, slots=True)
class Held:
    """An office with the words of the first and last day on which it is shown held, where they are kept."""

    office: Office
    first: Cited | None
    last: Cited | None


@dataclass(frozen=True, slots=True)
class Spelled:
    """A name as written in the documents of one country, in how many, and the words that show it first.

    Of a family name alone, tied to the person by a judgement, ``first`` is None.
    """

    name: str
    country: str | None
    documents: int
    first: Cited | None


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person with the newest meetings and a page of statements, made by them or addressed to them."""

    line: PersonLine
    offices: tuple[Held, ...]
    spelled: tuple[Spelled, ...]
    meetings: tuple[MetRow, ...]
    more_meetings: bool
    statements: tuple[StatementRow, ...]
    more_statements: bool
    judgements: tuple[StandingRow, ...]
    more_judgements: bool


@dataclass(frozen=True, slots=True)
class _Known:
    """The names of a person in the ledger: bearers, their documents, and family names tied to them."""

    names: tuple[str, ...]
    bearers: tuple[str, ...]
    documents: frozenset[str]
    tied: frozenset[tuple[str, str]]


def person_view(ledger: Ledger, id_: str, first: int = 0, size: int = STATEMENTS) -> PersonView | None:
    """Return the person with this id, with the statements from the ``first`` on; None when there is none."""
    with looking(ledger.engine, ledger.path) as connection:
        body = connection.scalar(select(PersonTable.body).where(PersonTable.id == id_))
        if body is None:
            return None
        one = unpacked(Standing, body)
        known = _known(connection, one)
        met = connection.scalars(_met(known).limit(MEETINGS + 1)).all()
        said = _said(connection, known, first, size + 1)
        judged = _judged(connection, known)
        [line] = lines_of(connection, [id_])
        return PersonView(
            line,
            tuple(_offices(connection, one, known)),
            tuple(_spelled(connection, known)),
            tuple(met_rows(connection, met[:MEETINGS])),
            len(met) > MEETINGS,
            tuple(_statements(connection, said[:size])),
            len(said) > size,
            tuple(standings(connection, Judged(ids=tuple(judged[:JUDGEMENTS])))),
            len(judged) > JUDGEMENTS,
        )


def statements_of(ledger: Ledger, id_: str) -> Iterator[StatementRow]:
    """Yield every statement by or to a person, the newest first, a bundle at a time."""
    with looking(ledger.engine, ledger.path) as connection:
        body = connection.scalar(select(PersonTable.body).where(PersonTable.id == id_))
        if body is None:
            return
        known = _known(connection, unpacked(Standing, body))
        for some in bundles(_said(connection, known, 0, None)):
            yield from _statements(connection, some)


def _known(connection: Connection, one: Standing) -> _Known:
    names = tuple(sorted({id_.partition(APART)[0] for id_ in one.bearers}))
    table = ShowingTable
    shown = connection.scalars(select(table.document_id).where(table.bearer.in_(names)))
    documents = frozenset(shown)
    alone = {id_.partition(APART)[2] for id_ in one.bearers if APART in id_}
    if alone and all(APART in id_ for id_ in one.bearers):
        documents = documents & alone
    return _Known(names, one.bearers, documents, frozenset(_tied(connection, names, documents)))


def _ends() -> tuple[tuple[Any, Any, Any, Any], ...]:
    """The columns of one end of a judgement and of the other, from either side."""
    table = StandingTable
    one = (table.subject_document, table.subject_record)
    other = (table.object_document, table.object_record)
    return (*one, *other), (*other, *one)


def _tied(
    connection: Connection, names: Collection[str], documents: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Yield the family names alone, with their documents, that stand for a person of these names."""
    table = StandingTable
    for document, record, other_document, other in _ends():
        asked = select(other_document, other, table.kind, table.verdict).where(record.in_(names))
        for some in bundles(sorted(documents)):
            for place, name, kind, verdict in connection.execute(asked.where(document.in_(some))):
                ties = kind == "same_person" and verdict in _HOLDING
                if ties and name and not full_name(name.partition(":")[2]):
                    yield place, name


def _judged(connection: Connection, known: _Known) -> list[str]:
    """Return the ids of the judgements on names and offices that speak of this person, least sure first."""
    table, found = StandingTable, dict[str, float]()
    names = {*known.names, *(name for _, name in known.tied)}
    documents = sorted(known.documents | {document for document, _ in known.tied})
    for document, record, _, _ in _ends():
        asked = select(table.judgement_id, table.score).where(
            table.kind.in_(_KINDS), table.verdict != "withdrawn", record.in_(names)
        )
        for some in bundles(documents):
            found |= {row[0]: row[1] or 0.0 for row in connection.execute(asked.where(document.in_(some)))}
    return sorted(found, key=lambda id_: (found[id_], id_))


def _facets(known: _Known, kind: str) -> ColumnElement[bool]:
    """Say that a facet names this person in a document that shows them."""
    facet, shown = FacetTable, ShowingTable
    values = sorted({folded(parts(name)[1]) for name in known.names})
    here = exists(
        select(shown.position).where(shown.document_id == facet.document_id, shown.bearer.in_(known.names))
    )
    named = and_(facet.value.in_(values), here)
    short = [(document, folded(name.partition(":")[2])) for document, name in sorted(known.tied)]
    if short:
        named = or_(named, tuple_(facet.document_id, facet.value).in_(short))
    return and_(facet.facet == "person", facet.record_kind == kind, named)


def _met(known: _Known) -> Select[str]:
    """Ask for the meetings in which the person takes part, the newest first."""
    facet, member, joined = FacetTable, MemberTable, JoinedTable
    found = select(member.joined_id).join(
        facet, and_(facet.document_id == member.document_id, facet.record_id == member.record_id)
    )
    asked = select(joined.id).where(joined.id.in_(found.where(_facets(known, "meetings"))))
    return asked.order_by(joined.earliest.desc(), joined.id)


def _said(connection: Connection, known: _Known, first: int, size: int | None) -> Sequence[tuple[str, str]]:
    """Return document and id of the statements by or to the person, the newest first."""
    facet, said = FacetTable, StatementTable
    asked = (
        select(said.document_id, said.id)
        .join(facet, and_(facet.document_id == said.document_id, facet.record_id == said.id))
        .where(_facets(known, "statements"))
        .group_by(said.document_id, said.id)
        .order_by(said.earliest.desc(), said.document_id, said.position)
    )
    rows = connection.execute(asked.offset(first).limit(-1 if size is None else size))
    return [(row.document_id, row.id) for row in rows]


def _statements(connection: Connection, keys: Sequence[tuple[str, str]]) -> list[StatementRow]:
    """Return these statements, in this order."""
    return paged.rows(connection, "statement", keys)


def _bearers(connection: Connection, known: _Known) -> list[Bearer]:
    table = SumTable
    bodies = connection.scalars(select(table.body).where(table.bearer.in_(known.bearers)))
    return [unpacked(Bearer, body) for body in bodies]


def _offices(connection: Connection, one: Standing, known: _Known) -> Iterator[Held]:
    tenures = [tenure for bearer in _bearers(connection, known) for tenure in bearer.tenures]
    papers = documents_of(connection, {place.document for tenure in tenures for place in tenure.places})

    def cited(places: Sequence[Place]) -> Cited | None:
        return Cited(places[0], cite(papers[places[0].document])) if places else None

    for office in one.offices:
        keys = {tenure.key for tenure in tenures if tenure.office == office.office}
        same = [tenure for tenure in tenures if tenure.key in keys]
        first = [tenure.places[0] for tenure in same if tenure.first == office.first and tenure.places]
        last = [tenure.places[-1] for tenure in same if tenure.last == office.last and tenure.places]
        yield Held(office, cited(first), cited(last))


def _spelled(connection: Connection, known: _Known) -> Iterator[Spelled]:
    bearers = sorted(_bearers(connection, known), key=lambda bearer: (-bearer.count, bearer.id))
    papers = documents_of(connection, {bearer.place.document for bearer in bearers})
    for bearer in bearers:
        shown = Cited(bearer.place, cite(papers[bearer.place.document]))
        yield Spelled(bearer.name, bearer.country, bearer.count, shown)
    yield from _short(known.tied)


def _short(tied: Iterable[tuple[str, str]]) -> Iterator[Spelled]:
    counts = Counter(name for _, name in tied)
    for name, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        country, _, short = name.partition(":")
        yield Spelled(short, country or None, count, None)
