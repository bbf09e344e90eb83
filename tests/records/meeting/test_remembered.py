"""Calls and talks that a sentence remembers beside a visit: each has its own words and its own persons."""

from __future__ import annotations

import pytest

from tests.records.meeting.readouts import MET, only, others, who

CALL = (
    "Foreign Minister Amara Sule spoke by phone with Foreign Minister Ilse Dorn of Brevonia on 18 May 2031."
)


@pytest.mark.parametrize("will", ["readiness", "intention", "willingness"])
def test_a_visit_that_somebody_is_ready_for_does_not_span_the_call_before_it(will: str) -> None:
    words = (
        f"Minister Sule recalled her January telephone conversation with Edda Renk and confirmed her {will}"
    )
    text = f"{MET} {words} to visit Corvia in July."
    call, visit = others(text)
    assert call.span.of(text) == "her January telephone conversation with Edda Renk"
    assert (who(call), call.medium, call.when) == (["Amara Sule", "Edda Renk"], "phone", "2031-01")
    assert visit.span.of(text).rstrip(".") == f"confirmed her {will} to visit Corvia in July"
    assert (who(visit), visit.country) == (["Amara Sule"], "XC")


def test_a_visit_that_somebody_is_asked_to_make_is_the_guests() -> None:
    (visit,) = others(
        f"{MET} Minister Sule thanked Corvia and invited Minister Dorn to visit Arvania in July."
    )
    assert (who(visit), visit.country) == (["Ilse Dorn"], "XA")


@pytest.mark.parametrize(
    "words",
    [
        "Continuing what was begun in their telephone conversation of 27 April, they spoke of it.",
        "They recalled their telephone conversation of 27 April.",
        "After their call of 27 April, the ministers discussed the trip scheduled for September.",
    ],
)
def test_their_conversation_is_one_of_those_who_met(words: str) -> None:
    call = next(m for m in others(f"{MET} {words}") if m.medium == "phone")
    assert (who(call), call.format) == (["Amara Sule", "Ilse Dorn"], "foreign_ministers")
    assert (call.status, call.when) == ("referenced", "2031-04-27")


@pytest.mark.parametrize("verb", ["explained the plan to", "told", "discussed the plan with"])
def test_who_told_whom_in_a_call_was_on_the_line(verb: str) -> None:
    (call,) = others(
        f"{MET} In a telephone call on 3 May, President Tor Halvek {verb} President Renk of Brevonia."
    )
    assert (who(call), call.format) == (["Tor Halvek", "Renk"], "summit")


def test_of_whom_somebody_spoke_in_a_call_is_not() -> None:
    told = "President Tor Halvek praised what President Renk of Brevonia said"
    assert all("Renk" not in who(m) for m in others(f"{MET} In a telephone call on 3 May, {told}."))


@pytest.mark.parametrize("team", ["teams", "experts", "advisers", "negotiators"])
def test_their_teams_are_not_they(team: str) -> None:
    (found,) = others(f"{CALL} They agreed that their {team} would meet in Halden in June.")
    assert (found.format, who(found), found.when) == ("officials", [], "2031-06")


def test_they_are_they() -> None:
    (found,) = others(f"{CALL} They agreed that they would meet in Halden in June.")
    assert who(found) == ["Amara Sule", "Ilse Dorn"]


def test_talks_held_in_a_town_are_still_the_object_of_the_verb() -> None:
    found = only(
        "Foreign Minister Amara Sule held in Halden talks with Foreign Minister Ilse Dorn of Brevonia."
    )
    assert who(found) == ["Amara Sule", "Ilse Dorn"]
