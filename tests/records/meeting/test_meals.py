"""Dinners and banquets: meetings of the host and the guests, who are often not named."""

from __future__ import annotations

import pytest

from regesta.model.records import Meeting
from tests.records.meeting.readouts import MET, others, who

VISIT = "Foreign Minister Ilse Dorn of Brevonia paid a working visit to Arvania from May 14 to 16, 2031."
TRIP = "Foreign Minister Amara Sule will travel to Halden, Brevonia, June 2-4, 2031."
STAY = "President Edda Renk of Brevonia will pay an official visit to Arvania from June 2 to 4, 2031."


def meal(text: str) -> Meeting:
    """Return the one meeting beside the main one."""
    (found,) = others(text)
    return found


@pytest.mark.parametrize(
    "words",
    [
        "Trade Minister Oto Brandt gave a working dinner in honor of the Brevonian delegation.",
        "Trade Minister Oto Brandt hosted a dinner for his guest.",
        "Trade Minister Oto Brandt hosted a lunch.",
        "Trade Minister Oto Brandt offered an official luncheon to the guests.",
    ],
)
def test_who_is_on_a_visit_is_the_guest_of_its_dinners(words: str) -> None:
    found = meal(f"{VISIT} {words}")
    assert (who(found), found.format, found.status) == (["Oto Brandt", "Ilse Dorn"], "ministers", "held")
    assert found.when == "2031-05-14/2031-05-16"


def test_who_attends_a_dinner_eats_with_the_host() -> None:
    found = meal(f"{TRIP} She will attend a working dinner hosted by Brevonian Trade Minister Ada Quill.")
    assert (who(found), found.status, found.country) == (["Amara Sule", "Ada Quill"], "planned", "XB")


def test_a_dinner_without_a_host_is_attended_without_a_meeting() -> None:
    assert others(f"{TRIP} She will attend a working dinner of the Harbour Board.") == []


@pytest.mark.parametrize("meal_words", ["a State Banquet", "a state dinner", "a dinner"])
def test_a_president_gives_a_banquet_for_the_guest_who_will_come(meal_words: str) -> None:
    found = meal(f"{STAY} President Tor Halvek will host {meal_words} in honour of the guests.")
    assert (who(found), found.format, found.status) == (["Tor Halvek", "Edda Renk"], "summit", "planned")


def test_a_minister_does_not_receive_a_courtesy_call_by_giving_a_president_dinner() -> None:
    assert meal(f"{STAY} Foreign Minister Amara Sule will offer a dinner to her guest.").format == "officials"


@pytest.mark.parametrize(
    "words",
    [
        "Minister Sule offered to rebuild the pier.",
        "Minister Sule offered support before dinner.",
        "They enjoyed the dinner.",
        "Minister Sule offered talks on the pier.",
    ],
)
def test_other_offers_are_no_dinner(words: str) -> None:
    assert [m for m in others(f"{MET} {words}") if m.rule == "noun.meal" and len(m.participants) > 1] == []
