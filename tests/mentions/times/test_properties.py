"""What holds for any text: spans stand in it, windows are valid, no text takes more than its share."""

from __future__ import annotations

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.mentions.times import (
    Anchor,
    find_clock_times,
    find_durations,
    find_ordinals,
    find_windows,
    leaning,
    resolve,
    why_unresolved,
)
from regesta.mentions.times.grammar import grammar
from regesta.mentions.times.mention import Tense
from regesta.model.edtf import bounds, valid
from regesta.model.span import Span
from regesta.rules.times import time_rules

LINES = (
    "on in by from at the end of until since within May March 3 20 31 20–21 2017 2019–2021 , . ( ) and to",
    "early mid- late next last this following day days week weeks month months year years Friday June Dec.",
    "1st 2nd second half first third time meeting round session total two an hour hours minutes and a half",
    "p.m. 5:50 16:00 spring of winter 2021/2022 Q3 quarter fiscal today (25) later ago",
    "(Mon.) 9/23 令和5年 年 月 日 0900 hrs JST (UTC+3) local time o'clock",
    "FY2024-25 will upcoming 2567 B.E. / ~",
    "before soon coming same 30 29 Reiwa B.E. - – ; 20/03/2017 between through twenty-first year-end weekend",
)
WORDS = [*(word for line in LINES for word in line.split()), "\n", "\n\n"]
PROSE = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
TEXTS = st.one_of(PROSE, st.text(max_size=200))
DAYS = st.one_of(st.dates(), st.sampled_from([date.min, date.max])).map(lambda day: day.isoformat())
EVENTS = st.sampled_from(
    ["2016-12-15/2016-12-16", "2016-12", "2016", "XXXX-12-31", "XXXX-02-28", "1996/..", "../2001", "9999-12"]
)
ANCHORS = st.builds(
    Anchor,
    st.none() | DAYS,
    st.none() | DAYS | EVENTS,
    st.sampled_from(["DE", "US", "JP", "XA", None]),
)
TENSES: st.SearchStrategy[Tense] = st.sampled_from(["past", "future", "present"])


@settings(max_examples=300, deadline=None)
@given(TEXTS, ANCHORS, TENSES)
def test_windows_are_valid_and_stand_in_the_text(text: str, anchor: Anchor, tense: Tense) -> None:
    last = 0
    for mention in find_windows(text, Span(0, len(text))):
        assert last <= mention.span.start < mention.span.end <= len(text)
        assert mention.span.contains(mention.core)
        assert mention.core.of(text) == mention.core.of(text).strip()
        last = mention.span.end
        window = resolve(mention, anchor, tense, text)
        assert (window is None) == (why_unresolved(mention, anchor, tense, text) is not None)
        assert leaning(text, Span(0, len(text)), mention) in (None, "future", "present")
        if window is not None:
            covered = bounds(window.edtf)
            assert valid(window.edtf) and window.span == mention.span
            assert covered is None or covered[0] <= covered[1]


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.integers(0, 60), st.integers(0, 120))
def test_nothing_is_found_outside_the_span(text: str, start: int, length: int) -> None:
    within = Span(min(start, len(text)), min(start + length, len(text)))
    for finder in (find_windows, find_durations, find_ordinals, find_clock_times):
        places = [one.span for one in finder(text, within)]
        assert all(within.contains(place) and place.start < place.end for place in places)
        assert all(a.end <= b.start for a, b in pairwise(places))


@settings(max_examples=300, deadline=None)
@given(PROSE)
def test_every_match_is_near_a_word_of_time(text: str) -> None:
    rules = grammar()
    everywhere = [found.span() for found in rules.finder.finditer(text)]
    assert all(rules.trigger.search(text, *place) for place in everywhere)


@settings(max_examples=300, deadline=None)
@given(PROSE)
def test_values_are_possible(text: str) -> None:
    whole = Span(0, len(text))
    assert all(0 < found.minutes <= 960 for found in find_durations(text, whole))
    assert all(found.value > 0 for found in find_ordinals(text, whole))
    assert all("00:00" <= found.value <= "23:59" for found in find_clock_times(text, whole))


def test_every_pattern_can_begin() -> None:
    """A word that begins an example's core must be among those with which the finder begins."""
    for rule in time_rules().windows:
        for sentence in rule.match:
            text = sentence.replace("«", "").replace("»", "")
            assert rule.name in [mention.rule for mention in find_windows(text, Span(0, len(text)))]


def test_ordinals_side_by_side_do_not_overlap() -> None:
    text = "1st 1st time"
    assert [found.span for found in find_ordinals(text, Span(0, len(text)))] == [Span(4, 12)]


BLOW_UPS = [
    "the end of ",
    "first half of the ",
    "in the ",
    "May ",
    "3 ",
    "20–21 ",
    "2017, ",
    "March 3, ",
    "from 3 to ",
    "the following ",
    "first ",
    "twenty-",
    "half an ",
    "an hour and ",
    "5:50 ",
    " ",
    "\n",
    "\t \n",
    "early mid late ",
    "the last week of ",
    "1",
    "a",
    "20.03.",
    "in two weeks, ",
    "first x x x x x ",
    "weeks and months ",
    "Friday, the ",
]


# Seconds of the processor, far above what any of these takes and far below what a blow-up takes.
_BOUND = 20.0


@pytest.mark.parametrize("piece", BLOW_UPS)
def test_time_grows_with_length_only(piece: str) -> None:
    """A text made of one piece again and again takes no more than a bounded time a character."""
    text = (piece * (60_000 // len(piece) + 1))[:60_000]
    for finder in (find_windows, find_durations, find_ordinals, find_clock_times):
        started = time.process_time()
        finder(text, Span(0, len(text)))
        assert time.process_time() - started < _BOUND, finder.__name__


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join))
def test_repeating_pieces_never_blow_up(piece: str) -> None:
    text = (piece + " ") * (8_000 // (len(piece) + 1) + 1)
    started = time.process_time()
    for finder in (find_windows, find_durations, find_ordinals, find_clock_times):
        finder(text, Span(0, len(text)))
    assert time.process_time() - started < _BOUND
