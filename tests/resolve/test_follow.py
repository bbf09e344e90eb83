"""What came of promises and requests: dated, cited, and never more than the texts say."""

from __future__ import annotations

from regesta.model.judgement import Rulings
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
