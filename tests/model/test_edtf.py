"""Dates as EDTF strings: what is valid, which days they cover, whether they share one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.model.edtf import bounds, overlaps, shift_days, valid


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2017-03-20", "2017-03-20", "2017-03-20"),
        ("2017-03", "2017-03-01", "2017-03-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2017", "2017-01-01", "2017-12-31"),
        ("2017-03-20/2017-03-21", "2017-03-20", "2017-03-21"),
        ("2024-01/2024-03", "2024-01-01", "2024-03-31"),
        ("2019/2021", "2019-01-01", "2021-12-31"),
        ("2019-21", "2019-03-01", "2019-05-31"),
        ("2010-22", "2010-06-01", "2010-08-31"),
        ("2003-23", "2003-09-01", "2003-11-30"),
        ("2021-24", "2021-12-01", "2022-02-28"),
        ("1996/..", "1996-01-01", "9999-12-31"),
        ("../1996-05", "0001-01-01", "1996-05-31"),
    ],
)
def test_bounds(edtf: str, first: str, last: str) -> None:
    assert bounds(edtf) == (first, last)


@pytest.mark.parametrize(
    "edtf", ["XXXX-12-02", "XXXX", "XXXX-04-21/XXXX-04-30", "XXXX-12-30/XXXX-01-02", "XXXX-24"]
)
def test_an_unknown_year_is_valid_and_has_no_days(edtf: str) -> None:
    assert valid(edtf)
    assert bounds(edtf) is None
    assert not overlaps(edtf, edtf)


@pytest.mark.parametrize(
    "edtf",
    [
        "",
        "..",
        "../..",
        "/",
        "2017-13",
        "2017-00",
        "2017-02-29",
        "2017-25",
        "2017-21-01",
        "17-03-20",
        "2017-3-2",
        "2017-03-21/2017-03-20",
        "2017/",
        "2017/2018/2019",
        "2017-03-20T11",
        "0000",
        "2017-03-20 ",
        "20XX",
    ],
)
def test_what_is_not_valid(edtf: str) -> None:
    assert not valid(edtf)
    assert bounds(edtf) is None


def test_overlaps() -> None:
    assert overlaps("2017-03", "2017-03-20/2017-04-02")
    assert overlaps("2021-24", "2022-01")
    assert overlaps("1996/..", "2024-05-01")
    assert not overlaps("2017-03", "2017-04-01")
    assert not overlaps("2017", "nonsense")


@given(st.dates(date(1, 1, 2), date(9998, 1, 1)), st.integers(-1, 300))
def test_shift_days_moves_by_days(day: date, days: int) -> None:
    assert shift_days(day.isoformat(), days) == (day + timedelta(days=days)).isoformat()


@pytest.mark.parametrize(
    ("day", "days", "moved"),
    [
        ("XXXX-12-02", 1, "XXXX-12-03"),
        ("XXXX-02-27", 1, "XXXX-02-28"),
        ("XXXX-02-28", 1, None),
        ("XXXX-02-29", 0, None),
        ("XXXX-12-31", 1, None),
        ("2016-12-31", 1, "2017-01-01"),
        ("9999-12-31", 1, None),
        ("2016-12", 1, None),
    ],
)
def test_shift_days_keeps_an_unknown_year(day: str, days: int, moved: str | None) -> None:
    assert shift_days(day, days) == moved
