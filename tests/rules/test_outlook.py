"""What every match of a pattern begins with, and what it must hold."""

from __future__ import annotations

import re

import pytest

from regesta.rules.attendance import attendance
from regesta.rules.base import Forms
from regesta.rules.furniture import furniture_rules
from regesta.rules.meeting_grammar import MeetingGrammar, meeting_grammar
from regesta.rules.outlook import begins_with, first_letter_first, must_hold


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("talks|visit", "[tv]"),
        ("(?:the )?round", "[rt]"),
        (r"\(?(?:photo|\d{2})", r"[\(\dp]"),
        ("[A-C-]x", r"[A-C\-]"),
        (r"\b(?=x)(?<!y)(?P<name>z)?a{2}", "[az]"),
        ("(?(name)a|b)c", "[ab]"),
        ("[^a]b", None),
        (".b", None),
        ("a?", None),
    ],
)
def test_the_first_letters_are_those_with_which_a_match_can_begin(pattern: str, letters: str | None) -> None:
    assert begins_with(pattern) == letters


@pytest.mark.parametrize(
    ("pattern", "pieces"),
    [
        ("was (?:also )?(?:attended|accompanied) by", r"\baccompanied|\battended"),
        ("took part in|led the (?:[^ ]+ ){0,4}delegation", r"\bdelegation|\bpart"),
        (r"(?:re)?schedul\w+", "schedul"),
        (r"(?:\w+ ){0,3}put off", r"\boff"),
        (r"\d{1,2}(?:st|nd)", r"\d"),
        ("mid-year", r"\byear"),
        ("x?", ""),
        (r"\w{3}|round", ""),
    ],
)
def test_few_and_long_pieces_of_words_are_told_of_a_match(pattern: str, pieces: str) -> None:
    assert must_hold(pattern).pattern == pieces


def test_what_is_no_group_that_the_reader_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown group"):
        must_hold("(?P=name)x")


FORMS = [attendance(), *(getattr(meeting_grammar(), name) for name in MeetingGrammar.model_fields)]


@pytest.mark.parametrize("forms", [one for one in FORMS if isinstance(one, Forms)])
def test_the_sign_stands_in_a_word_of_all_that_the_forms_match(forms: Forms) -> None:
    found = [match[0] for words in forms.match for match in forms.pattern.finditer(words)]
    assert found
    assert all(any(forms.sign.search(word) for word in words.split()) for words in found)


def test_alternatives_are_tried_in_their_order_where_their_first_letter_stands() -> None:
    joined = first_letter_first(["(?P<a>[ab]x)", "(?P<b>ay|by)", "(?P<c>.y)", "(?P<d>b.)"])
    assert joined == "(?=(?i:[ab]))(?:(?P<a>[ab]x)|(?P<b>ay|by))|(?P<c>.y)|(?=(?i:[b]))(?:(?P<d>b.))"
    found = [re.fullmatch(joined, text) for text in ("ax", "by", "cy", "bz", "cz")]
    assert [match and match.lastgroup for match in found] == ["a", "b", "c", "d", None]


def test_the_first_letters_of_rules_for_furniture_are_those_of_their_examples() -> None:
    for rule in furniture_rules().rules:
        letters = begins_with(rule.source)
        assert letters is None or all(re.match(letters, line, re.IGNORECASE) for line in rule.match)
