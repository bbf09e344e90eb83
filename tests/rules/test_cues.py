"""Many phrases in one pass."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from regesta.rules.cues import Cues, key, plain


def found(values: dict[str, str], text: str) -> list[tuple[str, str]]:
    return [(hit.span.of(text), hit.value) for hit in Cues(values).find(plain(text))]


def test_the_longest_phrase_at_a_place_counts_alone() -> None:
    values = {"security": "a", "food security": "b", "security council": "c"}
    assert found(values, "Food Security and the security council; security.") == [
        ("Food Security", "b"),
        ("security council", "c"),
        ("security", "a"),
    ]


def test_a_phrase_ends_where_its_word_ends() -> None:
    assert found({"dam": "water"}, "Damage to the dam, a madam, dams.") == [("dam", "water")]


def test_a_star_takes_the_rest_of_the_word() -> None:
    values = {"terroris*": "stem", "terrorist group": "whole"}
    assert found(values, "terrorism, a terrorist group, terrors") == [
        ("terrorism", "stem"),
        ("terrorist group", "whole"),
    ]


def test_spaces_hyphens_and_line_ends_are_one() -> None:
    assert found({"drug trafficking": "x"}, "drug-trafficking and drug\n  trafficking") == [
        ("drug-trafficking", "x"),
        ("drug\n  trafficking", "x"),
    ]


def test_typographic_quotes_are_plain_quotes() -> None:
    assert found({"workers' rights": "x"}, "Workers’ rights") == [("Workers’ rights", "x")]


def test_no_phrases_find_nothing() -> None:
    assert found({}, "anything at all") == []


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    assert len(plain(text)) == len(text)


@given(
    st.lists(st.text(alphabet="ab -", min_size=1).filter(lambda one: key(one) != ""), min_size=1),
    st.text("ab -"),
)
def test_hits_are_the_phrases_and_never_overlap(phrases: list[str], text: str) -> None:
    words = [phrase for phrase in phrases if key(phrase)[0] != "-"]
    end = 0
    for hit in Cues({word: key(word) for word in words}).find(plain(text)):
        assert hit.span.start >= end
        assert key(hit.span.of(text)) == hit.value
        end = hit.span.end
