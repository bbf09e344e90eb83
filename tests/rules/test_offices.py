"""The words of offices: the file's own examples, and how parts settle a level."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest

from regesta.model.finding import RegestaError
from regesta.rules.base import data_text, parse
from regesta.rules.offices import (
    Example,
    OfficeRules,
    Portfolio,
    Words,
    head_level,
    level_of,
    office_rules,
    settle,
)

RULES = office_rules()
ENTRIES: tuple[Words, ...] = (
    *RULES.heads, *RULES.modifiers, *RULES.portfolios, *RULES.honorifics, *RULES.groups,
)  # fmt: skip


def _stands_in(words: Iterable[str], phrase: str) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", phrase) for word in words)


def _words(entry: Words) -> tuple[str, ...]:
    return (*entry.words, *entry.before) if isinstance(entry, Portfolio) else entry.words


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{type(entry).__name__}.{entry.id}")
def test_an_entry_is_met_where_it_says_and_nowhere_else(entry: Words) -> None:
    for phrase in entry.match:
        assert _stands_in(_words(entry), phrase), phrase
    for phrase in entry.never:
        assert not _stands_in(_words(entry), phrase), phrase


@pytest.mark.parametrize("example", RULES.examples, ids=lambda e: f"{e.office} ({e.country})")
def test_an_office_has_the_level_its_example_says(example: Example) -> None:
    assert level_of(example.office, example.country) == example.level


def test_words_stand_in_one_entry_of_a_class() -> None:
    for entries in (RULES.modifiers, RULES.portfolios, RULES.honorifics, RULES.groups):
        words = [word for entry in entries for word in entry.words]
        assert sorted({word for word in words if words.count(word) > 1}) == []


def test_every_level_is_in_the_order_once_and_in_use() -> None:
    assert len(set(RULES.levels)) == len(RULES.levels)
    assert {head.level for head in RULES.heads} == set(RULES.levels)


def test_a_phrase_without_a_head_has_no_level() -> None:
    assert level_of("Ministry of Foreign Affairs") is None
    assert level_of("") is None


def test_a_portfolio_raises_ministers_only() -> None:
    assert settle("Minister", portfolio="Foreign Affairs") == "foreign_minister"
    assert settle("Minister of State", portfolio="Foreign Affairs", country="AE") == "minister"
    assert settle("Minister", portfolio="Foreign Trade") == "minister"


def test_modifiers_shift_from_the_head_outwards() -> None:
    assert settle("Minister", ("First", "Deputy"), "Foreign Affairs") == "deputy_minister"
    assert settle("Prime Minister", ("Deputy",)) == "minister"
    assert settle("President", ("former",)) == "head_of_state"


def test_the_side_decides_where_one_title_names_two_offices() -> None:
    assert head_level("Foreign Secretary", "GB") == "foreign_minister"
    assert head_level("Foreign Secretary", "IN") == "deputy_minister"
    assert head_level("Secretary of State", None) == "foreign_minister"


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(RegestaError, match=r"offices\.yml"):
        parse(data_text("offices.yml") + "\ntitles: []\n", OfficeRules, "offices.yml")


def test_a_word_in_two_heads_is_refused() -> None:
    twice = data_text("offices.yml").replace("words: [First Lady,", "words: [Taoiseach, First Lady,", 1)
    with pytest.raises(RegestaError, match="in two heads: Taoiseach"):
        parse(twice, OfficeRules, "offices.yml")
