"""Persons across the documents of a ledger, as the views that were made last hold them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, or_, select

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.judgement_tables import StandingTable
from regesta.ledger.link_codec import unpacked
from regesta.ledger.link_tables import BearerTable, PersonTable, ShowingTable
from regesta.ledger.names import words
from regesta.model.finding import RegestaError
from regesta.model.judgement import Ref
from regesta.model.links import Office
from regesta.model.span import Span
from regesta.query.filters import Filters
from regesta.query.judged import Judged, StandingRow, standings
from regesta.query.load import Opened, bundles, opened
from regesta.query.rows import DocumentRow
from regesta.resolve.bearers import APART, bearer_id
from regesta.resolve.names import full_name
from regesta.resolve.people import Standing
from regesta.resolve.showings import Showing

_ALL = Filters()
_HOLDING = ("proposed", "accepted")
_KINDS = ("same_person", "holder")
_MARK = "p-"
_SHOWN = 4


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person: the name that is used most, the other ways to write it, offices with their days.

    ``document``, ``span`` and ``quote`` are the words that show the person first. ``documents`` counts
    those that name the person; a family name counts where it is tied to them.
    """

    document: DocumentRow
    span: Span
    quote: str
    citation: str
    id: str
    name: str
    others: tuple[str, ...]
    country: str | None
    offices: tuple[Office, ...]
    documents: int


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A name in one document, with the offices said there and the words that show it."""

    document: DocumentRow
    name: str
    offices: tuple[str, ...]
    span: Span
    quote: str
    citation: str


@dataclass(frozen=True, slots=True)
class PersonSheet:
    """A person with every document that names them, in order of date, and the judgements behind it."""

    person: PersonRow
    shown: tuple[ShownRow, ...]
    judgements: tuple[StandingRow, ...]


def people(ledger: Ledger, filters: Filters = _ALL) -> list[PersonRow]:
    """Return the persons of a ledger by country and name; of ``filters`` party and person count.

    They come from the views across documents: what was added since those were made is missing.
    """
    with looking(ledger.engine, ledger.path) as connection:
        asked = select(PersonTable.body)
        if filters.party is not None:
            asked = asked.where(PersonTable.country == filters.party.upper())
        found = [unpacked(Standing, body) for body in connection.scalars(asked)]
        tied = _tied(connection)
        counted = _counted(connection, found, tied)
        wanted = words(filters.person or "")
        fitting = [one for one in found if filters.person is None or _named(one, tied[one.id], wanted)]
        documents = opened(connection, {one.place.document for one in fitting})
        rows = [_row(one, tied[one.id], counted[one.id], documents) for one in fitting]
    return sorted(rows, key=lambda row: (row.country or "~", words(row.name), row.id))


def names_person(name: str) -> bool:
    """Say whether ``name`` is the id of a person, or the beginning of one."""
    return name.startswith(_MARK)


def person(ledger: Ledger, name: str) -> PersonSheet | None:
    """Return the person with this id, or the only one whose id begins so; None when there is none.

    Raises :class:`RegestaError` when several fit.
    """
    with looking(ledger.engine, ledger.path) as connection:
        begins = PersonTable.id.startswith(name, autoescape=True)
        asked = select(PersonTable.body).where(begins).order_by(PersonTable.id)
        found = [unpacked(Standing, body) for body in connection.scalars(asked)]
        if len(found) > 1:
            ids = ", ".join(one.id for one in found[:_SHOWN])
            raise RegestaError(f"{name!r} fits several persons: {ids}; say more of it.")
        return _sheet(connection, found[0]) if found else None


def _sheet(connection: Connection, one: Standing) -> PersonSheet:
    tied = _tied(connection)[one.id]
    own = [*_full(connection, one), *_short(connection, tied)]
    documents = opened(connection, {showing.ref.document for showing in own})
    shown = [
        ShownRow(
            document=(at := documents[showing.ref.document]).row,
            name=showing.name or "",
            offices=tuple(tenure.office for tenure in showing.tenures),
            span=showing.place.span,
            quote=showing.place.quote,
            citation=at.cite(showing.place.span),
        )
        for showing in sorted(own, key=lambda showing: showing.order)
    ]
    refs = {*one.refs, *tied}
    judged = standings(connection, Judged(ids=tuple(sorted(_about(connection, refs)))))
    return PersonSheet(_row(one, tied, len(documents), documents), tuple(shown), tuple(judged))


def _row(one: Standing, tied: Collection[Ref], documents: int, known: Mapping[str, Opened]) -> PersonRow:
    at = known[one.place.document]
    return PersonRow(
        document=at.row,
        span=one.place.span,
        quote=one.place.quote,
        citation=at.cite(one.place.span),
        id=one.id,
        name=one.names[0],
        others=(*one.names[1:], *sorted({_name_of(ref) for ref in tied})),
        country=one.country,
        offices=one.offices,
        documents=documents,
    )


def _named(one: Standing, tied: Collection[Ref], wanted: Sequence[str]) -> bool:
    names = (*one.names, *(_name_of(ref) for ref in tied))
    return bool(wanted) and any(set(wanted) <= set(words(name)) for name in names)


def _tied(connection: Connection) -> defaultdict[str, set[Ref]]:
    """Return, by person, the family names alone that stand for somebody."""
    table = StandingTable
    asked = select(
        table.subject_document, table.subject_record, table.object_document, table.object_record
    ).where(table.kind == "same_person", table.verdict.in_(_HOLDING))
    pairs = []
    for document, name, its_document, its_name in connection.execute(asked):
        ends = Ref(document, "person", name), Ref(its_document or "", "person", its_name or "")
        pairs += [(a, b) for a, b in (ends, ends[::-1]) if not _is_full(a) and _is_full(b)]
    person_of = _person_of(connection, {b for _, b in pairs})
    found: defaultdict[str, set[Ref]] = defaultdict(set)
    for short, full in pairs:
        if full in person_of:
            found[person_of[full]].add(short)
    return found


def _person_of(connection: Connection, refs: Collection[Ref]) -> dict[Ref, str]:
    """Return the person of each showing of a full name."""
    table = BearerTable
    bearers = sorted({id_ for ref in refs for id_ in (ref.id, bearer_id(ref, (ref,)))})
    owner = {
        row.bearer: row.person_id
        for some in bundles(bearers)
        for row in connection.execute(select(table.bearer, table.person_id).where(table.bearer.in_(some)))
    }
    found = ((ref, owner.get(bearer_id(ref, (ref,)), owner.get(ref.id))) for ref in refs)
    return {ref: id_ for ref, id_ in found if id_ is not None}


def _counted(
    connection: Connection, found: Iterable[Standing], tied: defaultdict[str, set[Ref]]
) -> Counter[str]:
    """Return in how many documents each person is named; one that has full and family name counts once."""
    bearer, shown = BearerTable, ShowingTable
    asked = (
        select(bearer.person_id, func.count(shown.document_id.distinct()))
        .join(shown, shown.bearer == bearer.bearer)
        .group_by(bearer.person_id)
    )
    counted = Counter({row[0]: row[1] for row in connection.execute(asked)})
    set_apart = set(connection.scalars(select(bearer.bearer).where(bearer.bearer.contains(APART))))
    names = {id_.partition(APART)[0] for id_ in set_apart}
    for one in found:
        if set_apart & set(one.bearers) or names & set(one.bearers):
            counted[one.id] = len({showing.ref.document for showing in _full(connection, one)})
        documents = {ref.document for ref in tied[one.id]}
        counted[one.id] += len(documents - _naming(connection, one, documents))
    return counted


def _naming(connection: Connection, one: Standing, documents: Collection[str]) -> set[str]:
    """Return those of the documents that give a full name of a person."""
    table, found = ShowingTable, set[str]()
    names = [id_.partition(APART)[0] for id_ in one.bearers]
    for some in bundles(sorted(documents)):
        asked = select(table.document_id).where(table.document_id.in_(some), table.bearer.in_(names))
        found |= set(connection.scalars(asked))
    return found


def _full(connection: Connection, one: Standing) -> list[Showing]:
    """Return the showings of a person's full names."""
    shown, bearer = ShowingTable, BearerTable
    names = sorted({id_.partition(APART)[0] for id_ in one.bearers})
    others = or_(*(bearer.bearer.startswith(name + APART, autoescape=True) for name in names))
    apart = set(connection.scalars(select(bearer.bearer).where(others)))
    bodies = connection.scalars(select(shown.body).where(shown.bearer.in_(names)))
    found = [unpacked(Showing, body) for body in bodies]
    alone = {showing.ref for showing in found if bearer_id(showing.ref, (showing.ref,)) in apart}
    return [showing for showing in found if bearer_id(showing.ref, alone) in one.bearers]


