"""Whom the names in records stand for, by the views across documents."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from regesta.ledger.link_tables import BearerTable
from regesta.model.records import Actor
from regesta.query.load import bundles
from regesta.query.person_list import PersonLine, lines_of
from regesta.query.rows import RecordRow
from regesta.query.voice import named_in
from regesta.resolve.bearers import APART


@dataclass(frozen=True, slots=True)
class Named:
    """A full name as a record has it, with its country, in one document."""

    document: str
    country: str | None
    name: str

    @property
    def keys(self) -> tuple[str, str]:
        """Where the name is looked for: as somebody's of this document alone, then of all."""
        name = f"{self.country or ''}:{self.name}"
        return f"{name}{APART}{self.document}", name


def names_in(rows: Iterable[RecordRow[Any]]) -> dict[Actor, Named]:
    """Return the persons whom records name, each with the name as one of their documents has it."""
    return {
        actor: Named(row.document.id, actor.country, actor.name)
        for row in rows
        for _, actor in named_in(row)
        if actor.kind == "person"
    }


def bearers_of(connection: Connection, named: Collection[Named]) -> dict[Named, str]:
    """Return the id of the person behind each name, as far as the views know one."""
    table = BearerTable
    wanted = sorted({key for one in named for key in one.keys})
    known: dict[str, str] = {}
    for some in bundles(wanted):
        asked = select(table.bearer, table.person_id).where(table.bearer.in_(some))
        known |= {row.bearer: row.person_id for row in connection.execute(asked)}
    pairs = ((one, next((known[key] for key in one.keys if key in known), None)) for one in named)
    return {one: id_ for one, id_ in pairs if id_ is not None}


def persons(connection: Connection, ids: Collection[str]) -> list[PersonLine]:
    """Return these persons with all names and offices, in order of their ids."""
    return lines_of(connection, sorted(ids))
