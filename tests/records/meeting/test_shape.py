"""The format of a meeting by who met."""

from __future__ import annotations

import pytest

from tests.records.meeting.readouts import lead


@pytest.mark.parametrize(
    ("one", "two", "wanted"),
    [
        ("President Edda Rask", "President Tor Halvek", "summit"),
        ("President Edda Rask", "Prime Minister Tor Halvek", "summit"),
        ("President Edda Rask", "Foreign Minister Ilse Dorn", "courtesy_call"),
        ("President Edda Rask", "Ambassador Pia Lund", "courtesy_call"),
        ("Foreign Minister Amara Sule", "Foreign Minister Ilse Dorn", "foreign_ministers"),
        ("Defence Minister Jon Vale", "Foreign Minister Ilse Dorn", "ministers"),
        ("Deputy Foreign Minister Jon Vale", "Deputy Foreign Minister Pia Lund", "vice_ministerial"),
        ("Deputy Foreign Minister Jon Vale", "Ambassador Pia Lund", "vice_ministerial"),
        ("Foreign Minister Amara Sule", "Ambassador Pia Lund", "officials"),
        ("Director Jon Vale", "Director Pia Lund", "officials"),
    ],
)
def test_the_levels_of_the_two_sides_make_the_format(one: str, two: str, wanted: str) -> None:
    assert lead(f"{one} met with {two} of Brevonia in Halden.").format == wanted


def test_the_words_go_before_the_levels() -> None:
    text = "President Edda Rask paid a courtesy call on President Tor Halvek of Brevonia."
    assert lead(text).format == "courtesy_call"


def test_a_title_that_names_a_committee_goes_before_the_levels() -> None:
    title = "Meeting of the Joint Commission on Trade"
    body = "Trade Minister Jon Vale met with Trade Minister Pia Lund of Brevonia in Halden."
    assert lead(f"{title}\n\n{body}").format == "committee"


def test_the_title_alone_makes_a_meeting_of_its_sides() -> None:
    found = lead("Arvania-Brevonia Foreign Ministers’ Meeting\n\nThe weather was fine.")
    assert (found.format, found.parties) == ("foreign_ministers", ("XA", "XB"))


def test_the_title_takes_the_date_of_a_meeting_that_the_lead_does_not_name() -> None:
    title, body = "Arvania-Brevonia Foreign Ministers’ Meeting", "A meeting was held on 3 May 2031."
    assert lead(f"{title}\n\n{body}").when == "2031-05-03"
