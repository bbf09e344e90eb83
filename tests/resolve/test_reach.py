"""How far documents reach each other over the years; whatever the order in which they come."""

from __future__ import annotations

import pytest

from regesta.model.links import Dossier
from tests.resolve.chains import links_of, paper, promise, status

MADE = paper(
    "made",
    "XB",
    "2031-05-05",
    "Foreign Minister Ilse Dorn held talks with Foreign Minister Amara Sule of Arvania in Halden on 5 May"
    " 2031. The two sides agreed to resume the ferry service between Skerrow and Tarnholm.",
)


def told(year: int, words: str) -> Dossier:
    lead = "Foreign Minister Amara Sule met with Foreign Minister Ilse Dorn of Brevonia in Lunden."
    return paper(f"told-{year}", "XA", f"{year}-09-02", f"{lead} {words}")


@pytest.mark.parametrize(("year", "came"), [(2031, "done"), (2035, "done"), (2039, "open")])
def test_a_promise_without_a_window_is_looked_after_for_five_years(year: int, came: str) -> None:
    links = links_of(
        MADE, told(year, "The ferry service between Skerrow and Tarnholm was resumed in August.")
    )
    assert status(promise(links, "agreed to resume"), f"{year}-12-31") == came


@pytest.mark.parametrize(("year", "again"), [(2034, ["reaffirmed"]), (2039, [])])
def test_what_is_promised_anew_after_many_years_is_another_promise(year: int, again: list[str]) -> None:
    links = links_of(
        MADE, told(year, "They agreed to resume the ferry service between Skerrow and Tarnholm.")
    )
    (first,) = [one for one in links.commitments if one.ref.document == "made"]
    assert [event.status for event in first.events] == again


@pytest.mark.parametrize("day", ["28 December", "2 January", "14 June"])
def test_the_year_of_a_text_is_that_of_the_same_day_elsewhere(day: str) -> None:
    """Talks on other days of other years do not tell it."""
    bare = paper(
        "bare", "XA", None,
        f"On {day}, Foreign Minister Amara Sule met with Foreign Minister Ilse Dorn of Brevonia in Halden.",
    )  # fmt: skip
    others = [
        paper(
            f"dated-{year}", "XB", f"{year}-12-30",
            f"Foreign Minister Ilse Dorn held talks with Foreign Minister Amara Sule of Arvania in Halden on"
            f" {on} {year}.",
        )
        for year, on in ((2029, "20 March"), (2031, day), (2033, "9 October"))
    ]  # fmt: skip
    links = links_of(bare, *others)
    assert [judgement.value for judgement in links.years] == ["2031"]
