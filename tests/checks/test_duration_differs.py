"""One meeting, two lengths."""

from __future__ import annotations

import pytest

from regesta.checks.duration_differs import check
from regesta.model.finding import Finding
from regesta.model.links import Dossier
from regesta.model.records import Part, Records

from .make import joined_by_hand, meeting, paper

TEXT = "The ministers met."


def account(name: str, whole: int | None, *parts: int | None, status: str = "held") -> Dossier:
    pieces = tuple(Part(None, None, minutes) for minutes in parts)
    met = meeting(
        TEXT, "The ministers met", when="2031-05-04", when_basis="stated", status=status,
        parties=("XA", "XB"), duration_minutes=whole, parts=pieces,
    )  # fmt: skip
    return paper(name, TEXT, Records(meetings=(met,)), "2031-05-04", "XA" if name == "a" else "XB")


def found(*papers: Dossier) -> list[Finding]:
    return check(joined_by_hand(*papers))


def test_two_lengths_are_a_conflict_with_both_places() -> None:
    (one,) = found(account("a", 60), account("b", 75))
    assert (one.code, one.level) == ("duration-differs", "conflict")
    assert one.message.endswith("(XA, XB) of 4 May 2031 60 minutes and 75 minutes.")
    assert [place.document for place in one.places] == ["a", "b"]


def test_the_parts_of_one_are_added_up_beside_the_whole_of_the_other() -> None:
    (one,) = found(account("a", 60), account("b", None, 35, 15))
    assert "50 minutes and 60 minutes" in one.message


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((60,), (60,)),
        ((50,), (None, 35, 15)),
        ((60,), (None, 35, None)),
        ((60,), (None,)),
        ((60,), (None, 35)),
    ],
)
def test_lengths_that_agree_or_are_not_known_pass(
    one: tuple[int | None, ...], other: tuple[int | None, ...]
) -> None:
    assert found(account("a", *one), account("b", *other)) == []


def test_the_length_of_a_plan_is_no_length_of_the_meeting() -> None:
    assert found(account("a", 60), account("b", 75, status="planned")) == []
