"""Words and marks of a text, with their places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.mentions.lines import cut


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("U.S. ships at 17:50", ["U.S.", "ships", "at", "17:50"]),
        ("the 18th of May.", ["the", "18th", "of", "May", "."]),
        ("Arvania’s in-depth G20 talks", ["Arvania", "’s", "in-depth", "G20", "talks"]),
        ("1,000 chargés d’Affaires", ["1,000", "chargés", "d’Affaires"]),
        ("a 120mm round", ["a", "120", "mm", "round"]),
    ],
)
def test_a_text_is_cut_into_words_and_marks(text: str, wanted: list[str]) -> None:
    assert [token.text for token in cut(text)] == wanted


@given(st.text())
def test_tokens_quote_the_text_in_order_and_skip_only_white_space(text: str) -> None:
    end, skipped = 0, ""
    for token in cut(text):
        assert token.text == token.span.of(text)
        skipped += text[end : token.start]
        end = token.end
    assert (skipped + text[end:]).strip() == ""
