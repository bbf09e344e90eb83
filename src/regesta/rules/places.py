"""Places: towns (``places.tsv``), and regions, venues and summit sites by hand (``places.yml``)."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from regesta.rules.base import Strict, data_text, read_rules
from regesta.rules.phrases import PhraseTable, without_accents
from regesta.rules.states import Code, States
from regesta.rules.states import states as shipped_states

PlaceKind = Literal["town", "region", "venue"]
Context = Literal["", "place", "in"]
ByCountry = dict[Code, tuple[str, ...]]


class DisputedPlace(Strict):
    """Places on whose country the ``candidates`` do not agree."""

    names: tuple[str, ...]
    candidates: Annotated[tuple[Code, ...], Field(min_length=2)]


class PlaceRules(Strict):
    """The whole of ``places.yml``; the file's own comments say what each list is for."""

    regions: ByCountry
    doubtful_regions: tuple[str, ...]
    disputed: tuple[DisputedPlace, ...]
    venues: dict[Code, dict[str, str | None]]
    towns: ByCountry
    tail_only: ByCountry
    inside: tuple[str, ...]
    toward: tuple[str, ...]
    other_prepositions: tuple[str, ...]
    between: tuple[str, ...]
    openers: tuple[str, ...]
    no_towns: tuple[str, ...]
    acting_venues: tuple[str, ...]
    suffixes: tuple[str, ...]
    not_before: tuple[str, ...]
    venue_nouns: tuple[str, ...]


class Place(NamedTuple):
    """What a place's name means. ``context`` is what must stand around it; see ``places.tsv``.

    ``countries`` holds one code, or several where the name alone does not settle it.
    ``city`` is the city of a venue, where known.
    """

    countries: tuple[str, ...]
    context: Context
    kind: PlaceKind
    city: str | None = None

    @property
    def country(self) -> str | None:
        """The country, where there is only one."""
        return self.countries[0] if len(self.countries) == 1 else None


class Places:
    """All known places and the words that may stand around a place's name."""

    def __init__(self, rules: PlaceRules, towns: dict[str, Place]) -> None:
        """Lay hand-made entries over ``towns``; a name by hand wins."""
        self.rules = rules
        known = dict(towns)
        doubtful = frozenset(rules.doubtful_regions)
        for code, names in rules.towns.items():
            _enter(known, names, Place((code,), "place", "town"))
        for code, names in rules.regions.items():
            for name in names:
                held = known.get(name)
                if held is None or held.countries != (code,) or held.context:
                    _enter(known, (name,), Place((code,), "in" if name in doubtful else "", "region"))
        for one in rules.disputed:
            _enter(known, one.names, Place(one.candidates, "", "region"))
        for code, venues in rules.venues.items():
            for name, city in venues.items():
                context: Context = "place" if name in rules.acting_venues else ""
                _enter(known, (name,), Place((code,), context, "venue", city))
        self.table = PhraseTable(known)
        self.tails = {name: code for code, names in rules.tail_only.items() for name in names}

    def get(self, name: str) -> Place | None:
        """Return what exactly this name means."""
        return self.table.get(name)


def places_of(states: States) -> PhraseTable[Place]:
    """Return the capitals, towns and venues that the entries of ``states`` bring with them (packs do).

    The capitals that ship are left out: ``places.tsv`` has them, with what must stand around them.
    """
    known: dict[str, Place] = {}
    for entry in states:
        shipped = shipped_states().by_code(entry.code)
        own = frozenset(shipped.capitals) if shipped is not None else frozenset()
        capitals = (name for name in entry.capitals if name not in own)
        _enter(known, (*capitals, *entry.places), Place((entry.code,), "", "town"))
        for name, city in entry.venues.items():
            _enter(known, (name,), Place((entry.code,), "", "venue", city))
    return PhraseTable(known)


def _enter(known: dict[str, Place], names: Iterable[str], place: Place) -> None:
    """Enter each of ``names`` as written and without its accents."""
    for name in names:
        known[name] = place
        known[without_accents(name)] = place


def _towns(text: str) -> dict[str, Place]:
    """Read the rows of ``places.tsv``. Rows that mean the same share one value."""
    known: dict[str, Place] = {}
    shared: dict[tuple[str, str], Place] = {}
    for line in text.splitlines()[1:]:
        name, ascii_name, country, _population, context = line.split("\t")
        place = shared.get((country, context))
        if place is None:
            level: Context = "in" if context == "in" else "place" if context else ""
            place = shared[country, context] = Place(tuple(country.split("|")), level, "town")
        known[name] = place
        if ascii_name:
            known[ascii_name] = place
    return known


@functools.cache
def places() -> Places:
    """Return the places that ship with Regesta, read once."""
    return Places(read_rules("places.yml", PlaceRules), _towns(data_text("places.tsv")))
