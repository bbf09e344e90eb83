"""Documents of which little was read."""

from __future__ import annotations

from typing import Literal

from regesta.checks.unread_share import check
from regesta.model.finding import Finding
from regesta.model.records import Account, Records
from regesta.model.span import Span

from .make import Paper

TEXT = "One. Two. Tre. For. Fiv."
Fate = Literal["record", "furniture", "repeated", "unread"]


def found(*fates: Fate) -> list[Finding]:
    accounts = tuple(Account(Span(5 * i, 5 * i + 4), fate) for i, fate in enumerate(fates))
    return check(Paper("d1", TEXT), Records(accounts=accounts), TEXT)


def test_more_than_half_unread_is_found() -> None:
    (finding,) = found("record", "unread", "unread")
    assert finding.code == "unread-share"
    assert finding.message == "2 of 3 sentences were not read."
    assert [place.quote for place in finding.places] == ["Two.", "Tre."]


def test_furniture_and_repeats_count_on_neither_side() -> None:
    assert len(found("furniture", "repeated", "record", "unread", "unread")) == 1


def test_half_passes_and_so_does_nothing() -> None:
    assert found("record", "unread") == []
    assert found("furniture") == []
    assert found() == []
