"""Lengths, ordinals and times of day: value, span and what is declined."""

from __future__ import annotations

import pytest

from regesta.mentions.times import find_clock_times, find_durations, find_ordinals
from regesta.model.span import Span

DURATIONS = [
    ("for «approximately 1 hour and 40 minutes» in all", 100, True),
    ("It lasted «an hour and a half».", 90, False),
    ("It lasted «more than an hour».", 60, True),
    ("a «45-minute» talk", 45, False),
    ("a «forty-five minute» talk", 45, False),
    ("for «nearly two hours»", 120, True),
    ("«half an hour»", 30, False),
    ("for «three hours» on end", 180, False),
    ("for «two and a half hours»", 150, False),
    ("a «two-hour» talk", 120, False),
    ("for «1.5 hours»", 90, False),
    ("for «2 hours 15 minutes»", 135, False),
    ("«an hour-long» talk", 60, False),
    ("for «three quarters of an hour»", 45, False),
    ("«a half-hour» talk", 30, False),
    ("for «35 min.» each", 35, False),
    ("for «an hour and a quarter»", 75, False),
    ("about 20 people met for «about two hours»", 120, True),
    ("(plenary: «approximately 35\nminutes»)", 35, True),
]
NO_DURATIONS = [
    "a three-day visit",
    "50 years of ties",
    "30 to 40 minutes",
    "two to three hours",
    "90 km an hour",
    "a minute of silence",
    "two hours before the talks",
    "a 72-hour truce",
    "the minutes of the talks",
    "every two hours",
    "within the next two hours",
    "500 kilowatt hours",
    "96 AH-64 aircraft",
    "$45 minutes",
    "zero minutes",
    "0 minutes",
    "at the eleventh hour",
    "an hour ago",
    "a 45m wall",
]
ORDINALS = [
    ("(«second time this year», «ninth time in total»)", [(2, "year"), (9, "total")]),
    ("for the «18th time»", [(18, "total")]),
    ("their «first Arlo-Selvia Foreign Ministers’ Meeting»", [(1, "total")]),
    ("the «fifth bilateral meeting between the two presidents this year»", [(5, "year")]),
    ("the «second round» of talks", [(2, "round")]),
    ("at the «27th session» of the commission", [(27, "round")]),
    ("a «third trilateral», held at sea", [(3, "total")]),
    ("the «Third Eastern Harbour Forum»", [(3, "total")]),
    ("the «8th ALLIANCE Summit»", [(8, "total")]),
    ("the «first such meeting in five years»", [(1, "other")]),
    ("the «first official visit in eleven years»", [(1, "other")]),
    ("the «first visit since» the war", [(1, "other")]),
    ("It was the «twenty-first meeting» of the two.", [(21, "total")]),
    ("the «first-ever summit»", [(1, "total")]),
    ("this year’s «third meeting»", [(3, "year")]),
    ("the «fourth this year»", [(4, "year")]),
    ("the «third meeting since the start of the year»", [(3, "year")]),
    ("the «second working session»", [(2, "other")]),
    ("the «second meeting» will be held this year", [(2, "total")]),
    ("the «Twelfth Round» of talks", [(12, "round")]),
]
NO_ORDINALS = [
    "the first deputy minister’s meeting",
    "the First Lady’s visit",
    "First Vice-President Orl chaired the session",
    "the second half of the meeting",
    "at first the meeting was slow",
    "one third of the session",
    "the 21st century summit",
    "first of all, a meeting",
    "the 50th anniversary of the meeting",
    "a third country meeting",
    "the second-largest summit",
    "she first held talks",
    "the two first met in a session",
    "the first day of the session",
    "seconds before the meeting",
    "the third party to the talks",
    "in the first place the talks failed",
    "the second was the meeting",
    "First Deputy Prime Minister Orl’s visit",
]
CLOCKS = [
    ("(from «5:50 p.m.», Dec. 2", ["17:50"]),
    ("from «11:15 a.m.» for", ["11:15"]),
    ("at «16:00» sharp", ["16:00"]),
    ("at «2 p.m.» on the dot", ["14:00"]),
    ("at «2 pm»", ["14:00"]),
    ("at «noon»", ["12:00"]),
    ("at «12 noon»", ["12:00"]),
    ("at «12:30 a.m.»", ["00:30"]),
    ("from «2:00» to «3:30 p.m.»", ["14:00", "15:30"]),
    ("at «9.45 AM»", ["09:45"]),
    ("March 20, 2017, «09:05»", ["09:05"]),
]
NO_CLOCKS = [
    "a scale of 1:50000",
    "201711:04",
    "25:00",
    "10:75",
    "at 5",
    "a ratio of 10:30",
    "by 2 points",
    "$16:00",
    "3.5 percent",
    "I am 2",
    "16:00:99",
    "5 amber lights",
    "14 p.medium",
]


def _marked(sentence: str) -> tuple[str, list[str]]:
    words = [part.split("»")[0] for part in sentence.split("«")[1:]]
    return sentence.replace("«", "").replace("»", ""), words


def _whole(text: str) -> Span:
    return Span(0, len(text))


@pytest.mark.parametrize(("sentence", "minutes", "approximate"), DURATIONS)
def test_duration(sentence: str, minutes: int, approximate: bool) -> None:
    text, words = _marked(sentence)
    found = find_durations(text, _whole(text))
    assert [(one.minutes, one.approximate, one.span.of(text)) for one in found] == [
        (minutes, approximate, *words)
    ]


@pytest.mark.parametrize("text", NO_DURATIONS)
def test_no_duration(text: str) -> None:
    assert find_durations(text, _whole(text)) == ()


@pytest.mark.parametrize(("sentence", "expected"), ORDINALS)
def test_ordinal(sentence: str, expected: list[tuple[int, str]]) -> None:
    text, words = _marked(sentence)
    found = find_ordinals(text, _whole(text))
    assert [(one.value, one.scope) for one in found] == expected
    assert [one.span.of(text) for one in found] == words


@pytest.mark.parametrize("text", NO_ORDINALS)
def test_no_ordinal(text: str) -> None:
    assert find_ordinals(text, _whole(text)) == ()


@pytest.mark.parametrize(("sentence", "expected"), CLOCKS)
def test_clock(sentence: str, expected: list[str]) -> None:
    text, words = _marked(sentence)
    found = find_clock_times(text, _whole(text))
    assert [one.value for one in found] == expected
    assert [one.span.of(text) for one in found] == words


@pytest.mark.parametrize("text", NO_CLOCKS)
def test_no_clock(text: str) -> None:
    assert find_clock_times(text, _whole(text)) == ()
