"""Counts of meetings in one document."""

from __future__ import annotations

from typing import Any

from regesta.checks.ordinal_order import check
from regesta.model.finding import Finding
from regesta.model.records import Records

from .make import Paper, meeting, person

TEXT = "The ministers met on 4 May. They had met before on 3 March."
US = (person("Ada Quill", "XA"), person("Bo Tarn", "XB"))


def found(now: dict[str, Any], then: dict[str, Any] | None = None) -> list[Finding]:
    meetings = [meeting(TEXT, "met on 4 May", when="2031-05-04", **({"participants": US} | now))]
    if then is not None:
        earlier = {"when": "2031-03-03", "status": "referenced", "participants": US} | then
        meetings.append(meeting(TEXT, "met before on 3 March", **earlier))
    return check(Paper("d1", TEXT), Records(meetings=tuple(meetings)), TEXT)


def test_year_above_total_is_found() -> None:
    (finding,) = found({"ordinal_total": 2, "ordinal_year": 3})
    assert finding.code == "ordinal-order"
    assert finding.places[0].quote == "met on 4 May"


def test_year_within_total_passes() -> None:
    assert found({"ordinal_total": 2, "ordinal_year": 2}) == []


def test_total_that_falls_is_found_with_both_places() -> None:
    (finding,) = found({"ordinal_total": 8}, {"ordinal_total": 9})
    assert [place.quote for place in finding.places] == ["met on 4 May", "met before on 3 March"]
    assert "9 and 8" in finding.message


def test_year_count_that_stands_still_is_found() -> None:
    assert len(found({"ordinal_year": 2}, {"ordinal_year": 2})) == 1


def test_counts_that_rise_pass() -> None:
    assert found({"ordinal_total": 9, "ordinal_year": 2}, {"ordinal_total": 8, "ordinal_year": 1}) == []


def test_a_new_year_counts_anew() -> None:
    assert found({"ordinal_year": 1}, {"ordinal_year": 4, "when": "2030-12-01"}) == []


def test_another_series_is_another_count() -> None:
    assert found({"ordinal_total": 1}, {"ordinal_total": 9, "medium": "phone"}) == []
    assert found({"ordinal_total": 1}, {"ordinal_total": 9, "format": "summit"}) == []
    other = (person("Cy Dorn", "XA"), person("Bo Tarn", "XB"))
    assert found({"ordinal_total": 1}, {"ordinal_total": 9, "participants": other}) == []


def test_what_did_not_take_place_is_in_no_count() -> None:
    assert found({"ordinal_total": 8}, {"ordinal_total": 9, "status": "not_held"}) == []


def test_the_same_day_is_not_an_order() -> None:
    assert found({"ordinal_total": 8}, {"ordinal_total": 8, "when": "2031-05-04"}) == []
