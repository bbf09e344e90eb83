"""A trip with several stops: what is planned at which, and who is on a visit."""

from __future__ import annotations

import pytest

from tests.records.meeting.readouts import lead, meetings, others, read, who

TRIP = "Foreign Minister Amara Sule to visit Brevonia and Corvia\n\nMay 20, 2031\n\n"


def test_what_is_planned_at_a_stop_is_there() -> None:
    text = (
        TRIP + "Foreign Minister Amara Sule will travel to Brevonia on May 22. "
        "She will meet Foreign Minister Ilse Dorn.\n\n"
        "On May 24, she will travel to Corvia. She will also hold talks with Foreign Minister Ravi Odum."
    )
    planned = [(m.country, m.when) for m in meetings(text) if m.format == "foreign_ministers"]
    assert planned == [("XB", "2031-05-22"), ("XC", "2031-05-24")]


def test_the_host_tells_the_stop_in_another_paragraph() -> None:
    text = (
        TRIP + "Foreign Minister Amara Sule will visit Brevonia on May 22.\n\n"
        "She will visit Corvia on May 24.\n\n"
        "The Minister will hold talks with Foreign Minister Ilse Dorn of Brevonia."
    )
    (talks,) = [m for m in meetings(text) if m.format == "foreign_ministers"]
    assert (talks.country, talks.when) == ("XB", "2031-05-22")


@pytest.mark.parametrize(
    ("words", "status"), [("is on an official visit to", "planned"), ("will be on a visit to", "planned")]
)
def test_who_is_on_a_visit_is_its_visitor(words: str, status: str) -> None:
    text = f"Minister Mira Tal {words} Brevonia from 21 to 25 May 2031. She will speak at the university."
    found = lead(text)
    assert (found.format, found.status, who(found), found.country) == ("visit", status, ["Mira Tal"], "XB")


def test_a_date_in_the_title_is_that_of_the_visit() -> None:
    text = (
        "On May 23, President Tor Halvek will visit Brevonia\n\nMay 20, 2031\n\n"
        "The President will pay a working visit to Brevonia to open the bridge."
    )
    assert lead(text).when == "2031-05-23"


def test_what_they_gathered_for_is_the_meeting() -> None:
    text = "The Foreign Ministers of Arvania and Brevonia met for the third round of consultations in Halden."
    found = lead(text)
    assert (found.format, found.round, found.place) == ("foreign_ministers", 3, "Halden")
    text = "Foreign Minister Amara Sule met Foreign Minister Ilse Dorn of Brevonia for talks in Halden."
    assert [who(m) for m in meetings(text)] == [["Amara Sule", "Ilse Dorn"]]


def test_a_named_meeting_that_was_held_is_the_one_the_text_is_about() -> None:
    text = "The 58th ASEAN Foreign Ministers’ Meeting was held on 9 May 2031 in Port Sele."
    found = lead(text)
    assert (found.format, found.status, found.ordinal_total) == ("forum", "held", 58)


def test_the_state_behind_a_forum_is_where_it_is() -> None:
    text = "The ministers reviewed the preparations for the G20 summit in Brevonia."
    assert [(m.format, m.country) for m in meetings(text)] == [("forum", "XB")]


def test_they_look_forward_to_meeting_again() -> None:
    text = (
        "Foreign Minister Amara Sule met with Foreign Minister Ilse Dorn of Brevonia in Halden. "
        "The ministers looked forward to meeting in person in the autumn."
    )
    (again,) = others(text)
    assert (again.status, who(again)) == ("planned", ["Amara Sule", "Ilse Dorn"])


def test_the_president_of_a_bank_is_of_no_state() -> None:
    found = lead("President of the Northern Bank Group Ilse Dorn met with President Tor Halvek in Halden.")
    assert [(p.name, p.country) for p in found.participants] == [("Ilse Dorn", None), ("Tor Halvek", "XA")]


def test_what_the_visitor_does_belongs_to_the_visit() -> None:
    text = (
        "Minister Mira Tal visited Brevonia from 14 to 16 May 2031. "
        "She attended briefings on the port. The weather was fine."
    )
    reading = read(text)
    assert [a.fate for a in reading.records.accounts] == ["record", "record", "unread"]
    assert len(reading.records.meetings) == 1


def test_what_is_done_before_a_visit_that_lies_ahead_is_no_part_of_it() -> None:
    text = (
        "Minister Mira Tal will visit Brevonia from 24 to 26 May 2031. "
        "Mira Tal attended the university of Port Sele."
    )
    assert [a.fate for a in read(text).records.accounts] == ["record", "unread"]


def test_meetings_told_in_the_passive_are_one_with_each() -> None:
    text = (
        "Minister Mira Tal visited Corvia on May 14, 2031. Bilateral meetings were also held with "
        "Brevonia’s Minister of Justice Jon Vale, and Corvia’s Minister of Justice Pia Lund."
    )
    assert [who(m) for m in others(text)] == [["Jon Vale"], ["Pia Lund"]]


def test_a_conference_needs_a_date_a_place_or_a_plan() -> None:
    text = "They spoke of the Harbour Conference and of the Northern Ports Conference held on 3 May 2031."
    assert [(m.format, m.when) for m in meetings(text)] == [("forum", "2031-05-03")]


def test_a_body_meets_at_its_own_level() -> None:
    text = "The Intergovernmental Commission on Trade will meet in Halden in June 2031."
    assert [(m.format, m.status) for m in meetings(text)] == [("committee", "planned")]
