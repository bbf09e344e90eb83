"""Headings, lists and what stands under what."""

from __future__ import annotations

from tests.structure.pages import read, shape

NESTED = """Minister Tesk Visits Karvia
⟦dateline:March 3, 2031⟧

On March 3 Minister Tesk held talks in Lunden. The overview is as follows.
1. Talks with the Prime Minister
(5:50 p.m., Mar. 3 (local time), for approximately 30 minutes)
(1) The Prime Minister welcomed the visit.
(2) Minister Tesk conveyed greetings.
2. Talks between the Ministers
Both ministers met for an hour.
(1) Ports
The ministers spoke of ports.
(2) Bilateral matters
(i) Roads
They spoke of roads.
(ii) Trade
They spoke of trade.
"""


def test_numbered_headings_nest_in_the_order_in_which_their_styles_open() -> None:
    assert shape(NESTED) == [
        "title Minister Tesk",
        "dateline March 3,",
        "paragraph On March",
        "heading1 1. Talks with",
        "aside (5:50 p.m.,",
        "item2 (1) The Prime",
        "item2 (2) Minister Tesk",
        "heading1 2. Talks between",
        "paragraph Both ministers",
        "heading2 (1) Ports",
        "paragraph The ministers",
        "heading2 (2) Bilateral matters",
        "heading3 (i) Roads",
        "paragraph They spoke",
        "heading3 (ii) Trade",
        "paragraph They spoke",
    ]


def test_blocks_know_the_headings_above_them() -> None:
    _, made = read(NESTED)
    assert made.blocks[5].headings == (3,)
    assert made.blocks[10].headings == (7, 9)
    assert made.blocks[15].headings == (7, 11, 14)
    assert made.blocks[14].headings == (7, 11)


def test_letters_may_stand_above_numbers() -> None:
    text = """I. Politics
1. Ports
They spoke of ports.
2. Roads
They spoke of roads.
II. Trade
1. Tin
Tin was named."""
    assert [line.split()[0] for line in shape(text)] == [
        "heading1", "heading2", "paragraph", "heading2", "paragraph", "heading1", "heading2", "paragraph",
    ]  # fmt: skip


def test_double_numbers_open_a_level_of_their_own() -> None:
    text = """1. Politics
They met.
1. 1. Ports
They spoke of ports.
1. 2. Roads
They spoke.
2. Trade
They parted."""
    assert shape(text)[2::2] == ["heading2 1. 1. Ports", "heading2 1. 2. Roads", "heading1 2. Trade"]


def test_numbered_sentences_are_items_and_no_headings() -> None:
    text = """Visit of Minister Tesk
⟦dateline:3 Mar 2031⟧

1. The Minister visited Karvia.

2. He will speak at:

a. A lecture

b. A dinner

3. He left."""
    assert shape(text)[2:] == [
        "item1 1. The Minister",
        "item1 2. He will",
        "item2 a. A lecture",
        "item2 b. A dinner",
        "item1 3. He left.",
    ]
    _, made = read(text)
    assert [block.lead for block in made.blocks[2:]] == [None, None, 3, 3, None]


def test_a_list_under_a_colon_has_no_headings_and_names_its_lead() -> None:
    text = "The ministers agreed to:\n1. ports\n2. roads\nThey also spoke of tin."
    assert shape(text) == [
        "paragraph The ministers",
        "item1 1. ports",
        "item1 2. roads",
        "paragraph They also",
    ]
    _, made = read(text)
    assert [block.lead for block in made.blocks] == [None, 0, 0, None]


def test_a_short_line_without_a_stop_is_a_heading_when_text_follows() -> None:
    text = """The ministers met in Lunden.

Ports and roads

They spoke of ports.

Trade

• They spoke of tin.

Done at Lunden"""
    assert shape(text) == [
        "paragraph The ministers",
        "heading1 Ports and",
        "paragraph They spoke",
        "heading1 Trade",
        "item2 • They spoke",
        "paragraph Done at",
    ]


def test_a_row_of_short_lines_is_no_row_of_headings() -> None:
    text = "The following took part.\nMinister Tesk\nMinister Orlan\nAmbassador Rook\nThey then dined."
    assert {line.split()[0] for line in shape(text)} == {"paragraph"}


def test_a_bullet_after_a_numbered_list_returns_to_the_heading_that_had_bullets_before() -> None:
    text = """The leaders met in Lunden.

1. Islands

• The leaders spoke of the islands.

(1) Ports
(i) The leaders spoke of ports.
(ii) They agreed to talk again.

• The Prime Minister conveyed his position.
"""
    _, made = read(text)
    last = made.blocks[-1]
    assert (last.level, last.headings) == (2, (1,))


def test_a_heading_may_end_in_a_colon_but_a_lead_is_none() -> None:
    assert shape("They met.\n1. Ports:\nThey spoke of ports.\n2. They agreed to:\n• open the port.") == [
        "paragraph They met.",
        "heading1 1. Ports:",
        "paragraph They spoke",
        "item1 2. They agreed",
        "item2 • open the",
    ]


def test_a_heading_has_one_sentence() -> None:
    text, made = read("They met.\n1. The U.S. The Karvian view\nThey spoke of it.")
    assert [one.of(text) for one in made.blocks[1].sentences] == ["The U.S. The Karvian view"]
