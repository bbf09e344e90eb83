"""One undertaking, two terms."""

from __future__ import annotations

from regesta.checks import ground
from regesta.checks.two_dates import check
from regesta.model.links import Dossier
from regesta.resolve.resolve import resolve
from tests.resolve.papers import MET, paper

DESK = "set up a customs desk on the Skerrow bridge"


def told(day: str, published: str, words: str, side: str = "XA") -> Dossier:
    return paper(MET.format(day) + words, published, side)


FIRST = told("May 4", "2031-05-04", f"The ministers agreed to {DESK} by the end of June 2031.\n")


def found(*papers: Dossier) -> list[tuple[str, str | None]]:
    return [(one.message, one.level) for one in check(ground(papers, resolve(papers)))]


def test_an_undertaking_affirmed_for_another_day_has_two_terms() -> None:
    later = told(
        "May 20", "2031-05-20", f"The ministers agreed to {DESK} by the end of September 2031.\n", "XB"
    )
    assert found(FIRST, later) == [
        ("One undertaking has several terms: 30 June 2031 (stated), 30 September 2031 (stated).", "open")
    ]


def test_the_same_term_passes() -> None:
    assert (
        found(FIRST, told("May 20", "2031-05-20", f"The ministers agreed to {DESK} by June 30, 2031.\n"))
        == []
    )
    assert found(FIRST, told("May 20", "2031-05-20", f"The ministers agreed to {DESK}.\n")) == []


def test_what_was_put_off_is_a_note() -> None:
    off = told("May 20", "2031-05-20", "The customs desk on the Skerrow bridge was postponed to September.\n")
    later = told("June 2", "2031-06-02", f"The ministers agreed to {DESK} by the end of September 2031.\n")
    assert [level for _, level in found(FIRST, off, later)] == ["note"]
