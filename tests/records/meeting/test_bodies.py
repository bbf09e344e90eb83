"""Sessions of a standing dialogue: "the Strategic Dialogue held its third session"."""

from __future__ import annotations

import pytest

from tests.records.meeting.readouts import MET, lead, others, who


def test_a_dialogue_that_holds_its_session_is_one_meeting_of_its_sides_and_chairs() -> None:
    found = lead(
        "On 18 May, the Strategic Dialogue between Arvania and Brevonia held its third session in Halden "
        "under the chairmanship of Deputy Foreign Minister Oto Brandt and Deputy Foreign Minister Ada Quill "
        "of Brevonia."
    )
    assert (found.format, found.round, found.place) == ("vice_ministerial", 3, "Halden")
    assert (who(found), found.parties) == (["Oto Brandt", "Ada Quill"], ("XA", "XB"))


@pytest.mark.parametrize(
    ("words", "format_", "when"),
    [
        ("The Joint Commission will hold its next meeting in July.", "committee", "2031-07"),
        (
            "They will set up a ministerial dialogue, and hold its first meeting in July.",
            "ministers",
            "2031-07",
        ),
        (
            "The Vice-Ministerial Dialogue held its second session in March.",
            "vice_ministerial",
            "2031-03",
        ),
    ],
)
def test_its_meeting_is_that_of_the_dialogue_named(words: str, format_: str, when: str) -> None:
    (found,) = others(f"{MET} {words}")
    assert (found.format, found.when, who(found)) == (format_, when, [])


def test_the_meeting_of_somebody_else_is_not_a_session() -> None:
    (found,) = others(f"{MET} Minister Sule held her second meeting with Minister Dorn in March.")
    assert who(found) == ["Amara Sule", "Ilse Dorn"]


def test_talks_under_a_person_that_chairs_nothing_have_no_more_people() -> None:
    words = "The Joint Commission held its third session in March under the rules of Minister Sule."
    (found,) = others(f"{MET} {words}")
    assert who(found) == []
