"""Meetings that did not or will not take place, and the plans that take their place."""

from __future__ import annotations

import pytest

from tests.records.meeting.readouts import MET, meetings, others, who

VISIT = "Foreign Minister Dorn’s visit to Arvania"


@pytest.mark.parametrize(
    "words",
    [
        f"{VISIT}, which was scheduled for mid-June, cannot take place due to the storm in Lunden.",
        f"In view of the floods, {VISIT}, which was to take place in June, has been put off.",
        f"{VISIT}, planned for June, will have to be postponed because of the storms.",
        f"{VISIT}, which had been set for June, had been put off owing to the elections.",
        "They agreed to postpone the visit of Minister Dorn to Arvania, which was scheduled for June.",
        f"They regretted the cancellation of {VISIT} in June.",
        f"{VISIT}, scheduled for 12 to 14 June, is therefore postponed.",
        f"{VISIT} in June has consequently been called off.",
        "Foreign Minister Ilse Dorn has decided not to travel to Arvania in June.",
        "Foreign Minister Ilse Dorn will not be able to visit Arvania in June.",
        "Foreign Minister Ilse Dorn is unable to visit Arvania in June.",
    ],
)
def test_what_fails_is_the_meeting_of_which_the_verb_speaks(words: str) -> None:
    (found,) = others(f"{MET} {words}")
    assert (found.format, found.status, found.country) == ("visit", "not_held", "XA")
    assert found.when is not None and found.when.startswith("2031-06")


def test_a_plan_in_the_same_sentence_stays_a_plan() -> None:
    text = f"{MET} The summit in Lunden was called off, and they agreed to hold consultations in July."
    assert {m.format: m.status for m in others(text)}["summit"] == "not_held"
    assert [m.status for m in others(text)].count("not_held") == 1


def test_the_talks_at_which_it_was_told_are_not_what_failed() -> None:
    text = f"{MET} {VISIT} in June, discussed at the summit in Lunden on May 2, was postponed."
    assert {m.format: m.status for m in others(text)} == {"visit": "not_held", "summit": "referenced"}


def test_a_new_date_is_a_plan_of_its_own() -> None:
    failed, plan = others(f"{MET} {VISIT} planned for June will be postponed to October.")
    assert (failed.status, failed.when) == ("not_held", "2031-06")
    assert (plan.status, plan.when, plan.format, plan.country) == ("planned", "2031-10", "visit", "XA")


def test_the_visit_without_more_is_the_one_just_named() -> None:
    text = f"{MET} {VISIT} in June was postponed. They agreed that the visit would be held in October."
    plan = next(m for m in others(text) if m.status == "planned")
    assert (plan.when, plan.country, [a.name for a in plan.participants]) == ("2031-10", "XA", ["Ilse Dorn"])


def test_the_reason_is_not_a_date_by_which_it_was_due() -> None:
    text = f"{MET} {VISIT}, due to take place in June, was postponed because of the storm."
    (found,) = others(text)
    assert found.reason == "storm"


def test_the_place_of_the_reason_is_not_that_of_the_meeting() -> None:
    text = f"{MET} The summit, which was scheduled for June, cannot take place due to the storm in Lunden."
    (found,) = others(text)
    assert (found.status, found.place) == ("not_held", None)


def test_payments_that_are_postponed_are_no_meeting() -> None:
    assert all(m.status != "not_held" for m in meetings(f"{MET} They spoke of postponed payments."))


def test_a_plan_is_not_the_visit_under_way_once_more() -> None:
    text = (
        "Foreign Minister Amara Sule met with Foreign Minister Ilse Dorn of Brevonia, who is on a visit to "
        "Arvania. They agreed to push ahead with the visit in November."
    )
    (plan,) = [m for m in meetings(text) if m.status == "planned"]
    assert plan.participants == ()


