"""What a word may be part of, by its letters alone."""

import re

import pytest

from regesta.mentions import signs
from regesta.mentions.signs import Signs
from regesta.mentions.tokens import tokens
from regesta.model.span import Span

FIGURES, ROUND = 1, 2
TESTS = [(FIGURES, re.compile(r"\d")), (ROUND, re.compile("round"))]


def test_the_words_of_a_sentence_tell_what_it_may_hold() -> None:
    text = "The 2nd Roundtable"
    assert Signs(TESTS).of(tokens(text, Span(0, len(text)))) == FIGURES | ROUND
    assert Signs(TESTS).of(tokens(text, Span(0, 3))) == 0


def test_only_so_many_words_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signs, "_MOST", 2)
    found = Signs(TESTS)
    assert [found[word] for word in ("Rounds", "2+2", "road", "Rounds")] == [ROUND, FIGURES, 0, ROUND]
    assert len(found) <= 2