def _short(connection: Connection, refs: Collection[Ref]) -> list[Showing]:
    """Return the showings of family names alone."""
    table, found = ShowingTable, list[Showing]()
    for some in bundles(sorted({ref.document for ref in refs})):
        asked = select(table.body).where(table.document_id.in_(some), table.bearer.is_(None))
        found += [unpacked(Showing, body) for body in connection.scalars(asked)]
    return [showing for showing in found if showing.ref in refs]


def _about(connection: Connection, refs: Collection[Ref]) -> set[str]:
    """Return the ids of the judgements on persons and holders that speak of any of these."""
    table, found = StandingTable, set[str]()
    ends = (
        (table.subject_document, table.subject_record),
        (table.object_document, table.object_record),
    )
    for document, record in ends:
        for some in bundles(sorted({ref.document for ref in refs})):
            asked = select(table.judgement_id, document, record)
            asked = asked.where(table.kind.in_(_KINDS), document.in_(some), table.verdict != "withdrawn")
            rows = connection.execute(asked)
            found |= {row[0] for row in rows if Ref(row[1] or "", "person", row[2] or "") in refs}
    return found


def _is_full(ref: Ref) -> bool:
    return full_name(_name_of(ref))


def _name_of(ref: Ref) -> str:
    return ref.id.partition(":")[2]
