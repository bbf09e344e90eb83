"""Which mentions are one meeting, and what one takes from another."""

from __future__ import annotations

import pytest

from tests.records.meeting.readouts import MET, lead, meetings, others, who

SULE = "Foreign Minister Amara Sule"


def test_two_mentions_of_one_date_and_place_are_one_meeting() -> None:
    first = "They recalled their summit in Lunden in March 2030."
    text = f"{MET} {first} The summit in Lunden in March 2030 went well."
    (found,) = others(text)
    assert [span.of(text) for span in found.also] == ["The summit in Lunden in March 2030"]


@pytest.mark.parametrize(
    "second",
    [
        "the summit in Halden in March 2030",
        "the summit in Lunden in May 2029",
        "a forum in Lunden in March 2030",
    ],
)
def test_another_place_date_or_sort_is_another_meeting(second: str) -> None:
    found = others(f"{MET} They recalled the summit in Lunden in March 2030 and {second}.")
    assert len({(m.format, m.place, m.when) for m in found}) == len(found) >= 1
    assert ("summit", "Lunden", "2030-03") in {(m.format, m.place, m.when) for m in found}


def test_a_forum_is_known_by_the_words_of_its_name() -> None:
    first = "The Northern Economic Forum was held in Lunden in 2030."
    (found,) = others(f"{MET} {first} The Economic Forum was held in Lunden in 2030.")
    assert len(found.also) == 1


def test_a_meeting_that_was_put_off_says_why() -> None:
    (found,) = others(f"{MET} The summit of 3 April 2031 was postponed due to the storm.")
    assert (found.status, found.when, found.reason) == ("not_held", "2031-04-03", "storm")


def test_what_a_journey_is_for_is_what_its_announcement_is_about() -> None:
    title = "Foreign Minister Sule to Visit Brevonia"
    visit = f"{SULE} will visit Brevonia on 3 June 2031 for the Joint Commission"
    found = lead(f"{title}\n\n{visit}.")
    assert (found.format, found.status) == ("committee", "planned")


def test_a_meeting_during_an_announced_visit_has_its_window_and_country() -> None:
    visit = "President Tor Halvek of Brevonia will visit Arvania from 3 to 5 June 2031."
    text = f"Visit of President Halvek\n\n{visit} President Edda Rask will hold talks with President Halvek."
    (found,) = others(text)
    assert (found.format, found.when, found.country) == ("summit", "2031-06-03/2031-06-05", "XA")


def test_two_nouns_of_one_name_are_one_meeting() -> None:
    name = "Foreign and Defence Ministerial Consultation (“2+2” Ministerial Meeting)"
    (found,) = meetings(f"{SULE} held a {name} with Foreign Minister Ilse Dorn of Brevonia.")
    assert found.format == "two_plus_two"


def test_a_visit_that_is_paid_is_a_visit() -> None:
    found = lead(f"{SULE} paid an official visit to Brevonia from 3 to 5 May 2031.")
    assert (found.format, found.country, found.when) == ("visit", "XB", "2031-05-03/2031-05-05")


def test_a_date_at_the_front_is_that_of_the_meeting() -> None:
    found = lead(f"On 17 May 2031, {SULE} met with Foreign Minister Ilse Dorn of Brevonia.")
    assert (found.when, found.when_basis) == ("2031-05-17", "stated")


def test_the_level_may_be_said_after_the_noun() -> None:
    noun = "The consultations at the level of deputy ministers"
    (found,) = others(f"{MET} {noun} took place in Lunden in April 2031.")
    assert found.format == "vice_ministerial"


def test_a_plural_office_with_two_states_is_a_meeting_of_their_level() -> None:
    found = lead("The foreign ministers of Arvania and Brevonia met in Halden on 18 May 2031.")
    assert (found.format, found.parties) == ("foreign_ministers", ("XA", "XB"))


def test_she_is_who_was_named_first() -> None:
    (found,) = others(f"{MET} She also held talks with President Tor Halvek.")
    assert who(found) == ["Amara Sule", "Tor Halvek"]


def test_the_calls_of_a_title_are_all_main_meetings() -> None:
    text = (
        f"Telephone Calls\n\n{SULE} spoke with Foreign Minister Ilse Dorn of Brevonia. "
        "Foreign Minister Sule also spoke with Foreign Minister Ravi Odum of Corvia."
    )
    assert [who(m) for m in meetings(text) if m.main] == [
        ["Amara Sule", "Ilse Dorn"],
        ["Amara Sule", "Ravi Odum"],
    ]


def test_a_count_parts_a_second_meeting_of_the_same_persons() -> None:
    text = (
        "Deputy Minister Mira Tal and Deputy Minister Jon Vale of Brevonia met in Halden on 18 May 2031. "
        "Deputy Minister Tal and Deputy Minister Vale held the first meeting of the dialogue on ports."
    )
    assert [m.ordinal_total for m in meetings(text)] == [None, 1]
