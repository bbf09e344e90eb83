"""Time zones of countries and places (``zones.tsv``, made by ``tools/make_zones.py``).

A row of the table is a country, an IANA zone and the places that keep it, parted by bars; a star stands
for the whole of a country that has only one zone. The table is read when the first time of day asks.
"""

from __future__ import annotations

import functools
from typing import NamedTuple

from regesta.rules.base import data_text
from regesta.rules.phrases import without_accents
from regesta.rules.states import States

_WHOLE = "*"


class Zones(NamedTuple):
    """The zone of each country that has only one, and by country and name of the places in others."""

    countries: dict[str, str]
    places: dict[tuple[str, str], str]


@functools.cache
def zones() -> Zones:
    """Return the zones that ship with Regesta, read once."""
    countries, places = dict[str, str](), dict[tuple[str, str], str]()
    for line in data_text("zones.tsv").splitlines()[1:]:
        code, zone, names = line.split("\t")
        if names == _WHOLE:
            countries[code] = zone
        else:
            places.update(((code, name), zone) for name in names.split("|"))
    return Zones(countries, places)


def zone_of_country(code: str, states: States) -> str | None:
    """Return the zone of a country that has only one; a pack says that of its own states."""
    entry = states.by_code(code)
    own = entry.zone if entry is not None else None
    return own or zones().countries.get(code)


def zone_of_place(code: str, name: str) -> str | None:
    """Return the zone of a place in a country that has several; None where it is not known."""
    known = zones().places
    return known.get((code, name)) or known.get((code, without_accents(name)))
