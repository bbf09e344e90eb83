"""How differences of two accounts are graded and worded: the file's own examples."""

from __future__ import annotations

import re
from itertools import product

import pytest

from regesta.model.finding import RegestaError
from regesta.model.records import GROUP_OF
from regesta.rules.accounts import AccountRules, account_rules
from regesta.rules.base import Forms, Listed, data_text, parse

RULES = account_rules()
LISTS = [name for name in AccountRules.model_fields if isinstance(getattr(RULES, name), Listed)]
FORMS = [name for name in AccountRules.model_fields if isinstance(getattr(RULES, name), Forms)]


def grade(one: str, two: str) -> str | None:
    return RULES.grade(RULES.distance(one, two), RULES.steps.acts)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_holds_a_word_of_each_of_its_phrases(name: str) -> None:
    listed = getattr(RULES, name)
    found = {
        phrase: bool(set(re.findall(r"\w+", phrase.lower())) & listed.words)
        for phrase in listed.match + listed.never
    }
    assert found == dict.fromkeys(listed.match, True) | dict.fromkeys(listed.never, False)


@pytest.mark.parametrize("name", FORMS)
def test_forms_are_met_in_their_phrases(name: str) -> None:
    forms = getattr(RULES, name)
    found = {phrase: bool(forms.pattern.search(phrase)) for phrase in forms.match + forms.never}
    assert found == dict.fromkeys(forms.match, True) | dict.fromkeys(forms.never, False)


def test_acts_that_are_far_apart_and_acts_that_are_near() -> None:
    assert {pair: grade(*pair) for pair in RULES.steps.far} == dict.fromkeys(RULES.steps.far, "substantive")
    assert [pair for pair in RULES.steps.near if grade(*pair) not in (None, "wording")] == []


def test_the_distance_of_two_acts_is_one_number() -> None:
    for one, two in product(GROUP_OF, repeat=2):
        assert RULES.distance(one, two) == RULES.distance(two, one)
        assert (RULES.distance(one, two) == 0) >= (one == two)


def test_our_own_words_hold_no_word_that_judges() -> None:
    said = " ".join(re.findall(r"[a-z ]+", str(RULES.words.model_dump()).lower()))
    assert [word for word in RULES.unfair if re.search(rf"\b{word}\b", said)] == []


@pytest.mark.parametrize(
    ("was", "now", "words"),
    [
        ("  asking: {discuss: 1,", "  asking: {chat: 1,", "no such act: chat"),
        ("denied: denied}", "}", "has no words"),
        ("forum: forum,", "", "a format of meetings has no words"),
        ("duration_slack: 10", "duration_slack: 10\nslack: 1", "slack"),
    ],
)
def test_what_is_not_whole_is_refused(was: str, now: str, words: str) -> None:
    text = data_text("accounts.yml")
    assert was in text
    with pytest.raises(RegestaError, match=words):
        parse(text.replace(was, now), AccountRules, "accounts.yml")
