"""Visits told beside a meeting: "who is in XB for a visit", "the visit that X will make", "the same day"."""

from __future__ import annotations

import pytest

from tests.records.meeting.readouts import MET, meetings, others, who

RECEIVED = (
    "Foreign Minister Amara Sule received today in Port Sele the Foreign Minister of Brevonia, Ilse Dorn"
)
STAY = "Foreign Minister Ilse Dorn of Brevonia paid a visit to Arvania from 14 to 17 May 2031."


@pytest.mark.parametrize(
    "words",
    [
        "who is in Arvania for a working visit from 19 to 22 May",
        "who is in Arvania on a working visit from 19 to 22 May",
        "who has been in Arvania on a working visit from 19 to 22 May",
        "who arrived in Arvania for an official visit from 19 to 22 May",
    ],
)
def test_who_is_in_the_country_for_a_visit_is_on_one(words: str) -> None:
    text = f"{RECEIVED}, {words}."
    visit = next(m for m in meetings(text) if m.format == "visit")
    assert (who(visit), visit.country, visit.when) == (["Ilse Dorn"], "XA", "2031-05-19/2031-05-22")


@pytest.mark.parametrize(
    "words",
    ["who is grateful for the visit of the students", "who is for a visit of the harbour by experts"],
)
def test_who_is_for_something_is_on_no_visit(words: str) -> None:
    assert all(who(m) != ["Ilse Dorn"] for m in meetings(f"{RECEIVED}, {words}."))


def test_a_visit_ends_before_the_clause_around_it() -> None:
    text = f"{MET} Minister Dorn, who was on a visit to Arvania from 17 to 19 May, met President Tor Halvek."
    visit = next(m for m in others(text) if m.format == "visit")
    assert visit.span.of(text) == "who was on a visit to Arvania from 17 to 19 May"


@pytest.mark.parametrize("words", ["that President Halvek will make", "which President Halvek will pay"])
def test_a_visit_that_somebody_will_make_is_theirs(words: str) -> None:
    (visit,) = others(f"{MET} They spoke of the State Visit {words} to Brevonia in June.")
    assert (who(visit), visit.country, visit.when) == (["Halvek"], "XB", "2031-06")
    assert visit.status == "planned"


def test_a_visit_that_the_president_welcomed_is_not_the_presidents() -> None:
    found = others(f"{MET} They spoke of the visit that President Halvek welcomed in June.")
    assert all(who(m) != ["Halvek"] for m in found)


@pytest.mark.parametrize("day", ["On the same day", "That same evening"])
def test_the_same_day_is_that_of_the_meeting_just_told(day: str) -> None:
    words = "On 15 May, Minister Dorn met with Trade Minister Oto Brandt."
    last = meetings(f"{STAY} {words} {day}, Minister Dorn met with Energy Minister Ada Quill.")[-1]
    assert (who(last), last.when) == (["Ilse Dorn", "Ada Quill"], "2031-05-15")


def test_the_next_day_still_counts_from_the_main_meeting() -> None:
    words = "The next day, Minister Sule met with Trade Minister Oto Brandt of Brevonia."
    assert others(f"{MET} {words}")[-1].when == "2031-05-19"


def test_who_invites_does_not_travel() -> None:
    text = f"{MET} The Ministry recalled a visit to Brevonia in May, at the invitation of Minister Dorn."
    assert all(who(m) != ["Ilse Dorn"] for m in others(text))
