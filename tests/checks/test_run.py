"""All checks over several documents."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from regesta.checks import CODES, run
from regesta.checks.narrow import narrowed
from regesta.model.records import Account, Records
from regesta.model.span import Span

from .make import laid, meeting, paper

UNREAD = Records(accounts=(Account(Span(0, 2), "unread"),))
TEXT = "They met on 4 May 2031. They will meet on 9 May 2031."


def test_findings_come_document_by_document() -> None:
    ground = laid(paper("d2", "Hm.", UNREAD, "2031-05-04"), paper("d1", "Hm.", UNREAD, "2031-05-05"))
    assert [(finding.code, finding.places[0].document) for finding in run(ground)] == [
        ("unread-share", "d2"),
        ("unread-share", "d1"),
    ]


def test_codes_are_in_order_and_once() -> None:
    assert list(CODES) == sorted(set(CODES))


def test_only_what_is_asked_for_is_looked_for() -> None:
    ground = laid(paper("d1", "Hm.", UNREAD))
    assert run(ground, ("two-dates",)) == []
    assert [finding.code for finding in run(ground, ("unread-share", "two-dates"))] == ["unread-share"]


def test_findings_are_narrowed_to_documents_and_parties() -> None:
    ground = laid(paper("d1", "Hm.", UNREAD), paper("d2", "Hm.", UNREAD))
    found = run(ground)
    assert [one.places[0].document for one in narrowed(found, ground, ["d2"], [])] == ["d2"]
    assert narrowed(found, ground, ["d1", "d2"], []) == []
    assert narrowed(found, ground, [], ["XA", "XB"]) == found
    assert narrowed(found, ground, [], ["XA", "XC"]) == []


@given(order=st.permutations(range(4)))
def test_the_findings_do_not_depend_on_the_order_of_documents(order: list[int]) -> None:
    papers = [
        paper(
            f"d{number}",
            f"{TEXT} {number}",
            Records(
                meetings=(
                    meeting(
                        TEXT, "They met on 4 May 2031", when="2031-05-04", when_basis="stated",
                        ordinal_total=number, parties=("XA", "XB"), id=f"m{number}",
                    ),
                    meeting(
                        TEXT, "They will meet on 9 May 2031", when="2031-05-09", when_basis="stated",
                        status="planned", parties=("XA", "XB"), id=f"p{number}",
                    ),
                )
            ),
            f"2031-05-{5 + number:02}",
            side="XA" if number % 2 else "XB",
        )
        for number in range(4)
    ]  # fmt: skip
    there = run(laid(*papers, as_of="2031-06-01"))
    assert {finding.code for finding in there} >= {"meeting-not-reported", "ordinal-contradiction"}
    assert run(laid(*(papers[number] for number in order), as_of="2031-06-01")) == there
