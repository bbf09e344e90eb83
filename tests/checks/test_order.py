"""What is certainly earlier, and what is not certain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.checks.order import before


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2031-03-04", "2031-03-05"),
        ("2031", "2032-01-01"),
        ("2031-03", "2031-04-02"),
        ("2031-03-01/2031-03-10", "2031-03-11/2031-03-20"),
    ],
)
def test_certainly_before(first: str, second: str) -> None:
    assert before(first, second)
    assert not before(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2031-03-04", "2031-03-04"),
        ("2031-03", "2031-03-05"),
        ("2031", "2031-12-31"),
        ("XXXX-03-04", "2031-03-05"),
        ("2031-02-30", "2031-03-05"),
        ("2031-03-01/2031-03-10", "2031-03-10"),
        (None, "2031"),
        ("2031-03-01/..", "2032"),
    ],
)
def test_not_certain(first: str | None, second: str | None) -> None:
    assert not before(first, second)


@given(st.dates(), st.dates())
def test_days_compare_as_days(first: object, second: object) -> None:
    assert before(str(first), str(second)) == (str(first) < str(second))
