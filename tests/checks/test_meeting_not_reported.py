"""Meetings announced and never told of."""

from __future__ import annotations

from typing import Any

from regesta.checks.meeting_not_reported import check
from regesta.model.finding import Finding
from regesta.model.links import Dossier
from regesta.model.records import Records

from .make import laid, meeting, paper, person

QUILL, TARN = person("Ada Quill", "XA"), person("Bo Tarn", "XB")
PLAN = "The two will meet on 9 May."


def planned(**fields: Any) -> Dossier:
    """An announcement of 2 May of a meeting on 9 May."""
    known = {"when": "2031-05-09", "when_basis": "stated", "status": "planned", "participants": (QUILL, TARN)}
    one = meeting(PLAN, "The two will meet on 9 May", **known | fields)
    return paper("plan", PLAN, Records(meetings=(one,)), "2031-05-02")


def told(day: str = "2031-05-09", **fields: Any) -> Dossier:
    """A readout of a meeting on ``day``, published on it."""
    text = f"The two met on {day}."
    known = {"when": day, "when_basis": "stated", "participants": (QUILL, TARN)}
    return paper("told", text, Records(meetings=(meeting(text, "The two met", **known | fields),)), day, "XB")


def found(*papers: Dossier, as_of: str | None = None) -> list[Finding]:
    return check(laid(*papers, as_of=as_of))


def test_an_announcement_that_no_later_document_takes_up_is_found() -> None:
    (one,) = found(planned(), told("2031-06-20", format="summit"))
    assert (one.code, one.level) == ("meeting-not-reported", "open")
    assert one.message == (
        "The foreign ministers’ meeting (XA, XB) of 9 May 2031 was announced; as of 20 June 2031 the one"
        " document on its parties published by three months later does not mention it."
    )
    assert [place.quote for place in one.places] == ["The two will meet on 9 May"]


def test_a_meeting_that_is_told_of_passes() -> None:
    assert found(planned(), told(), as_of="2031-12-31") == []


def test_it_is_a_note_where_no_document_could_tell_of_it() -> None:
    (alone,) = found(planned(), as_of="2031-12-31")
    assert alone.level == "note"
    (much_later,) = found(planned(), told("2033-06-20", format="summit"))
    assert much_later.level == "note"


def test_a_document_from_before_the_announcement_could_not_tell_of_it() -> None:
    (year,) = found(planned(when="2031"), told("2031-03-01", format="summit"), as_of="2032-12-31")
    assert year.level == "note"


def test_what_was_over_when_it_was_published_was_not_announced() -> None:
    assert found(planned(when="2031-05-01"), as_of="2031-12-31") == []


def test_without_two_parties_no_document_can_be_looked_for() -> None:
    (one,) = found(planned(participants=(QUILL,), main=False), told("2031-05-20"))
    assert one.level == "note"
    assert one.message.endswith(
        "no document tells of it; two parties are not named, by which one could be found."
    )


def test_its_days_must_be_over() -> None:
    assert found(planned(), as_of="2031-05-09") == []
    assert len(found(planned(), as_of="2031-05-10")) == 1
    assert found(planned(when=None), as_of="2031-12-31") == []


def test_a_visit_is_told_of_by_a_meeting_in_its_days_and_country() -> None:
    visit = planned(format="visit", country="XB", participants=(QUILL,))
    assert found(visit, told("2031-05-10", country="XB", format="summit"), as_of="2031-12-31") == []
    assert len(found(visit, told("2031-05-10", country="XA", format="summit"), as_of="2031-12-31")) == 1
    assert len(found(visit, told("2031-05-20", country="XB", format="summit"), as_of="2031-12-31")) == 1


def test_a_plan_said_to_have_failed_passes() -> None:
    assert found(planned(), told(status="not_held"), as_of="2031-12-31") == []
