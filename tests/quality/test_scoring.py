"""The scorer itself, on one sentence coded by hand: what counts as found, right, extra and left open."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from regesta.model.records import Actor, Commitment, Meeting, Records, Statement, Term
from regesta.model.span import Span
from regesta.quality import Mistake, Score, Tally, bins, parse_gold, score, score_all
from regesta.quality.measures import MEASURES
from tests.cli.make import at, reading

TEXT = "Ada Quill met Bo Tarn in Lunden. Quill urged Tarn to open the port by 5 June. Snow fell on the hills."
PEOPLE = [{"name": "Ada Quill", "country": "XA"}, {"name": "Bo Tarn", "country": "XB"}]
MEETING = {"format": "foreign_ministers", "status": "held", "when": "2031-05-04", "participants": PEOPLE}
ASKED = {"needle": "Quill urged Tarn to open", "actors": ["Quill"], "act": "urge"}
OWED = {"needle": "to open the port", "who": ["XB"], "due": "2031-06-05", "strength": [2, 4]}
QUILL, TARN = Actor("person", "Ada Quill", "XA"), Actor("person", "Bo Tarn", "XB")
AIDE = Actor("person", "Cy Marsh", "XA")
URGED = at(TEXT, "Quill urged Tarn to open the port by 5 June.")


def said(act: str = "urge", who: Actor = QUILL, span: Span = URGED) -> Statement:
    return Statement("s-1", span, "urged", at(TEXT, "urged"), act, False, (who,), None, (), None, None, "r")


def promised(due: str | None = "2031-06-05", strength: int = 4, who: str = "XB") -> Commitment:
    return Commitment("c-1", URGED, (who,), "open", strength, due, None, None, None, (), "r")


def met(when: str | None = "2031-05-04", people: tuple[Actor, ...] = (QUILL, TARN)) -> Meeting:
    return Meeting(
        "m-1", at(TEXT, "Ada Quill met Bo Tarn"), True, "foreign_ministers", "in_person", "held", when, None,
        None, None, None, people,
    )  # fmt: skip


def scored(records: Records, **gold: Any) -> Score:
    document = {"publisher": "Ministry of Foreign Affairs of Arvenia", "side": "XA", "counterpart": "XB"}
    whole = {
        "file": "one.txt", "document": document, "main": [MEETING], "meetings": [], "statements": [],
        "commitments": [], "terms": [], "optional": {},
    }  # fmt: skip
    result = score(parse_gold(whole | gold, "one.json"), reading(TEXT, "one.txt", records))
    assert set(result.tallies) <= set(MEASURES)
    return result


def counts(result: Score, measure: str) -> tuple[int, int, int]:
    tally = result.tallies[measure]
    return tally.hits, tally.asked, tally.given


@pytest.mark.parametrize(
    ("found", "hits"),
    [
        (said(), (1, 1, 1, 1, 1, 1)),
        (said("propose"), (1, 1, 1, 0, 1, 1)),
        (said("discuss"), (1, 0, 0, 0, 1, 1)),
        (said(who=TARN), (1, 0, 1, 1, 0, 0)),
        (said(who=AIDE), (1, 1, 1, 1, 1, 0)),
        (said(span=at(TEXT, "Quill urged")), (0, 0, 0, 0, 0, 0)),
        (said(span=at(TEXT, "Quill urged Tarn")), (1, 1, 1, 1, 1, 1)),
    ],
    ids=["right", "another act of the group", "another group", "the other side", "another person",
         "less than half", "half"],
)  # fmt: skip
def test_a_statement_is_found_by_half_its_needle(found: Statement, hits: tuple[int, ...]) -> None:
    result = scored(Records(statements=(found,)), statements=[ASKED])
    measures = ("found", "strict", "act", "fine act", "side", "actors exact")
    assert [counts(result, f"statements {name}") for name in measures] == [(hit, 1, 1) for hit in hits]


@pytest.mark.parametrize(
    ("asked", "found", "measure", "expected"),
    [
        ({"addressee": "Tarn"}, {"addressee": TARN}, "addressee", (1, 1, 1)),
        ({"addressee": "XB"}, {"addressee": TARN}, "addressee", (1, 1, 1)),
        ({"addressee": "XB"}, {"addressee": QUILL}, "addressee", (0, 1, 1)),
        ({"addressee": "XB"}, {}, "addressee", (0, 1, 0)),
        ({}, {"addressee": TARN}, "addressee", (0, 0, 0)),
        ({"negated": True}, {}, "negated", (0, 1, 0)),
        ({"negated": True}, {"negated": True}, "negated", (1, 1, 1)),
        ({"topics": ["ports", "roads"]}, {"topics": ("ports", "fish")}, "topics", (1, 2, 2)),
        ({"topics": []}, {"topics": ("ports",)}, "topics", (0, 0, 0)),
        ({"content": "To open the port"}, {"content": at(TEXT, "to open the port")}, "content", (1, 1, 1)),
        ({"content": "open the port"}, {"content": at(TEXT, "to open the port")}, "content", (0, 1, 1)),
        ({"content": "to open the port"}, {}, "content", (0, 1, 0)),
    ],
)
def test_what_is_said_to_whom_is_counted_where_the_gold_has_it(
    asked: Any, found: Any, measure: str, expected: tuple[int, ...]
) -> None:
    result = scored(Records(statements=(replace(said(), **found),)), statements=[{**ASKED, **asked}])
    assert counts(result, f"statements {measure}") == expected
    errors = [one.measure for one in result.mistakes if one.measure.startswith("statements")]
    assert errors == ([] if expected[0] == expected[1] == expected[2] else [f"statements {measure}"])


def test_statements_are_counted_by_act() -> None:
    asked = [
        {**ASKED, "act": ["propose", "urge"]},
        {"needle": "Ada Quill met", "act": "inform", "actors": []},
    ]
    snow = said("announce", span=at(TEXT, "Snow fell"))
    acts = scored(Records(statements=(said(), snow)), statements=asked).acts
    expected = {"urge": Tally(1, 1, 1), "inform": Tally(0, 1, 0), "announce": Tally(0, 0, 1)}
    assert dict(acts) == expected


def test_an_error_tells_both_wordings_and_what_differs() -> None:
    result = scored(Records(statements=(said("discuss", TARN),)), statements=[ASKED])
    words = "Quill urged Tarn to open the port by 5 June."
    said_and_meant = "read discuss by Bo Tarn (XB), not urge by Quill"
    assert result.mistakes[0] == Mistake(
        "statements strict", "one.txt", said_and_meant, "Quill urged Tarn to open", words
    )


def test_what_is_not_asked_for_is_extra_unless_it_is_left_open() -> None:
    snow = said(span=at(TEXT, "Snow fell on the hills."))
    result = scored(Records(statements=(said(), snow)), statements=[ASKED])
    assert counts(result, "statements found") == (1, 1, 2)
    assert [mistake.error for mistake in result.mistakes if (mistake.found or "").startswith("Snow")] == [
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
    assert counts(right, "main participants") == (2, 2, 2)
    wrong = scored(Records(meetings=(met("2031-05-05", (QUILL,)),)))
    assert counts(wrong, "main fields") == (2, 3, 3)
    assert counts(wrong, "main participants") == (1, 2, 1)
    assert counts(scored(Records()), "main fields") == (0, 3, 0)


def test_a_meeting_recorded_elsewhere_is_found_by_format_and_window() -> None:
    asked = {**MEETING, "needle": "Snow fell on the hills"}
    there = scored(Records(meetings=(met(),)), meetings=[asked])
    assert counts(there, "meetings found") == (1, 1, 1)
    assert counts(there, "meeting participants") == (2, 2, 2)
    assert counts(scored(Records(meetings=(met("2031-05-05"),)), meetings=[asked]), "meetings found") == (
        0,
        1,
        1,
    )
    undated = scored(Records(meetings=(met(None),)), meetings=[{**asked, "when": None}])
    assert counts(undated, "meetings found") == (0, 1, 1)


def test_a_field_is_asked_where_the_gold_has_a_value_and_given_where_the_record_has_one() -> None:
    asked = {**MEETING, "needle": "Ada Quill met Bo Tarn", "place": "Lunden", "country": ["XA", None]}
    result = scored(Records(meetings=(met(),)), meetings=[asked])
    assert counts(result, "meeting place") == (0, 1, 0)
    assert counts(result, "meeting country") == (0, 0, 0)
    assert counts(result, "meeting fields") == (3, 4, 3)
    placed = replace(met(), place="the City of Lunden", country="XB", duration_minutes=40)
    result = scored(Records(meetings=(placed,)), meetings=[asked])
    assert counts(result, "meeting place") == (1, 1, 1)
    assert counts(result, "meeting country") == (0, 1, 1)
    assert counts(result, "meeting duration_minutes") == (0, 0, 1)


def test_a_term_is_found_at_its_label() -> None:
    asked = {"needle": "open the port", "label": "the port", "concept": "harbour"}
    there = scored(Records(terms=(Term("t-1", at(TEXT, "port"), "port", "harbour", None),)), terms=[asked])
    assert [counts(there, f"terms {name}") for name in ("found", "concept")] == [(1, 1, 1), (1, 1, 1)]
    other = scored(Records(terms=(Term("t-1", at(TEXT, "port"), "port", "wine", None),)), terms=[asked])
    assert counts(other, "terms concept") == (0, 1, 1)
    away = scored(Records(terms=(Term("t-1", at(TEXT, "open"), "port", "harbour", None),)), terms=[asked])
    assert counts(away, "terms found") == (0, 1, 0)


@pytest.mark.parametrize("span", [Span(5, 5), Span(-1, 4), Span(98, 400)])
def test_a_quote_lies_in_the_text(span: Span) -> None:
    assert counts(scored(Records(statements=(said(span=span),))), "quotes") == (0, 1, 1)
    assert counts(scored(Records(statements=(said(),))), "quotes") == (1, 1, 1)


def test_confidence_is_sorted_into_bins() -> None:
    found = (
        said(),
        said("discuss", span=at(TEXT, "Ada Quill met Bo Tarn")),
        said(span=at(TEXT, "Snow fell")),
    )
    sure = [replace(one, confidence=value) for one, value in zip(found, (0.95, 0.9, 0.5), strict=True)]
    records = Records(statements=tuple(sure), commitments=(promised(), promised(strength=1)))
    result = scored(records, statements=[ASKED], commitments=[OWED])
    filled = {(one.kind, one.low): (one.records, one.right) for one in bins(result.verdicts) if one.records}
    assert filled == {
        ("statements", 0.9): (2, 1), ("statements", 0.5): (1, 0), ("commitments", 0.5): (1, 1),
    }  # fmt: skip


def test_scores_are_gathered_by_publisher() -> None:
    one = reading(TEXT, "one.txt", Records(statements=(said(),)))
    both = [
        (parse_gold({"file": "one.txt", "document": {"publisher": name}, "statements": [ASKED]}, ""), one)
        for name in ("Tolmark", "Arvenia", "Arvenia")
    ]
    whole, publishers = score_all(both)
    assert list(publishers) == ["Arvenia", "Tolmark"]
    assert [score.documents for score in (whole, *publishers.values())] == [3, 2, 1]
    assert counts(whole, "statements found") == (3, 3, 3)
