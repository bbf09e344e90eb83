"""Passages printed twice."""

from __future__ import annotations

from tests.structure.pages import read

TWICE = """They met in Lunden.
(1) Ports
Both ministers valued the progress made on the northern ports.
They confirmed the plan.
(1) Ports
Both ministers  valued the progress made on the northern ports.
They confirmed the plan.
(2) Roads
They spoke of roads.
"""


def test_a_section_printed_twice_is_marked_at_its_second_place() -> None:
    text, made = read(TWICE)
    assert [block.repeated for block in made.blocks] == [False] * 4 + [True] * 3 + [False] * 2
    (repeat,) = made.repeats
    assert " ".join(repeat.first.of(text).split()) == " ".join(repeat.again.of(text).split())
    assert repeat.first.end <= repeat.again.start


def test_a_long_paragraph_counts_alone_and_a_short_one_does_not() -> None:
    long = "Both ministers valued the progress made on the northern ports."
    assert len(read(f"They met.\n{long}\nThey ate.\n{long}")[1].repeats) == 1
    assert read("They met.\nThey parted.\nThey ate.\nThey parted.")[1].repeats == ()


def test_the_same_heading_over_other_words_is_no_repeat() -> None:
    text = """They met.
1. Ports
They spoke of tin.
2. Roads
They spoke.
3. Ports
They spoke of copper and of ships."""
    assert read(text)[1].repeats == ()


def test_a_heading_joins_the_passage_it_was_repeated_with() -> None:
    text = """They met.
Overview
The first part was about the ports of the north and their opening.
Overview
The second part was about the roads of the south and their repair.
Overview
The second part was about the roads of the south and their repair.
"""
    made = read(text)[1]
    assert [block.index for block in made.blocks if block.repeated] == [5, 6]
    assert made.repeats[0].first == made.blocks[3].span.join(made.blocks[4].span)


def test_captions_and_titles_do_not_count() -> None:
    line = "The Ministers of Karvia and Tessaly hold a long meeting in the old harbour town of Lunden"
    made = read(
        f"{line}\n⟦dateline:March 3, 2031⟧\n⟦caption:{line}⟧\n⟦caption:{line}⟧\n{line}.\nThey parted."
    )[1]
    assert made.repeats == ()


def test_three_times_gives_two_repeats() -> None:
    long = "Both ministers valued the progress made on the northern ports."
    made = read(f"They met.\n{long}\n{long}\n{long}")[1]
    assert [block.repeated for block in made.blocks] == [False, False, True, True]
