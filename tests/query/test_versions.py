"""What hangs on the words of a page that was read again: proposals, decisions and corrections."""

from __future__ import annotations

from regesta.ledger import Ledger
from regesta.ledger.judging import Scope, correct, decide, propose
from regesta.query import EditRow, edits, versions
from tests.ledger.judged import (
    OTHER,
    PASS,
    WHO,
    both,
    kept,
    other_reading,
    same_meeting,
    write,
    year,
)

NEXT = OTHER.replace("Minister Reth thanked", "It was raining. Minister Reth thanked")
CHANGED = OTHER.replace("in April", "in May")


def read_again(ledger: Ledger, text: str) -> EditRow:
    """Decide on all that is proposed of two accounts, then read the second with other words."""
    write(both(ledger), propose, Scope(), [same_meeting(), kept(), year()], "regesta r1", "t1")
    write(ledger, decide, [same_meeting().id], "accepted", WHO, "t2")
    write(ledger, correct, PASS, "due", "2021-04", WHO, "t3")
    ledger.add(other_reading(text, number=2), now="t4")
    (row,) = edits(ledger)
    return row


def test_what_hangs_on_changed_words_is_named_with_its_fate(ledger: Ledger) -> None:
    row = read_again(ledger, CHANGED)
    (hanging,) = [on for change, on in zip(row.edit.changes, row.hanging, strict=True) if change.old]
    told = {(one.kind, one.verdict, one.by, one.orphaned) for one in hanging}
    assert told == {
        ("follow_through", "proposed", "regesta r1", True),
        ("year", "proposed", "regesta r1", True),
        ("correction", "corrected", WHO, True),
    }
    assert {one.why for one in hanging} == {"the words are not in the newer version"}
    assert {one.value for one in hanging if one.kind == "correction"} == {"2021-04"}


def test_decisions_on_unchanged_words_are_not_listed(ledger: Ledger) -> None:
    row = read_again(ledger, NEXT)
    hanging = [one for on in row.hanging for one in on]
    assert "same_meeting" not in {one.kind for one in hanging}


def test_versions_stand_in_order(ledger: Ledger) -> None:
    read_again(ledger, CHANGED)
    (texts,) = versions(ledger)
    assert [(row.version, row.current) for row in texts] == [(1, False), (2, True)]
