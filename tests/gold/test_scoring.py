"""The scorer itself, on one sentence coded by hand: what counts as found, right, extra and left open."""

from __future__ import annotations

from typing import Any

import pytest

from regesta.model.records import Actor, Commitment, Meeting, Records, Statement
from regesta.model.span import Span
from tests.cli.make import at, reading
from tests.gold.scoring import Score, score

TEXT = "Ada Quill met Bo Tarn in Lunden. Quill urged Tarn to open the port by 5 June. Snow fell on the hills."
PEOPLE = [{"name": "Ada Quill", "country": "XA"}, {"name": "Bo Tarn", "country": "XB"}]
MEETING = {"format": "foreign_ministers", "status": "held", "when": "2031-05-04", "participants": PEOPLE}
ASKED = {"needle": "Quill urged Tarn to open", "actors": ["Quill"], "act": "urge"}
OWED = {"needle": "to open the port", "who": ["XB"], "due": "2031-06-05", "strength": [2, 4]}
QUILL, TARN = Actor("person", "Ada Quill", "XA"), Actor("person", "Bo Tarn", "XB")
URGED = at(TEXT, "Quill urged Tarn to open the port by 5 June.")


def said(act: str = "urge", who: Actor = QUILL, span: Span = URGED) -> Statement:
    return Statement("s-1", span, "urged", at(TEXT, "urged"), act, False, (who,), None, (), None, None, "r")


def promised(due: str | None = "2031-06-05", strength: int = 4, who: str = "XB") -> Commitment:
    return Commitment("c-1", URGED, (who,), "open", strength, due, None, None, None, (), "r")


def met(when: str = "2031-05-04", people: tuple[Actor, ...] = (QUILL, TARN)) -> Meeting:
    return Meeting(
        "m-1", at(TEXT, "Ada Quill met Bo Tarn"), True, "foreign_ministers", "in_person", "held", when, None,
        None, None, None, people,
    )  # fmt: skip


def scored(records: Records, **gold: Any) -> Score:
    document = {"side": "XA", "counterpart": "XB"}
    whole = {
        "file": "one.txt", "document": document, "main": [MEETING], "meetings": [], "statements": [],
        "commitments": [], "terms": [], "optional": {},
    }  # fmt: skip
    return score(whole | gold, reading(TEXT, "one.txt", records))


def counts(result: Score, measure: str) -> tuple[int, int, int]:
    tally = result.tallies[measure]
    return tally.hits, tally.asked, tally.given


@pytest.mark.parametrize(
    ("found", "hit", "strict", "act"),
    [
        (said(), 1, 1, 1),
        (said("propose"), 1, 1, 0),
        (said("discuss"), 1, 0, 0),
        (said(who=TARN), 1, 0, 1),
        (said(span=at(TEXT, "Quill urged")), 0, 0, 0),
        (said(span=at(TEXT, "Quill urged Tarn")), 1, 1, 1),
    ],
    ids=["right", "another act of the group", "another group", "the other side", "less than half", "half"],
)
def test_a_statement_is_found_by_half_its_needle(found: Statement, hit: int, strict: int, act: int) -> None:
    result = scored(Records(statements=(found,)), statements=[ASKED])
    assert counts(result, "statements found") == (hit, 1, 1)
    assert counts(result, "statements strict") == (strict, 1, 1)
    assert counts(result, "statements act") == (act, 1, 1)


def test_what_is_not_asked_for_is_extra_unless_it_is_left_open() -> None:
    snow = said(span=at(TEXT, "Snow fell on the hills."))
    result = scored(Records(statements=(said(), snow)), statements=[ASKED])
    assert counts(result, "statements found") == (1, 1, 2)
    assert [mistake.error for mistake in result.mistakes if mistake.words.startswith("Snow")] == [
        "not in the gold"
    ]
    result = scored(
        Records(statements=(said(), snow)), statements=[ASKED], optional={"statements": ["Snow fell"]}
    )
    assert counts(result, "statements found") == (1, 1, 1)


def test_both_means_every_party_of_the_meeting() -> None:
    one = scored(Records(statements=(said(),)), statements=[{**ASKED, "actors": ["both"]}])
    assert counts(one, "statements strict") == (0, 1, 1)
    two = Statement("s-1", URGED, "u", URGED, "urge", False, (QUILL, TARN), None, (), None, None, "r")
    both = scored(Records(statements=(two,)), statements=[{**ASKED, "actors": ["both"]}])
    assert counts(both, "statements strict") == (1, 1, 1)


@pytest.mark.parametrize(
    ("found", "owed", "hit", "due"),
    [
        ((promised(),), OWED, (1, 1, 1), (1, 1, 1)),
        ((promised("2031-06"),), OWED, (1, 1, 1), (0, 1, 1)),
        ((promised(None),), {**OWED, "due": ["2031-06-05", None]}, (1, 1, 1), (1, 1, 1)),
        ((promised("2031-06-05"),), {**OWED, "due": "XXXX-06-05"}, (1, 1, 1), (1, 1, 1)),
        ((), OWED, (0, 1, 0), (0, 0, 0)),
        ((), {**OWED, "strength": 1}, (0, 0, 0), (0, 0, 0)),
    ],
    ids=["right", "another window", "one of two windows", "any year", "missed", "a declared intent"],
)
def test_a_commitment_and_its_window(
    found: tuple[Commitment, ...], owed: Any, hit: tuple[int, ...], due: tuple[int, ...]
) -> None:
    result = scored(Records(commitments=found), commitments=[owed])
    assert counts(result, "commitments found") == hit
    assert counts(result, "commitments due") == due


def test_a_declared_intent_is_no_extra() -> None:
    assert counts(scored(Records(commitments=(promised(strength=1),))), "commitments found") == (0, 0, 0)
    assert counts(scored(Records(commitments=(promised(strength=2),))), "commitments found") == (0, 0, 1)


def test_fields_and_people_of_the_main_meeting() -> None:
    right = scored(Records(meetings=(met(),)))
    assert counts(right, "main fields") == (3, 3, 3)
    assert counts(right, "main people") == (2, 2, 2)
    wrong = scored(Records(meetings=(met("2031-05-05", (QUILL,)),)))
    assert counts(wrong, "main fields") == (2, 3, 3)
    assert counts(wrong, "main people") == (1, 2, 1)
    assert counts(scored(Records()), "main fields") == (0, 3, 0)


def test_needles_must_be_in_the_text() -> None:
    with pytest.raises(ValueError, match="no such words"):
        scored(Records(statements=(said(),)), statements=[{**ASKED, "needle": "Quill sang"}])
