"""Verbs of the table in a line."""

from __future__ import annotations

from itertools import pairwise

import pytest

from regesta.mentions.verbs import VerbHit, find_verbs, light_classes
from tests.mentions.lines import cut


def first(text: str) -> VerbHit:
    return find_verbs(cut(text))[0]


def words(text: str) -> str:
    hit, toks = first(text), cut(text)
    return text[toks[hit.start].start : toks[hit.end - 1].end]


def test_a_light_verb_takes_its_noun() -> None:
    hit = first("She expressed deep concern about the border.")
    assert (hit.kind, hit.rule, hit.noun) == ("light", "noun.concern", 3)


def test_there_is_takes_a_noun_too() -> None:
    assert first("There was broad agreement that ports help.").rule == "noun.agree"


def test_a_predicate_may_have_adverbs_inside() -> None:
    assert words("They are fully convinced that peace will come.") == "are fully convinced"


def test_a_fixed_adverb_belongs_to_its_verb() -> None:
    assert first("They highly evaluate the results.").lemma == "highly evaluate"


def test_a_verb_with_a_wanted_object_needs_it() -> None:
    assert first("She handed a letter to the host.").kind == "group"
    assert find_verbs(cut("She handed a spoon to the host.")) == []


def test_a_word_after_will_is_a_verb_whatever_it_is() -> None:
    assert first("They will quickly frobnicate the border.").lemma == "frobnicate"
    assert first("There will be a feast.").lemma == "be"


@pytest.mark.parametrize("text", ["regarding the border", "the support of the state", "the two Sides Agreed"])
def test_prepositions_nouns_and_capitals_are_no_verbs(text: str) -> None:
    assert find_verbs(cut(text)) == []


def test_hits_do_not_overlap() -> None:
    hits = find_verbs(cut("He said that they met, took stock of the talks and expressed hope."))
    assert all(one.end <= two.start for one, two in pairwise(hits))


def test_give_carries_nouns_and_precede_none() -> None:
    assert light_classes("give")
    assert not light_classes("precede")
