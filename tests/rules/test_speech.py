"""Words that decide whether a clause reports something: the file's own examples."""

from __future__ import annotations

import re

import pytest

from regesta.model.finding import RegestaError
from regesta.rules.base import data_text, parse
from regesta.rules.speech import SpeechRules, WordList, speech_rules

NAMES = sorted(SpeechRules.model_fields)


def holds(entry: WordList, phrase: str) -> bool:
    """Whether one of the words stands in a phrase, as a word of its own."""
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", phrase.lower()) for word in entry.words)


@pytest.mark.parametrize("name", NAMES)
def test_a_class_is_met_where_it_says_and_nowhere_else(name: str) -> None:
    entry: WordList = getattr(speech_rules(), name)
    assert [phrase for phrase in entry.match if not holds(entry, phrase)] == []
    assert [phrase for phrase in entry.never if holds(entry, phrase)] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_head_of_the_file_says_what_a_class_is_for(name: str) -> None:
    assert f"# {name} " in data_text("speech.yml").split("\ntalks:")[0]


def test_a_word_is_looked_up_in_its_class() -> None:
    assert "talks" in speech_rules().talks
    assert "harbour" not in speech_rules().talks


def test_a_class_without_examples_is_refused() -> None:
    text = data_text("speech.yml").replace("match: [receive]", "match: []")
    with pytest.raises(RegestaError, match="receiving"):
        parse(text, SpeechRules, "speech.yml")
