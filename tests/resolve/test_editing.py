"""Two lists side by side: what lies between what they share."""

from __future__ import annotations

import time
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from regesta.resolve import editing
from regesta.resolve.editing import gaps

LISTS = st.lists(st.sampled_from("abcdefgh"), max_size=20)


def shared(one: Sequence[str], other: Sequence[str]) -> tuple[list[str], list[str]]:
    """What stands outside the gaps, in each list."""
    left: list[str] = []
    right: list[str] = []
    a = c = 0
    for b, end, d, stop in (*gaps(one, other), (len(one), 0, len(other), 0)):
        left += one[a:b]
        right += other[c:d]
        a, c = end, stop
    return left, right


@given(LISTS, LISTS)
def test_outside_the_gaps_both_lists_are_the_same(one: list[str], other: list[str]) -> None:
    left, right = shared(one, other)
    assert left == right


@given(LISTS)
def test_a_list_has_no_gap_beside_itself(one: list[str]) -> None:
    assert gaps(one, one) == []


@given(st.permutations(range(30)), st.permutations(range(30)))
def test_long_lists_are_cut_at_single_items(one: list[int], other: list[int]) -> None:
    limit, editing.LIMIT = editing.LIMIT, 25
    try:
        left, right = shared([str(item) for item in one], [str(item) for item in other])
        assert left == right
    finally:
        editing.LIMIT = limit


def test_what_differs_lies_in_a_gap() -> None:
    assert gaps(["a", "b", "c"], ["a", "x", "y", "c", "z"]) == [(1, 2, 1, 3), (3, 3, 4, 5)]


def test_a_long_text_with_one_change_is_compared_at_once() -> None:
    one = [f"sentence {number}" for number in range(60_000)]
    other = [*one[:30_000], "another", *one[30_001:]]
    start = time.process_time()
    assert gaps(one, other) == [(30_000, 30_001, 30_000, 30_001)]
    assert time.process_time() - start < 5


def test_two_long_texts_without_a_single_item_are_one_gap() -> None:
    one, other = ["a", "b"] * 1_500, ["c", "d"] * 1_500
    assert gaps(one, other) == [(0, 3_000, 0, 3_000)]
