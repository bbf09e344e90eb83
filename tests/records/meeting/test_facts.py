"""What the words of a sentence say of its meetings: status, date, place, length, occasion."""

from __future__ import annotations

import pytest

from regesta.model.records import Part
from tests.records.meeting.readouts import MET, lead, meetings, others, read

TALKS = "Foreign Minister Amara Sule held talks with Foreign Minister Ilse Dorn of Brevonia"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("The two sides agreed to hold a summit in Lunden.", "planned"),
        ("Foreign Minister Sule proposed a summit in Lunden.", "planned"),
        ("The summit scheduled for next month will be held in Lunden.", "planned"),
        ("They spoke of the forthcoming summit in Lunden.", "planned"),
        ("The two sides agreed on the results of the summit in Lunden.", "referenced"),
        ("They will build on the summit in Lunden.", "planned"),
        ("They will carry out what was agreed at the summit in Lunden.", "referenced"),
    ],
)
def test_a_plan_is_told_from_a_memory(words: str, status: str) -> None:
    (found,) = others(f"{MET} {words}")
    assert (found.format, found.status) == ("summit", status)


def test_a_proposal_belongs_to_the_words_of_the_meeting() -> None:
    text = f"{MET} Foreign Minister Sule proposed a summit in Lunden."
    (found,) = others(text)
    assert found.span.of(text) == "proposed a summit in Lunden"


def test_a_condition_stands_with_its_plan() -> None:
    (found,) = others(f"{MET} If circumstances permit, Foreign Minister Dorn will visit Arvania in July.")
    assert found.condition == "If circumstances permit"


def test_a_condition_that_opens_a_phrase_goes_up_to_the_mark() -> None:
    (found,) = others(f"{MET} Foreign Minister Dorn will visit Arvania in July, subject to the vote at home.")
    assert found.condition == "subject to the vote at home"


def test_a_meeting_without_a_date_was_held_on_the_day_of_publication() -> None:
    found = lead(f"{TALKS}.")
    assert (found.when, found.when_basis, found.as_written) == ("2031-05-20", "published", None)


def test_a_page_without_a_date_gives_no_date() -> None:
    (found,) = meetings(f"{TALKS}.", published=None)
    assert found.when is None


def test_the_following_day_follows_the_main_meeting() -> None:
    (found,) = others(f"{MET} The following day, Foreign Minister Sule met with President Tor Halvek.")
    assert (found.when, found.when_basis) == ("2031-05-19", "content")


def test_lengths_with_a_clock_each_are_a_sum() -> None:
    found = lead(f"{TALKS} from 10:00 for 35 minutes and from 12:00 for 15 minutes.")
    assert (found.start_time, found.duration_minutes) == ("10:00", 50)
    assert found.parts == (Part(None, "10:00", 35), Part(None, "12:00", 15))


def test_a_length_in_brackets_is_a_part_of_the_whole() -> None:
    found = lead(f"{TALKS} for 50 minutes (including a 20-minute tête-à-tête meeting).")
    assert found.duration_minutes == 50
    assert [part.duration_minutes for part in found.parts] == [20]


def test_the_margins_of_a_forum_give_occasion_and_place() -> None:
    found = lead(f"{TALKS} on the margins of the Economic Forum in Lunden.")
    assert (found.occasion, found.place) == ("Economic Forum", "Lunden")


def test_what_a_guest_came_for_is_the_occasion() -> None:
    found = lead(
        "Foreign Minister Amara Sule met with Foreign Minister Ilse Dorn of Brevonia, "
        "who is visiting Arvania for the Northern Economic Forum."
    )
    assert (found.occasion, found.country) == ("Northern Economic Forum", "XA")


def test_the_date_of_the_forum_is_the_date_of_the_journey_to_it() -> None:
    text = "Foreign Minister Amara Sule will travel to Halden for the Northern Economic Forum on 3 June 2031."
    assert [(m.format, m.when) for m in meetings(text)] == [("visit", "2031-06-03"), ("forum", "2031-06-03")]


@pytest.mark.parametrize(
    ("words", "medium"),
    [
        (f"{TALKS} by telephone.", "phone"),
        (f"{TALKS} via video.", "video"),
        (f"{TALKS}.", "in_person"),
        ("Foreign Minister Amara Sule paid a courtesy call on President Tor Halvek.", "in_person"),
    ],
)
def test_the_medium_is_said_or_it_is_in_person(words: str, medium: str) -> None:
    assert lead(words).medium == medium


def test_a_meeting_by_telephone_is_nowhere() -> None:
    found = lead(f"{TALKS} by telephone in Halden.")
    assert found.place is None


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("On June 9-10, the visit of President Ilse Dorn of Brevonia to Arvania will take place.", 2032),
        ("On June 9-10, the second round of talks between Arvania and Brevonia will take place.", 2032),
        ("On June 9-10, a visit to Arvania is planned.", 2032),
        ("On June 9-10, a visit to Arvania by members headed by the chair is due to begin.", 2032),
        ("On June 9-10, the visit of President Ilse Dorn of Brevonia to Arvania took place.", 2031),
        ("The talks held on June 9-10 will be continued.", 2031),
        ("On June 9-10, the talks that will shape the pact began.", 2031),
    ],
)  # fmt: skip
def test_a_plan_without_a_year_is_the_next_and_a_memory_the_last(words: str, year: int) -> None:
    (found,) = [m for m in meetings(f"{MET} {words}", published="2031-06-20") if not m.main]
    assert found.when == f"{year}-06-09/{year}-06-10"


