"""What ties two texts is told in their words, not in stems."""

from __future__ import annotations

import pytest

from regesta.resolve.spoken import as_written, both_ways
from regesta.rules.resolve import subject_stems


@pytest.mark.parametrize(
    ("text", "about", "written"),
    [
        (
            "They agreed to realize a memorial visit by former islanders to the Isles by aircraft in June.",
            "the memorial visit by former islanders by aircraft",
            ("memorial visit by former islanders", "aircraft"),
        ),
        ("The leaders welcomed the opening of the ferry line.", "open the ferry", ("opening of the ferry",)),
        (
            "A customs desk has been set up at the bridge.",
            "launch a customs desk",
            ("customs desk has been set up",),
        ),
        ("The islanders met. The islanders left.", "islanders", ("islanders",)),
        ("Snow fell.", "the ferry", ()),
    ],
)
def test_words_stand_as_the_text_has_them(text: str, about: str, written: tuple[str, ...]) -> None:
    assert as_written(text, subject_stems(about)) == written


def test_words_of_both_texts_are_given_where_they_differ() -> None:
    stems = subject_stems("open the ferry line")
    assert both_ways("to open the ferry line in May", "the ferry line was inaugurated", stems) == (
        "“open the ferry line”, in its words “ferry line was inaugurated”"
    )
    assert both_ways("the Ferry Line", "a ferry line", subject_stems("ferry line")) == "“ferry line”"
    assert both_ways("it would be done", "the ferry line", subject_stems("ferry line")) == "“ferry line”"
