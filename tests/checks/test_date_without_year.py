"""Windows that begin with XXXX."""

from __future__ import annotations

from regesta.checks.date_without_year import across, check
from regesta.model.records import Commitment, Records, Request

from .make import Paper, at, laid, meeting, paper

TEXT = "The ministers met on 2 December. Avaria will send a list by 5 January."


def promise(due: str | None) -> Commitment:
    words = "Avaria will send a list by 5 January"
    return Commitment(
        "c1", at(TEXT, words), ("XA",), "send a list", 4, due, None, "by 5 January", None, (), "hand"
    )


def test_a_meeting_and_a_promise_without_a_year_are_found() -> None:
    met = meeting(TEXT, "met on 2 December", when="XXXX-12-02", as_written="2 December")
    records = Records(meetings=(met,), commitments=(promise("XXXX-12-30/XXXX-01-05"),))
    one, two = check(Paper("d1", TEXT), records, TEXT)
    assert one.code == two.code == "date-without-year"
    assert one.message == "The meeting is dated XXXX-12-02 (“2 December”), without a year."
    assert two.places[0].quote == "Avaria will send a list by 5 January"


def test_a_request_without_a_year_is_found() -> None:
    words = at(TEXT, "Avaria will send a list by 5 January")
    asked = Request(
        "r1", words, "request", (), (), "a list", words, False, False, "XXXX-01-05", None, "by 5 January",
        None, (), "s1", "hand",
    )  # fmt: skip
    (one,) = check(Paper("d1", TEXT), Records(requests=(asked,)), TEXT)
    assert one.message == "The request is dated XXXX-01-05 (“by 5 January”), without a year."


def test_years_that_are_known_or_not_asked_for_pass() -> None:
    met = meeting(TEXT, "met on 2 December", when="2031-12-02")
    undated = meeting(TEXT, "The ministers")
    records = Records(meetings=(met, undated), commitments=(promise("2032-01-05"), promise(None)))
    assert check(Paper("d1", TEXT), records, TEXT) == []


def test_one_note_tells_of_all_dates_whose_year_another_document_gives() -> None:
    met = meeting(TEXT, "met on 2 December", when="XXXX-12-02", as_written="2 December", parties=("XA", "XB"))
    silent = Records(meetings=(met,), commitments=(promise("XXXX-01-05"),))
    other = "They met on 2 December 2031."
    told = meeting(
        other, "met on 2 December 2031", when="2031-12-02", when_basis="stated", parties=("XA", "XB")
    )
    dated = paper("dated", other, Records(meetings=(told,)), "2031-12-03", "XB")
    (one,) = across(laid(paper("silent", TEXT, silent), dated))
    assert (one.level, one.message) == (
        "note", "2 dates of the document have no year; another document gives 2031.",
    )  # fmt: skip
    assert {place.document for place in one.places} == {"silent", "dated"}
    assert [found.level for found in across(laid(paper("silent", TEXT, silent)))] == ["open", "open"]
