"""What titles, publishers and offices say about a document: the file's own examples."""

from __future__ import annotations

import re

import pytest

from regesta.rules.publishers import (
    Kind,
    Office,
    is_voice,
    kind_in_title,
    level_served,
    looks_ahead,
    ministry_in,
    publisher_rules,
)

RULES = publisher_rules()


@pytest.mark.parametrize("entry", RULES.kinds, ids=lambda entry: entry.kind)
def test_a_title_settles_the_kind(entry: Kind) -> None:
    assert [title for title in entry.match if (kind_in_title(title) or ("",))[0] != entry.kind] == []
    assert [title for title in entry.never if kind_in_title(title)] == []


@pytest.mark.parametrize("entry", RULES.offices, ids=lambda entry: entry.level)
def test_a_publisher_serves_an_office(entry: Office) -> None:
    assert [name for name in entry.match if level_served(name) != entry.level] == []
    assert [name for name in entry.never if level_served(name) == entry.level] == []


def test_some_titles_look_ahead() -> None:
    assert [title for title in RULES.ahead.match if not looks_ahead(title)] == []
    assert [title for title in RULES.ahead.never if looks_ahead(title)] == []


def test_a_body_is_found_in_running_text() -> None:
    assert [text for text in RULES.bodies.match if ministry_in(text, 0, len(text)) is None] == []
    assert [text for text in RULES.bodies.never if ministry_in(text, 0, len(text))] == []


def test_the_name_of_a_body_ends_with_its_capitals() -> None:
    text = "Issued by the Ministry of Foreign Affairs of Arvania in haste"
    assert ministry_in(text, 0, len(text)) == "Ministry of Foreign Affairs of Arvania"


def test_some_offices_only_speak() -> None:
    assert [office for office in RULES.voices.match if not is_voice(office)] == []
    assert [office for office in RULES.voices.never if is_voice(office)] == []


def test_a_leader_is_a_word_in_an_office() -> None:
    words = "|".join(RULES.leaders.words)
    assert [office for office in RULES.leaders.match if not re.search(words, office.lower())] == []
    assert [office for office in RULES.leaders.never if re.search(words, office.lower())] == []
