"""A plan that failed, and what one and the same text plans in its place."""

from __future__ import annotations

import pytest

from regesta.model.judgement import Rulings
from regesta.resolve.deferrals import deferrals
from regesta.resolve.mention import Mention
from tests.resolve.mentions import mention

FAILED = mention("d", "2031-04-02", status="not_held", reason="a flood")


def instead(*plans: Mention, failed: Mention = FAILED) -> list[str | None]:
    """The days of what is said to take the place of the failed plan."""
    return [plan.when for _, _, _, plan in deferrals([failed, *plans], Rulings())]


def plan(
    day: str | None, at: int = 50, document: str = "d", format_: str = "summit", **more: object
) -> Mention:
    return mention(document, day, at, "planned", format_, **more)


def test_the_next_plan_of_the_same_kind_takes_its_place() -> None:
    assert instead(plan("2031-09-09", 90), plan("2031-06-06")) == ["2031-06-06"]


def test_the_reason_and_both_places_are_kept() -> None:
    [(deferral, judgement, _, _)] = deferrals([FAILED, plan("2031-06-06")], Rulings())
    assert (deferral.reason, deferral.origin.quote, deferral.successor.quote) == (
        "a flood", "not_held 2031-04-02", "planned 2031-06-06",
    )  # fmt: skip
    assert (judgement.kind, judgement.value) == ("deferral", "2031-06-06")
    assert deferrals([FAILED, plan("2031-06-06")], Rulings(rejected=frozenset({judgement.id}))) == []


@pytest.mark.parametrize(
    "other",
    [
        plan("2031-03-03"),
        plan("2031-06-06", document="another"),
        plan("2031-06-06", format_="officials"),
        plan("2031-06-06", dyad=frozenset(), parties=frozenset({"XA", "XC"})),
    ],
    ids=["earlier", "in another text", "of another kind", "of other parties"],
)
def test_what_does_not_take_its_place(other: Mention) -> None:
    assert instead(other) == []


def test_a_visit_makes_up_for_a_summit_only_where_it_stands_just_after() -> None:
    assert instead(plan("2031-06-06", 50, format_="visit")) == ["2031-06-06"]
    assert instead(plan("2031-06-06", 900, format_="visit")) == []


def test_events_with_names_must_share_two_words_of_them() -> None:
    names = frozenset({"memori", "flight"})
    failed = mention("d", "2031-04-02", status="not_held", format_="other", names=names)
    assert instead(plan("2031-06-06", format_="other", names=names), failed=failed) == ["2031-06-06"]
    assert instead(plan("2031-06-06", format_="other", names=frozenset({"memori"})), failed=failed) == []
