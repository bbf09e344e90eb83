"""Deeds told with their day: what they are, and the year that one text gives another by them."""

from __future__ import annotations

from itertools import permutations

import pytest

from regesta.model.judgement import Rulings
from regesta.model.links import Dossier
from regesta.resolve.happenings import happenings
from regesta.resolve.memory import MemoryShelf
from regesta.resolve.resolve import resolve
from regesta.resolve.update import update
from tests.resolve.chains import links_of, paper, promise, status

LEAD = "Foreign Minister Amara Sule met with Foreign Minister Ilse Dorn of Brevonia in Lunden."
MADE = paper("made", "XA", "2030-08-02", f"{LEAD} They agreed to reopen the border market at Skerrow.")
BARE = paper(
    "bare", "XB", None,
    "On 2 November, Foreign Minister Ilse Dorn met with Trade Minister Pia Lund of Arvania in Halden. She"
    " said that the border market at Skerrow was reopened on 30 October as agreed.",
)  # fmt: skip


def later(words: str, year: int = 2031) -> Dossier:
    return paper(f"later-{year}", "XA", f"{year}-01-18", f"{LEAD} {words}")


SAME = later(
    "The ministers noted that trade has grown since the market at Skerrow was reopened on October 30."
)


def found(words: str, known: str | None = "2031-01-18") -> list[tuple[str, int | None, str]]:
    return [(one.day, one.year, one.place.quote) for one in happenings(later(words), known)]


def test_a_deed_has_the_day_that_stands_behind_it() -> None:
    words = (
        "Night flights to Skerrow began on 20 December 2029, and the border market was opened on October 30."
    )
    assert found(words) == [
        ("12-20", 2029, "Night flights to Skerrow began on 20 December 2029"),
        ("10-30", 2030, "and the border market was opened on October 30"),
    ]


def test_the_year_that_a_text_does_not_say_is_that_of_the_last_such_day() -> None:
    words = "The border market at Skerrow was opened on 30 October."
    assert [year for _, year, _ in found(words, "2031-10-30")] == [2031]
    assert [year for _, year, _ in found(words, "2031-10-29")] == [2030]
    assert [year for _, year, _ in found(words, None)] == [None]


@pytest.mark.parametrize(
    "words",
    [
        "The border market at Skerrow will be opened on 30 October.",
        "They agreed to open the border market at Skerrow on 30 October.",
        "The border market at Skerrow was not opened on 30 October.",
        "The ministers spoke of the border market at Skerrow on 30 October.",
        "The border market at Skerrow was opened in October.",
        "The market was opened on 30 October.",
        "The border market at Skerrow was opened on 45 October.",
    ],
)
def test_plans_failures_and_deeds_without_a_day_or_a_thing_are_none(words: str) -> None:
    assert found(words) == []


def test_a_deed_told_with_its_day_gives_the_year_and_what_follows_from_it() -> None:
    links = links_of(MADE, BARE, SAME)
    (year,) = links.years
    assert (year.subject.document, year.value) == ("bare", "2030")
    assert [(place.document, "reopened" in place.quote) for place in year.evidence] == [
        ("bare", True),
        ("later-2031", True),
    ]
    made = promise(links, "agreed to reopen")
    assert [status(made, day) for day in ("2030-11-01", "2030-11-02")] == ["open", "done"]
    assert resolve([MADE, BARE]).years == ()


def test_it_does_not_matter_in_which_order_the_texts_come_nor_if_one_goes() -> None:
    for order in permutations((MADE, BARE, SAME)):
        there: dict[str, Dossier] = {}
        shelf = MemoryShelf(there)
        for one in order:
            there[one.id] = one
            update(shelf, [one.id], Rulings())
        assert [one.value for one in shelf.proposed.values() if one.kind == "year"] == ["2030"]
        del there[SAME.id]
        update(shelf, [SAME.id], Rulings())
        assert [one for one in shelf.proposed.values() if one.kind == "year"] == []


@pytest.mark.parametrize(
    "words",
    [
        "The market at Skerrow was reopened on October 29.",
        "The school at Tarnholm was reopened on October 30.",
        "The market at Skerrow was inspected on October 30.",
    ],
)
def test_another_day_thing_or_deed_gives_no_year(words: str) -> None:
    assert resolve([BARE, later(words)]).years == ()


def test_a_deed_of_every_year_gives_none() -> None:
    again = later("The market at Skerrow was reopened on October 30.", 2033)
    assert resolve([BARE, SAME, again]).years == ()


def test_a_text_of_the_new_year_may_tell_of_the_old() -> None:
    text = (
        "On 5 January, Foreign Minister Ilse Dorn met with Trade Minister Pia Lund of Arvania in Halden. She"
        " said that the border market at Skerrow was reopened on 30 October as agreed."
    )
    (year,) = resolve([paper("new", "XB", None, text), SAME]).years
    assert year.value == "2031"


def test_a_rejected_year_is_not_proposed_again() -> None:
    (year,) = resolve([BARE, SAME]).years
    assert resolve([BARE, SAME], Rulings(rejected=frozenset({year.id}))).years == ()
