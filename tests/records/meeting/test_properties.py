"""What holds for any text: cited words, the same ids, bounded time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.records.meeting.readouts import meetings, read

WORDS = [
    *(
        "Foreign Minister Amara Sule",
        "President Tor Halvek",
        "of Brevonia",
        "Arvania",
        "met",
        "with",
        "held",
        "talks",
    ),
    *(
        "will visit",
        "the summit",
        "in Lunden",
        "on 3 May 2031",
        "and",
        ",",
        ".",
        "(",
        ")",
        "“",
        "led by",
        "received",
    ),
    *(
        "the two ministers",
        "their",
        "round of",
        "on the margins of the",
        "for 50 minutes",
        "Forum",
        "visit",
        "to",
    ),
    *("’s", "\n\n", "-"),
]
ODD = [
    "," * 100_000,
    "(" * 2_000 + ")" * 2_000,
    "Minister and " * 300 + "met.",
    "Minister/" * 340 + " met.",
    "x" * 50_000 + " met with President Tor Halvek.",
    "\u202eForeign Minister Amara Sule\u202c met\x00 with \x07President Tor Halvek.",
    "the meeting of " * 400,
    "invited him to visit " * 300,
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_every_meeting_cites_words_of_the_text(words: list[str]) -> None:
    text = " ".join(words)
    for meeting in meetings(text):
        for span in (meeting.span, *meeting.also):
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text).strip()


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_the_same_words_give_the_same_meetings(words: list[str]) -> None:
    text = " ".join(words)
    assert read(text).records == read(text).records


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_every_meeting_has_an_id_of_its_own(words: list[str]) -> None:
    found = meetings(" ".join(words))
    assert len({meeting.id for meeting in found}) == len(found)


@pytest.mark.parametrize("text", ODD, ids=lambda text: text[:12].strip())
def test_odd_text_takes_little_time(text: str) -> None:
    started = time.process_time()
    meetings(text)
    assert time.process_time() - started < 10
