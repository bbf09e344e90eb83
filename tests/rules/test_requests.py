"""The words of requests: the file's own examples."""

from __future__ import annotations

import pytest

from regesta.rules.base import Forms, Listed, data_text
from regesta.rules.requests import RequestRules, request_rules, targets
from regesta.rules.verbs import verb_rules

FIELDS = sorted(RequestRules.model_fields)
WORDS = [name for name in FIELDS if isinstance(getattr(request_rules(), name), Listed)]


@pytest.mark.parametrize("name", [name for name in WORDS if name not in ("targets", "no_thing")])
def test_a_list_is_met_where_it_says_and_nowhere_else(name: str) -> None:
    words = getattr(request_rules(), name)
    assert [phrase for phrase in words.match if not _stands(phrase, words.words)] == []
    assert [phrase for phrase in words.never if _stands(phrase, words.words)] == []


def test_a_question_is_told_by_its_first_word() -> None:
    entry = request_rules().no_thing
    assert [phrase for phrase in entry.match if phrase.split()[0] not in entry.words] == []
    assert [phrase for phrase in entry.never if phrase.split()[0] in entry.words] == []


def test_a_further_target_begins_after_and() -> None:
    entry = request_rules().targets
    assert [phrase for phrase in entry.match if not targets().search(phrase)] == []
    assert [phrase for phrase in entry.never if targets().search(phrase)] == []


def test_the_forms_of_repetition() -> None:
    entry = request_rules().again
    assert isinstance(entry, Forms)
    assert [phrase for phrase in entry.match if not entry.pattern.search(phrase)] == []
    assert [phrase for phrase in entry.never if entry.pattern.search(phrase)] == []


@pytest.mark.parametrize("name", FIELDS)
def test_the_head_of_the_file_says_what_a_list_is_for(name: str) -> None:
    assert f"# {name} " in data_text("requests.yml").split("\nno_request:")[0]


def test_every_verb_that_asks_for_nothing_is_in_the_verb_table() -> None:
    rules = verb_rules()
    known = {verb for group in rules.groups for verb in group.verbs}
    known |= {noun for nouns in rules.nouns for noun in nouns.nouns}
    asked = request_rules()
    listed = asked.no_request.words | asked.need_whom.words | asked.whom_first.words
    assert sorted(listed - known) == []


def _stands(phrase: str, words: frozenset[str]) -> bool:
    """Say whether one of the words stands in the phrase as words of its own."""
    return any(f" {word} " in f" {phrase.lower()} " for word in words)
