"""Threads: one side on one topic, as one teller tells it."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from regesta.model.drift import JOINT_TEXT, Occasion
from regesta.resolve.drift import strongest, threads

from .make import occasion, said

FERRY = said("that the ferry must sail")


def test_steps_come_in_order_of_date_and_compare_with_the_step_before() -> None:
    late, early = occasion("2031-05-04", said("that the ferry may sail")), occasion("2031-03-03", FERRY)
    (thread,) = threads("XA", "ferry", [late, early])
    assert [stage.change for stage in thread.stages] == ["first", "changed"]
    assert thread.stages[1].against == early


def test_silence_is_said_and_is_no_change() -> None:
    told = [
        occasion("2031-01-01"),
        occasion("2031-02-02", FERRY),
        occasion("2031-03-03"),
        occasion("2031-04-04", FERRY),
    ]
    (thread,) = threads("XA", "ferry", told)
    assert [stage.change for stage in thread.stages] == ["first", "does_not_mention", "unchanged"]
    assert thread.stages[2].against == told[1]
    assert thread.stages[1].wording is None


def test_a_side_for_itself_and_as_the_other_tells_it_are_two_threads() -> None:
    told = [
        occasion("2031-02-02", FERRY, teller=JOINT_TEXT), occasion("2031-02-02", FERRY, teller=None),
        occasion("2031-02-02", FERRY, teller="XB"), occasion("2031-02-02", FERRY),
        occasion("2031-03-03", teller="XC"),
    ]  # fmt: skip
    found = threads("XA", "ferry", told)
    assert [(thread.teller, thread.own) for thread in found] == [
        ("XA", True), ("XB", False), (JOINT_TEXT, False), (None, False),
    ]  # fmt: skip


def test_two_documents_of_one_teller_about_one_meeting_are_one_occasion() -> None:
    second = said("that the fare is low", day="d2")
    told = [occasion("2031-02-02", FERRY, name="a"), occasion("2031-02-02", second, name="b")]
    (thread,) = threads("XA", "ferry", told)
    (stage,) = thread.stages
    assert stage.occasion.documents == ("a", "b")
    assert stage.occasion.said == (FERRY, second)


def test_an_undated_occasion_is_compared_with_nothing() -> None:
    (thread,) = threads("XA", "ferry", [occasion(None, FERRY), occasion("2031-02-02", FERRY), occasion(None)])
    assert [stage.change for stage in thread.stages] == ["first", "undated"]


def test_the_strongest_act_leaves_out_what_was_not_done() -> None:
    told = [
        said("a", "discuss"),
        said("b", "urge"),
        said("c", "condemn_or_regret"),
        said("d", "agree", negated=True),
    ]
    assert strongest(told) == (6, ("condemn_or_regret", "urge"))
    (thread,) = threads("XA", "ferry", [occasion("2031-02-02", *told)])
    assert thread.stages[0].negated == ("agree",)
    assert strongest([said("d", "agree", negated=True)]) == (None, ())


DAYS = st.sampled_from([None, "2031-01-01", "2031-02-02", "2031-03-03"])
OCCASIONS = st.lists(
    st.builds(
        lambda day, words, teller, name: occasion(
            day, *(said(one, day=name) for one in words), teller=teller, name=f"{teller}-{name}"
        ),
        DAYS, st.lists(st.sampled_from(["the ferry", "the port", "no ferry"]), max_size=2, unique=True),
        st.sampled_from(["XA", "XB"]), st.sampled_from("abcd"),
    ),
    max_size=7,
    unique_by=lambda one: one.documents,
)  # fmt: skip


@given(OCCASIONS, st.integers())
def test_the_order_of_occasions_does_not_matter(told: list[Occasion], seed: int) -> None:
    shuffled = list(told)
    Random(seed).shuffle(shuffled)
    found = threads("XA", "ferry", told)
    assert threads("XA", "ferry", shuffled) == found
    kept = {one.ref for thread in found for stage in thread.stages for one in stage.occasion.said}
    assert kept == {one.ref for occasion_ in told for one in occasion_.said}
