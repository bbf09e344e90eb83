"""Meetings by a short name, by an office, by a number, and once more under another word."""

from __future__ import annotations

import pytest

from tests.records.meeting.readouts import MET, lead, meetings, others, who

SPOKE = "President Tor Halvek spoke with President Ilse Dorn of Brevonia."


def test_an_acronym_in_brackets_stands_for_the_meeting_later() -> None:
    text = (
        "The 15th Arvania-Brevonia Foreign Office Consultations (FOC) were held on 16 May 2031 in Halden. "
        "The last FOC was held in Port Sele in April 2030. "
        "Both sides agreed to hold the next FOC in Port Sele in 2032."
    )
    assert [(m.format, m.status, m.when) for m in meetings(text)] == [
        ("officials", "held", "2031-05-16"),
        ("officials", "referenced", "2030-04"),
        ("officials", "planned", "2032"),
    ]


def test_a_forum_by_its_acronym_is_the_forum() -> None:
    text = (
        "The 58th ASEAN Foreign Ministers’ Meeting (AMM) was held on 9 May 2031 in Port Sele. "
        "The AMM was chaired by Brevonia."
    )
    assert [m.ordinal_total for m in meetings(text)] == [58]


def test_we_who_gathered_for_a_summit_held_it() -> None:
    text = "We, the leaders of the Union, gathered in Halden for the 32nd ASEAN Summit on 19 May 2031."
    found = lead(text)
    assert (found.format, found.status, found.ordinal_total) == ("forum", "held", 32)


def test_a_visit_may_name_its_visitor_by_office_alone() -> None:
    (found,) = meetings("They recalled the recent visit of the External Affairs Minister to Corvia.")
    assert (found.format, found.country) == ("visit", "XC")


@pytest.mark.parametrize("now", ["is currently on", "is on"])
def test_a_visit_goes_on_while_the_text_is_written(now: str) -> None:
    found = lead(f"Minister Mira Tal {now} an official visit to Brevonia from 18 to 23 May 2031.")
    assert (found.format, who(found), found.place) == ("visit", ["Mira Tal"], None)


def test_a_stop_is_not_the_place_of_the_whole_visit() -> None:
    text = (
        "Minister Mira Tal visited Brevonia from 14 to 16 May 2031. "
        "During the visit, she also visited Port Sele."
    )
    assert lead(text).place is None


def test_a_visit_told_beside_the_meeting_has_its_visitor() -> None:
    text = (
        "President Tor Halvek, currently on an official visit to Brevonia, met Minister Pia Lund of Brevonia."
    )
    assert [who(m) for m in others(text)] == [["Tor Halvek"]]


def test_the_plan_reaches_over_and() -> None:
    text = (
        "President Tor Halvek will pay state visits to Brevonia and Corvia from June 7 to 12, "
        "and attend the G20 summit from June 10 to 11 in Port Sele."
    )
    assert [(m.format, m.status) for m in others(text)] == [("forum", "planned")]


def test_the_forum_during_which_they_would_meet_lies_ahead() -> None:
    text = f"{SPOKE} They agreed that the presidents would meet during the G20 summit in Corvia."
    assert [m.status for m in others(text) if m.format == "forum"] == ["planned"]


def test_the_leaders_of_the_sides_give_talks_their_level() -> None:
    text = (
        "Arvania hosted the first Arvania-Brevonia Consular Dialogue on 16 May 2031. "
        "The Arvanian delegation was led by Director General Mira Tal and the Brevonian side was led by "
        "Ambassador Jon Vale. They agreed to hold the next round of this Dialogue in Port Sele in 2032."
    )
    assert [m.format for m in meetings(text)] == ["officials", "officials"]


def test_a_list_ends_before_a_subject_of_two() -> None:
    text = (
        f"{MET} Building on talks on June 9, 2030 between President Tor Halvek and President Ravi Odum of "
        "Corvia, Minister Sule and Minister Dorn discussed trade."
    )
    (talks,) = others(text)
    assert who(talks) == ["Tor Halvek", "Ravi Odum"]


def test_press_statements_are_no_talks() -> None:
    assert others(f"{SPOKE} The presidents made statements following the talks.") == []


def test_a_shared_name_is_the_publishers_own() -> None:
    text = (
        "Foreign Minister Kang Arim met with Foreign Minister Ilse Dorn, who will visit Korea in June 2031."
    )
    assert [m.country for m in meetings(text, country="KR") if m.format == "visit"] == ["KR"]
    assert [m.country for m in meetings(text, country="XA") if m.format == "visit"] == [None]


def test_new_meetings_planned_for_an_occasion_count() -> None:
    text = f"{SPOKE} It was agreed that new meetings will be held alongside the G8 summit in Corvia."
    assert [(m.format, m.status) for m in others(text)] == [("summit", "planned"), ("forum", "planned")]


def test_a_second_meeting_of_the_same_persons_was_on_the_same_day() -> None:
    text = f"{MET} Minister Sule and Minister Dorn held the first meeting of the dialogue on ports."
    assert [(m.when, m.place) for m in others(text)] == [("2031-05-18", "Halden")]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("They praised the recently concluded Northern Climate Summit.", ["forum"]),
        ("They discussed their visions for the Summit of the Isles.", ["forum"]),
        ("They discussed the second Summit for Democracy.", ["forum"]),
        ("They discussed how to build on the successful Sundar Ministerial.", ["forum"]),
        ("They recalled the Arvania-Brevonia Summit.", []),
        ("They recalled the Summit of Arvania and Brevonia.", []),
        ("They recalled the Northern Leaders’ Summit on May 9-10, 2031.", ["summit"]),
        ("They discussed the Sundar Ministerial Council.", []),
        ("They praised a climate summit.", []),
    ],
)
def test_a_gathering_is_known_by_what_its_name_is_about(words: str, found: list[str]) -> None:
    assert [m.format for m in others(f"{MET} {words}")] == found


def test_who_looks_forward_to_meeting_again_at_a_summit_meets_when_it_is() -> None:
    again = "They looked forward to meeting again at the June Summit of the Isles."
    text = f"{MET} They discussed the Summit of the Isles. {again}"
    found = [(m.format, m.status, m.when, len(m.also)) for m in others(text)]
    assert found == [("foreign_ministers", "planned", "2031-06", 0), ("forum", "planned", "2031-06", 1)]


@pytest.mark.parametrize(("name", "number"), [("IX Halden Legal Forum", 9), ("Halden XV Legal Forum", None)])
def test_a_roman_numeral_before_a_name_counts_and_the_name_later_is_the_same(
    name: str, number: int | None
) -> None:
    text = (
        f"Minister Amara Sule will attend the {name} in Halden on 27 May 2031. "
        "The Halden Legal Forum is an annual event."
    )
    assert [(m.format, m.round, len(m.also)) for m in meetings(text) if m.format == "forum"] == [
        ("forum", number, 1)
    ]


@pytest.mark.parametrize(
    ("session", "count"),
    [("the 3–4 April session of the National Assembly of Brevonia", 0), ("the 3 April session of talks", 1)],
)
def test_a_session_of_a_states_own_house_is_no_meeting_of_two_sides(session: str, count: int) -> None:
    assert len(others(f"{MET} They discussed the results of {session}.")) == count


def test_the_summit_without_more_is_the_gathering_named_before() -> None:
    text = (
        "Minister Amara Sule will attend the Halden Food Summit on 27 May 2031. "
        "The Summit will be opened by President Tor Halvek."
    )
    assert [(m.format, len(m.also)) for m in meetings(text)] == [("forum", 1)]
