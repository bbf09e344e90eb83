"""Decisions after a new reading and on a changed page: kept, found again, or named as lost."""

from __future__ import annotations

from typing import Any

import pytest

from regesta.ledger import Ledger
from regesta.ledger.judging import Scope, correct, decide, propose, undo
from regesta.model.finding import RegestaError
from regesta.model.judgement import Judgement, Ref, Rulings
from regesta.query import Judged, decisions, proposals, rulings
from tests.ledger.judged import (
    DESK,
    MET_A,
    MET_B,
    OTHER,
    PASS,
    WHO,
    A,
    B,
    both,
    kept,
    look,
    other_reading,
    same_meeting,
    write,
    year,
)
from tests.ledger.readings import full_reading

NEXT = OTHER.replace("Minister Reth thanked", "It was raining. Minister Reth thanked")
CHANGED = OTHER.replace("in April", "in May")


@pytest.fixture
def judged(ledger: Ledger) -> Ledger:
    write(both(ledger), propose, Scope(), [same_meeting(), kept(), year()], "regesta r1", "t1")
    return ledger


def decided(ledger: Ledger) -> None:
    write(ledger, decide, [same_meeting().id], "accepted", WHO, "t2")
    write(ledger, decide, [kept().id], "rejected", WHO, "t2")
    write(ledger, correct, PASS, "due", "2021-04", WHO, "t2")


def ruled(ledger: Ledger, *documents: str) -> Rulings:
    found: Rulings = look(ledger, rulings, documents or None)
    return found


def fates(ledger: Ledger) -> list[str]:
    return [row.fate for row in decisions(ledger)]


def test_no_decisions_no_rulings(judged: Ledger) -> None:
    assert ruled(judged) == Rulings()


def test_decisions_that_hold_are_rulings(judged: Ledger) -> None:
    decided(judged)
    found = ruled(judged)
    assert found.accepted == {same_meeting().id}
    assert found.rejected == {kept().id}
    assert found.together == {tuple(sorted((MET_A, MET_B)))}
    assert found.apart == frozenset()
    [correction] = found.corrections
    assert (correction.target.ref, correction.field, correction.value) == (PASS, "due", "2021-04")
    write(judged, decide, [same_meeting().id], "rejected", WHO, "t3")
    assert (ruled(judged).together, len(ruled(judged).apart)) == (frozenset(), 1)
    write(judged, undo, 6, WHO, "t4")
    assert ruled(judged).corrections == ()


def test_rulings_of_some_documents(judged: Ledger) -> None:
    decided(judged)
    assert ruled(judged, A).accepted == ruled(judged).accepted
    assert ruled(judged, A).corrections == ()
    assert ruled(judged, B) == ruled(judged)
    assert ruled(judged, "d-none") == Rulings()


def test_decisions_survive_a_reading_with_other_rules(judged: Ledger) -> None:
    decided(judged)
    judged.add(other_reading(rules="r2", number=2), now="t5")
    again = [Ref(ref.document, ref.kind, ref.id.replace("b1", "b2")) for ref in (MET_B, PASS)]
    found = ruled(judged)
    assert tuple(sorted((MET_A, again[0]))) in found.together
    assert Judgement("follow_through", DESK, again[1], "done", 0, "", (), ()).id in found.rejected
    assert kept().id in found.rejected
    assert [one.target.ref for one in found.corrections] == [again[1]]
    assert fates(judged) == ["moved", "moved", "moved"]
    assert decisions(judged, orphaned=True) == []


def test_a_decision_whose_record_is_read_no_more_is_orphaned_and_listed(judged: Ledger) -> None:
    decided(judged)
    judged.add(other_reading(OTHER, rules="r2", number=1), now="t5")
    bare: Any = full_reading(rules="r2")
    judged.add(type(bare)(bare.page, bare.document, type(bare.records)(), "r2"), now="t6")
    assert fates(judged) == ["orphaned", "orphaned", "same"]
    lost = decisions(judged, orphaned=True)
    assert [row.entry.verdict for row in lost] == ["accepted", "rejected"]
    assert "no meeting is read from these words any more" in [side.found.why for side in lost[0].sides]
    assert lost[0].entry.by == WHO
    assert same_meeting().id in ruled(judged).accepted
    judged.add(full_reading(), now="t7")
    assert decisions(judged, orphaned=True) == []


def test_decisions_are_carried_to_a_newer_version_that_has_the_words_once(judged: Ledger) -> None:
    decided(judged)
    added = judged.add(other_reading(NEXT, number=3), now="t5")
    newer = [Ref(added.document_id, ref.kind, ref.id.replace("b1", "b3")) for ref in (MET_B, PASS)]
    assert fates(judged) == ["carried", "carried", "carried"]
    found = ruled(judged)
    assert tuple(sorted((MET_A, newer[0]))) in found.together
    assert [one.target.ref for one in found.corrections] == sorted([PASS, newer[1]])
    assert all(one.target.quote == "Brevia will open the Low Pass in April." for one in found.corrections)


