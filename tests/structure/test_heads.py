"""Titles, date lines and captions at the top."""

from __future__ import annotations

from regesta.rules.sentences import sentence_rules
from regesta.structure.heads import caption_body
from tests.structure.pages import read, shape

BODY = "\n\nThe ministers met in Lunden and spoke of ports.\n"


def title(marked: str) -> str | None:
    text, made = read(marked + BODY)
    return None if made.title is None else made.blocks[made.title].body.of(text)


def test_the_first_line_is_the_title() -> None:
    assert title("Minister Tesk Visits Karvia\n⟦dateline:March 3, 2031⟧") == "Minister Tesk Visits Karvia"
    assert (
        title("Karvia and Tessaly: a New Page\n⟦dateline:March 3, 2031⟧") == "Karvia and Tessaly: a New Page"
    )


def test_a_title_may_follow_the_date() -> None:
    assert (
        title("⟦dateline:3 March 203111:04⟧\n\nComment on the talks in Lunden")
        == "Comment on the talks in Lunden"
    )


def test_the_name_of_a_section_gives_way_to_a_title() -> None:
    assert title("Karvia-Tessaly Relations\nMinister Tesk Visits Karvia") == "Minister Tesk Visits Karvia"


def test_the_name_of_a_section_gives_way_to_a_caption_that_names_the_meeting() -> None:
    caption = "⟦caption:photo1: Karvia-Tessaly Summit Meeting (Photo: Court Office)⟧"
    top = f"Karvia-Tessaly Relations\n\n⟦dateline:March 3, 2031⟧\n{caption}"
    assert title(top) == "Karvia-Tessaly Summit Meeting"
    assert shape(top + BODY)[0] == "furniture Karvia-Tessaly Relations"


def test_navigation_back_to_the_first_line_shows_it_to_be_a_section() -> None:
    section = "Dialogue and Meetings of the Two Ministries of Karvia"
    top = f"{section}\n⟦dateline:March 3, 2031⟧\nKarvia-Tessaly Ministers’ Meeting"
    text, made = read(top + BODY + f"⟦navigation:Back to {section}⟧")
    assert made.title is not None
    assert made.blocks[made.title].body.of(text) == "Karvia-Tessaly Ministers’ Meeting"


def test_without_anything_better_the_section_stays_the_title() -> None:
    assert (
        title("Karvia-Tessaly Relations\n⟦dateline:March 3, 2031⟧\n⟦caption:photo: Two people⟧")
        == "Karvia-Tessaly Relations"
    )


def test_a_caption_printed_again_is_furniture() -> None:
    top = "Relations\n⟦dateline:March 3, 2031⟧\nMinisters’ Meeting in Lunden\nMinisters’ Meeting in Lunden"
    assert [line.split()[0] for line in shape(top + BODY)] == [
        "furniture",
        "dateline",
        "title",
        "furniture",
        "paragraph",
    ]


def test_a_place_under_the_date_belongs_to_the_date() -> None:
    top = "Talks with Minister Orlan\n⟦dateline:March 3, 2031, 16:00⟧\nThe Old Palace, Lunden"
    assert shape(top + BODY)[:3] == ["title Talks with", "dateline March 3,", "dateline The Old"]


def test_a_sentence_under_the_date_does_not() -> None:
    top = "Talks with Minister Orlan\n⟦dateline:March 3, 2031⟧\nMinister Tesk Thanked Karvia.\nThey met."
    assert [line.split()[0] for line in shape(top)] == ["title", "dateline", "paragraph", "paragraph"]


def test_a_text_that_begins_with_a_sentence_has_no_title() -> None:
    _, made = read("The ministers met in Lunden.\n\nThey spoke of ports.")
    assert made.title is None


def test_a_parenthesis_under_the_title_is_an_aside() -> None:
    assert shape("Talks in Lunden\n(Provisional translation)" + BODY)[1] == "aside (Provisional translation)"


def test_a_letterhead_gives_way_to_the_line_that_names_the_event() -> None:
    letterhead = "The Ministry of Foreign Affairs of Karvia\n\nPRESS RELEASE\n\nNo. 45/2031"
    assert (
        title(f"{letterhead}\n\nMinister Tesk Receives the Ambassador")
        == "Minister Tesk Receives the Ambassador"
    )


def test_a_line_that_dates_the_event_belongs_to_the_date() -> None:
    top = "Minister Tesk will visit Karvia\n⟦dateline:March 3, 2031⟧\nAnnouncement, March 15 − 16, 2031"
    assert shape(top + BODY)[2] == "dateline Announcement, March"


def test_captions_begin_as_their_examples_say() -> None:
    for text in sentence_rules().titles.match:
        assert caption_body(text, 0, len(text))[0] > 0, text
    for text in sentence_rules().titles.never:
        assert caption_body(text, 0, len(text))[0] == 0, text
