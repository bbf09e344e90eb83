"""Meetings by verb: who met, who received whom, who goes where."""

from __future__ import annotations

import pytest

from tests.records.meeting.readouts import MET, lead, meetings, others, who

SULE = "Foreign Minister Amara Sule"
DORN = "Foreign Minister Ilse Dorn of Brevonia"


@pytest.mark.parametrize(
    "words",
    [
        f"{SULE} met with {DORN}.",
        f"{SULE} and {DORN} met in Halden.",
        f"{SULE} spoke with {DORN}.",
        f"{SULE} held talks with {DORN}.",
        f"{SULE} received {DORN}.",
        f"{SULE} received here today {DORN}.",
    ],
)
def test_two_who_meet_are_the_main_meeting(words: str) -> None:
    assert who(lead(words)) == ["Amara Sule", "Ilse Dorn"]


@pytest.mark.parametrize(
    "words",
    [
        "Amara Sule met.",
        f"{SULE} spoke.",
        f"{SULE} welcomed {DORN}’s words on trade.",
        f"{SULE} led the debate on fish.",
        f"{SULE} called on President Tor Halvek of Brevonia to open the border.",
        "The price of fish rose in May.",
    ],
)
def test_one_who_speaks_alone_meets_nobody(words: str) -> None:
    assert meetings(words) == ()


def test_the_one_who_leads_the_other_side_takes_part() -> None:
    found = lead(f"{SULE} met on Monday with the Brevonian delegation, led by Ambassador Pia Lund.")
    assert who(found) == ["Amara Sule", "Pia Lund"]


def test_a_list_after_with_is_read_to_its_end() -> None:
    found = lead(f"{SULE} met on Monday with {DORN} and Foreign Minister Ravi Odum of Corvia.")
    assert who(found) == ["Amara Sule", "Ilse Dorn", "Ravi Odum"]


def test_a_list_ends_before_the_subject_of_the_next_verb() -> None:
    found = lead(f"{SULE} met on Monday with {DORN}, and Ambassador Jon Vale stressed the need for calm.")
    assert who(found) == ["Amara Sule", "Ilse Dorn"]


def test_who_pays_a_call_calls_on_somebody() -> None:
    found = lead(f"{SULE} paid a courtesy call on President Tor Halvek of Brevonia in Halden.")
    assert (found.format, who(found)) == ("courtesy_call", ["Amara Sule", "Tor Halvek"])


def test_separate_calls_of_a_title_are_meetings_apart() -> None:
    text = (
        "Telephone Calls with Brevonia and Corvia\n\n"
        f"{SULE} spoke separately with {DORN} and Foreign Minister Ravi Odum of Corvia."
    )
    found = [m for m in meetings(text) if m.main]
    assert [who(m) for m in found] == [["Amara Sule", "Ilse Dorn"], ["Amara Sule", "Ravi Odum"]]
    assert [m.parties for m in found] == [("XA", "XB"), ("XA", "XC")]


@pytest.mark.parametrize(
    ("lead", "count"),
    [
        ("held telephone conversations with", 2),
        ("spoke by telephone with", 2),
        ("had a telephone conversation with", 1),
    ],
)
def test_conversations_of_a_title_are_calls_apart_unless_the_lead_has_one(lead: str, count: int) -> None:
    text = (
        "Telephone conversations with leaders of Brevonia and Corvia\n\n"
        f"President Amara Sule {lead} President of Brevonia Tor Halvek and President of Corvia Ravi Odum."
    )
    assert sum(m.main for m in meetings(text)) == count


def test_a_visit_goes_to_the_states_after_its_verb() -> None:
    title = "Visit of Foreign Minister Sule to Brevonia and Corvia"
    found = lead(f"{title}\n\n{SULE} will visit Brevonia and Corvia from 3 to 7 June 2031.")
    assert (found.format, found.country, found.parties) == ("visit", "XB", ("XA", "XC"))


def test_who_is_invited_to_visit_is_the_visitor() -> None:
    (found,) = meetings(f"{SULE} invited {DORN} to visit Arvania.")
    assert (found.status, found.country, who(found)) == ("planned", "XA", ["Ilse Dorn"])


def test_a_delegation_is_led_to_a_state() -> None:
    found = lead(f"{SULE} led a delegation to Brevonia on 3 May 2031.")
    assert (found.format, found.country, found.when) == ("visit", "XB", "2031-05-03")


def test_a_host_looks_forward_to_welcoming_a_guest() -> None:
    (found,) = others(f"{MET} President Rask looks forward to welcoming President Tor Halvek to Port Sele.")
    assert (found.status, found.place, who(found)) == ("planned", "Port Sele", ["Rask", "Tor Halvek"])


def test_they_who_agree_to_meet_again_are_those_who_met() -> None:
    (found,) = others(f"{MET} They agreed to meet again in the autumn.")
    assert (found.status, who(found)) == ("planned", ["Amara Sule", "Ilse Dorn"])


def test_who_attends_a_forum_does_not_make_it_the_main_meeting() -> None:
    (found,) = meetings(f"{SULE} attended the Northern Economic Forum in Halden on 3 May 2031.")
    assert (found.main, found.format, found.status) == (False, "forum", "held")


