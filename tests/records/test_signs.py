"""What a sentence may hold, by its single words: nothing that is found is passed over."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.mentions.times import find_clock_times, find_durations, find_ordinals, find_windows
from regesta.mentions.tokens import tokens
from regesta.model.span import Span
from regesta.records.signs import (
    ATTENDANCE,
    CLOCK_TIME,
    DURATION,
    FAILING,
    MEDIUM,
    OCCASION,
    ORDINAL,
    PUTTING_OFF,
    WINDOW,
    signs,
)
from regesta.rules.meetings import meeting_rules
from regesta.rules.times import time_rules

FINDERS: list[tuple[int, Callable[[str, Span], object]]] = [
    (WINDOW, find_windows),
    (CLOCK_TIME, find_clock_times),
    (DURATION, find_durations),
    (ORDINAL, find_ordinals),
]
RULES = time_rules()
WORDS = [
    *RULES.months, *RULES.months_short, *RULES.weekdays, *RULES.seasons, *RULES.numbers, *RULES.ordinals,
    *RULES.units, *RULES.which, *RULES.eras, *RULES.days_named, *RULES.clock.names, *RULES.triggers,
    *RULES.ordinal_counts.heads, *RULES.ordinal_counts.rounds, *RULES.starters, *RULES.prepositions,
    "2021", "12", "3rd", "21st", "10:30", "9", "p.m.", "half", "an hour", "hour-long", "3h", "40 mins", "½",
]  # fmt: skip
JOINTS = st.sampled_from([" ", " ", " ", "-", "–", ", ", ".", "(", "/", "’", "\n", ""])
SAID = st.lists(st.tuples(st.sampled_from(WORDS), JOINTS, st.booleans()), max_size=6)


def bits(text: str) -> int:
    return signs().of(tokens(text, Span(0, len(text))))


def no_find_is_passed_over(text: str) -> None:
    told = bits(text)
    for bit, find in FINDERS:
        assert told & bit or not find(text, Span(0, len(text)))


@settings(deadline=None)
@given(SAID)
def test_words_of_time_in_any_order_are_told_by_a_sign(words: list[tuple[str, str, bool]]) -> None:
    no_find_is_passed_over("".join((word.upper() if loud else word) + joint for word, joint, loud in words))


def test_the_examples_of_the_rules_of_time_are_told_by_a_sign() -> None:
    examples = [
        *(text for rule in RULES.windows for text in rule.match), *RULES.durations.match,
        *RULES.clock.match, *RULES.ordinal_counts.match,
    ]  # fmt: skip
    for text in examples:
        no_find_is_passed_over(text.replace("«", "").replace("»", ""))


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        ("The tour was put off.", FAILING),
        ("They agreed to postpone the visit.", PUTTING_OFF),
        ("The envoy co-chaired the consultations.", ATTENDANCE),
        *((f"They met {phrase} the fair.", OCCASION) for phrase in meeting_rules().occasion),
        *((f"They met {words}.", MEDIUM) for every in meeting_rules().mediums.values() for words in every),
    ],
)
def test_turns_of_phrase_are_told_by_one_of_their_words(words: str, sign: int) -> None:
    assert bits(words) & sign


def test_most_sentences_hold_nothing_rare() -> None:
    assert bits("President Sule thanked Minister Strom for the warm welcome.") == 0


def test_each_sign_has_a_bit_of_its_own() -> None:
    each = [WINDOW, CLOCK_TIME, DURATION, ORDINAL, FAILING, PUTTING_OFF, ATTENDANCE, OCCASION, MEDIUM]
    assert sum(each) == (1 << len(each)) - 1
