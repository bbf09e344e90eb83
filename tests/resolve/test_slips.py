"""Things promised for one time, and told later as planned for a later one."""

from __future__ import annotations

import pytest

from regesta.resolve.slips import told_time
from tests.resolve.chains import links_of, promise
from tests.resolve.papers import MET, paper

CLINIC = "open a clinic in Skerrow by June 15"
PROMISED = paper(MET.format("May 4") + f"The ministers agreed to {CLINIC}.\n", "2031-05-04")


def told(words: str) -> tuple[list[str], list[str]]:
    """What becomes of the clinic when a text of June 1 says this, and what is listed as put off."""
    links = links_of(PROMISED, paper(MET.format("June 1") + words + "\n", "2031-06-01", "XB"))
    steps = [step.status for step in promise(links, CLINIC).history]
    return steps, [one.successor.quote for one in links.deferrals]


@pytest.mark.parametrize(
    "words",
    [
        "Minister Oyelu explained that the clinic in Skerrow would only be opened in October.",
        "Minister Oyelu announced that the clinic in Skerrow would begin its work in February 2032.",
        "Minister Oyelu said that, for want of beds, the opening of the clinic would now take place in winter"
        " or, at the latest, in March 2032.",
        "Minister Oyelu said that the opening of the clinic in Skerrow has again been postponed to May 2032.",
    ],
)
def test_a_later_time_puts_it_off_and_the_words_are_listed(words: str) -> None:
    steps, listed = told(words)
    assert (steps[-1], listed) == ("deferred", [words])


@pytest.mark.parametrize(
    "words",
    [
        "Minister Oyelu announced that the clinic in Skerrow would be opened in June.",
        "Minister Oyelu announced that the museum in Skerrow would be opened in October.",
        "Minister Oyelu announced that a second clinic in Skerrow would be opened in October.",
        "Minister Oyelu announced that the clinic in Skerrow would be renamed in October.",
        "Minister Oyelu hoped that a treaty on the clinic in Skerrow would be signed in October.",
    ],
)
def test_another_thing_or_the_same_time_puts_nothing_off(words: str) -> None:
    steps, listed = told(words)
    assert "deferred" not in steps
    assert listed == []


def test_what_is_put_off_without_a_new_time_has_nothing_in_its_place() -> None:
    steps, listed = told(
        "Minister Oyelu said that the opening of the clinic in Skerrow is therefore postponed."
    )
    assert (steps[-1], listed) == ("deferred", [])


def test_the_promise_that_is_made_anew_is_the_successor() -> None:
    anew = paper(
        MET.format("June 1") + "The ministers agreed that the clinic in Skerrow will be opened in October.\n",
        "2031-06-01",
        "XB",
    )
    followed = promise(links_of(PROMISED, anew), CLINIC)
    assert followed.history[-1].status == "deferred"
    assert followed.successor is not None
    assert (followed.successor.document, followed.successor.kind) == (anew.id, "commitment")


def test_a_month_without_a_year_is_the_next_such() -> None:
    assert told_time("would be opened in October", "2031-06-01") == ("2031-10-01", "2031-10-31")
    assert told_time("would be opened on 3 February", "2031-06-01") == ("2032-02-01", "2032-02-29")
    assert told_time("would begin on February 3, 2033", "2031-06-01") == ("2033-02-01", "2033-02-28")
    assert told_time("by the end of 2034", "2031-06-01") == ("2034-01-01", "2034-12-31")
    assert told_time("may be opened soon", "2031-06-01") is None
