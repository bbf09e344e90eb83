"""The list of persons, cut in pages: only the rows and words that a page shows are fetched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Select, func, select

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.link_codec import unpacked
from regesta.ledger.link_tables import BearerTable, PersonTable, ShowingTable
from regesta.ledger.names import words
from regesta.model.finding import Place
from regesta.model.links import Office
from regesta.query.citation import cite
from regesta.query.load import bundles
from regesta.query.meeting_list import documents_of
from regesta.resolve.bearers import APART, parts
from regesta.resolve.people import Standing


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person in the list: the name used most, the others, the offices with the days they are shown held.

    ``documents`` counts those that give a full name. ``place`` are the words that show the person first,
    ``citation`` is that of their document.
    """

    id: str
    name: str
    others: tuple[str, ...]
    country: str | None
    offices: tuple[Office, ...]
    documents: int
    place: Place
    citation: str


def people_page(
    ledger: Ledger, party: str | None, name: str | None, first: int = 0, size: int = 50
) -> tuple[list[PersonLine], bool]:
    """Return ``size`` persons from the ``first`` on by country and name, and whether more follow.

    ``party`` is the code of their country, ``name`` words of any of their names.
    """
    with looking(ledger.engine, ledger.path) as connection:
        asked = asked_for(party)
        if name is None:
            ids = connection.scalars(asked.offset(first).limit(size + 1)).all()
        else:
            fitting = with_name(connection, name)
            ids = [id_ for id_ in connection.scalars(asked) if id_ in fitting][first : first + size + 1]
        return lines_of(connection, ids[:size]), len(ids) > size


def people_all(ledger: Ledger, party: str | None, name: str | None) -> Iterator[PersonLine]:
    """Yield all persons that fit, a bundle at a time."""
    with looking(ledger.engine, ledger.path) as connection:
        ids: Sequence[str] = connection.scalars(asked_for(party)).all()
        if name is not None:
            fitting = with_name(connection, name)
            ids = [id_ for id_ in ids if id_ in fitting]
        for some in bundles(ids):
            yield from lines_of(connection, some)


def lines_of(connection: Connection, ids: Sequence[str]) -> list[PersonLine]:
    """Return these persons, in this order."""
    table = PersonTable
    bodies = connection.execute(select(table.id, table.body).where(table.id.in_(ids)))
    found = {row.id: unpacked(Standing, row.body) for row in bodies}
    counts = _counted(connection, ids)
    papers = documents_of(connection, {one.place.document for one in found.values()})
    return [
        PersonLine(
            one.id, one.names[0], one.names[1:], one.country, one.offices, counts.get(id_, 0), one.place,
            cite(papers[one.place.document]),
        )
        for id_ in ids
        if (one := found.get(id_)) is not None
    ]  # fmt: skip


def asked_for(party: str | None) -> Select[str]:
    table = PersonTable
    asked = select(table.id).order_by(table.country.is_(None), table.country, table.name, table.id)
    return asked if party is None else asked.where(table.country == party.upper())


def with_name(connection: Connection, name: str) -> set[str]:
    """Return the persons of whom some name has all these words, accents and case aside."""
    wanted, table = set(words(name)), BearerTable
    if not wanted:
        return set()
    rows = connection.execute(select(table.bearer, table.person_id))
    return {row.person_id for row in rows if wanted <= set(words(parts(row.bearer)[1]))}


def _counted(connection: Connection, ids: Sequence[str]) -> dict[str, int]:
    """Return in how many documents a full name of each stands; one set apart counts as its one document."""
    bearer, shown = BearerTable, ShowingTable
    asked = (
        select(bearer.person_id, func.count(shown.document_id.distinct()))
        .join(shown, shown.bearer == bearer.bearer)
        .where(bearer.person_id.in_(ids))
        .group_by(bearer.person_id)
    )
    counts = {row[0]: row[1] for row in connection.execute(asked)}
    alone = select(bearer.person_id).where(bearer.person_id.in_(ids), bearer.bearer.contains(APART))
    for id_ in connection.scalars(alone):
        counts[id_] = counts.get(id_, 0) + 1
    return counts
