"""What changes a document or a decision says so in the same transaction."""

from __future__ import annotations

from dataclasses import replace

import pytest

from regesta.ledger import Ledger, document_id_of
from regesta.ledger.judging import Scope, correct, decide, propose, undo
from regesta.ledger.link_pending import (
    made_by,
    mark,
    pending,
    start_again,
    still_pending,
    taken_in,
    waiting,
)
from tests.ledger.judged import DESK, PASS, WHO, A, B, both, kept, other_reading, same_meeting, write, year
from tests.ledger.readings import full_reading, reading


def marked(ledger: Ledger) -> list[str]:
    found: list[str] = write(ledger, pending, 100)
    return found


@pytest.fixture
def settled(ledger: Ledger) -> Ledger:
    """Two accounts that the views hold already, with proposals on them."""
    write(both(ledger), propose, Scope(), [same_meeting(), kept(), year()], "regesta", "t1")
    write(ledger, taken_in, marked(ledger))
    return ledger


def test_documents_that_come_are_marked(ledger: Ledger) -> None:
    assert marked(both(ledger)) == sorted([A, B])
    assert write(ledger, pending, 1) == [min(A, B)]


def test_those_of_one_relationship_wait_together_by_date(ledger: Ledger) -> None:
    added = []
    for side, day in (("XC", "2021-05-02"), ("XA", "2021-05-03"), ("XC", "2021-05-01")):
        told = reading(f"{side}, {day}.", url=None, side=side, counterpart="XB", published=day)
        added.append(ledger.add(told, now="t1").document_id)
    last, other, first = added
    assert write(ledger, waiting) == [other, first, last]
    write(ledger, taken_in, [first])
    assert write(ledger, still_pending, [other, first, last]) == [other, last]


def test_a_text_handed_in_again_changes_nothing(settled: Ledger) -> None:
    settled.add(full_reading(), now="t2")
    settled.add(full_reading(file="other-name.txt"), now="t2")
    assert marked(settled) == []


def test_a_new_reading_marks_its_document(settled: Ledger) -> None:
    settled.add(full_reading(rules="r2"), now="t2")
    assert marked(settled) == [A]


def test_a_new_version_marks_the_one_before_it(settled: Ledger) -> None:
    edited = other_reading(other_reading().page.text.replace("April", "May"))
    settled.add(edited, now="t2")
    assert marked(settled) == sorted([B, document_id_of(edited)])


def test_a_text_that_moves_to_another_address_marks_both_chains(settled: Ledger) -> None:
    moved = other_reading(url="https://mfa.example/4")
    settled.add(moved, now="t2")
    assert marked(settled) == sorted([A, B])


def test_what_people_decide_marks_the_documents_it_speaks_of(settled: Ledger) -> None:
    write(settled, decide, [kept().id], "rejected", WHO, "t2")
    assert marked(settled) == sorted([DESK.document, PASS.document])
    write(settled, taken_in, marked(settled))
    write(settled, correct, PASS, "due", "2021-04", WHO, "t3")
    assert marked(settled) == [PASS.document]
    write(settled, taken_in, marked(settled))
    write(settled, undo, 4, WHO, "t4")
    assert marked(settled) == sorted([DESK.document, PASS.document])


def test_what_the_machine_proposes_marks_nothing(settled: Ledger) -> None:
    write(settled, propose, Scope(), [replace(year(), score=0.5)], "regesta", "t2")
    assert marked(settled) == []


def test_starting_again_marks_everything(settled: Ledger) -> None:
    write(settled, mark, [A])
    write(settled, start_again, "another resolver")
    assert marked(settled) == sorted([A, B])
    assert write(settled, made_by) == "another resolver"
