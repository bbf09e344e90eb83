"""Where sentences end and where they go on."""

from __future__ import annotations

import pytest

from regesta.model.span import Span
from regesta.rules.sentences import sentence_rules
from regesta.structure import sentences


def split(text: str) -> list[str]:
    return [one.of(text) for one in sentences(text, Span(0, len(text)))]


WHOLE = [
    "The minister received H.E. Mr. Orlan Tesk, President of Karvia, in Lunden.",
    "They met at 5:50 p.m., Dec. 2 (local time, the same hereafter), for approximately 30 minutes.",
    "The talks began at 5:50 p.m. Lunden time.",
    "He thanked the U.S. Secretary of Trade and the U.K. Ambassador.",
    "President Joss R. Bell, Jr. spoke with Antony J. Marrow and with George W.Tull.",
    "The sides recalled Resolution No. 5 and Article 3.2 of the treaty.",
    "They visited St. Alban and the Mekong-U.S. Partnership office.",
    "Trade grew by 1.5 percent; the ministers welcomed this; they will meet again.",
    "“Will you come?” he asked, and she said that she would.",
    "The text says “we agree [...] on ports” and nothing else.",
    "He cited the report (see para. 4 and Fig. 2) with approval.",
    "The decision of 5. 12. 2016 stands.",
    "Dr. S. Varna and Prof. A. B. Dell took part, as did Lt. Gen. Rook.",
    "The meeting of the U.S. – Karvia council took place",
]

PARTED = [
    ("The talks ended at 5:50 p.m.", "The ministers then dined."),
    ("He returned to the U.S.", "The visit lasted two days."),
    ("They met in Washington, D.C.", "Secretary Marrow thanked the guests."),
    ("He spoke with Joss Bell, Jr.", "They agreed to meet again."),
    ("“We shall go on.”", "She said no more."),
    ("He asked: “Why not?”", "Nobody answered."),
    ("(The text was agreed.)", "The sides then signed it."),
    ("Is this enough?", "It is not!", "It never was."),
    ("They waited…", "Nothing came."),
    ("The visit took place in 2016.", "20 ministers came."),
    ("It was held in Karvia (second time this year).", "“A good start,” he said."),
    ("Trade doubled.[3]", "Exports rose."),
    ("He praised the agreements with the EU.", "In Lunden he signed one."),
    ("Er war dort.", "Élise Marn kam später."),
]


@pytest.mark.parametrize("text", WHOLE)
def test_a_full_stop_inside_a_sentence_does_not_end_it(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize("parts", PARTED, ids=lambda parts: parts[0])
def test_a_sentence_ends_where_the_next_begins(parts: tuple[str, ...]) -> None:
    assert split(" ".join(parts)) == list(parts)


def test_an_enumeration_inside_a_line_keeps_its_numbers() -> None:
    text = "They agreed as follows. 1. The port opens. 2. The road is built."
    assert split(text) == ["They agreed as follows.", "1. The port opens.", "2. The road is built."]


def test_a_missing_space_after_a_full_stop_is_seen_before_a_word_that_opens_a_sentence() -> None:
    assert split("The road was built.The port, too, opened.") == [
        "The road was built.",
        "The port, too, opened.",
    ]
    assert split("See karvia.Example for more.") == ["See karvia.Example for more."]


def test_full_width_stops_need_no_space() -> None:
    assert split("両大臣は会談した。次回は十月。") == ["両大臣は会談した。", "次回は十月。"]


def test_sentences_of_a_part_of_a_text_keep_their_places() -> None:
    text = "1.  They met. They talked.  End"
    found = sentences(text, Span(4, 26))
    assert [one.of(text) for one in found] == ["They met.", "They talked."]


@pytest.mark.parametrize("group", sentence_rules().abbreviations, ids=lambda group: group.id)
def test_each_group_of_abbreviations_does_what_its_examples_say(group) -> None:  # type: ignore[no-untyped-def]
    for text in group.match:
        assert split(text) == [text]
    for text in group.never:
        assert len(split(text)) == 2
