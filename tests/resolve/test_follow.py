"""What came of promises and requests: dated, cited, and never more than the texts say."""

from __future__ import annotations

from regesta.model.judgement import Rulings
from regesta.model.links import Dossier
from regesta.resolve.resolve import resolve
from tests.resolve.papers import MET, paper, promise

DESK = "set up a customs desk on the Skerrow bridge"
PROMISED = paper(MET.format("May 4") + f"The ministers agreed to {DESK} by the end of June.\n", "2031-05-04")
DONE = paper(
    MET.format("July 20")
    + "The ministers welcomed that the customs desk on the Skerrow bridge had been opened.\n",
    "2031-07-20",
)
FAILED = paper(
    MET.format("July 20") + "Minister Lind explained that the customs desk on the Skerrow bridge"
    " had not been opened by the end of June.\n",
    "2031-07-20",
    "XB",
)


def told(*papers: object) -> list[tuple[str, str]]:
    history = promise(resolve(papers), DESK).history  # type: ignore[arg-type]
    return [(step.start, step.status) for step in history]


def test_a_promise_is_open_until_its_window_closes_and_then_without_evidence() -> None:
    assert told(PROMISED) == [("2031-05-04", "open"), ("2031-07-01", "no_evidence")]


def test_later_words_show_that_it_was_done_and_are_cited() -> None:
    links = resolve([PROMISED, DONE])
    last = promise(links, DESK).history[-1]
    assert (last.start, last.status, last.confirmation) == ("2031-07-20", "done", "self_declared")
    assert [place.document for place in last.evidence] == [DONE.id]
    assert "had been opened" in last.evidence[0].quote


def test_an_earlier_text_shows_nothing() -> None:
    before = paper(
        MET.format("April 2")
        + "The ministers welcomed that the customs desk on the Skerrow bridge had been opened.\n",
        "2031-04-02",
    )
    assert told(PROMISED, before) == told(PROMISED)


def test_a_rejected_link_counts_for_nothing() -> None:
    links = resolve([PROMISED, DONE])
    [link] = [one for one in links.judgements if one.kind == "follow_through" and one.value == "done"]
    kept = resolve([PROMISED, DONE], Rulings(rejected=frozenset({link.id})))
    assert [step.status for step in promise(kept, DESK).history] == ["open", "no_evidence"]


def test_time_alone_never_makes_it_not_done_and_words_do() -> None:
    assert told(PROMISED)[-1][1] == "no_evidence"
    assert told(PROMISED, FAILED)[-1][1] == "not_done"


def test_a_planned_meeting_that_was_held_fulfils_the_promise_of_it() -> None:
    plan = paper(
        MET.format("May 4")
        + "The ministers agreed to hold a vice-ministerial consultation in Skerrow in June.\n",
        "2031-05-04",
    )
    held = paper(
        "Vice-ministerial consultation\n\nOn June 12, Vice-Minister for Foreign Affairs of Arvania Ada Brun"
        " held a vice-ministerial consultation with Deputy Minister of Foreign Affairs of Brevonia Ivo Sand"
        " in Skerrow.\n",
        "2031-06-13",
        "XB",
    )
    links = resolve([plan, held])
    last = promise(links, "vice-ministerial consultation in Skerrow").history[-1]
    assert (last.start, last.status, last.timeliness, last.confirmation) == (
        "2031-06-13", "done", "on_time", "counterpart",
    )  # fmt: skip


def test_a_request_made_again_is_an_event_and_no_status() -> None:
    words = "requested Brevonia to release the crew of the trawler Petrel"
    first = paper(MET.format("May 4") + f"Minister Lind {words}.\n", "2031-05-04")
    again = paper(MET.format("July 20") + f"Minister Lind once again {words}.\n", "2031-07-20")
    links = resolve([first, again])
    asked = min((one for one in links.requests), key=lambda one: one.history[0].start)
    assert [(event.start, event.status) for event in asked.events] == [("2031-07-20", "asked_again")]
    assert [step.status for step in asked.history] == ["open"]


DIG = "begin the construction of the harbour tunnel in October"
DUG = paper(MET.format("May 4") + f"The ministers agreed to {DIG}.\n", "2031-05-04")


def later(words: str, day: str = "2031-07-20", side: str = "XA") -> Dossier:
    """A text about a later meeting with these words."""
    return paper(MET.format("July 20") + words + "\n", day, side)


