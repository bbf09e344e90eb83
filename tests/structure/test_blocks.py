"""Lines joined into blocks."""

from __future__ import annotations

from tests.structure.pages import read, shape


def bodies(marked: str) -> list[str]:
    text, made = read(marked)
    return [" ".join(block.body.of(text).split()) for block in made.blocks]


def test_single_lines_without_blank_lines_are_paragraphs_of_their_own() -> None:
    assert bodies("The ministers met in Lunden.\nThey spoke of ports.\nThey will meet again.") == [
        "The ministers met in Lunden.",
        "They spoke of ports.",
        "They will meet again.",
    ]


WRAPPED = """The Minister for Foreign Affairs of Karvia and the Minister
for Foreign Affairs of Tessaly held talks in Lunden on March
20. The ministers discussed the ports of the northern coast
and the road to Orlan.
They agreed to meet again.

1. Energy cooperation between the two countries and with the
others
2. Ports
"""


def test_wrapped_lines_are_joined_into_paragraphs() -> None:
    assert bodies(WRAPPED) == [
        "The Minister for Foreign Affairs of Karvia and the Minister for Foreign Affairs of Tessaly held "
        "talks in Lunden on March 20. The ministers discussed the ports of the northern coast and the "
        "road to Orlan.",
        "They agreed to meet again.",
        "Energy cooperation between the two countries and with the others",
        "Ports",
    ]


def test_a_number_or_bullet_starts_a_block_without_a_blank_line() -> None:
    assert shape("The ministers agreed to:\n• open the port;\n• build the road.\nThey parted.") == [
        "paragraph The ministers",
        "item1 • open the",
        "item1 • build the",
        "paragraph They parted.",
    ]


def test_a_number_alone_on_its_line_takes_the_next_line_as_its_body() -> None:
    assert bodies("1.\nThe ministers met.\n2.\n\nThey parted.") == ["The ministers met.", "They parted."]


def test_furniture_is_a_block_of_its_own_even_inside_a_line() -> None:
    assert shape("⟦navigation:Home⟧ 1. The ministers met. ⟦navigation:Back to Ministers⟧\n***\n") == [
        "furniture Home",
        "item1 1. The ministers",
        "furniture Back to",
        "furniture ***",
    ]


def test_signs_that_close_a_text_are_not_its_words() -> None:
    text, made = read("Karvia notes the outcome.\n\nThe talks were useful. ###")
    assert [block.body.of(text) for block in made.blocks][-2:] == ["The talks were useful.", "###"]
    assert made.blocks[-1].kind == "furniture"


def test_line_ends_of_every_kind_part_lines() -> None:
    assert bodies("One met.\r\nTwo met.\rThree met.\u2028Four met.") == [
        "One met.",
        "Two met.",
        "Three met.",
        "Four met.",
    ]


def test_an_empty_text_has_no_blocks() -> None:
    for text in ("", " \n\t\n"):
        _, made = read(text)
        assert made.blocks == ()
        assert made.title is None
