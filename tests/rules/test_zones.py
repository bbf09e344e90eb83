"""The table of zones, beside the data that it is made from."""

from __future__ import annotations

from importlib import resources
from zoneinfo import ZoneInfo

import pytest

from regesta.rules.places import places
from regesta.rules.states import StateEntry, states
from regesta.rules.times import time_rules
from regesta.rules.zones import zone_of_country, zone_of_place, zones

NO_COUNTRY = {"EU", "UN"}
BELGRADE = {"XK"}  # tz leaves Kosovo to Europe/Belgrade and does not list it


def listed() -> dict[str, set[str]]:
    """The zones of each country, as tz lists them."""
    found: dict[str, set[str]] = {}
    for line in resources.files("tzdata").joinpath("zoneinfo/zone.tab").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            code, _, zone, *_ = line.split("\t")
            found.setdefault(code, set()).add(zone)
    return found


def test_a_country_has_a_zone_only_if_tz_lists_one() -> None:
    single = {code: next(iter(of)) for code, of in listed().items() if len(of) == 1}
    table = {code: zone for code, zone in zones().countries.items() if code not in BELGRADE}
    assert table == single


def test_every_zone_is_a_zone_of_tz() -> None:
    named = {*zones().countries.values(), *zones().places.values()}
    named |= {zone for held in time_rules().clock.zones_open.values() for zone in held}
    assert all(ZoneInfo(name).key == name for name in named)


def test_a_place_has_a_zone_of_its_country() -> None:
    known = listed()
    assert [key for key, zone in zones().places.items() if zone not in known[key[0]]] == []


def test_every_capital_has_a_zone() -> None:
    def known(code: str, name: str) -> str | None:
        return zone_of_country(code, states()) or zone_of_place(code, name)

    capitals = [(entry.code, name) for entry in states() for name in entry.capitals]
    assert [one for one in capitals if one[0] not in NO_COUNTRY and known(*one) is None] == []


@pytest.mark.parametrize(
    ("code", "name", "zone"),
    [
        ("RU", "Moscow", "Europe/Moscow"),
        ("RU", "Kazan", "Europe/Moscow"),
        ("US", "Washington", "America/New_York"),
        ("US", "Hawaii", "Pacific/Honolulu"),
        ("AU", "Perth", "Australia/Perth"),
        ("BR", "Brasília", "America/Sao_Paulo"),
        ("US", "Springfield", None),
        ("RU", "Siberia", None),
        ("CN", "Tibet", None),
        ("XA", "Arlo", None),
    ],
)
def test_a_place_s_zone(code: str, name: str, zone: str | None) -> None:
    assert zone_of_place(code, name) == zone


@pytest.mark.parametrize(("code", "zone"), [("JP", "Asia/Tokyo"), ("US", None), ("CN", None), ("EU", None)])
def test_a_country_s_zone(code: str, zone: str | None) -> None:
    assert zone_of_country(code, states()) == zone


def test_a_disputed_place_has_no_zone_of_either_side() -> None:
    disputed = [name for one in places().rules.disputed for name in one.names]
    assert [name for name in disputed if any(zone_of_place(code, name) for code in ("RU", "UA"))] == []


def test_a_pack_says_the_zone_of_its_state() -> None:
    more = states().with_extra([StateEntry(code="XA", names=("Arvania",), zone="Europe/Malta")])
    assert zone_of_country("XA", more) == "Europe/Malta"
