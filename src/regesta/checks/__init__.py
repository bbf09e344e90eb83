"""Questions put to the ledger: each asks one thing of one document and answers with findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from regesta.checks import (
    date_without_year,
    duration_sum,
    ordinal_order,
    repeated_block,
    unread_share,
)
from regesta.checks.subject import Subject
from regesta.model.finding import Finding
from regesta.model.records import Records

__all__ = ["CHECKS", "CODES", "Checked", "run"]

Check = Callable[[Subject, Records, str], list[Finding]]

CHECKS: dict[str, Check] = {
    date_without_year.CODE: date_without_year.check,
    duration_sum.CODE: duration_sum.check,
    ordinal_order.CODE: ordinal_order.check,
    repeated_block.CODE: repeated_block.check,
    unread_share.CODE: unread_share.check,
}
CODES = tuple(CHECKS)


class Checked(Subject, Protocol):
    """A document with its frozen text, as :func:`run` needs it."""

    @property
    def text(self) -> str:
        """The frozen text that the records' spans count."""


def run(readings: Iterable[tuple[Checked, Records]]) -> list[Finding]:
    """Put every question to every document; findings come in the order of documents, then of codes."""
    return [
        finding
        for document, records in readings
        for check in CHECKS.values()
        for finding in check(document, records, document.text)
    ]
