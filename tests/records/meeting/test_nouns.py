"""Meetings by noun: summits, rounds, forums, visits, and "the meeting" once more."""

from __future__ import annotations

import pytest

from tests.records.meeting.readouts import MET, lead, meetings, only, others, who


def test_talks_between_adjectives_that_took_place_are_a_meeting() -> None:
    found = lead("Arvanian-Brevonian talks were held in Halden on 18 May 2031.")
    assert (found.parties, found.when, found.place) == (("XA", "XB"), "2031-05-18", "Halden")


def test_the_meeting_of_a_body_is_a_forum() -> None:
    (found,) = meetings("The G20 Summit will be held in Lunden in June 2031.")
    assert (found.format, found.status) == ("forum", "planned")


def test_a_summit_mentioned_is_one_of_the_two_sides() -> None:
    (found,) = others(f"{MET} The ministers recalled the summit held in Lunden in March 2030.")
    assert (found.format, found.status, found.when) == ("summit", "referenced", "2030-03")
    assert (found.parties, found.parties_basis) == (("XA", "XB"), "inferred")


def test_a_round_keeps_its_number() -> None:
    (found,) = others(f"{MET} The first round of consultations was held in Port Sele in April 2031.")
    assert (found.round, found.place, found.when) == (1, "Port Sele", "2031-04")


def test_a_count_stands_with_the_noun_it_counts() -> None:
    (found,) = others(
        f"{MET} They looked forward to the first meeting of the Intergovernmental Commission in June."
    )
    assert (found.format, found.ordinal_total, found.status) == ("committee", 1, "planned")


def test_the_visitor_stands_after_of() -> None:
    (found,) = others(f"{MET} The visit of President Tor Halvek to Arvania in March 2031 was recalled.")
    assert (found.format, found.country, who(found)) == ("visit", "XA", ["Tor Halvek"])


def test_the_visit_once_more_is_the_same_visit() -> None:
    first = "President Tor Halvek visited Arvania in March 2031."
    (found,) = others(f"{MET} {first} The visit of President Halvek was recalled.")
    assert (found.when, who(found)) == ("2031-03", ["Tor Halvek"])


@pytest.mark.parametrize(
    ("more", "name", "value"),
    [
        ("This was their fifth meeting this year.", "ordinal_year", 5),
        ("The meeting lasted 50 minutes.", "duration_minutes", 50),
    ],
)
def test_the_meeting_again_adds_to_the_main_one(more: str, name: str, value: int) -> None:
    (found,) = meetings(f"{MET} {more}")
    assert getattr(found, name) == value


def test_a_host_who_receives_the_guest_on_the_same_day_is_the_same_meeting() -> None:
    again = "Foreign Minister Dorn received Foreign Minister Sule on 18 May 2031 in Halden."
    assert len(meetings(f"{MET} {again}")) == 1


def test_talks_without_date_or_people_are_no_meeting_of_their_own() -> None:
    assert others(f"{MET} The talks continued over dinner.") == []


def test_without_another_a_meeting_told_in_passing_is_what_the_text_is_about() -> None:
    text = (
        "Brevonia Supports New Harbours\n\n"
        "Foreign Minister Ilse Dorn of Brevonia expressed support for the harbours "
        "during a meeting with Foreign Minister Amara Sule in Lunden today."
    )
    found = lead(text)
    assert (found.format, found.status, who(found)) == (
        "foreign_ministers",
        "held",
        ["Amara Sule", "Ilse Dorn"],
    )


def test_a_meeting_told_in_passing_has_a_date_or_a_place() -> None:
    text = (
        "Brevonia Supports New Harbours\n\n"
        "Foreign Minister Ilse Dorn of Brevonia recalled a meeting with Foreign Minister Amara Sule."
    )
    assert not any(meeting.main for meeting in meetings(text))


def test_a_place_after_a_bracket_belongs_to_what_stands_before_it() -> None:
    found = lead(
        "On 18 May 2031, Foreign Minister Amara Sule held a meeting (including a working lunch) in Halden "
        "with Foreign Minister Ilse Dorn of Brevonia."
    )
    assert found.place == "Halden"


def test_a_name_may_hold_an_acronym_in_brackets_and_a_shortened_word() -> None:
    text = "President Tor Halvek will attend the 13th Group of 20 (G20) summit from June 1 to 2 in Port Sele."
    (found,) = meetings(text)
    assert (found.format, found.status) == ("forum", "planned")
    (found,) = meetings("President Tor Halvek will attend the St. Alban Economic Forum in June 2031.")
    assert found.span.start == 33


def test_a_forum_named_again_is_one_forum() -> None:
    text = (
        "On June 1, President Tor Halvek will take part in the 8th BRICS Summit. "
        "The agenda of the BRICS Summit includes trade."
    )
    assert [m.ordinal_total for m in meetings(text)] == [8]