def test_a_decision_on_words_that_a_newer_version_changed_is_named(judged: Ledger) -> None:
    decided(judged)
    judged.add(other_reading(CHANGED, number=3), now="t5")
    assert fates(judged) == ["carried", "changed", "changed"]
    [kept_row, corrected_row] = decisions(judged, orphaned=True)
    assert [side.found.why for side in kept_row.sides] == ["", "the words are not in the newer version"]
    assert corrected_row.entry.value == "2021-04"
    assert [one.target.ref for one in ruled(judged).corrections] == [PASS]


def test_words_that_stand_twice_in_the_newer_version_carry_nothing(judged: Ledger) -> None:
    decided(judged)
    twice = OTHER + "Brevia will open the Low Pass in April.\n"
    judged.add(other_reading(twice, number=3), now="t5")
    assert fates(judged) == ["carried", "changed", "changed"]


def test_proposals_stand_worst_first_with_both_quotes(judged: Ledger) -> None:
    rows = proposals(judged)
    assert [row.id for row in rows] == [kept().id, same_meeting().id, year().id]
    first = rows[0]
    assert first.subject.quote == "The two ministers agreed to set up a customs desk by the end of 2021."
    assert "Ministry of Foreign Affairs of Arlund" in first.subject.citation
    assert first.object is not None
    assert "Foreign Office of Brevia" in first.object.citation
    assert rows[1].entry.features == same_meeting().features


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (Judged(kind="year"), 1),
        (Judged(below=0.9), 2),
        (Judged(party="XB"), 3),
        (Judged(party="xa"), 2),
        (Judged(party="XC"), 0),
        (Judged(document=A), 2),
        (Judged(document="reth.txt"), 3),
        (Judged(verdict="accepted"), 1),
        (Judged(verdict="proposed", limit=1), 1),
        (Judged(verdict="rejected"), 0),
    ],
)
def test_lists_of_judgements_are_narrowed(judged: Ledger, wanted: Judged, count: int) -> None:
    write(judged, decide, [year().id], "accepted", WHO, "t2")
    assert len(proposals(judged, wanted)) == count


@pytest.mark.parametrize("wanted", [Judged(kind="same_ship"), Judged(verdict="maybe")])
def test_a_filter_that_means_nothing_is_refused(judged: Ledger, wanted: Judged) -> None:
    with pytest.raises(RegestaError, match="they are"):
        proposals(judged, wanted)


def test_the_log_says_what_holds(judged: Ledger) -> None:
    write(judged, decide, [kept().id], "accepted", WHO, "t2", "seen")
    write(judged, decide, [kept().id], "rejected", WHO, "t3")
    number = write(judged, undo, 5, WHO, "t4")
    assert [(row.entry.verdict, row.state) for row in decisions(judged)] == [
        ("accepted", "holds"), ("rejected", "undone"), ("undone", "holds"),
    ]  # fmt: skip
    write(judged, undo, number, WHO, "t5")
    assert [row.state for row in decisions(judged)] == ["replaced", "holds", "undone", "holds"]
    assert decisions(judged)[0].entry.note == "seen"


def test_a_persons_names_are_judged_and_found_by_name(judged: Ledger) -> None:
    one, two = Ref(A, "person", "XA:Odile Tarn"), Ref(B, "person", "XA:Odile Tarn")
    first, second = sorted((one, two))
    same = Judgement("same_person", first, second, None, 0.2, "same name", (), ())
    write(judged, propose, Scope(), [same], "r", "t")
    [row] = proposals(judged, Judged(kind="same_person", party="XA"))
    assert row.subject.quote == "Odile Tarn"
    write(judged, decide, [same.id], "rejected", WHO, "t")
    judged.add(other_reading(NEXT, number=3), now="t5")
    assert decisions(judged)[0].fate == "carried"
    assert len(ruled(judged).apart) == 2


def test_a_sentence_is_judged_where_it_stands_and_found_by_its_words(judged: Ledger) -> None:
    at = OTHER.index("Minister Reth thanked Minister Tarn.")
    sentence = Ref(B, "sentence", f"{at}-{at + 36}")
    told = Judgement("answered", DESK, sentence, "done", 0.6, "a later text thanks for it", (), ())
    write(judged, propose, Scope(), [told], "r", "t")
    [row] = proposals(judged, Judged(kind="answered"))
    assert row.object is not None
    assert row.object.quote == "Minister Reth thanked Minister Tarn."
    write(judged, decide, [told.id], "rejected", WHO, "t")
    newer = judged.add(other_reading(NEXT, number=3), now="t5").document_id
    there = NEXT.index("Minister Reth thanked Minister Tarn.")
    found = decisions(judged)[0].sides[1].found
    assert (found.fate, found.newer) == ("carried", Ref(newer, "sentence", f"{there}-{there + 36}"))
