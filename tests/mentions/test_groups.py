"""Groups, sides and pronouns in a line."""

from __future__ import annotations

import pytest

from regesta.mentions.groups import GroupMention, find_groups
from tests.mentions.lines import cut, marked


def groups(text: str) -> list[GroupMention]:
    return find_groups(cut(text), marked(text))


@pytest.mark.parametrize(
    ("text", "words", "kind", "states", "number"),
    [
        ("The two ministers agreed", "The two ministers", "group", (), 2),
        ("both the ministers", "both the ministers", "group", (), 2),
        ("both sides noted", "both sides", "group", (), 2),
        ("neither side moved", "neither side", "group", (), None),
        ("The two discussed trade", "The two", "group", (), 2),
        ("the three countries’ leaders met", "the three countries’ leaders", "group", (), 3),
        ("The three NSAs met", "The three NSAs", "group", (), 3),
        ("the leaders of both sides", "the leaders of both sides", "group", (), None),
        ("leaders of Arvania and Brevonia", "leaders of Arvania and Brevonia", "group", ("XA", "XB"), None),
        ("Arvanian and Corvian ministers", "Arvanian and Corvian ministers", "group", ("XA", "XC"), None),
        ("the Arvanian side said", "the Arvanian side", "side", ("XA",), None),
        ("the visiting delegation left", "the visiting delegation", "side", (), None),
        ("they met", "they", "pronoun", (), None),
        ("Both noted this", "Both", "pronoun", (), None),
        ("The former also spoke", "The former", "pronoun", (), None),
    ],
)  # fmt: skip
def test_a_group_is_read_with_its_states_and_number(
    text: str, words: str, kind: str, states: tuple[str, ...], number: int | None
) -> None:
    (found,) = groups(text)
    assert (found.span.of(text), found.kind, found.states, found.number) == (words, kind, states, number)


@pytest.mark.parametrize(
    "text",
    ["ministers are busy", "the former minister spoke", "both Arvania and Brevonia", "Article I. applies"],
)
def test_a_noun_without_determiner_is_no_group(text: str) -> None:
    assert groups(text) == []


def test_the_other_side_and_a_foreign_body_say_so() -> None:
    (other,) = groups("the other side replied")
    (foreign,) = groups("the OECS delegation")
    assert (other.other, foreign.foreign) == (True, True)
