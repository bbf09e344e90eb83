"""Words that are safe on a page, whatever they hold."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from regesta.web.words import as_frozen, coded, frozen, printable

TURNING = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_marks_of_direction_are_left_out_and_controls_are_seen() -> None:
    assert printable("the \u202eship\u202c\r\n left\x07") == "the ship left\ufffd"
    assert printable("a “quoted” word – and 10 €") == "a “quoted” word – and 10 €"
    assert printable("said مرحبا there") == "\u2068said مرحبا there\u2069"
    assert printable(None) == printable("") == ""


def test_backticks_in_our_own_sentences_are_code_and_markup_in_them_is_none() -> None:
    assert coded("take it from `next`, or `a<b`") == "take it from <code>next</code>, or <code>a&lt;b</code>"
    assert coded("a ` alone") == "a ` alone"


@given(st.text())
def test_frozen_words_keep_their_number_and_lose_nothing_that_is_safe(text: str) -> None:
    shown = frozen(text)
    assert len(shown) == len(text)
    for before, after in zip(text, shown, strict=True):
        unsafe = before in TURNING or (
            unicodedata.category(before) in {"Cc", "Cs"} and before not in "\n\r\t"
        )
        assert after == ("\ufffd" if unsafe else before)
    assert "\r" not in as_frozen(text)


@given(st.text())
def test_words_written_from_right_to_left_are_kept_apart(text: str) -> None:
    shown = printable(text)
    turned = any(unicodedata.bidirectional(one) in {"R", "AL"} for one in shown)
    assert turned == shown.startswith("\u2068")
