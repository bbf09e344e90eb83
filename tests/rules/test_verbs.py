"""The verb table: its schema, its own examples, and no verb whose act cannot be told."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

import pytest

from regesta.model.finding import RegestaError
from regesta.model.records import ACTS
from regesta.rules.base import data_text, parse
from regesta.rules.inflect import forms
from regesta.rules.verbs import NounClass, Predicate, VerbGroup, VerbRules, verb_rules

RULES = verb_rules()


def _written(lemmas: Iterable[str]) -> set[str]:
    return {form for lemma in lemmas for made in forms(lemma, RULES.irregular).values() for form in made}


def _stands_in(phrases: Iterable[str], sentence: str) -> bool:
    """Say whether a phrase is in the sentence; a few words may stand between its first and the rest."""
    for phrase in phrases:
        head, _, tail = phrase.partition(" ")
        between = rf"(?:\s+\w+){{0,2}}\s+{re.escape(tail)}" if tail else ""
        if re.search(rf"(?<!\w){re.escape(head)}{between}(?!\w)", sentence, re.IGNORECASE):
            return True
    return False


@pytest.mark.parametrize("group", RULES.groups, ids=lambda group: group.id)
def test_a_match_of_a_group_holds_one_of_its_verbs(group: VerbGroup) -> None:
    for sentence in group.match:
        assert _stands_in(_written(group.verbs), sentence), sentence


@pytest.mark.parametrize("group", [g for g in RULES.groups if g.needs_object], ids=lambda group: group.id)
def test_a_match_of_a_group_that_needs_an_object_has_it(group: VerbGroup) -> None:
    for sentence in group.match:
        assert _stands_in(group.needs_object, sentence), sentence
    for sentence in group.never:
        assert not _stands_in(group.needs_object, sentence), sentence


@pytest.mark.parametrize("nouns", RULES.nouns, ids=lambda nouns: nouns.id)
def test_a_match_of_a_noun_class_holds_noun_and_light_verb(nouns: NounClass) -> None:
    light = _written(verb for name in nouns.light for verb in RULES.light_verbs[name])
    for sentence in nouns.match:
        assert _stands_in(nouns.nouns, sentence), sentence
        assert _stands_in(light, sentence), sentence


@pytest.mark.parametrize("predicate", RULES.predicates, ids=lambda predicate: predicate.id)
def test_a_match_of_a_predicate_holds_it(predicate: Predicate) -> None:
    for sentence in predicate.match:
        assert _stands_in(predicate.words, sentence), sentence


def test_every_act_has_a_group() -> None:
    acts = {act for acts in ACTS.values() for act in acts}
    assert acts - {group.act for group in RULES.groups} == set()


def test_a_verb_in_two_groups_is_told_by_its_object() -> None:
    groups = defaultdict(list)
    for group in RULES.groups:
        for verb in group.verbs:
            groups[verb].append(group)
    open_before = {
        verb: [g.id for g in where]
        for verb, where in groups.items()
        if any(not g.needs_object for g in where[:-1])
    }
    assert open_before == {}


def test_a_noun_takes_one_class_with_each_light_verb() -> None:
    classes = defaultdict(set)
    for nouns in RULES.nouns:
        for noun in nouns.nouns:
            for name in nouns.light:
                for verb in RULES.light_verbs[name]:
                    classes[noun, verb].add(nouns.id)
    assert {key: ids for key, ids in classes.items() if len(ids) > 1} == {}


def test_nothing_is_listed_twice_in_one_list() -> None:
    lists: list[tuple[str, ...]] = [RULES.adverbs, RULES.events, *RULES.light_verbs.values()]
    lists += [group.verbs for group in RULES.groups] + [nouns.nouns for nouns in RULES.nouns]
    lists += [predicate.words for predicate in RULES.predicates]
    twice = [word for words in lists for word, count in Counter(words).items() if count > 1]
    assert twice == []


def test_a_predicate_stands_once() -> None:
    words = Counter(word for predicate in RULES.predicates for word in predicate.words)
    assert [word for word, count in words.items() if count > 1] == []


def test_an_event_is_no_act_unless_a_condition_makes_it_one() -> None:
    plain = {verb for g in RULES.groups if not (g.only or g.needs_object) for verb in g.verbs}
    assert plain & set(RULES.events) == set()


def test_irregular_verbs_are_truly_irregular() -> None:
    regular = [
        lemma
        for lemma, given in RULES.irregular.items()
        if len(given) == 2 and given[0] == given[1] and given[0] in forms(lemma, {})["past"]
    ]
    assert regular == []


def test_ize_verbs_are_listed_once() -> None:
    listed = {verb for group in RULES.groups for verb in group.verbs}
    assert {
        verb for verb in listed if verb.split()[0].endswith("ise") and f"{verb[:-3]}ize" in listed
    } == set()


def test_an_unknown_act_and_an_unknown_key_are_refused() -> None:
    text = data_text("verbs.yml")
    with pytest.raises(RegestaError, match="no such act: praise"):
        parse(text.replace("act: welcome", "act: praise", 1), VerbRules, "verbs.yml")
    with pytest.raises(RegestaError, match=r"verbs\.yml"):
        parse(text + "\nmore: []\n", VerbRules, "verbs.yml")
