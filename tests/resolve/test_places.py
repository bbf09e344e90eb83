"""A house and its town are one place; two towns on other days, or with other persons, are two."""

from __future__ import annotations

import pytest

from tests.resolve.chains import links_of
from tests.resolve.papers import paper, together

TOLD = (
    "On {day}, Mr. Oto Lind, Minister for Foreign Affairs of Arvania, held a meeting with {who}, Minister of"
    " Foreign Affairs of Brevonia, {where}, Brevonia.\n"
)
HALDEN = paper(TOLD.format(day="May 4", who="Ms. Rada Oyelu", where="in Halden"), "2031-05-04")


@pytest.mark.parametrize(
    ("day", "who", "one"),
    [("May 4", "Ms. Rada Oyelu", True), ("May 5", "Ms. Rada Oyelu", False), ("May 4", "Mr. Ivo Sand", False)],
)
def test_the_same_persons_on_one_day_met_once(day: str, who: str, one: bool) -> None:
    there = paper(TOLD.format(day=day, who=who, where="at Lantern House"), "2031-05-05", "XB")
    assert bool(together(links_of(HALDEN, there), HALDEN, there)) is one
