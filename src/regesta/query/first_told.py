"""Since when words have stood on their page: a new version of it does not make what it says again new."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, or_, select
from sqlalchemy.orm import aliased

from regesta.ledger.schema import DocumentTable
from regesta.model.finding import Place
from regesta.query.learnt import Moment
from regesta.query.load import Texts, bundles


class FirstTold:
    """Tells of words the first of the versions of their page in which they stand without a break."""

    def __init__(self, connection: Connection, texts: Texts) -> None:
        self._connection, self._texts = connection, texts
        self._came: dict[str, str] = {}
        self._before: dict[str, str] = {}

    def know(self, ids: Iterable[str]) -> None:
        """Look up when these documents and the versions before them came."""
        table = DocumentTable
        wanted = set(ids) - self._came.keys()
        while wanted:
            for some in bundles(sorted(wanted)):
                asked = select(table.id, table.added_at, table.previous_id).where(table.id.in_(some))
                for id_, at, before in self._connection.execute(asked):
                    self._came[id_] = at
                    if before is not None:
                        self._before[id_] = before
            wanted = {self._before[id_] for id_ in wanted if id_ in self._before} - self._came.keys()

    def moment(self, place: Place) -> Moment:
        """Return when the words came, and in which document."""
        self.know([place.document])
        id_ = place.document
        while (before := self._before.get(id_)) is not None:
            if place.quote not in self._texts.of([before])[before].text:
                break
            id_ = before
        return self._came[id_], id_

    def last(self, places: Iterable[Place]) -> Moment:
        """Return when the last of these words came, and in which document."""
        return max(self.moment(place) for place in places)


def with_later(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Return these documents and the later versions of their pages."""
    table = DocumentTable
    found = set(ids)
    wanted = found
    while wanted:
        asked = select(table.id).where(table.previous_id.in_(sorted(wanted)))
        wanted = set(connection.scalars(asked)) - found
        found = found | wanted
    return found


def or_earlier(fits: ColumnElement[bool]) -> ColumnElement[bool]:
    """Say of a document that it fits, or is an earlier version of a page whose document fits."""
    table, before = DocumentTable, aliased(DocumentTable)
    newest = select(table.previous_id.label("id")).where(table.previous_id.is_not(None), fits)
    found = newest.cte(recursive=True)
    older = select(before.previous_id).join(found, before.id == found.c.id)
    chain = found.union_all(older.where(before.previous_id.is_not(None)))
    return or_(fits, table.id.in_(select(chain.c.id)))
