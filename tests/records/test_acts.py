"""Which act a clause is: the verb, what follows it, and whether one side acts or several."""

from __future__ import annotations

import pytest

from regesta.records.acts import complement
from regesta.records.clauses import clauses
from tests.records.make import said, sentence


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("They stressed that the pier is safe.", "that"),
        ("She said Brevonia has opened it.", "that"),
        ("They agreed to open the pier.", "to"),
        ("They agreed to the plan.", "np"),
        ("They agreed to Corvian help.", "np"),
        ("They agreed on a plan.", "on"),
        ("They agreed upon a plan.", "on"),
        ("They discussed with Corvia the plan.", "with"),
        ("They discussed how it floats.", "wh"),
        ("They suggested opening the pier.", "ing"),
        ("They welcomed warmly the pier.", "np"),
        ("They agreed.", "none"),
        ("The pier is safe, they agreed", "none"),
    ],
)
def test_what_follows_the_verb(text: str, what: str) -> None:
    one = sentence(text)
    last = next(c for c in reversed(clauses(one)) if c.verb.kind == "group" and c.role != "infinitive")
    first = next(c for c in clauses(one) if c.verb.kind == "group")
    assert what in (complement(one, first), complement(one, last))


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The ministers agreed to open the pier.", "agree"),
        ("The ministers agreed that the pier is safe.", "share_view"),
        ("The ministers agreed that they will open the pier.", "agree"),
        ("The ministers agreed that they should meet in June.", "agree"),
        ("The ministers agreed that it should float.", "share_view"),
        ("The ministers reached agreement that the pier is safe.", "share_view"),
        ("The ministers stressed that the pier is safe.", "share_view"),
    ],
)
def test_a_joint_undertaking_is_told_from_a_shared_view(text: str, act: str) -> None:
    assert said(text) == [f"Daro+Stromsen {act}"]


def test_one_side_alone_conveys_what_two_share() -> None:
    assert said("Minister Daro stressed that the pier is safe.") == ["Daro convey_position"]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("There was broad agreement that the pier is safe.", "share_view"),
        ("There was broad agreement that the two sides will open the pier.", "agree"),
        ("The ministers reached agreement that the pier be opened.", "agree"),
    ],
)
def test_an_agreement_that_something_is_so_is_a_view_and_to_do_it_an_undertaking(text: str, act: str) -> None:
    assert said(text) == [f"Daro+Stromsen {act}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Daro did not support the proposal.", ["Daro reject"]),
        ("Minister Daro had not yet welcomed the proposal.", ["Daro not welcome"]),
        ("Neither Arvania nor Brevonia welcomed the proposal.", ["XA+XB not welcome"]),
        ("Minister Daro not only welcomed the proposal but signed it.", ["Daro welcome", "Daro sign"]),
        ("Minister Daro did not discuss the proposal.", ["Daro not discuss"]),
        ("Minister Daro noted her concern about the pier.", ["Daro express_concern"]),
        ("Minister Daro noted the value of the pier.", ["Daro convey_position"]),
        ("Minister Daro noted issues of concern.", ["Daro express_concern"]),
        ("Minister Daro is grateful for the pier.", ["Daro thank"]),
    ],
)
def test_denials_objects_and_predicates_change_the_act(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Daro held talks with Minister Stromsen.", []),
        ("Minister Daro held talks with her counterpart, Minister Stromsen, in Halden.", []),
        ("Minister Daro held talks with Minister Stromsen on May 4.", []),
        ("Minister Daro held talks with Minister Stromsen on the margins of a fair.", []),
        ("Minister Daro held talks with Minister Stromsen on the ferry.", ["Daro+Stromsen discuss"]),
        ("Minister Daro held exchanges with Brevonia.", ["Daro+XB discuss"]),
    ],
)
def test_talks_about_nothing_only_name_a_meeting(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_the_noun_of_a_passive_stands_before_it() -> None:
    assert said("Discussions were held on the ferry.") == ["Daro+Stromsen discuss"]
    assert said("A feast was held on the ferry.") == []


def test_a_noun_behind_a_preposition_does_not_head_the_object() -> None:
    assert said("Minister Daro noted the value of concern for others.") == ["Daro convey_position"]


def test_names_and_titles_after_with_are_stepped_over() -> None:
    text = "Minister Daro held talks with her counterpart, Minister Stromsen, on the ferry."
    assert [one.split()[-1] for one in said(text)] == ["discuss"]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The ministers agreed on the great importance of the pier.", "share_view"),
        ("The ministers agreed on a plan for the pier.", "agree"),
        ("The ministers agreed that the pier would help both states.", "share_view"),
        ("The ministers agreed that talks would be held in June.", "agree"),
        ("The ministers agreed that the work will continue.", "agree"),
        ("The ministers concurred to open the pier.", "agree"),
        ("The ministers concurred that the pier is safe.", "share_view"),
    ],
)
def test_what_is_agreed_is_done_or_held(text: str, act: str) -> None:
    assert said(text) == [f"Daro+Stromsen {act}"]


@pytest.mark.parametrize(
    "text",
    ["Minister Daro seeks peace.", "The ministers respond to the needs of the ports."],
)
def test_what_is_sought_or_answered_is_no_act_by_itself(text: str) -> None:
    assert said(text) == []
