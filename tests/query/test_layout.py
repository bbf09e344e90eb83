"""Sections and paragraphs, counted from the text."""

from __future__ import annotations

from regesta.model.span import Span
from regesta.query.layout import lay_out
from tests.ledger.readings import at

TEXT = """Harbour Talks

The ministers met at the harbour.

1. Fish
The ministers discussed herring.
• They discussed cod.

(1) Nets
They discussed nets.

Other matters

They discussed a long list of matters that runs on over the end
of this line and ends here.
They left.
"""
HEADINGS = ("1. Fish", "(1) Nets", "Other  matters")


def _place(words: str, furniture: tuple[str, ...] = ("Harbour Talks",)) -> tuple[str | None, int | None]:
    layout = lay_out(TEXT, HEADINGS, [at(TEXT, piece) for piece in furniture])
    return layout.place(at(TEXT, words))


def test_paragraphs_are_counted_from_the_heading_on() -> None:
    assert _place("The ministers met") == (None, 1)
    assert _place("discussed herring") == ("section 1", 1)
    assert _place("discussed cod") == ("section 1", 2)
    assert _place("discussed nets") == ("section 1 (1)", 1)


def test_a_heading_without_a_number_is_cited_by_its_words() -> None:
    assert _place("of this line") == ("section “Other matters”", 1)
    assert _place("They left") == ("section “Other matters”", 2)


def test_a_numbered_line_of_furniture_is_a_heading_though_nobody_spoke_under_it() -> None:
    layout = lay_out(TEXT, (), [at(TEXT, "1. Fish")])
    assert layout.place(at(TEXT, "discussed herring")) == ("section 1", 1)


def test_lines_without_a_sentence_are_not_counted() -> None:
    layout = lay_out(TEXT, HEADINGS, (), [at(TEXT, "The ministers met at the harbour.")])
    assert layout.place(at(TEXT, "The ministers met")) == (None, 1)


def test_an_empty_text_has_no_places() -> None:
    assert lay_out("", (), ()).place(Span(0, 0)) == (None, None)
