"""Overviews with numbered sections, and the short news items of the other side's ministry."""

from __future__ import annotations

from tests.records.meeting.readouts import lead, meetings, others, who

OVERVIEW = (
    "Arvania-Brevonia Relations\n\nForeign Minister Sule Visits Brevonia (Overview)\nMay 20, 2031\n\n"
    "From May 19 to 20, Ms. Amara Sule, Minister for Foreign Affairs, visited the Republic of Brevonia, where"
    " she held a Foreign Ministers’ Meeting with H.E. Ms. Ilse Dorn, Minister of Foreign Affairs of the"
    " Republic of Brevonia, and paid a courtesy call on H.E. Mr. Ola Lund, President of the Republic of"
    " Brevonia. The overview is as follows.\n\n"
    "1. Arvania-Brevonia Foreign Ministers’ Meeting\n"
    "(May 19, from 4:00 p.m. (local time) for approximately 1 hour and 30 minutes)\n\n"
    "(1) Trade\nThe two ministers exchanged views on trade.\n\n"
    "2. Courtesy Call on President Lund\n(May 20, from 10:30 a.m. for approximately 30 minutes)\n\n"
    "(1) Minister Sule handed President Lund a letter.\n"
)
WITH_LUND = "President Tor Halvek held a Summit Meeting with H.E. Mr. Ola Lund, President of Brevonia"


def test_the_day_under_a_heading_is_that_of_its_meeting_and_not_the_whole_visit() -> None:
    days = {m.format: (m.when, m.start_time) for m in meetings(OVERVIEW)}
    assert days["visit"] == ("2031-05-19/2031-05-20", None)
    assert days["foreign_ministers"] == ("2031-05-19", "16:00")
    assert days["courtesy_call"] == ("2031-05-20", "10:30")


def test_so_it_is_in_a_text_without_a_year() -> None:
    found = meetings(OVERVIEW.replace("May 20, 2031\n", ""), published=None)
    assert [m.when for m in found if m.main] == ["XXXX-05-19", "XXXX-05-20"]


def test_a_day_outside_the_visit_is_not_taken() -> None:
    found = meetings(OVERVIEW.replace("(May 19, from", "(April 2, from"))
    assert [m.when for m in found if m.format == "foreign_ministers"] == ["2031-05-19/2031-05-20"]


def test_place_and_date_of_another_meeting_are_not_of_this_one() -> None:
    found = lead(f"{WITH_LUND}, their second following the one in Geneva in November last year.")
    assert (found.place, found.when) == (None, "2031-05-20")


def test_place_and_date_of_this_one_are() -> None:
    found = lead(f"{WITH_LUND}, in Geneva on May 18, their second one this year.")
    assert (found.place, found.when) == ("Geneva", "2031-05-18")


def test_the_years_of_a_programme_signed_after_talks_are_no_date() -> None:
    text = (
        "President Tor Halvek held talks with President Ola Lund of Brevonia on 18 May 2031.\n\n"
        "Following the talks, a memorandum between the railways and a programme of cooperation for 2031–2033"
        " were signed in the presence of the two leaders."
    )
    assert [m.when for m in meetings(text)] == ["2031-05-18"]


def test_a_telephone_talk_is_a_call() -> None:
    text = (
        "On May 20, commencing at 3:30 p.m. for approximately 25 minutes, Ms. Amara Sule, Minister for"
        " Foreign Affairs, held a telephone talk with Ms. Ilse Dorn, Minister of Foreign Affairs of Brevonia."
    )
    found = lead(text)
    assert (found.medium, found.start_time, found.duration_minutes) == ("phone", "15:30", 25)


ANNOUNCED = (
    "On May 23, Minister for Foreign Affairs of Brevonia Ilse Dorn will pay a working visit to Arvania at the"
    " invitation of Foreign Minister Amara Sule.\n\n"
)


def test_the_heads_of_two_agencies_are_the_ministers() -> None:
    text = ANNOUNCED + "The heads of the two foreign policy agencies will hold talks in Port Sele on May 23."
    (talks,) = others(text)
    assert (talks.format, who(talks)) == ("foreign_ministers", ["Ilse Dorn", "Amara Sule"])


def test_the_two_leaders_are_no_ministers() -> None:
    text = ANNOUNCED + (
        "They will prepare the visit of President of Brevonia Ola Lund, who was invited by President Tor"
        " Halvek when the two leaders met in Geneva last November."
    )
    (met,) = [m for m in meetings(text) if m.place == "Geneva"]
    assert (met.format, sorted(who(met))) == ("summit", ["Ola Lund", "Tor Halvek"])


def test_she_is_the_one_of_whom_the_sentence_before_speaks() -> None:
    text = (
        "On May 18, Foreign Minister Amara Sule held talks with Minister for Foreign Affairs of Brevonia Ilse"
        " Dorn.\n\nOn May 19, Ilse Dorn was received by President Tor Halvek. She also had a conversation"
        " with Chairman of the State Water Committee Bela Tamm."
    )
    (last,) = [m for m in meetings(text) if "Bela Tamm" in who(m)]
    assert [(actor.name, actor.country) for actor in last.participants] == [
        ("Ilse Dorn", "XB"),
        ("Bela Tamm", "XA"),
    ]


def test_a_call_spoken_of_is_not_the_visit_that_was_arranged_in_it() -> None:
    text = (
        "President Halvek Visits Brevonia\n\nOn May 18 and 19, Mr. Tor Halvek, President, paid an official"
        " visit to the Republic of Brevonia. It was arranged in the telephone talk between the two leaders"
        " that month. The visit was his first."
    )
    visit = next(m for m in meetings(text, published=None) if m.format == "visit")
    assert [span.of(text) for span in visit.also] == ["The visit"]
