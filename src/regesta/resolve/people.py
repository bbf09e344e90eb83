"""Names that are one person's are put together, the surest pairs first, in whatever order they came."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations

from regesta.model.finding import Place
from regesta.model.judgement import Judgement, Ref, Rulings
from regesta.model.links import Office
from regesta.resolve.bearers import Bearer, bearer_id, bearer_keys, together
from regesta.resolve.kinship import Kinship, compatible, kinship, same_person
from regesta.resolve.showings import Tenure
from regesta.resolve.written import readings
from regesta.rules.people import people_rules


@dataclass(frozen=True, slots=True)
class Standing:
    """A person as the ledger keeps it: the names, offices, and the bearers of which it is made.

    ``first`` is the earliest showing, from which the id is made, and ``place`` its words; ``refs`` are the
    first of each bearer.
    """

    id: str
    names: tuple[str, ...]
    country: str | None
    offices: tuple[Office, ...]
    bearers: tuple[str, ...]
    first: Ref
    place: Place
    refs: tuple[Ref, ...]


def near(one: Bearer, other: Bearer) -> bool:
    """Say whether two bearers are compared at all and are likely enough to be one person."""
    found = kinship(one, other)
    return found is not None and found.score >= people_rules().threshold


class People:
    """Some bearers, put together into persons.

    Two names that cannot be one person's never come together, whatever lies between them. A
    shortened name that may be several persons' joins none of them.
    """

    def __init__(self, known: Iterable[Bearer], rulings: Rulings) -> None:
        """Weigh every pair that shares a key, and join those that are likely enough."""
        self.bearers = sorted(known, key=lambda bearer: (bearer.order, bearer.id))
        self._of = {bearer.id: [bearer] for bearer in self.bearers}
        self._apart, self._together = _ruled(self.bearers, rulings)
        self.judgements: list[Judgement] = []
        for one, other in sorted(self._together):
            self._merge(one, other)
        self._join()

    @property
    def groups(self) -> list[list[Bearer]]:
        """The persons, each as its bearers in order."""
        own = {id(group): group for group in self._of.values()}
        found = (sorted(group, key=lambda one: (one.order, one.id)) for group in own.values())
        return sorted(found, key=lambda group: (group[0].order, group[0].id))

    def _join(self) -> None:
        scored = [
            (-found.score, one.order, one.id, other.order, other.id, one, other, found)
            for one, other in _pairs(self.bearers)
            if (found := kinship(one, other)) is not None and found.score >= people_rules().threshold
        ]
        scored.sort(key=lambda entry: entry[:5])
        rivals: dict[str, list[tuple[float, Bearer]]] = defaultdict(list)
        for score, _, _, _, _, one, other, _ in scored:
            rivals[one.id].append((-score, other))
            rivals[other.id].append((-score, one))
        for _, _, _, _, _, one, other, found in scored:
            if self._of[one.id] is self._of[other.id] or not self._fit(one, other):
                continue
            if self._torn(one, other, found, rivals) or self._torn(other, one, found, rivals):
                continue
            self._merge(one.id, other.id)
            self.judgements.append(same_person(one, other, found))

    def _fit(self, one: Bearer, other: Bearer) -> bool:
        """Say whether no name of the one person stands against a name of the other."""
        return all(self._may(a, b) for a in self._of[one.id] for b in self._of[other.id])

    def _may(self, one: Bearer, other: Bearer) -> bool:
        pair = (min(one.id, other.id), max(one.id, other.id))
        if pair in self._apart:
            return False
        return pair in self._together or compatible(one, other)

    def _torn(
        self, one: Bearer, other: Bearer, found: Kinship, rivals: dict[str, list[tuple[float, Bearer]]]
    ) -> bool:
        """Say whether ``one``, with a word missing, could as well be somebody else's than ``other``'s."""
        if found.whole and one.country == other.country:
            return False
        theirs, own = self._of[other.id], self._of[one.id]
        for score, rival in rivals[one.id]:
            if score < found.score - people_rules().margin or rival in theirs or rival in own:
                continue
            if not all(self._may(rival, member) for member in theirs):
                return True
        return False

    def _merge(self, one: str, other: str) -> None:
        group, more = self._of[one], self._of[other]
        if group is more:
            return
        group.extend(more)
        for bearer in more:
            self._of[bearer.id] = group


def standing(group: Sequence[Bearer]) -> Standing:
    """Return the view of a person over bearers in order."""
    first = group[0]
    countries = sorted((one for one in group if one.country), key=_telling)
    country = countries[0].country if countries else None
    return Standing(
        id=person_id(first.first),
        names=_names(group),
        country=country,
        offices=tuple(_offices(group, country)),
        bearers=tuple(one.id for one in group),
        first=first.first,
        place=first.place,
        refs=tuple(one.first for one in group),
    )


def _telling(one: Bearer) -> tuple[object, ...]:
    """Order bearers by how much their country counts: told by the text, with an office, often."""
    return not one.sure, not one.tenures, -one.count, one.order, one.id


def _names(group: Sequence[Bearer]) -> tuple[str, ...]:
    """All names, those used most first; of names with the same words that without a title before it."""
    counts: dict[str, int] = defaultdict(int)
    used: dict[tuple[str, ...], int] = defaultdict(int)
    words = {one.name: tuple(word.plain for word in readings(one.name)[-1].words) for one in group}
    for one in group:
        counts[one.name] += one.count
        used[words[one.name]] += one.count

    def order(name: str) -> tuple[object, ...]:
        return -used[words[name]], words[name], len(name.split()), -counts[name], name

    return tuple(sorted(counts, key=order))


def person_id(first: Ref) -> str:
    """Return the id of a person: made from the earliest showing, not from the order of arrival."""
    words = "\x1f".join((first.document, first.id))
    return f"p-{sha256(words.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def _offices(group: Sequence[Bearer], home: str | None) -> Iterator[Office]:
    """Yield each office once, in the words that are used most, in the order in which they are shown.

    It is of the country that the text tells for it, else of the person's.
    """
    by_key: dict[tuple[str | None, str], list[Tenure]] = defaultdict(list)
    for one in group:
        for tenure in one.tenures:
            by_key[one.country if one.sure and one.country else home, tenure.key].append(tenure)
    found = []
    for (country, _key), shown in by_key.items():
        tenures = together(shown)
        words = min(tenures, key=lambda tenure: (-tenure.count, len(tenure.office), tenure.office))
        days = min(tenure.first for tenure in tenures), max(tenure.last for tenure in tenures)
        found.append(Office(words.office, country, *days))
    yield from sorted(
        found, key=lambda office: (office.first, office.last, office.office, office.country or "")
    )


def _pairs(bearers: Sequence[Bearer]) -> Iterator[tuple[Bearer, Bearer]]:
    """Yield each pair that shares the key of a name, once, the earlier bearer first."""
    blocks: dict[str, list[Bearer]] = defaultdict(list)
    for bearer in bearers:
        for key in bearer_keys(bearer):
            if not key.startswith("office|"):
                blocks[key].append(bearer)
    seen: set[tuple[str, str]] = set()
    for key in sorted(blocks):
        for one, other in combinations(blocks[key], 2):
            if (one.id, other.id) not in seen:
                seen.add((one.id, other.id))
                yield one, other


def _ruled(bearers: Sequence[Bearer], rulings: Rulings) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Return the pairs of bearers that people have told apart, and those they have put together."""
    there = {bearer.id for bearer in bearers}

    def found(pairs: Iterable[tuple[Ref, Ref]]) -> set[tuple[str, str]]:
        own = {tuple(sorted(_bearer_of(ref, there) for ref in pair)) for pair in pairs if _persons(pair)}
        return {(one, other) for one, other in own if one != other and {one, other} <= there}

    return found(rulings.apart), found(rulings.together)


def _persons(pair: tuple[Ref, Ref]) -> bool:
    return all(ref.kind == "person" for ref in pair)


def _bearer_of(ref: Ref, there: set[str]) -> str:
    own = bearer_id(ref, (ref,))
    return own if own in there else ref.id
