"""The way back from a text into its file."""

from __future__ import annotations

import pytest

from regesta.model.span import Span
from regesta.model.way import Way

PAGES = Way("page", ((0, 1), (100, 2), (160, 1), (180, 3)))


@pytest.mark.parametrize(
    ("span", "told"),
    [
        (Span(0, 10), "page 1"),
        (Span(90, 100), "page 1"),
        (Span(90, 101), "pages 1–2"),
        (Span(100, 101), "page 2"),
        (Span(170, 175), "page 1"),
        (Span(179, 181), "pages 1–3"),
        (Span(500, 501), "page 3"),
    ],
)
def test_words_stand_on_their_pages(span: Span, told: str) -> None:
    assert PAGES.at(span) == told


def test_paragraphs_of_a_file_are_told_from_those_of_a_section() -> None:
    assert Way("paragraph", ((0, 12), (40, 13))).at(Span(5, 50)) == "file paragraphs 12–13"
    assert Way("paragraph", ((0, 12), (40, 14))).whole == "file paragraphs 12–14"


def test_a_way_without_marks_says_nothing() -> None:
    assert Way("page", ()).at(Span(0, 5)) == ""
