"""The closed classes: written as they are looked up."""

from __future__ import annotations

import pytest

from regesta.model.finding import RegestaError
from regesta.rules.base import data_text, parse
from regesta.rules.grammar import Grammar, grammar


@pytest.mark.parametrize("name", sorted(Grammar.model_fields))
def test_words_are_single_and_in_lower_case(name: str) -> None:
    words = getattr(grammar(), name)
    assert words
    assert [word for word in words if word != word.lower() or " " in word] == []


@pytest.mark.parametrize("name", sorted(Grammar.model_fields))
def test_the_head_of_the_file_says_what_a_class_is_for(name: str) -> None:
    head = data_text("grammar.yml").split("\nprepositions:")[0]
    assert f"# {name} " in head


def test_an_unquoted_on_is_refused() -> None:
    """YAML reads a bare "on" as true."""
    with pytest.raises(RegestaError, match="prepositions"):
        parse(data_text("grammar.yml").replace('in, "on", among', "in, on, among"), Grammar, "grammar.yml")


def test_an_unknown_class_is_refused() -> None:
    with pytest.raises(RegestaError, match="adverbs"):
        parse(data_text("grammar.yml") + "adverbs: [soon]\n", Grammar, "grammar.yml")
