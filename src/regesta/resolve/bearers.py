"""A name of a country with all that the documents show of it: the unit that is joined into persons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from itertools import product

from regesta.model.finding import Place
from regesta.model.judgement import Ref, Rulings
from regesta.model.span import Span
from regesta.resolve.names import keys
from regesta.resolve.showings import Showing, Tenure
from regesta.resolve.written import readings

APART = "@"
"""Stands in the id of a bearer between the name and the one document in which it is somebody else's."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """A full name as written in one country's documents, all showings of it taken together.

    ``id`` is that of its references (``XA:name``); a showing that people have set apart from others
    of the same name is a bearer of its own, with the document after its id. ``first`` is the
    earliest showing, ``known`` the day it was published, ``count`` the number of documents.
    """

    id: str
    name: str
    country: str | None
    sure: bool
    first: Ref
    known: str | None
    last_known: str | None
    place: Place
    count: int
    tenures: tuple[Tenure, ...]

    @property
    def order(self) -> tuple[str, Ref]:
        """What puts bearers in order: when first shown, then where."""
        return self.known or "9999", self.first


def bearer_id(ref: Ref, alone: Collection[Ref]) -> str:
    """Return the id of the bearer to which a showing of a full name belongs."""
    return f"{ref.id}{APART}{ref.document}" if ref in alone else ref.id


def parts(id_: str) -> tuple[str | None, str]:
    """Return the country and the name in the id of a bearer."""
    country, _, name = id_.partition(APART)[0].partition(":")
    return country or None, name


def set_apart(rulings: Rulings) -> frozenset[Ref]:
    """Return the showings that people have told apart from others with the very same name."""
    return frozenset(ref for pair in rulings.apart if pair[0].id == pair[1].id for ref in pair)


def bearers(shown: Iterable[Showing], alone: Collection[Ref]) -> list[Bearer]:
    """Put the showings of one name together; ``alone`` are those that stay by themselves."""
    by_id: dict[str, list[Showing]] = defaultdict(list)
    for one in shown:
        if one.full:
            by_id[bearer_id(one.ref, alone)].append(one)
    return [_bearer(id_, sorted(by_id[id_], key=lambda one: one.order)) for id_ in sorted(by_id)]


def merged(one: Bearer, other: Bearer) -> Bearer:
    """Put two parts of one bearer together: what :func:`bearers` makes of the showings of both."""
    first = min(one, other, key=lambda bearer: bearer.order)
    days = [day for day in (one.last_known, other.last_known) if day]
    return replace(
        first,
        sure=one.sure or other.sure,
        last_known=max(days, default=None),
        count=one.count + other.count,
        tenures=together((*one.tenures, *other.tenures)),
    )


def bearer_keys(bearer: Bearer) -> frozenset[str]:
    """Return the keys under which a bearer is kept and looked for: name and country, name, office."""
    found = name_keys(bearer.name, bearer.country) | whole_keys(bearer.name)
    return found | {office_key(bearer.country, tenure.key) for tenure in bearer.tenures}


def name_keys(name: str, country: str | None) -> frozenset[str]:
    """Return the keys of a name in its country: names of one country that are alike share one."""
    return frozenset(f"{country or '?'}|{key}" for key in keys(name))


def whole_keys(name: str) -> frozenset[str]:
    """Return the keys of a name in any country: names with all words in common share one."""
    found = set()
    for reading in readings(name):
        if reading.full and len(reading.words) > 1:
            for words in product(*(sorted(word.forms) for word in reading.words)):
                found.add(f"*|{' '.join(sorted(words))}")
    return frozenset(found)


def office_key(country: str | None, key: str) -> str:
    """Return the key under which the holders of an office, and the office alone, are found."""
    return f"office|{country or '?'}|{key}"


def showing_keys(one: Showing) -> frozenset[str]:
    """Return the keys under which a document's showing is kept."""
    found = frozenset(office_key(one.country, key) for key in one.keys)
    if one.name is None:
        return found
    return found | name_keys(one.name, one.country) | (whole_keys(one.name) if one.full else frozenset())


def _bearer(id_: str, shown: list[Showing]) -> Bearer:
    first = shown[0]
    days = [one.known for one in shown if one.known]
    return Bearer(
        id=id_,
        name=first.name or "",
        country=first.country,
        sure=any(one.sure for one in shown),
        first=first.ref,
        known=first.known,
        last_known=max(days, default=None),
        place=first.place,
        count=len(shown),
        tenures=together(tenure for one in shown for tenure in one.tenures),
    )


def together(tenures: Iterable[Tenure]) -> tuple[Tenure, ...]:
    """Put what is shown of one office in the same words together; the order is of no account."""
    found: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for tenure in tenures:
        found[tenure.office, tenure.key].append(tenure)
    return tuple(_together(found[words]) for words in sorted(found))


def _together(shown: list[Tenure]) -> Tenure:
    first = min(shown, key=lambda tenure: (tenure.first, *_where(tenure.places[0])))
    last = max(shown, key=lambda tenure: (tenure.last, *_where(tenure.places[-1])))
    ends = (first.places[0], last.places[-1])
    return replace(
        first,
        last=last.last,
        count=sum(tenure.count for tenure in shown),
        months=tuple(sorted({month for tenure in shown for month in tenure.months})),
        places=tuple(dict.fromkeys(ends)),
    )


def _where(place: Place) -> tuple[str, Span]:
    return place.document, place.span
