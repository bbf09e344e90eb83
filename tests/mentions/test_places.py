"""Places in a text, on sentences of our own."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.mentions.places import PlaceMention, find_places
from regesta.model.span import Span
from regesta.rules.states import StateEntry, States, states


def find(text: str, known: States | None = None) -> tuple[PlaceMention, ...]:
    """Return all places in ``text``."""
    return find_places(text, Span(0, len(text)), known)


def read(text: str) -> list[tuple[str, str | None, str | None]]:
    """Return words, country and preposition of each place."""
    return [(one.span.of(text), one.country, one.preposition) for one in find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks took place in Oslo.", [("Oslo", "NO", "in")]),
        ("He travelled to Lima", [("Lima", "PE", "to")]),
        ("They met in the city of Gdańsk.", [("Gdańsk", "PL", "in")]),
        ("in Kazan, Tatarstan, Russia.", [("Kazan, Tatarstan, Russia", "RU", "in")]),
        ("in San Jose, Costa Rica, on 4 May", [("San Jose, Costa Rica", "CR", "in")]),
        ("in Atlanta, Georgia.", [("Atlanta, Georgia", "US", "in")]),
        ("in London, the United Kingdom.", [("London, the United Kingdom", "GB", "in")]),
        ("In Oslo, Norway and Peru signed", [("Oslo", "NO", "in")]),
        ("in Oslo, Peru and Chile signed", [("Oslo", "NO", "in")]),
        ("in Oslo and Tromsø", [("Oslo", "NO", "in"), ("Tromsø", "NO", "in")]),
        (
            "visiting Nice, Lyon and Dijon",
            [("Nice", "FR", "visiting"), ("Lyon", "FR", "visiting"), ("Dijon", "FR", "visiting")],
        ),
        ("in Gunma Prefecture, Japan.", [("Gunma Prefecture, Japan", "JP", "in")]),
        ("in Crimea", [("Crimea", None, "in")]),
        ("at 10 Downing Street", [("10 Downing Street", "GB", "at")]),
        ("The Kremlin, Moscow", [("Kremlin, Moscow", "RU", None)]),
        ("MINISTERS MEET IN LISBON", [("LISBON", "PT", "in")]),
        ("in Ulfsborgen, Norway.", [("Ulfsborgen, Norway", "NO", "in")]),
        ("through Moscow State University", [("Moscow", "RU", "through")]),
        ("St Petersburg hosted it", [("St Petersburg", "RU", None)]),
    ],
)
def test_places_with_country_and_preposition(
    text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Reading the text, he smiled.",
        "a mobile team",
        "Mr. Takasaki spoke",
        "Aldo Verona spoke",
        "in March, Japan agreed",
        "the Paris Agreement",
        "the Minsk agreements",
        "New Zealand agreed",
        "Al-Sabah",
        "the State Department said",
        "Ricardo Lagos said",
        "at Austin Brown’s invitation",
        "in Russia",
        "Open Radio (ORAN) projects",
    ],
)
def test_what_only_looks_like_a_place_is_none(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "name", "country", "city"),
    [
        ("at the White House", "White House", "US", "Washington"),
        ("at Rashtrapati Bhavan", "Rashtrapati Bhavan", "IN", "New Delhi"),
        ("at Camp David", "Camp David", "US", None),
        ("at the Great Hall of the People", "Great Hall of the People", "CN", "Beijing"),
        ("at the Old Mint Palace in Vienna", "Old Mint Palace", "AT", "Vienna"),
        ("at the Astoria Hotel in Lima", "Astoria Hotel", "PE", "Lima"),
        ("at the Alderney Residence", "Alderney Residence", None, None),
        ("in the Oslo City Hall", "Oslo City Hall", "NO", "Oslo"),
    ],
)
def test_a_venue_and_its_city(text: str, name: str, country: str | None, city: str | None) -> None:
    venue = find(text)[0]
    assert (venue.name, venue.country, venue.city, venue.kind) == (name, country, city, "venue")


def test_candidates_are_given_where_the_country_is_open() -> None:
    (jerusalem,) = find("in Jerusalem")
    assert (jerusalem.country, jerusalem.candidates) == (None, ("IL", "PS"))


def test_a_town_of_a_pack_is_found() -> None:
    varenia = StateEntry(code="XA", names=("Varenia",), capitals=("Port Selm",), places=("Ostmark",))
    known = states().with_extra([varenia])
    text = "in Port Selm and in Ostmark, Varenia."
    assert [(one.span.of(text), one.country) for one in find(text, known)] == [
        ("Port Selm", "XA"),
        ("Ostmark, Varenia", "XA"),
    ]


WORDS = """
in at to the Oslo Kazan Moscow Kremlin Reading City Palace Hall Japan Georgia Nice Al- New York , . and of
San Jose Costa Rica Prefecture 10 Downing Street MOSCOW White House
"""
words = st.sampled_from(WORDS.split())


@given(st.lists(words, max_size=25).map(" ".join).map(lambda text: text.replace(" ,", ",")))
def test_mentions_are_in_order_inside_the_text_and_never_overlap(text: str) -> None:
    mentions = find(text)
    for one, two in pairwise(mentions):
        assert one.span.end <= two.span.start
    for mention in mentions:
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert mention.span.of(text).startswith(mention.name)
