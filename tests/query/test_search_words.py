"""What is typed into a search box and how it is read."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.ledger.search_tables import TOKENIZER
from regesta.model.finding import RegestaError
from regesta.query.marking import marked
from regesta.query.search_words import Looked, expression, read_words, wanted_only, widened

MAKE = "CREATE VIRTUAL TABLE w USING fts5(words, facets, content='', tokenize='{}')"


def read(typed: str) -> list[tuple[str, ...]]:
    return [one.phrases for one in read_words(typed)]


def test_words_phrases_beginnings_and_what_must_not_stand() -> None:
    assert read_words('ferry "low pass" -snow -"heavy rain" minist*') == (
        Looked(("ferry",)),
        Looked(('"low pass"',)),
        Looked(("snow",), without=True),
        Looked(('"heavy rain"',), without=True),
        Looked(("minist",), prefix=True),
    )


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("ferry OR rain", [("ferry",), ("OR",), ("rain",)]),
        ('"open', [("open",)]),
        ("NEAR(ferry)", [("NEAR(ferry)",)]),
        ("words:ferry ^rain", [("words:ferry",), ("^rain",)]),
        ("2+2 * & ( )", [("2+2",)]),
        ("-snow", [("snow",)]),
        ("Arvenia-Tolmark", [("Arvenia-Tolmark",)]),
    ],
)
def test_signs_of_another_language_are_plain_words(typed: str, words: list[tuple[str, ...]]) -> None:
    assert read(typed) == words


@pytest.mark.parametrize("typed", ["", "  ", '"" * -', "a " * 33, "x" * 501])
def test_no_word_and_too_many_are_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(RegestaError, match=r"word|letters"):
        read_words(typed)


@given(st.text(max_size=60))
def test_no_input_is_an_error_of_the_index(typed: str) -> None:
    try:
        looked = widened(read_words(typed), lambda _: True)
    except RegestaError:
        return
    with closing(sqlite3.connect(":memory:")) as memory:
        memory.execute(MAKE.format(TOKENIZER))
        memory.execute("SELECT rowid FROM w WHERE w MATCH ?", (expression(looked),)).fetchall()
    marked(["Some words."], wanted_only(looked))


HELD = {
    "meet", "met", "meets", "meeting", "meetings", "visit", "visits", "visited", "unite", "united", "hope",
    "hop", "hoped", "organisation", "organization", "organizations", "study", "studies", "defence", "defense",
}  # fmt: skip


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("met", {"meet", "meets", "meeting"}),
        ("visits", {"visit", "visited"}),
        ("hoped", {"hope"}),
        ("organisation", {"organization", "organizations"}),
        ("studies", {"study"}),
        ("Defence", {"defense"}),
        ("Vasterhame", set()),
    ],
)
def test_a_word_is_looked_for_in_its_forms_and_spellings(word: str, others: set[str]) -> None:
    [one] = widened(read_words(word), HELD.__contains__)
    assert set(one.phrases[1:]) == others


def test_phrases_and_beginnings_stay_as_they_are() -> None:
    assert widened(read_words('"visits" visit*'), HELD.__contains__) == read_words('"visits" visit*')


def test_words_are_marked_where_they_stand() -> None:
    quote = "The Café in Vasterhåme; the cafés\x00 of \U000f0000 Vasterhåme."
    [spans] = marked([quote], wanted_only(read_words("café vasterha* -the")))
    assert [quote[span.start : span.end] for span in spans] == ["Café", "Vasterhåme", "Vasterhåme"]
