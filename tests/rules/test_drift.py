"""The scale of acts and the words that carry nothing: the file's own examples."""

from __future__ import annotations

import re

import pytest

from regesta.model.finding import RegestaError
from regesta.model.records import GROUP_OF
from regesta.rules.base import data_text, parse
from regesta.rules.drift import DriftRules, Level, drift_rules
from tests.readouts import LEAD, read


def acts(sentence: str) -> set[str]:
    return {one.act for one in read(f"{LEAD}\n{sentence}\n").records.statements}


@pytest.mark.parametrize("level", drift_rules().scale, ids=lambda level: level.acts[0])
def test_the_sentences_of_a_step_reach_it(level: Level) -> None:
    assert [one for one in level.match if not acts(one) & set(level.acts)] == []
    assert [one for one in level.never if acts(one) & set(level.acts)] == []


def test_every_act_has_one_place_and_every_place_a_reason() -> None:
    assert set(drift_rules().force) == set(GROUP_OF)
    assert all(len(level.why) > 30 for level in drift_rules().scale)


def test_an_act_given_twice_is_refused() -> None:
    text = data_text("drift.yml").replace("acts: [sign]", "acts: [sign, agree]")
    with pytest.raises(RegestaError, match="exactly once: agree"):
        parse(text, DriftRules, "drift.yml")


def test_stop_words() -> None:
    stop = drift_rules().stop
    assert [one for one in stop.match if set(re.findall(r"\w+", one)) - stop.words] == []
    assert [one for one in stop.never if not set(re.findall(r"\w+", one)) - stop.words] == []


def test_forms_of_one_word_and_of_two() -> None:
    forms = drift_rules().forms
    assert [pair for pair in forms.match if forms.root(pair[0]) != forms.root(pair[1])] == []
    assert [pair for pair in forms.never if forms.root(pair[0]) == forms.root(pair[1])] == []
