"""One meeting, two days."""

from __future__ import annotations

from typing import Any

from regesta.checks.two_dates import check
from regesta.model.finding import Finding
from regesta.model.links import Dossier
from regesta.model.records import Records

from .make import joined_by_hand, meeting, paper

TEXT = "The ministers met."


def account(name: str, when: str | None, **fields: Any) -> Dossier:
    known = {"when": when, "when_basis": "stated", "parties": ("XA", "XB")} | fields
    met = meeting(TEXT, "The ministers met", **known)
    return paper(name, TEXT, Records(meetings=(met,)), "2031-05-06", "XA" if name == "a" else "XB")


def found(*papers: Dossier) -> list[Finding]:
    return check(joined_by_hand(*papers))


def test_two_stated_days_are_a_conflict_with_both_places() -> None:
    (one,) = found(account("a", "2031-05-04"), account("b", "2031-05-05"))
    assert (one.code, one.level) == ("two-dates", "conflict")
    assert [place.document for place in one.places] == ["a", "b"]
    assert "4 May 2031 (stated), 5 May 2031 (stated)" in one.message


def test_days_that_share_one_pass() -> None:
    assert found(account("a", "2031-05-04"), account("b", "2031-05-04")) == []
    assert found(account("a", "2031-05-04"), account("b", "2031-05")) == []
    assert found(account("a", "2031-05-04"), account("b", None)) == []


def test_a_call_may_fall_on_two_days() -> None:
    (one,) = found(account("a", "2031-05-04", medium="phone"), account("b", "2031-05-05", medium="phone"))
    assert one.level == "open"


def test_a_day_that_was_worked_out_and_that_of_a_plan_are_notes() -> None:
    (worked_out,) = found(account("a", "2031-05-04"), account("b", "2031-05-05", when_basis="content"))
    assert worked_out.level == "note"
    assert "5 May 2031 (basis content)" in worked_out.message
    (plan,) = found(account("a", "2031-05-04"), account("b", "2031-05-05", status="planned"))
    assert plan.level == "note"
    assert "5 May 2031 (planned, stated)" in plan.message
