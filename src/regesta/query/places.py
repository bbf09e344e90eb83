"""Where meetings were held: the places with the number of meetings, and the meetings of one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.link_tables import JoinedTable
from regesta.query.load import bundles
from regesta.query.meeting_list import MetRow, met_rows


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A place as the documents call it, the country where one is told, its meetings and their days."""

    place: str
    country: str | None
    meetings: int
    first: str | None
    last: str | None


def places_page(
    ledger: Ledger, party: str | None, first: int = 0, size: int = 50
) -> tuple[list[PlaceLine], bool]:
    """Return ``size`` places from the ``first`` on, by name, and whether more follow."""
    with looking(ledger.engine, ledger.path) as connection:
        rows = connection.execute(_places(party).offset(first).limit(size + 1)).all()
        return [_line(row) for row in rows[:size]], len(rows) > size


def places_all(ledger: Ledger, party: str | None) -> Iterator[PlaceLine]:
    """Yield all places, by name."""
    with looking(ledger.engine, ledger.path) as connection:
        yield from (_line(row) for row in connection.execute(_places(party)))


def met_at(ledger: Ledger, place: str, first: int = 0, size: int = 50) -> tuple[list[MetRow], bool]:
    """Return the meetings that were held or planned at a place, the newest first, and whether more follow."""
    with looking(ledger.engine, ledger.path) as connection:
        ids = connection.scalars(_at(place).offset(first).limit(size + 1)).all()
        return met_rows(connection, ids[:size]), len(ids) > size


def all_met_at(ledger: Ledger, place: str) -> Iterator[MetRow]:
    """Yield all meetings at a place, a bundle at a time."""
    with looking(ledger.engine, ledger.path) as connection:
        for some in bundles(connection.scalars(_at(place)).all()):
            yield from met_rows(connection, some)


def _line(row: Any) -> PlaceLine:
    return PlaceLine(row[0], row[1], row[2], row[3], row[4])


def _places(party: str | None) -> Select[str | None, str | None, int, str | None, str | None]:
    table = JoinedTable
    asked = (
        select(table.place, table.country, func.count(), func.min(table.earliest), func.max(table.latest))
        .where(table.place.is_not(None))
        .group_by(table.place, table.country)
        .order_by(table.place, table.country)
    )
    if party is not None:
        asked = asked.where(table.country == party.upper())
    return asked


def _at(place: str) -> Select[str]:
    table = JoinedTable
    return select(table.id).where(table.place == place).order_by(table.earliest.desc(), table.id)
