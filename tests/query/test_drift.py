"""What a side says on a topic, out of a ledger."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from regesta.ledger import Ledger
from regesta.model.finding import RegestaError
from regesta.model.judgement import Ref
from regesta.model.links import Dated, Joined, Links
from regesta.model.reading import Reading
from regesta.model.records import Records
from regesta.query import DriftFilters, drift
from tests.ledger.readings import TEXT, document, full_reading, reading, records


def again(day: str, words: str = "", **known: Any) -> Reading:
    """The same meeting once more on another day, with nothing said on trade unless ``words`` are given."""
    text = TEXT.replace("Low Pass", words or "Low Pass").replace("4 March 2021", f"{day}..")
    assert len(text) == len(TEXT)
    there = records()
    meeting = replace(there.meetings[0], id=f"m-{day}", when=day)
    said = there.statements if words else ()
    kept = Records(meetings=(meeting,), statements=said)
    return reading(text, kept, file=f"{day}.txt", url=None, published=day, **known)


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    ledger.add(full_reading(), now="t")
    ledger.add(again("2021-05-05"), now="t")
    ledger.add(again("2021-07-07", "Far Pass"), now="t")
    return ledger


def test_each_step_is_cited_and_silence_is_shown(filled: Ledger) -> None:
    (thread,) = drift(filled, "xa", "trade")
    assert [(one.occasion.earliest, one.change) for one in thread.stages] == [
        ("2021-03-03", "first"), ("2021-05-05", "does_not_mention"), ("2021-07-07", "changed"),
    ]  # fmt: skip
    last = thread.stages[2]
    assert [turn.came.place.quote for turn in last.wording.turns] == ["Far"] if last.wording else False
    said = last.occasion.said[0]
    assert said.citation.startswith("Ministry of Foreign Affairs of Arlund, “Second Meeting")
    assert said.content.quote == "Brevia to open the Far Pass."
    assert thread.stages[1].occasion.citations[0].startswith("Ministry of Foreign Affairs of Arlund")


def test_a_joint_statement_of_both_sides_is_one_of_each(filled: Ledger) -> None:
    (thread,) = drift(filled, "XB", "trade")
    assert {(one.act, one.sides) for stage in thread.stages for one in stage.occasion.said} == {
        ("agree", ("XA", "XB"))
    }
    assert (thread.teller, thread.own) == ("XA", False)


def test_dates_choose_what_is_shown_and_not_what_is_compared(filled: Ledger) -> None:
    (thread,) = drift(filled, "XA", "trade", DriftFilters(since="2021-06"))
    (stage,) = thread.stages
    assert stage.change == "changed"
    assert stage.against is not None
    assert stage.against.earliest == "2021-03-03"
    assert drift(filled, "XA", "trade", DriftFilters(until="2020")) == ()
    with pytest.raises(RegestaError, match="is not a date"):
        drift(filled, "XA", "trade", DriftFilters(since="soon"))


def test_a_speaker_and_a_teller_narrow(filled: Ledger) -> None:
    (thread,) = drift(filled, "XA", "trade", DriftFilters(person="tarn"))
    assert len(thread.stages[0].occasion.said) == 3
    (other,) = drift(filled, "XB", "trade", DriftFilters(person="Reth"))
    assert len(other.stages[0].occasion.said) == 1
    assert drift(filled, "XA", "trade", DriftFilters(person="Reth")) == ()
    assert drift(filled, "XA", "trade", DriftFilters(teller="XB")) == ()
    assert len(drift(filled, "XA", "trade", DriftFilters(teller="xa"))) == 1
    assert drift(filled, "XA", "nothing") == ()


def test_what_one_side_tells_of_the_other_is_a_thread_of_its_own(filled: Ledger) -> None:
    filled.add(again("2021-09-09", "Old Pass", side="XB", counterpart="XA"), now="t")
    told = drift(filled, "XA", "trade")
    assert [thread.teller for thread in told] == ["XA", "XB"]
    assert [stage.change for stage in told[1].stages] == ["first"]


def test_an_agreed_text_is_nobodys_account(filled: Ledger) -> None:
    filled.add(again("2021-09-09", "Old Pass", kind="joint_statement"), now="t")
    assert [thread.teller for thread in drift(filled, "XA", "trade")] == ["XA", "joint"]
    assert len(drift(filled, "XA", "trade", DriftFilters(teller="joint"))) == 1


def test_a_meeting_takes_the_day_that_links_know(filled: Ledger) -> None:
    first = document(TEXT)
    (thread,) = drift(filled, "XA", "trade")
    ref = thread.stages[0].occasion.head
    assert ref == Ref(f"d-{first.sha256[:16]}", "meeting", "m-1")
    joined = Joined(
        "e-1", (ref,), (), Dated("2021-08-08", "sibling"), "foreign_ministers", "in_person", "held",
        ("XA", "XB"), None, None,
    )  # fmt: skip
    (moved,) = drift(filled, "XA", "trade", links=Links(meetings=(joined,)))
    assert [stage.occasion.earliest for stage in moved.stages] == ["2021-07-07", "2021-08-08"]
