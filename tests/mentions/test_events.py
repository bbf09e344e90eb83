"""Meeting nouns in a line."""

from __future__ import annotations

import pytest

from regesta.mentions.events import find_events
from tests.mentions.lines import cut


def found(text: str) -> list[tuple[str, str]]:
    toks = cut(text)
    return [(text[toks[e.start].start : toks[e.end - 1].end], e.noun.id) for e in find_events(toks)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("held a Summit Meeting in Lunden", [("Summit Meeting", "summit")]),
        ("the Foreign Ministers’ Meeting", [("Foreign Ministers’ Meeting", "foreign_ministers")]),
        ("summit talks meeting", [("summit talks meeting", "summit")]),
        ("the “2+2” meeting", [("2+2", "two_plus_two"), ("meeting", "talks")]),
        ("a telephone call", [("telephone call", "call")]),
        ("the meeting and the visit", [("meeting", "talks"), ("visit", "visit")]),
        ("nothing here", []),
    ],
)
def test_the_longest_words_win(text: str, wanted: list[tuple[str, str]]) -> None:
    assert found(text) == wanted
