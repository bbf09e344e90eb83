"""35 + 15 = 50: parts and whole of one meeting."""

from __future__ import annotations

import pytest

from regesta.checks.duration_sum import check
from regesta.model.finding import Finding
from regesta.model.records import Part, Records

from .make import Paper, meeting

TEXT = "The ministers met for 60 minutes: 35 minutes with their delegations, then 15 minutes alone."


def found(whole: int | None, *minutes: int | None) -> list[Finding]:
    parts = tuple(Part(None, None, length) for length in minutes)
    met = meeting(TEXT, "The ministers met", duration_minutes=whole, parts=parts)
    return check(Paper("d1", TEXT), Records(meetings=(met,)), TEXT)


def test_parts_that_fall_short_are_found() -> None:
    (finding,) = found(60, 35, 15)
    assert finding.code == "duration-sum"
    assert finding.message == "The parts take 35 + 15 = 50 minutes, the whole 60 minutes."
    assert finding.places[0].quote == "The ministers met"


@pytest.mark.parametrize("minutes", [(70,), (35, 30), (65, None)])
def test_parts_longer_than_the_whole_are_found(minutes: tuple[int | None, ...]) -> None:
    assert [finding.code for finding in found(60, *minutes)] == ["duration-sum"]


@pytest.mark.parametrize(
    ("whole", "minutes"),
    [(50, (35, 15)), (60, (35,)), (60, (35, None)), (None, (35, 15)), (60, ()), (60, (None, None))],
)
def test_parts_that_contradict_nothing_pass(whole: int | None, minutes: tuple[int | None, ...]) -> None:
    assert found(whole, *minutes) == []