def test_in_an_announcement_the_pronoun_is_the_visitor_and_not_the_host() -> None:
    text = (
        "Comment on the forthcoming visit of Foreign Minister of Brevonia Ilse Dorn\n\n"
        "Foreign Minister of Brevonia Ilse Dorn will visit Arvania on 20 June 2031. "
        "On 20 June, she will hold talks with Foreign Minister Amara Sule."
    )
    (talks,) = [m for m in meetings(text) if m.format == "foreign_ministers"]
    assert who(talks) == ["Ilse Dorn", "Amara Sule"]


@pytest.mark.parametrize(
    "words",
    [
        "Foreign Minister Ilse Dorn of Brevonia, who is on an official visit to Arvania, held talks with "
        "Foreign Minister Amara Sule.",
        "Foreign Minister Ilse Dorn of Brevonia, who is in Arvania on an official visit, met with Foreign "
        "Minister Amara Sule.",
        "Foreign Minister Amara Sule met with Foreign Minister Ilse Dorn of Brevonia, who arrived in Arvania "
        "on a working visit.",
    ],
)
def test_a_visit_under_way_is_told_beside_the_talks(words: str) -> None:
    (found,) = [m for m in meetings(words) if m.format == "visit"]
    assert (found.status, found.country, [a.name for a in found.participants]) == (
        "held",
        "XA",
        ["Ilse Dorn"],
    )
    assert "who is" in found.span.of(words) or "arrived" in found.span.of(words)
    assert [m.format for m in meetings(words) if m.main] == ["foreign_ministers"]


def test_the_words_of_a_meeting_do_not_end_at_an_article() -> None:
    text = "Foreign Minister Amara Sule will visit Brevonia. They will also meet the Harbour Board."
    assert [m.span.of(text) for m in meetings(text)][-1] == "They will also meet the Harbour Board"


@pytest.mark.parametrize(
    "matter",
    [
        "to thank her for answering Corvia’s call",
        "to support Corvia",
        "about Corvia’s drought",
        "regarding Corvia",
    ],
)
def test_what_a_meeting_was_for_or_about_takes_no_part(matter: str) -> None:
    text = f"Foreign Minister Wen Daro spoke with Foreign Minister Edda Stromsen of Brevonia today {matter}."
    assert lead(text).parties == ("XA", "XB")


def test_the_side_after_with_takes_part_wherever_it_stands() -> None:
    assert lead("Foreign Minister Wen Daro met in Halden with Brevonia’s fishing team.").parties == (
        "XA",
        "XB",
    )


@pytest.mark.parametrize(
    ("visit", "country"),
    [
        ("visited Arvania on 3 May 2031", "XA"),
        ("visited the Ministry of Law on 3 May 2031", "XA"),
        ("visited the Department of Fisheries of Corvia on 3 May 2031", None),
        ("visited the Harbour Museum on 3 May 2031", None),
    ],
)
def test_a_guest_who_visits_and_meets_does_both_where_the_visit_goes(visit: str, country: str | None) -> None:
    found = meetings(f"The Brevonian Minister of Law, Mr. Odo Lang, {visit} and met with Minister Edda Tol.")
    assert [(m.format, m.country) for m in found] == [("visit", country), ("ministers", country)]


def test_our_own_minister_visits_a_ministry_that_may_be_anywhere() -> None:
    found = meetings(f"{SULE} visited the Ministry of Law on 3 May 2031 and met with {DORN}.")
    assert [m.country for m in found] == [None, None]


def test_an_office_and_the_name_that_a_dash_sets_off_are_one_person_of_its_state() -> None:
    (found,) = meetings(
        f"{SULE} will meet the Representative of Brevonia in the Northern Court of Fisheries - "
        "Deputy Minister of Justice Odo Lang, to discuss the strait."
    )
    assert [(p.name, p.country) for p in found.participants] == [("Amara Sule", "XA"), ("Odo Lang", "XB")]


def test_the_dash_after_a_named_person_names_nobody_else() -> None:
    (found,) = meetings(f"{SULE} will meet {DORN} - Minister Odo Lang will stay in Halden.")
    assert who(found) == ["Amara Sule", "Ilse Dorn"]


@pytest.mark.parametrize(("article", "count"), [("a", 0), ("the", 1)])
def test_the_first_visit_of_any_president_is_no_visit_of_one(article: str, count: int) -> None:
    text = (
        "President Edda Rask of Arvania met with President Tor Halvek of Brevonia in Halden on 18 May 2031. "
        f"This is the first time that {article} President has visited Brevonia."
    )
    assert len([m for m in others(text) if m.format == "visit"]) == count


@pytest.mark.parametrize(
    ("title", "told", "mains"),
    [
        ("Visit by the Brevonian Minister of Law", "and met with Minister Edda Tol", ["visit", "ministers"]),
        (
            "Visit by the Brevonian Minister of Law",
            ", during which he met with Minister Edda Tol",
            ["ministers"],
        ),
        ("Meeting with the Brevonian Minister of Law", "and met with Minister Edda Tol", ["ministers"]),
    ],
)
def test_a_text_titled_by_a_visit_is_about_it_and_the_meeting_told_with_it(
    title: str, told: str, mains: list[str]
) -> None:
    text = f"{title}\n\nThe Brevonian Minister of Law, Mr. Odo Lang, visited Arvania on 3 May 2031 {told}."
    assert [m.format for m in meetings(text) if m.main] == mains
