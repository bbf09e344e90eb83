"""Many phrases in one pass."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.mentions.tokens import tokens
from regesta.model.span import Span
from regesta.rules import cues
from regesta.rules.cues import Cues, key, plain

PHRASES = [
    "food security", "food", "people's rights", "terroris*", "5g", "g20 agenda", "u.s. aid", "2+2", "h1n1",
]  # fmt: skip
WORDS = [
    "Food", "SECURITY", "foods", "people’s", "Rights", "terrorism", "5G", "g20", "G20", "agenda", "U.S.",
    "aid", "2+2", "2", "H1N1", "counter-food", "½",
]  # fmt: skip


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


@given(
    st.lists(st.sampled_from(PHRASES), min_size=1),
    st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from([" ", "-", "’", ", ", "\u00a0", "‑"]))),
)
def test_where_a_phrase_may_begin_is_told_word_by_word(
    phrases: list[str], words: list[tuple[str, str]]
) -> None:
    text = "".join(word + joint for word, joint in words)
    known = Cues({phrase: phrase for phrase in phrases})
    toks = tokens(text, Span(0, len(text)))
    places = [tok.start + at for tok in toks for at in known.starts[tok.text]]
    assert list(known.find_at(plain(text), places)) == list(known.find(plain(text)))


def test_only_so_many_words_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cues, "_MOST", 2)
    starts = Cues({"food security": "x", "terroris*": "y"}).starts
    words = ("Food", "foods", "counter-terrorism", "Food")
    assert [starts[word] for word in words] == [(0,), (), (8,), (0,)]
    assert len(starts) <= 2