def dug(words: str) -> list[str]:
    """What becomes of the tunnel when a later text says this."""
    return [step.status for step in promise(resolve([DUG, later(words)]), DIG).history]


def test_another_thing_that_shares_a_noun_says_nothing_of_the_promise() -> None:
    assert dug("Minister Lind asked why the joint company for the tunnel has not been established.") == [
        "open", "no_evidence",
    ]  # fmt: skip
    assert dug("The ministers welcomed the establishment of the joint company for the tunnel.") == [
        "open", "no_evidence",
    ]  # fmt: skip


def test_the_thing_of_another_promise_that_failed_is_not_this_one() -> None:
    company = "establish a joint company for the tunnel by the end of August"
    founded = paper(MET.format("May 4") + f"The ministers agreed to {company}.\n", "2031-05-04")
    failed = later("Minister Lind noted that the construction of the tunnel had not been started.")
    assert [s.status for s in promise(resolve([founded, failed]), company).history] == ["open", "no_evidence"]


def test_deeds_put_off_from_the_time_that_was_named_are_those_promised() -> None:
    reason = "Minister Lind explained that, for want of sand, the construction would begin in spring 2032"
    assert dug(f"{reason} instead of October this year.") == ["open", "deferred"]
    assert dug(f"{reason} instead of August this year.") == ["open", "no_evidence"]


def test_an_opinion_or_a_wish_is_no_deed() -> None:
    line = "open the ferry line to Skerrow in June"
    agreed = paper(MET.format("May 4") + f"The ministers agreed to {line}.\n", "2031-05-04")
    for words in (
        "We consider the opening of the ferry line to Skerrow to be an important step.",
        "Minister Lind expressed the hope that the ferry line to Skerrow would be opened.",
    ):
        history = promise(resolve([agreed, later(words)]), line).history
        assert [step.status for step in history] == ["open", "no_evidence"], words


def test_a_failure_told_beside_what_was_done_after_all_is_past() -> None:
    words = "{}, which was not opened in June because of a flood, {}"
    desk = "Regarding the customs desk on the Skerrow bridge"
    done = later(words.format(desk, "the ministers welcomed that it was opened on July 9."))
    still = later(words.format(desk, "the ministers exchanged views."))
    assert told(PROMISED, done)[-1] == ("2031-07-20", "done")
    assert told(PROMISED, still)[-1] == ("2031-07-20", "not_done")


def test_a_number_of_a_number_is_a_part() -> None:
    crew = "requested Brevonia to release the crew of the trawler Petrel"
    asked = paper(MET.format("May 4") + f"Minister Lind {crew}.\n", "2031-05-04")
    freed = later(
        "Minister Oyelu said that four of the seven crew members of the trawler Petrel had been released."
    )
    assert [step.status for step in promise(resolve([asked, freed]), crew).history] == ["open", "partly_done"]


def test_who_is_asked_need_not_be_named_again() -> None:
    crew = "requested Brevonia to release the crew of the trawler Petrel"
    asked = paper(MET.format("May 4") + f"Minister Lind {crew}.\n", "2031-05-04")
    again = later("Minister Lind once again requested the release of the crew of the trawler Petrel.")
    assert [e.status for e in promise(resolve([asked, again]), crew).events] == ["asked_again"]


def test_a_promise_of_the_same_after_it_was_done_is_a_new_one() -> None:
    again = paper(
        MET.format("September 9") + f"The ministers agreed to {DESK} by the end of December.\n", "2031-09-09"
    )
    assert [e.status for e in promise(resolve([PROMISED, again]), "end of June").events] == ["reaffirmed"]
    assert promise(resolve([PROMISED, DONE, again]), "end of June").events == ()


def test_an_invitation_is_met_by_the_visit_it_is_about() -> None:
    words = "Minister Lind invited Minister Oyelu to visit Arvania in September"
    asked = paper(MET.format("May 4") + f"{words}.\n", "2031-05-04")
    came = paper(
        "Visit\n\nOn September 9, Ms. Rada Oyelu, Minister of Foreign Affairs of Brevonia, visited Arvania.",
        "2031-09-10",
    )
    last = promise(resolve([asked, came]), "invited").history[-1]
    assert (last.start, last.status, last.timeliness) == ("2031-09-10", "done", "on_time")