def test_a_plan_with_a_date_stands_for_the_visit_named_before_it_without_one() -> None:
    first = "They discussed the visit of President Tor Halvek of Brevonia to Arvania."
    failed = "The visit, which was planned for June, has been put off because of the storm."
    text = f"{MET} {first} {failed} It was agreed that the visit will be made in October."
    off, plan = sorted(others(text), key=lambda m: m.span)
    assert (off.status, off.when, off.reason) == ("not_held", "2031-06", "storm")
    assert (plan.status, plan.when, plan.country, who(plan)) == ("planned", "2031-10", "XA", ["Tor Halvek"])
    assert plan.span.of(text) == "the visit will be made in October"
    assert [span.of(text) for span in plan.also] == [
        "the visit of President Tor Halvek of Brevonia to Arvania"
    ]


def test_a_plan_does_not_stand_for_a_visit_that_has_its_own_date() -> None:
    first = "They recalled the visit of President Tor Halvek of Brevonia to Arvania in May 2030."
    text = f"{MET} {first} The next visit of President Halvek to Arvania will be made in October."
    assert [(m.status, m.when) for m in others(text)] == [("referenced", "2030-05"), ("planned", "2031-10")]


@pytest.mark.parametrize(
    "words",
    [
        "They agreed not to postpone Minister Dorn’s visit to Arvania in June.",
        "Foreign Minister Ilse Dorn has decided to travel to Arvania in June.",
        "Foreign Minister Ilse Dorn will not only visit Arvania in June.",
        "Foreign Minister Ilse Dorn is able to visit Arvania in June.",
    ],
)
def test_what_is_not_put_off_or_not_denied_stays_a_plan(words: str) -> None:
    assert [m.status for m in others(f"{MET} {words}")] != ["not_held"]


def test_talks_that_are_decided_against_are_not_held() -> None:
    (found,) = others(f"{MET} They decided not to hold the third round of consultations in June.")
    assert (found.status, found.round, found.when) == ("not_held", 3, "2031-06")


NOTICE = (
    "State Visit of President Halvek to Brevonia – postponement\n\n"
    "In view of the storms in Skerrow, President Tor Halvek has decided not to travel to Halden next week. "
    "The State Visit to Brevonia, scheduled for 26 to 28 May, is therefore postponed. "
    "The two Presidents agreed that the State Visit will be held in the first half of October 2031.\n"
)


def test_a_notice_tells_of_the_visit_that_fails_and_of_the_one_in_its_place() -> None:
    failed, plan = meetings(NOTICE)
    assert (failed.main, failed.status, failed.when, failed.reason) == (
        True, "not_held", "2031-05-26/2031-05-28", "storms in Skerrow",
    )  # fmt: skip
    assert (plan.status, plan.when) == ("planned", "2031-10-01/2031-10-15")
    for visit in (failed, plan):
        assert [(a.name, a.country) for a in visit.participants] == [("Tor Halvek", "XA")]
        assert visit.country == "XB"


@pytest.mark.parametrize("words", ["cancelled", "(postponed)", "called off"])
def test_a_title_may_say_that_a_visit_fails(words: str) -> None:
    text = f"Visit of President Halvek to Corvia {words}\n\nA new date will be announced."
    assert [m.status for m in meetings(text)] == ["not_held"]


def test_a_lead_may_say_that_the_visit_of_the_title_fails() -> None:
    text = "Visit of President Halvek to Corvia\n\nThe visit, planned for June, has been postponed."
    assert [(m.status, m.when) for m in meetings(text)] == [("not_held", "2031-06")]


def test_what_was_said_of_a_visit_that_fails_was_not_said_on_it() -> None:
    call = "President Tor Halvek met with President Ilse Dorn in Lunden on 18 May 2031."
    assert [(m.status, m.when) for m in meetings(f"{NOTICE}\n{call}")][-1] == ("held", "2031-05-18")


def test_talks_that_are_not_continued_are_no_meeting_that_failed() -> None:
    text = (
        "President Tor Halvek met with President Ilse Dorn in Lunden on 18 May 2031. In view of the vote, the"
        " two sides will not continue the negotiations on a treaty."
    )
    assert [m.status for m in meetings(text)] == ["held"]
