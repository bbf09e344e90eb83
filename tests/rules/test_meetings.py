"""The rule files of meetings, names and groups: their examples hold, their words are in order."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from regesta.mentions.events import find_events
from regesta.model.finding import RegestaError
from regesta.model.records import FORMATS
from regesta.rules.base import Forms, Listed, Strict, data_text, parse
from regesta.rules.groups import group_rules
from regesta.rules.meeting_grammar import meeting_grammar
from regesta.rules.meetings import MeetingNoun, MeetingRules, meeting_rules
from regesta.rules.names import name_rules
from regesta.rules.offices import office_rules
from tests.mentions.lines import cut


def _entries(kind: type[Strict]) -> Iterator[tuple[str, Strict]]:
    for rules in (meeting_grammar(), group_rules(), name_rules()):
        for name in type(rules).model_fields:
            if isinstance(entry := getattr(rules, name), kind):
                yield f"{type(rules).__name__}.{name}", entry


LISTS = dict(_entries(Listed))
FORMS = dict(_entries(Forms))


def _holds(words: frozenset[str], phrase: str) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", phrase, re.IGNORECASE) for word in words)


@pytest.mark.parametrize("name", LISTS)
def test_the_examples_of_a_list_hold_one_of_its_words(name: str) -> None:
    entry = LISTS[name]
    assert isinstance(entry, Listed)
    assert [phrase for phrase in entry.match if not _holds(entry.words, phrase)] == []
    assert [phrase for phrase in entry.never if _holds(entry.words, phrase)] == []


@pytest.mark.parametrize("name", FORMS)
def test_the_examples_of_a_pattern_hold_one_of_its_forms(name: str) -> None:
    entry = FORMS[name]
    assert isinstance(entry, Forms)
    assert [phrase for phrase in entry.match if not entry.pattern.search(phrase)] == []
    assert [phrase for phrase in entry.never if entry.pattern.search(phrase)] == []


@pytest.mark.parametrize("noun", meeting_rules().nouns, ids=lambda noun: noun.id)
def test_the_examples_of_a_noun_are_read_as_it(noun: MeetingNoun) -> None:
    for phrase in noun.match:
        assert noun.none or noun.id in {event.noun.id for event in find_events(cut(phrase))}, phrase
    for phrase in noun.never:
        assert noun.id not in {event.noun.id for event in find_events(cut(phrase))}, phrase


def test_a_press_conference_is_no_meeting() -> None:
    assert find_events(cut("They spoke at a joint press conference.")) == []


def test_a_noun_stands_once() -> None:
    words = [word for noun in meeting_rules().nouns for word in noun.words]
    assert sorted({word for word in words if words.count(word) > 1}) == []


def test_every_level_has_a_rank() -> None:
    assert set(meeting_rules().ranks) == set(office_rules().levels)


def test_attending_verbs_are_carriers() -> None:
    grammar = meeting_grammar()
    assert grammar.attending <= grammar.carriers.words
    assert grammar.calling <= grammar.speaking
    assert grammar.open_conditions <= set(meeting_rules().condition)


def test_a_format_that_is_none_is_refused() -> None:
    assert "summit" in FORMATS
    text = data_text("meetings.yml").replace("format: summit", "format: picnic", 1)
    with pytest.raises(RegestaError, match="no such format: picnic"):
        parse(text, MeetingRules, "meetings.yml")
