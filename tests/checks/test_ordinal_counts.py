"""Counts of meetings beside the meetings of the ledger."""

from __future__ import annotations

from typing import Any

import pytest

from regesta.checks.ordinal_counts import check
from regesta.model.finding import Finding
from regesta.model.links import Dossier
from regesta.model.records import Records

from .make import laid, meeting, paper, person

QUILL, TARN, DORN = person("Ada Quill", "XA"), person("Bo Tarn", "XB"), person("Cy Dorn", "XA")


def account(day: str, side: str = "XA", **fields: Any) -> Dossier:
    """An account of one meeting of Quill and Tarn on ``day``, published on it."""
    text = f"The two met on {day}. {side}"
    known = {"when": day, "when_basis": "stated", "participants": (QUILL, TARN)} | fields
    met = meeting(text, f"The two met on {day}", **known)
    published = day if len(day) == 10 else f"{day}-28"
    return paper(f"{day}-{side}", text, Records(meetings=(met,)), published, side)


def found(*papers: Dossier) -> list[tuple[str, str]]:
    return [(one.code.removeprefix("ordinal-"), one.level) for one in check(laid(*papers))]


def only(*papers: Dossier) -> Finding:
    (one,) = check(laid(*papers))
    return one


def test_as_many_meetings_as_the_number_says_fit() -> None:
    told = only(account("2031-03-03"), account("2031-05-04", ordinal_total=2))
    assert (told.code, told.level) == ("ordinal-fit", "note")
    assert [place.quote for place in told.places] == ["The two met on 2031-05-04"]


def test_fewer_meetings_than_the_number_says_are_a_gap() -> None:
    gap = only(account("2031-03-03"), account("2031-05-04", ordinal_year=4))
    assert (gap.code, gap.level) == ("ordinal-gap", "open")
    assert "number 4 of 2031" in gap.message
    assert "at least 2 meetings not in the ledger" in gap.message


def test_a_series_that_may_have_begun_before_the_ledger_is_a_note() -> None:
    assert found(account("2031-05-04", ordinal_total=9)) == [("gap", "note")]


def test_more_meetings_than_the_number_says_contradict_it() -> None:
    told = only(account("2031-03-03"), account("2031-04-04"), account("2031-05-04", ordinal_total=2))
    assert (told.code, told.level) == ("ordinal-contradiction", "conflict")
    assert len(told.places) == 3


@pytest.mark.parametrize(
    ("later", "code"), [(8, "contradiction"), (9, "contradiction"), (10, "fit"), (12, "gap")]
)
def test_a_later_number_is_counted_from_an_earlier_one(later: int, code: str) -> None:
    papers = account("2031-03-03", ordinal_total=9), account("2031-05-04", "XB", ordinal_total=later)
    level = {"contradiction": "conflict", "fit": "note", "gap": "open"}[code]
    assert found(*papers) == [("gap", "note"), (code, level)]


def test_a_meeting_that_both_sides_tell_of_counts_once() -> None:
    both = account("2031-03-03"), account("2031-03-03", "XB")
    assert found(*both, account("2031-05-04", ordinal_total=2)) == [("fit", "note")]


def test_meetings_that_may_be_one_do_not_count_against_a_number() -> None:
    vague = account("2031-03", status="referenced"), account("2031-03", "XB", medium="video")
    assert found(*vague, account("2031-03-03"), account("2031-05-04", ordinal_total=2)) == [("fit", "note")]


def test_other_persons_of_the_same_offices_are_another_count() -> None:
    others = [account(f"2031-0{month}-03", participants=(DORN, TARN)) for month in (1, 2, 3)]
    assert found(*others, account("2031-05-04", ordinal_total=1)) == [("fit", "note")]


@pytest.mark.parametrize("fields", [{"format": "summit"}, {"medium": "phone"}, {"status": "not_held"}])
def test_what_is_no_meeting_of_the_series_is_not_counted(fields: dict[str, Any]) -> None:
    assert found(account("2031-03-03", **fields), account("2031-05-04", ordinal_total=1)) == [("fit", "note")]


def test_two_numbers_for_the_meetings_of_one_day_contradict_each_other() -> None:
    papers = account("2031-05-04", ordinal_total=8), account("2031-05-04", "XB", ordinal_total=9)
    assert ("contradiction", "conflict") in found(*papers)
    same = account("2031-05-04", ordinal_total=8), account("2031-05-04", "XB", ordinal_total=8)
    assert found(*same) == [("gap", "note")]


def test_a_new_year_counts_anew() -> None:
    papers = account("2030-05-04", ordinal_year=1), account("2031-05-04", ordinal_year=1)
    assert found(*papers) == [("fit", "note"), ("fit", "note")]


def rounds(*numbers: int, **fields: Any) -> list[Dossier]:
    return [account(f"2031-0{month}-03", round=number, **fields) for month, number in enumerate(numbers, 1)]


def test_rounds_of_a_series_rise_by_one() -> None:
    assert found(*rounds(1, 2)) == [("fit", "note"), ("fit", "note")]
    assert found(*rounds(1, 3)) == [("fit", "note"), ("gap", "open")]
    assert found(*rounds(3, 2)) == [("gap", "note"), ("contradiction", "conflict")]


def test_a_round_may_be_held_by_video() -> None:
    in_person, by_video = account("2031-01-03", round=1), account("2031-02-03", round=2, medium="video")
    assert found(in_person, by_video) == [("fit", "note"), ("fit", "note")]


def test_two_states_have_one_series_of_two_plus_two_meetings_whatever_they_call_them() -> None:
    both: dict[str, Any] = {"format": "two_plus_two", "participants": (), "parties": ("XA", "XB")}
    first, second = account("2031-01-03", round=1, **both), account("2031-02-03", round=2, **both)
    assert found(first, second) == [("fit", "note"), ("fit", "note")]


def test_a_forum_goes_by_its_name_and_without_one_is_no_other() -> None:
    def forum(day: str, name: str, **fields: Any) -> Dossier:
        text = f"They came to {name}."
        known = {"when": day, "when_basis": "stated", "format": "forum", "participants": ()} | fields
        return paper(f"{day} {name}", text, Records(meetings=(meeting(text, name, **known),)), day)

    named = forum("2031-01-03", "the Skerry Forum"), forum("2031-05-04", "the Skerry Forum", ordinal_total=2)
    assert found(*named) == [("fit", "note")]
    other = forum("2031-01-03", "the gathering"), forum("2031-01-04", "the Lake Forum"), named[1]
    assert found(*other) == [("gap", "note")]


def test_a_meeting_without_a_round_is_in_no_series_of_rounds() -> None:
    assert found(account("2031-01-02"), *rounds(4)) == [("gap", "note")]
