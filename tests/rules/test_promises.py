"""The words of the gate: the file's own examples, and the patterns made of them."""

from __future__ import annotations

import pytest

from regesta.rules.base import data_text
from regesta.rules.promises import PromiseRules, Stems, promise_patterns, promise_rules

AT_THE_BEGINNING = (
    "shared", "saying", "tasking", "realising", "going_on", "goes_on", "interest", "on_journey", "need",
    "counted", "deeds", "putting_off",
)  # fmt: skip
OF_THE_WHOLE = ("bodies",)
PATTERNS = {
    "process": "process",
    "deliverables": "deliverables",
    "delivered": "delivered",
    "bodies": "bodies",
    "putting_off": "putting_off",
    "counted": "counted",
    "deeds": "deeds",
    "coordinated": "coordinated",
    "shared": "shared",
    "realising": "realising",
    "going_on": "going_on",
    "goes_on": "goes_on",
    "interest": "interest",
    "journey": "journey",
    "on_journey": "on_journey",
    "need": "need",
    "saying": "saying",
    "tasking": "tasking",
    "events": "event",
}


def test_every_list_with_examples_is_tried() -> None:
    assert set(PATTERNS) == {name for name in PromiseRules.model_fields if isinstance(_entry(name), Stems)}


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_a_list_is_met_where_it_says_and_nowhere_else(name: str) -> None:
    pattern, entry = getattr(promise_patterns(), PATTERNS[name]), _entry(name)
    assert isinstance(entry, Stems)
    whole = pattern.fullmatch if name in OF_THE_WHOLE else pattern.search
    met = pattern.match if name in AT_THE_BEGINNING else whole
    assert [phrase for phrase in entry.match if not met(phrase)] == []
    assert [phrase for phrase in entry.never if met(phrase)] == []


@pytest.mark.parametrize("name", sorted(PromiseRules.model_fields))
def test_the_head_of_the_file_says_what_a_list_is_for(name: str) -> None:
    assert f"# {name} " in data_text("promises.yml").split("\nprocess:")[0]


@pytest.mark.parametrize(
    ("pattern", "met", "not_met"),
    [
        ("future", "that they will open", "that they open at will-power"),
        ("infinitive", "to open", "to the pier"),
        ("own_subjects", "that the two sides", "that corvia"),
        ("commitments", "its firm commitment to peace", "a long and winding road to some firm commitment"),
        ("past_marks", "the plan adopted in ", "the plan adopted by all, which in "),
        ("past_marks", "the aid made available in ", "that aid would be made available in "),
        ("past_marks", "the fair to be held in ", "that a fair will be held in "),
        ("new_time", " the fair to June", " the fair planned to begin in June"),
        ("scheduled", "the round will again be held in june", "the round will be long"),
        ("scheduled", "the round is scheduled for june", "the round is long"),
    ],
)
def test_a_pattern_is_met_and_not_met(pattern: str, met: str, not_met: str) -> None:
    found = getattr(promise_patterns(), pattern)
    look = found.match if pattern in ("commitments", "new_time") else found.search
    assert look(met)
    if pattern != "future":
        assert not look(not_met)


def test_the_words_of_an_event_are_kept() -> None:
    found = promise_patterns().event.search(
        "to open it in time for the President's visit to Halden, or later"
    )
    assert found is not None
    assert found.group(1) == "President's visit to Halden"


def _entry(name: str) -> object:
    return getattr(promise_rules(), name)
