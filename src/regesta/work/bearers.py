"""Bearers of names as the ledger keeps them: summed up over all documents, so that one more costs little."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import Connection, delete

from regesta.ledger.asking import adding, asking, deleting
from regesta.ledger.link_codec import packed, unpacked
from regesta.ledger.link_tables import KeyTable, ShowingTable, SumTable
from regesta.ledger.shelves import bundles
from regesta.model.judgement import Ref
from regesta.resolve.bearers import Bearer, bearer_keys, bearers, merged
from regesta.resolve.showings import Showing


class Bearers:
    """The sums of one update. ``settle`` is to be called before the update ends.

    A document that is new is added to the sums of its names. What is taken away cannot be: a name
    that a document no longer shows, or shows otherwise, is summed up anew when it is next asked for.
    """

    def __init__(self, connection: Connection) -> None:
        """Work on the ledger behind ``connection``, which must be one that writes."""
        self._connection = connection
        self._held: dict[str, Bearer] = {}
        self._stale: set[str] = set()

    def change(self, before: Iterable[Showing], after: Iterable[Showing]) -> None:
        """Take in what documents show now in the place of what they showed; it must be stored so."""
        old = {one.ref: one for one in before if one.full}
        new = {one.ref: one for one in after if one.full}
        self._stale |= {ref.id for ref, one in old.items() if new.get(ref) != one}
        fresh = [one for ref, one in new.items() if ref not in old and ref.id not in self._stale]
        parts = bearers(fresh, ())
        known = self._sums([part.id for part in parts])
        self._put([merged(known[part.id], part) if part.id in known else part for part in parts], known)

    def find(self, keys: Collection[str], alone: Collection[Ref]) -> list[Bearer]:
        """Return every bearer with one of the keys; the showings of ``alone`` are bearers of their own."""
        self.settle()
        table, found = KeyTable, set[str]()
        for some in bundles(sorted(set(keys))):
            found |= set(self._connection.scalars(asking(table.key, table.bearer), {"some": some}))
        split = found & {ref.id for ref in alone}
        told = [*self._sums(found - split).values(), *bearers(self._shown(split), alone)]
        wanted = set(keys)
        return sorted((one for one in told if bearer_keys(one) & wanted), key=lambda one: one.id)

    def settle(self) -> None:
        """Sum up anew what has become stale."""
        stale, self._stale = sorted(self._stale), set()
        known = self._sums(stale)
        fresh = {one.id: one for one in bearers(self._shown(stale), ())}
        self._put(list(fresh.values()), known)
        for id_ in stale:
            if id_ not in fresh:
                self._drop(id_)

    def _sums(self, ids: Collection[str]) -> dict[str, Bearer]:
        table = SumTable
        for some in bundles(sorted(set(ids) - self._held.keys())):
            asked = asking(table.bearer, table.bearer, table.body)
            for id_, body in self._connection.execute(asked, {"some": some}):
                self._held[id_] = unpacked(Bearer, body)
        return {id_: self._held[id_] for id_ in ids if id_ in self._held}

    def _shown(self, ids: Collection[str]) -> list[Showing]:
        table, found = ShowingTable, list[Showing]()
        for some in bundles(sorted(ids)):
            bodies = self._connection.scalars(asking(table.bearer, table.body), {"some": some})
            found += [unpacked(Showing, body) for body in bodies]
        return found

    def _put(self, fresh: Sequence[Bearer], known: Mapping[str, Bearer]) -> None:
        """Keep sums in the place of those ``known`` before; only the keys that differ are written."""
        for some in bundles([bearer.id for bearer in fresh]):
            self._connection.execute(deleting(SumTable.bearer), {"some": some})
        rows = [{"bearer": bearer.id, "body": packed(bearer)} for bearer in fresh]
        more: list[dict[str, str]] = []
        for bearer in fresh:
            keys, before = bearer_keys(bearer), frozenset[str]()
            if bearer.id in known:
                before = bearer_keys(known[bearer.id])
            for some in bundles(sorted(before - keys)):
                gone = (KeyTable.bearer == bearer.id) & KeyTable.key.in_(some)
                self._connection.execute(delete(KeyTable).where(gone))
            more += [{"bearer": bearer.id, "key": key} for key in sorted(keys - before)]
            self._held[bearer.id] = bearer
        for table, some_rows in ((SumTable, rows), (KeyTable, more)):
            if some_rows:
                self._connection.execute(adding(table), some_rows)

    def _drop(self, id_: str) -> None:
        self._held.pop(id_, None)
        for table in (SumTable, KeyTable):
            self._connection.execute(delete(table).where(table.bearer == id_))
