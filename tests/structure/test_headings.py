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


def test_a_few_words_between_numbered_sentences_are_a_heading() -> None:
    text = """They met.
(1) Trade rose.
(2) Energy
They agreed to:
a) open the port.
(3) They will meet again
They ate."""
    assert [line.split()[0] for line in shape(text)[1:]] == [
        "item1",
        "heading1",
        "paragraph",
        "item2",
        "item1",
        "paragraph",
    ]


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


def test_headings_may_carry_bare_or_circled_numbers() -> None:
    text = """Talks in Lunden

1 Trade

They spoke of tin.

2 Ports

① North
They spoke of it.
② South
They met."""
    assert shape(text)[1::2] == [
        "heading1 1 Trade",
        "heading1 2 Ports",
        "paragraph They spoke",
        "paragraph They met.",
    ]
    assert [line for line in shape(text) if "①" in line or "②" in line] == [
        "heading2 ① North",
        "heading2 ② South",
    ]


def test_a_number_that_counts_things_is_no_heading() -> None:
    assert shape("They met in Lunden.\n20 ministers came.\n2 left early.")[1:] == [
        "paragraph 20 ministers",
        "paragraph 2 left",
    ]


def test_bullets_nest_by_their_indentation_and_lines_hang_below_them() -> None:
    text = """They met.
- Ports will open.
  They lie in the north.
    - the old port
    - the new port
- Roads
"""
    assert shape(text) == [
        "paragraph They met.",
        "item1 - Ports will",
        "item2 - the old",
        "item2 - the new",
        "item1 - Roads",
    ]
    assert len(read(text)[1].blocks[1].sentences) == 2


def test_a_list_without_bullets_under_a_colon() -> None:
    things = "trade and tin,\nports,\nthe visit of the Prime Minister."
    _, made = read(f"They met.\nThe sides spoke of:\n{things}\nThey parted.")
    assert [block.kind for block in made.blocks] == ["paragraph"] * 2 + ["item"] * 3 + ["paragraph"]
    assert [block.lead for block in made.blocks] == [None, None, 1, 1, 1, None]


def test_the_first_line_under_the_date_is_a_heading_where_others_follow() -> None:
    text = """Talks in Lunden
⟦dateline:March 3, 2031⟧

Matters of trade

They spoke of tin.

Ports

They parted."""
    assert shape(text)[2:] == [
        "heading1 Matters of",
        "paragraph They spoke",
        "heading1 Ports",
        "paragraph They parted.",
    ]


def test_an_unnumbered_heading_may_end_in_a_colon_when_it_names_a_thing() -> None:
    text = "They met.\n\nBilateral Relations:\nThey spoke of tin.\n\nThe following is the text:\nThey parted."
    assert [line.split()[0] for line in shape(text)] == [
        "paragraph",
        "heading1",
        "paragraph",
        "paragraph",
        "paragraph",
    ]
