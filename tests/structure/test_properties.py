"""What holds for every text: nothing lost, nothing twice, everything in order."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.model.document import Furniture, Page, Source
from regesta.model.span import Span
from regesta.structure import outline
from tests.structure.pages import check_tiling, page

_WORDS = [
    "1.",
    "2.",
    "(1)",
    "(i)",
    "(ii)",
    "a.",
    "b.",
    "A.",
    "•",
    "–",
    "-",
    "*",
    "I.",
    "II.",
    "1.2",
    "(",
    ")",
    "...",
    "U.S.",
    "p.m.",
    "Mr.",
    "D.C.",
    "“Yes.”",
    "?",
    "###",
    "and",
    "。",
    "Ports",
    "met.",
    "photo:",
]
_PARTS = [
    *_WORDS,
    "1. 1.",
    "The ministers met.",
    "They agreed to:",
    "Talks in Lunden",
    "(local time)",
    "Dec. 2",
]
_ODD = ["x" * 130, "\u200b", "\ufeff", "\n", "\n", "\n\n", " ", "\t", "\r\n", "\u2028", "\x0b", "\u00a0"]
_PIECES = st.tuples(st.sampled_from([*_PARTS, *_ODD]), st.sampled_from(["", " ", "\n"]))
_BUILT = st.lists(_PIECES).map(lambda parts: "".join(word + space for word, space in parts))
_TEXTS = st.one_of(st.text(max_size=200), _BUILT)
_KINDS = st.sampled_from(["caption", "dateline", "navigation", "language"])


@settings(max_examples=300, deadline=None)
@given(_TEXTS)
def test_blocks_and_sentences_tile_every_text(text: str) -> None:
    made = page(text.replace("⟦", "["))
    check_tiling(made, outline(made))


@settings(max_examples=150, deadline=None)
@given(_TEXTS, st.lists(st.tuples(st.integers(0, 120), st.integers(0, 60), _KINDS), max_size=5))
def test_furniture_anywhere_and_overlapping_does_no_harm(text: str, cuts: list[tuple[int, int, str]]) -> None:
    inside = [(min(start, len(text)), min(start + length, len(text)), kind) for start, length, kind in cuts]
    furniture = tuple(Furniture(Span(start, end), kind, "chance") for start, end, kind in inside)
    made = Page(text, Source(), "", b"", furniture=furniture)
    check_tiling(made, outline(made))


@settings(max_examples=100, deadline=None)
@given(_TEXTS)
def test_the_same_page_gives_the_same_outline(text: str) -> None:
    made = page(text)
    assert outline(made) == outline(made)
