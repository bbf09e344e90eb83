"""Which persons change when documents come, go or are read again: those whose names meet theirs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from regesta.model.judgement import Ref, Rulings
from regesta.resolve.bearers import (
    Bearer,
    bearer_id,
    bearer_keys,
    name_keys,
    parts,
    set_apart,
    showing_keys,
    whole_keys,
)
from regesta.resolve.holders import settled
from regesta.resolve.people import People, Standing, near, standing
from regesta.resolve.shelf import Shelf
from regesta.resolve.showings import Showing


class UpdatePeople:
    """One update. Made before the facts of the documents change, run when they have."""

    def __init__(self, shelf: Shelf, rulings: Rulings, changed: Collection[str]) -> None:
        """Look up what the documents show so far."""
        self.shelf, self.alone = shelf, set_apart(rulings)
        self.rulings = rulings
        self._before = self._shown(changed)
        ids = self._ids(self._before)
        self._old = {one.id: one for one in self._fetch(ids) if one.id in ids}
        self._ruled: dict[str, set[str]] = defaultdict(set)
        for one, other in rulings.together:
            if one.kind == other.kind == "person":
                pair = bearer_id(one, self.alone), bearer_id(other, self.alone)
                self._ruled[pair[0]].add(pair[1])
                self._ruled[pair[1]].add(pair[0])
        self._now: dict[str, Bearer] = {}
        self._by_key: dict[str, dict[str, Bearer]] = defaultdict(dict)

    def run(self, dirty: Sequence[str]) -> None:
        """Bring the persons up to date after the facts of ``dirty`` were put or dropped."""
        shown = self._shown(dirty)
        found: set[str] = set()
        gone: dict[str, Standing] = {}
        frontier = self._ids(self._before) | self._ids(shown) | _split(self._before) | _split(shown)
        apart = {one.ref: one for one in shown if not one.full}
        while frontier:
            self._close(frontier, found, gone)
            apart |= {one.ref: one for one in self.shelf.alone(sorted(self._keys(found)))}
            frontier = self._meant(apart.values()) - found
        people = People([self._now[id_] for id_ in sorted(found) if id_ in self._now], self.rulings)
        fresh = [standing(group) for group in people.groups]
        self.shelf.put_people(sorted(gone), fresh)
        self._propose(people, [*gone.values(), *fresh], list(apart.values()), dirty)

    def _shown(self, documents: Collection[str]) -> list[Showing]:
        return [one for facts in self.shelf.facts(documents).values() for one in facts.showings]

    def _ids(self, shown: Iterable[Showing]) -> set[str]:
        return {bearer_id(one.ref, self.alone) for one in shown if one.full}

    def _fetch(self, ids: Iterable[str]) -> list[Bearer]:
        keys = {key for id_ in ids for key in _keys_of(id_)}
        return self.shelf.bearers(sorted(keys), self.alone) if keys else []

    def _close(self, frontier: set[str], found: set[str], gone: dict[str, Standing]) -> None:
        """Add to ``found`` every bearer that may be joined with one of the frontier, or was until now."""
        while frontier:
            found |= frontier
            for bearer in self._fetch(frontier):
                self._now[bearer.id] = bearer
                for key in bearer_keys(bearer):
                    self._by_key[key][bearer.id] = bearer
            near_ = {other for id_ in frontier for other in self._neighbours(id_)}
            held = self.shelf.people(sorted(frontier | near_))
            gone |= {one.id: one for one in held.values()}
            frontier = (near_ | {id_ for one in held.values() for id_ in one.bearers}) - found

    def _neighbours(self, id_: str) -> set[str]:
        """Return those with whom a bearer, as it was or as it is, is likely enough to be one person."""
        found = set(self._ruled.get(id_, ()))
        for bearer in (self._old.get(id_), self._now.get(id_)):
            if bearer is not None:
                others = {o.id: o for key in bearer_keys(bearer) for o in self._by_key[key].values()}
                found |= {other for other in others if other != id_ and near(bearer, others[other])}
        return found

    def _keys(self, ids: Iterable[str]) -> set[str]:
        """Return all keys of bearers, as they were and as they are: of names and of offices."""
        own = [one for id_ in ids for one in (self._old.get(id_), self._now.get(id_)) if one is not None]
        return {key for bearer in own for key in bearer_keys(bearer)}

    def _meant(self, apart: Iterable[Showing]) -> set[str]:
        """Return the bearers of whom the family names may speak: what is said of one changes for all."""
        keys = {key for one in apart if one.name is not None for key in name_keys(one.name, one.country)}
        return {one.id for one in self.shelf.bearers(sorted(keys), self.alone)} if keys else set()

    def _propose(
        self, people: People, persons: Sequence[Standing], apart: Sequence[Showing], dirty: Sequence[str]
    ) -> None:
        keys = {key for one in apart for key in showing_keys(one)}
        known = self.shelf.bearers(sorted(keys), self.alone) if keys else []
        person_of = self.shelf.people([one.id for one in known])
        meant = settled(apart, known, person_of, self.rulings)
        refs: set[Ref] = {ref for one in persons for ref in one.refs} | {one.ref for one in apart}
        for kind, found in (
            ("same_person", [*people.judgements, *(one for one in meant if one.kind == "same_person")]),
            ("holder", [one for one in meant if one.kind == "holder"]),
        ):
            self.shelf.propose((kind,), found, documents=set(dirty), refs=refs)


def _split(shown: Iterable[Showing]) -> set[str]:
    """The ids that showings have as bearers of their own: people may just have taken that back."""
    return {bearer_id(one.ref, (one.ref,)) for one in shown if one.full}


def _keys_of(id_: str) -> frozenset[str]:
    country, name = parts(id_)
    return name_keys(name, country) | whole_keys(name)
