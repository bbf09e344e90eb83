"""Places: the shipped towns, and what was entered by hand."""

import pytest

from regesta.rules.base import data_text
from regesta.rules.places import Places, places, places_of
from regesta.rules.states import StateEntry, states


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Tokyo", "JP"),
        ("London", "GB"),
        ("Zürich", "CH"),
        ("Zurich", "CH"),
        ("St. Petersburg", "RU"),
        ("Kiev", "UA"),
        ("Geneva", "CH"),
        ("Hawaii", "US"),
        ("Xinjiang", "CN"),
        ("Scotland", "GB"),
        ("Davos", "CH"),
        ("Rashtrapati Bhavan", "IN"),
        ("Élysée Palace", "FR"),
        ("Elysee Palace", "FR"),
        ("Camp David", "US"),
        ("Washington, D.C.", "US"),
    ],
)
def test_a_known_place_has_its_country(name: str, country: str) -> None:
    place = places().get(name)
    assert place is not None
    assert place.country == country


@pytest.mark.parametrize("name", ["Crimea", "Jerusalem", "Kashmir", "Northern Territories", "San Jose"])
def test_a_claimed_or_shared_name_has_candidates_and_no_country(name: str) -> None:
    place = places().get(name)
    assert place is not None
    assert place.country is None
    assert list(place.countries) == sorted(place.countries)


@pytest.mark.parametrize(
    "name", ["Of", "March", "May", "General", "Union", "Clinton", "Kim", "Japan", "Russian"]
)
def test_words_states_and_common_surnames_are_no_towns(name: str) -> None:
    assert places().get(name) is None


@pytest.mark.parametrize(
    "name", ["Reading", "Nice", "Mobile", "Victoria", "Takasaki", "Yamaguchi", "Houston"]
)
def test_a_doubtful_name_asks_for_context(name: str) -> None:
    place = places().get(name)
    assert place is not None
    assert place.context


def test_every_capital_of_a_state_is_a_place_of_that_state_or_disputed() -> None:
    for entry in states():
        for capital in entry.capitals:
            place = places().get(capital)
            assert place is not None, capital
            assert entry.code in place.countries, capital


def test_every_code_is_a_known_one() -> None:
    known, rules = set(states().codes), places().rules
    rows = data_text("places.tsv").splitlines()[1:]
    codes = {code for row in rows for code in row.split("\t")[2].split("|")}
    codes |= {*rules.regions, *rules.venues, *rules.towns, *rules.tail_only}
    codes |= {code for one in rules.disputed for code in one.candidates}
    assert codes - known <= {"AQ", "BV", "HM", "TF", "UM"}


def test_the_file_of_towns_is_sorted_well_formed_and_small() -> None:
    text = data_text("places.tsv")
    rows = [line.split("\t") for line in text.splitlines()]
    assert rows[0] == ["name", "ascii", "country", "population", "context"]
    assert all(len(row) == 5 and row[4] in ("", "place", "in") for row in rows[1:])
    names = [row[0] for row in rows[1:]]
    assert names == sorted(set(names))
    assert len(text.encode()) < 1_200_000


def test_a_pack_brings_its_towns_and_venues() -> None:
    varenia = StateEntry(
        code="XA",
        names=("Varenia",),
        capitals=("Port Selm",),
        places=("Ostmark",),
        venues={"Reed House": "Ostmark"},
    )
    table = places_of(states().with_extra([varenia]))
    assert [getattr(table.get(name), "country", None) for name in ("Port Selm", "Ostmark", "Reed House")] == [
        "XA"
    ] * 3
    assert getattr(table.get("Reed House"), "city", None) == "Ostmark"


def test_a_capital_of_a_pack_is_a_place_without_further_towns() -> None:
    varenia = StateEntry(code="XA", names=("Varenia",), capitals=("Port Selm",))
    found = places_of(states().with_extra([varenia])).get("Port Selm")
    assert found is not None
    assert (found.countries, found.kind, found.context) == (("XA",), "town", "")


def test_a_capital_that_ships_keeps_what_must_stand_around_it() -> None:
    more = StateEntry(code="GE", names=("Georgia",), capitals=("New Tbilisi",), places=("Ostmark",))
    table = places_of(states().with_extra([more]))
    assert table.get("Tbilisi") is None
    assert table.get("New Tbilisi") is not None


def test_a_name_by_hand_wins_over_the_file_of_towns() -> None:
    assert isinstance(places(), Places)
    venice = places().get("Lapland")
    assert venice is not None
    assert venice.kind == "region"
