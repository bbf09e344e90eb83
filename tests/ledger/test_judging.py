"""The log of judgements: proposed, decided, undone, corrected; only ever added to."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, select

from regesta.ledger import Ledger
from regesta.ledger.entry import entry_of
from regesta.ledger.judgement_tables import JudgementTable, StandingTable
from regesta.ledger.judging import (
    Proposed,
    Scope,
    _last,
    correct,
    decide,
    decision_number,
    id_of,
    propose,
    undo,
)
from regesta.ledger.shelves import BUNDLE
from regesta.model.finding import RegestaError
from regesta.model.judgement import Judgement, Ref
from tests.ledger.judged import DESK, MET_A, WHO, A, B, both, kept, same_meeting, write, year
from tests.ledger.readings import TEXT

ALL = Scope()


@pytest.fixture
def judged(ledger: Ledger) -> Ledger:
    write(both(ledger), propose, ALL, [same_meeting(), kept(), year()], "regesta r1", "t1")
    return ledger


def log(ledger: Ledger) -> list[tuple[int, str, str]]:
    table = JudgementTable
    with ledger.engine.connect() as connection:
        asked = select(table.number, table.kind, table.verdict).order_by(table.number)
        return [(row[0], row[1], row[2]) for row in connection.execute(asked)]


def verdict(ledger: Ledger, judgement: Judgement) -> str | None:
    with ledger.engine.connect() as connection:
        table = StandingTable
        return connection.scalar(select(table.verdict).where(table.judgement_id == judgement.id))


def test_what_is_proposed_comes_out_equal_with_the_words_at_which_it_stood(judged: Ledger) -> None:
    with judged.engine.connect() as connection:
        rows = connection.execute(select(JudgementTable).order_by(JudgementTable.number)).all()
    entries = [entry_of(row._asdict()) for row in rows]
    assert [entry.judgement for entry in entries] == [same_meeting(), kept(), year()]
    assert {(entry.by, entry.at, entry.verdict) for entry in entries} == {("regesta r1", "t1", "proposed")}
    about = entries[1]
    assert about.subject.ref == DESK
    assert about.subject.quote == about.subject.span.of(TEXT)


def test_the_same_proposals_again_add_nothing(judged: Ledger) -> None:
    again = write(judged, propose, ALL, [year(), kept(), same_meeting()], "regesta r2", "t2")
    assert again == Proposed(0, 0)
    assert len(log(judged)) == 3


def test_what_follows_no_more_is_withdrawn_once_and_may_come_back(judged: Ledger) -> None:
    for expected in (Proposed(0, 2), Proposed(0, 0)):
        assert write(judged, propose, ALL, [same_meeting()], "r2", "t2") == expected
    assert verdict(judged, kept()) == "withdrawn"
    assert write(judged, propose, ALL, [same_meeting(), kept()], "r3", "t3") == Proposed(1, 0)
    assert verdict(judged, kept()) == "proposed"
    assert [entry[2] for entry in log(judged)] == ["proposed"] * 3 + ["withdrawn"] * 2 + ["proposed"]


def test_another_score_or_reason_is_proposed_anew(judged: Ledger) -> None:
    rest = [kept(), year()]
    assert write(judged, propose, ALL, [same_meeting(0.8), *rest], "r2", "t") == Proposed(1, 0)
    assert write(judged, propose, ALL, [same_meeting(0.8, "same day"), *rest], "r2", "t") == Proposed(1, 0)


def test_only_what_lies_wholly_within_the_scope_is_withdrawn(judged: Ledger) -> None:
    only_b = Scope(frozenset({B}))
    assert write(judged, propose, only_b, [], "r2", "t2") == Proposed(0, 1)
    assert verdict(judged, year()) == "withdrawn"
    assert verdict(judged, same_meeting()) == "proposed"
    named = Scope(frozenset(), frozenset({kept().id}))
    assert write(judged, propose, named, [], "r2", "t2") == Proposed(0, 1)
    assert write(judged, propose, Scope(frozenset({A, B})), [], "r2", "t2") == Proposed(0, 1)


def test_a_proposal_about_a_record_that_is_not_held_is_refused(judged: Ledger) -> None:
    lost = Judgement("year", Ref(A, "meeting", "m-99"), None, "2020", 0.5, "", (), ())
    with pytest.raises(RegestaError, match="m-99"):
        write(judged, propose, ALL, [lost], "r2", "t2")
    assert len(log(judged)) == 3


def test_a_decision_stands_above_what_the_machine_says(judged: Ledger) -> None:
    write(judged, decide, [same_meeting().id], "accepted", WHO, "t2", "both name the quay")
    write(judged, propose, ALL, [], "r2", "t3")
    assert verdict(judged, same_meeting()) == "accepted"
    assert verdict(judged, kept()) == "withdrawn"
    write(judged, decide, [same_meeting().id], "rejected", "B. Reader", "t4")
    assert verdict(judged, same_meeting()) == "rejected"


def test_the_same_decision_again_adds_nothing_and_another_persons_does(judged: Ledger) -> None:
    [first] = write(judged, decide, [kept().id], "accepted", WHO, "t2")
    assert write(judged, decide, [kept().id], "accepted", WHO, "t3") == [first]
    assert write(judged, decide, [kept().id], "accepted", "B. Reader", "t4") != [first]


def test_undoing_brings_back_what_was_decided_before(judged: Ledger) -> None:
    [accepted] = write(judged, decide, [kept().id], "accepted", WHO, "t2")
    [rejected] = write(judged, decide, [kept().id], "rejected", WHO, "t3")
    undone = write(judged, undo, rejected, WHO, "t4")
    assert verdict(judged, kept()) == "accepted"
    write(judged, undo, undone, WHO, "t5")
    assert verdict(judged, kept()) == "rejected"
    write(judged, undo, rejected, WHO, "t6")
    write(judged, undo, accepted, WHO, "t7")
    assert verdict(judged, kept()) == "proposed"


def test_what_cannot_be_undone_is_refused_and_nothing_is_added(judged: Ledger) -> None:
    [number] = write(judged, decide, [kept().id], "accepted", WHO, "t2")
    write(judged, undo, number, WHO, "t3")
    before = log(judged)
    for wrong, words in ((1, "was made by regesta r1"), (99, "no decision 99"), (number, "undone already")):
        with pytest.raises(RegestaError, match=words):
            write(judged, undo, wrong, WHO, "t4")
    with pytest.raises(RegestaError, match="Nobody has decided"):
        write(judged, decision_number, kept().id)
    assert log(judged) == before


def test_an_id_is_found_by_its_beginning(judged: Ledger) -> None:
    assert write(judged, id_of, kept().id[:8]) == kept().id
    for wrong, words in (("j-", "no judgement"), ("j-none", "no judgement")):
        with pytest.raises(RegestaError, match=words):
            write(judged, id_of, wrong)
    with pytest.raises(RegestaError, match="no judgement"):
        write(judged, decide, ["j-none"], "accepted", WHO, "t")


def test_a_correction_is_no_proposal_to_be_accepted(judged: Ledger) -> None:
    write(judged, correct, MET_A, "place", "Low Quay", WHO, "t2")
    with judged.engine.connect() as connection:
        asked = select(StandingTable.judgement_id).where(StandingTable.kind == "correction")
        [id_] = connection.scalars(asked).all()
    with pytest.raises(RegestaError, match="is a correction"):
        write(judged, decide, [id_], "accepted", WHO, "t3")


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE judgements SET verdict = 'accepted'",
        "UPDATE judgements SET at = 'now' WHERE number = 1",
        "DELETE FROM judgements",
        "INSERT OR REPLACE INTO judgements SELECT * FROM judgements WHERE number = 1",
    ],
)
def test_an_entry_can_be_neither_changed_nor_removed(judged: Ledger, path: Path, change: str) -> None:
    before = log(judged)
    with closing(sqlite3.connect(path)) as connection:
        with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
            connection.execute(change)
        connection.rollback()
    assert log(judged) == before


def test_the_last_entries_are_found_by_the_ids_of_their_judgements(ledger: Ledger) -> None:
    told: list[str] = []

    @event.listens_for(ledger.engine, "before_cursor_execute")
    def listen(_connection: object, cursor: Any, statement: str, values: Any, *_: object) -> None:
        if "max(judgements.number)" in statement:
            told.extend(
                row[-1] for row in cursor.execute(f"EXPLAIN QUERY PLAN {statement}", values).fetchall()
            )

    with ledger.engine.connect() as connection:
        _last(connection, [f"j-{number}" for number in range(BUNDLE)], ["proposed", "withdrawn"])
    assert any("ix_judgements_judgement_id_number" in one for one in told)
    assert not any("verdict" in one for one in told)