@pytest.mark.parametrize(
    ("published", "year"),
    [("2031-01-02", 2031), ("2031-05-30", 2031), ("2031-06-10", 2031), ("2031-06-20", 2032)],
)
def test_an_announced_visit_is_the_next_after_its_announcement(published: str, year: int) -> None:
    words = "On June 9-10, the visit of President Ilse Dorn of Brevonia to Arvania will take place."
    (found,) = meetings(f"President Dorn to visit Arvania\n\n{words}", published=published)
    assert (found.status, found.when) == ("planned", f"{year}-06-09/{year}-06-10")


@pytest.mark.parametrize("hours", ["at 11:30-12:10 (local time)", "from 11:30 to 12:10"])
def test_two_times_of_day_tell_the_length(hours: str) -> None:
    found = lead(f"Minister Mira Tal met with Minister Ilse Dorn of Brevonia on 18 May 2031 {hours}.")
    assert (found.start_time, found.duration_minutes) == ("11:30", 40)


@pytest.mark.parametrize(
    "text",
    [
        "Minister Mira Tal visited Halden to attend the trade fair, and met with Minister Dorn on 18 May.",
        "Minister Mira Tal, during her visit to Halden, met with Minister Ilse Dorn of Brevonia on 18 May.",
    ],
)
def test_who_meets_on_a_visit_meets_where_the_visit_goes(text: str) -> None:
    assert lead(text).place == "Halden"


def test_a_state_in_the_name_of_a_forum_is_not_where_it_is_held() -> None:
    text = "Minister Mira Tal will attend “the Brevonia-Arvania Port Conference” in Lunden on 9 June."
    found = next(m for m in meetings(text) if m.format == "forum")
    assert found.place == "Lunden"
    named = next(m for m in meetings("She spoke at the Arvania Symposium on 9 May.") if m.format == "forum")
    assert (named.place, named.country) == (None, None)


def test_a_session_of_a_joint_body_is_a_committee() -> None:
    text = (
        "Foreign Minister Mira Tal of Arvania received Ambassador Ilse Dorn of Brevonia on 18 May. "
        "She voiced readiness to host the next session of the Joint Economic Commission in Halden in the "
        "autumn, and recalled the session of the Harbour Choir."
    )
    (found,) = (m for m in meetings(text) if m.status == "planned")
    assert (found.format, found.place) == ("committee", "Halden")


def test_a_guest_may_stand_between_host_and_talks() -> None:
    found = lead("Foreign Minister Mira Tal will host Foreign Minister Ilse Dorn for talks on 9 June 2031.")
    assert [p.name for p in found.participants] == ["Mira Tal", "Ilse Dorn"]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Minister Tal also took part in the Arvania-Brevonia Harbour Forum.", "held"),
        ("Minister Tal recalled the Arvania-Brevonia Harbour Forum.", "referenced"),
        ("Minister Tal will take part in the Arvania-Brevonia Harbour Forum.", "planned"),
    ],
)
def test_what_somebody_took_part_in_is_reported(words: str, status: str) -> None:
    text = f"Minister Mira Tal met with Minister Ilse Dorn of Brevonia on 18 May. {words}"
    (found,) = (m for m in meetings(text) if m.format == "forum")
    assert found.status == status


def test_the_talks_of_a_visit_are_a_meeting_of_visitor_and_host() -> None:
    text = (
        "At the invitation of Prime Minister Mira Tal, Prime Minister Ilse Dorn of Brevonia paid an official "
        "visit to Arvania from 16 to 18 May 2031. The two Prime Ministers held talks. They held talks again."
    )
    visit, talks = meetings(text)
    assert (visit.format, talks.format, talks.status) == ("visit", "summit", "held")
    assert {p.name for p in talks.participants} == {"Ilse Dorn", "Mira Tal"}


def test_who_is_met_by_office_alone_gives_side_and_level() -> None:
    found = lead("Foreign Minister Mira Tal met with the Presidents of Brevonia and Corvia on 18 May 2031.")
    assert (found.format, found.parties) == ("courtesy_call", ("XA", "XB", "XC"))
    text = "Foreign Minister Mira Tal of Arvania left. She also met the Foreign Minister of Brevonia."
    (found,) = meetings(text)
    assert (found.format, found.parties, len(found.participants)) == ("foreign_ministers", ("XA", "XB"), 1)
    text = (
        "Foreign Minister Mira Tal will visit Brevonia on 9 June. She will meet the Speaker of Brevonia. "
        "She will also meet the Foreign Minister of Brevonia."
    )
    assert len([m for m in meetings(text) if m.format != "visit"]) == 2


def test_her_meeting_with_somebody_at_the_head_of_a_sentence_is_told() -> None:
    lead_in = "Foreign Minister Mira Tal met with Foreign Minister Ilse Dorn of Brevonia on 18 May 2031. "
    told = f"{lead_in}In her meeting with Foreign Minister Pia Lund of Corvia, the two discussed fees."
    reading = read(told)
    found = reading.records.meetings[1]
    assert (found.status, [p.name for p in found.participants]) == ("held", ["Mira Tal", "Pia Lund"])
    assert [a.name for a in reading.records.statements[0].actors] == ["Mira Tal", "Pia Lund"]
    once_more = f"{lead_in}In her meeting with Foreign Minister Dorn, the two discussed fees."
    assert len(meetings(once_more)) == 1
    earlier = (
        f"{lead_in}She recalled what was said during her talks with Foreign Minister Pia Lund of Corvia."
    )
    assert len(meetings(earlier)) == 1


def test_who_presided_on_the_part_of_a_state_is_of_that_state() -> None:
    text = (
        "The third round of consultations between Arvania and Brevonia was carried out in Halden on 18 May. "
        "The meeting was presided by Vice Minister Mira Tal, and on the part of Brevonia by Vice Minister "
        "Ilse Dorn."
    )
    found = lead(text)
    assert {(p.name, p.country) for p in found.participants} == {("Mira Tal", "XA"), ("Ilse Dorn", "XB")}