def test_a_visit_is_told_with_its_visitor() -> None:
    text = "They spoke of the results of President Tor Halvek’s visit to Corvia in June 2030."
    (found,) = meetings(text)
    assert text[found.span.start :].startswith("President Tor Halvek’s visit to Corvia")


def test_a_visit_that_prepares_another_took_place() -> None:
    text = (
        "On 3 May 2031 Minister Mira Tal visited Brevonia to prepare President Tor Halvek’s visit to Corvia."
    )
    assert [(m.status, m.country) for m in meetings(text)] == [("held", "XB"), ("planned", "XC")]


def test_a_title_that_reports_outweighs_a_visit_in_the_text() -> None:
    text = (
        "President Tor Halvek met with Prime Minister Ilse Dorn of Brevonia\n\nMay 20, 2031\n\n"
        "They had last spoken on April 2. At that time, Ilse Dorn visited Arvania."
    )
    assert [m.format for m in meetings(text) if m.main] == ["summit"]


@pytest.mark.parametrize(
    "told",
    [
        "The sixth round of political consultations of Arvania and Brevonia was held on 18 May in Halden.",
        "On 18 May, the sixth round of political consultations of Arvania and Brevonia took place in Halden.",
    ],
)
def test_a_lead_that_tells_that_talks_were_held_is_the_meeting_of_the_title(told: str) -> None:
    title = "Sixth Round of Political Consultations between Arvania and Brevonia"
    found = only(f"{title}\n\n{told} The two sides reviewed trade.")
    assert (found.main, found.status, found.round) == (True, "held", 6)
    assert (found.when, found.place, set(found.parties)) == ("2031-05-18", "Halden", {"XA", "XB"})


def test_talks_of_which_the_lead_only_reminds_are_not_what_a_text_is_about() -> None:
    text = (
        "Foreign Minister Mira Tal met with Foreign Minister Ilse Dorn of Brevonia\n\n"
        "The talks that Corvia asked for were held in March. Minister Tal met with Minister Dorn today."
    )
    assert [m.format for m in meetings(text) if m.main] == ["foreign_ministers"]


@pytest.mark.parametrize(
    "told",
    [
        "The talks were led on the Arvanian side by Mira Tal, State Secretary, and on the Brevonian side by "
        "Ms. Ilse Dorn, Deputy Foreign Minister.",
        "Deputy Minister of Arvania Mira Tal and Deputy Minister of Brevonia Ilse Dorn co-chaired the talks.",
    ],
)
def test_who_led_the_sides_tells_the_level(told: str) -> None:
    opening = "Political consultations between Arvania and Brevonia were held in Halden on 18 May 2031."
    found = only(f"{opening} {told}")
    assert (found.format, who(found)) == ("vice_ministerial", ["Mira Tal", "Ilse Dorn"])


@pytest.mark.parametrize("words", ["Meeting with", "Working meeting with", "Talks with"])
def test_a_title_without_a_verb_names_the_meeting(words: str) -> None:
    text = f"{words} President Tor Halvek of Brevonia\n\nThe two sides spoke about the ferry."
    assert (lead(text).status, who(lead(text))[-1]) == ("held", "Tor Halvek")


def test_a_meeting_of_the_leaders_of_a_body_is_a_forum() -> None:
    (found,) = others(f"{MET} The ministers recalled a meeting between NATO leaders in Lunden in March 2030.")
    assert found.format == "forum"


def test_who_negotiated_with_whom_met() -> None:
    found = lead("President Ola Brandt of Arvania negotiated with President Ivo Renk of Brevonia in Halden.")
    assert (found.format, who(found)) == ("summit", ["Ola Brandt", "Ivo Renk"])


def test_who_negotiated_a_paper_met_nobody_who_is_named() -> None:
    assert meetings("Arvania negotiated a treaty with Brevonia.") == ()


def test_who_held_talks_in_a_relative_met() -> None:
    talks = "the talks that Security Adviser Ravi Odum and Trade Minister Pia Lund held in Lunden on 2 April"
    text = f"{MET} They noted {talks} this year."
    (found,) = others(text)
    assert [(a.name, a.country) for a in found.participants] == [("Ravi Odum", "XA"), ("Pia Lund", "XB")]
    assert (found.status, found.when, found.format) == ("referenced", "2031-04-02", "officials")


def test_who_held_talks_with_others_may_be_of_one_side() -> None:
    talks = "the talks that Security Adviser Ravi Odum and Trade Minister Pia Lund held with Corvia"
    (found,) = others(f"{MET} They noted {talks} on 2 April.")
    assert "XB" not in {a.country for a in found.participants}


def test_a_report_between_a_date_and_a_meeting_parts_them() -> None:
    data = "She thanked Brevonia for the data of December 2030"
    text = f"{MET} {data}, and recalled the useful visit of President Tor Halvek to Arvania in May last year."
    (found,) = others(text)
    assert (found.format, found.when) == ("visit", "2030-05")
