"""At which level a meeting was: groups without names, whom "they" are, what the words alone tell."""

from __future__ import annotations

import pytest

from tests.records.meeting.readouts import lead, meetings, others, who

VISIT = "Senior Minister Amara Sule will visit Brevonia from 21 to 25 May 2031."


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("She will also be meeting her Brevonian counterparts.", "ministers"),
        ("She will meet senior representatives of Brevonian firms.", "officials"),
        ("She will meet with officials of the ministry.", "officials"),
    ],
)
def test_a_group_without_names_is_met_too(words: str, level: str) -> None:
    (found,) = others(f"{VISIT} {words}")
    assert (found.format, found.status, who(found)) == (level, "planned", ["Amara Sule"])


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("She will meet senior representatives of Brevonian firms.", "officials"),
        ("She will also meet business leaders.", "officials"),
        ("She will meet with opposition leaders of Brevonia.", "officials"),
        ("She will meet her Brevonian counterparts.", "vice_ministerial"),
    ],
)
def test_private_persons_whom_a_deputy_minister_meets_give_no_level(words: str, level: str) -> None:
    (found,) = others(f"Deputy Minister Amara Sule will visit Brevonia from 21 to 25 May 2031. {words}")
    assert found.format == level


def test_a_thing_is_not_met() -> None:
    assert others(f"{VISIT} She will meet the needs of both countries.") == []


def test_the_ambassador_who_leads_a_delegation_calls_on_a_president() -> None:
    found = lead("President Tor Halvek met with the Brevonian delegation, led by Ambassador Pia Lund, today.")
    assert (found.format, who(found)) == ("courtesy_call", ["Tor Halvek", "Pia Lund"])


def test_officials_who_are_meant_by_they_remain_officials() -> None:
    text = (
        "Presidential Adviser Mira Tal and Special Envoy Jon Vale visited Brevonia on May 13, 2031. "
        "They held talks with Prime Minister Ilse Dorn."
    )
    (talks,) = others(text)
    assert (talks.format, who(talks)) == ("officials", ["Ilse Dorn", "Mira Tal", "Jon Vale"])


def test_who_decides_to_hold_talks_gives_them_their_level() -> None:
    text = "The leaders of Arvania, Brevonia and Corvia first decided to hold trilateral talks in 2019."
    assert [m.format for m in meetings(text)] == ["summit"]


def test_their_call_brings_the_same_persons_together() -> None:
    text = (
        "President Tor Halvek met with President Ilse Dorn of Brevonia in Halden on 18 May 2031. "
        "They recalled their call in April."
    )
    (call,) = others(text)
    assert (call.format, call.medium, who(call)) == ("summit", "phone", ["Tor Halvek", "Ilse Dorn"])


def test_consultations_without_names_are_for_officials() -> None:
    found = lead("The Arvania-Brevonia Foreign Office Consultations were held on 16 May 2031 in Halden.")
    assert found.format == "officials"


def test_a_dinner_in_honour_of_somebody_is_with_them() -> None:
    found = lead("President Ilse Dorn hosted a dinner in honour of President Tor Halvek of Brevonia.")
    assert (found.format, who(found)) == ("summit", ["Ilse Dorn", "Tor Halvek"])


def test_who_travels_to_meet_somebody_meets_them() -> None:
    text = (
        "Foreign Minister Amara Sule will travel to Brevonia on May 22 to meet Foreign Minister Ilse Dorn. "
        "She will meet her Corvian counterpart Ravi Odum."
    )
    assert [who(m) for m in others(text)] == [["Amara Sule", "Ilse Dorn"], ["Amara Sule", "Ravi Odum"]]


def test_a_welcome_for_a_visit_receives_nobody() -> None:
    text = "Minister Amara Sule welcomed the visit to Arvania by Mr. Jon Vale, Deputy Minister of Brevonia."
    assert [m.format for m in meetings(text)] == ["visit"]
