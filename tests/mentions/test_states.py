"""States in a text, on sentences of our own."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.mentions.states import find_states
from regesta.model.span import Span
from regesta.rules.states import StateEntry, States, states


def read(text: str, known: States | None = None) -> list[tuple[str, str | None, str]]:
    """Return the words, codes and kinds found in ``text``."""
    mentions = find_states(text, Span(0, len(text)), known)
    return [(mention.span.of(text), mention.code, mention.kind) for mention in mentions]


def codes(text: str) -> list[str | None]:
    """Return only the codes found in ``text``."""
    return [code for _, code, _ in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Japan-Peru talks", ["JP", "PE"]),
        ("the U.S.–EU summit", ["US", "EU"]),
        ("U.S.-Japan ties", ["US", "JP"]),
        ("a Sino-Indian border", ["CN", "IN"]),
        ("the Russo-Japanese text", ["RU", "JP"]),
        ("Franco-German friends", ["FR", "DE"]),
        ("the Peruvian-Chilean group", ["PE", "CL"]),
        ("Norway/Iceland", ["NO", "IS"]),
    ],
)
def test_a_pair_gives_two_mentions(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "tell us more",
        "a roast turkey",
        "fine china",
        "the Indo-Pacific",
        "General Franco",
        "the Indian Ocean",
        "Latin American guests",
        "the South China Sea",
        "the Sea of Japan",
        "the Taiwan Strait",
        "New Mexico",
        "the Korean Peninsula",
        "Michael Jordan",
        "Mr. Jordan",
        "George Washington",
        "J. Ireland",
        "US$ 5 million",
        "5 million U.S. dollars",
        "anti-American posters",
        "published in Russian.",
        "(in French)",
        "the Niger Delta",
        "Northern Ireland",
        "the Minsk agreements",
        "the Vienna Convention",
        "Washington, D.C.",
        "the Lisbon summit",
        "They met in Rome.",
        "He visited Rome.",
        "Rome",
        "a Russian-language paper",
        "Polishing",
    ],
)
def test_what_only_looks_like_a_state_is_none(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("King Hussein of Jordan spoke", ("Jordan", "JO", "name")),
        ("The Russian side agreed", ("Russian", "RU", "adjective")),
        ("Russians and others", ("Russians", "RU", "people")),
        ("the U.S. delegation", ("U.S.", "US", "adjective")),
        ("the U.S. welcomed it", ("U.S.", "US", "name")),
        ("the US and others", ("US", "US", "name")),
        ("the ROK minister", ("ROK", "KR", "adjective")),
        ("Brussels proposed a text", ("Brussels", "EU", "metonym")),
        ("The Kremlin replied", ("Kremlin", "RU", "metonym")),
        ("a note was handed to Moscow", ("Moscow", "RU", "metonym")),
        ("members of NATO", ("NATO", None, "organisation")),
        ("the UN Security Council met", ("UN Security Council", "UN", "organisation")),
        ("the United\nStates", ("United\nStates", "US", "name")),
        ("in the United States of America", ("United States of America", "US", "name")),
        ("the Central African Republic", ("Central African Republic", "CF", "name")),
        ("Guinea-Bissau voted", ("Guinea-Bissau", "GW", "name")),
        ("PERU STATEMENT", ("PERU", "PE", "name")),
        ("the Korean text", ("Korean", None, "adjective")),
        ("in Russian waters", ("Russian", "RU", "adjective")),
    ],
)
def test_one_word_and_what_it_means(text: str, found: tuple[str, str | None, str]) -> None:
    assert read(text) == [found]


@pytest.mark.parametrize(
    ("text", "possessive"),
    [
        ("Japan’s view", True),
        ("Japan's view", True),
        ("the Philippines’ view", True),
        ("the U.S.'s view", True),
        ("Japan view", False),
        ("'from Japan' he said", False),
    ],
)
def test_the_possessive_is_seen(text: str, possessive: bool) -> None:
    (mention,) = find_states(text, Span(0, len(text)))
    assert mention.possessive is possessive


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("in Lima and Oslo, they", []),
        ("The Élysée Palace, Paris", []),
        ("between Lima and Oslo", ["PE", "NO"]),
        ("Rome, Italy", ["IT"]),
        ("Rome, Norway and others", ["IT", "NO"]),
    ],
)
def test_capitals_in_a_list_after_in_are_places(text: str, found: list[str]) -> None:
    assert codes(text) == found


def test_an_abbreviation_beside_an_adjective_is_one_too() -> None:
    assert [kind for _, _, kind in read("U.S. and Japanese officials")] == ["adjective", "adjective"]
    assert [kind for _, _, kind in read("the U.S. and Japan agreed")] == ["name", "name"]


def test_only_the_span_is_read() -> None:
    text = "Peru and Chile and Japan"
    (mention,) = find_states(text, Span(5, 14))
    assert mention.span.of(text) == "Chile"


def test_a_phrase_never_runs_over_an_empty_line() -> None:
    assert codes("He thanked the Republic of\n\nKorea too") == [None]


def test_a_state_of_a_pack_is_found() -> None:
    known = states().with_extra([StateEntry(code="XA", names=("Varenia",), adjectives=("Varenian",))])
    assert read("Varenia and the Varenian side", known) == [
        ("Varenia", "XA", "name"),
        ("Varenian", "XA", "adjective"),
    ]
    assert read("Varenia") == []


words = st.sampled_from([*states().words, "and", "the", " ", ",", ".", "-", "’s", "\n", "(", "Mr.", "in"])


@given(st.lists(words, max_size=30).map(" ".join))
def test_mentions_are_in_order_and_never_overlap(text: str) -> None:
    mentions = find_states(text, Span(0, len(text)))
    for one, two in pairwise(mentions):
        assert one.span.end <= two.span.start
    for mention in mentions:
        assert mention.code is None or mention.code in mention.candidates
