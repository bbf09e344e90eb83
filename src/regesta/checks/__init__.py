"""Questions put to the ledger: each file asks one thing and answers with findings."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from regesta.checks import (
    date_without_year,
    duration_differs,
    duration_sum,
    meeting_not_reported,
    ordinal_counts,
    ordinal_order,
    repeated_block,
    source_changed,
    two_dates,
    unread_share,
    window_closed,
)
from regesta.checks.ground import Ground, ground
from regesta.checks.subject import Subject
from regesta.model.finding import Finding
from regesta.model.records import Records

__all__ = ["CODES", "OF_ONE", "Ground", "ground", "in_order", "run"]

OfOne = Callable[[Subject, Records, str], list[Finding]]
OfAll = Callable[[Ground], list[Finding]]


def _each(check: OfOne) -> OfAll:
    """Put a question about one document to all of them."""

    def asked(ground: Ground) -> list[Finding]:
        return [found for one in ground.dossiers for found in check(one, one.records, one.text)]

    return asked


@dataclass(frozen=True, slots=True)
class _Check:
    """A question, and the codes of the findings that may answer it.

    ``alone`` says that the answers on one document follow from it and from its year.
    """

    codes: tuple[str, ...]
    ask: OfAll
    alone: bool = False


_CHECKS = (
    _Check((date_without_year.CODE,), date_without_year.across, alone=True),
    _Check((duration_differs.CODE,), duration_differs.check),
    _Check((duration_sum.CODE,), _each(duration_sum.check), alone=True),
    _Check((meeting_not_reported.CODE,), meeting_not_reported.check),
    _Check(ordinal_counts.CODES, ordinal_counts.check),
    _Check((ordinal_order.CODE,), _each(ordinal_order.check), alone=True),
    _Check((repeated_block.CODE,), _each(repeated_block.check), alone=True),
    _Check((source_changed.CODE,), source_changed.check),
    _Check((two_dates.CODE,), two_dates.check),
    _Check((unread_share.CODE,), _each(unread_share.check), alone=True),
    _Check((window_closed.CODE,), window_closed.check),
)
CODES: tuple[str, ...] = tuple(code for check in _CHECKS for code in check.codes)
OF_ONE: tuple[str, ...] = tuple(code for check in _CHECKS if check.alone for code in check.codes)
"""The codes of findings on single documents; the others are on what holds across them."""


def run(ground: Ground, codes: Collection[str] = CODES) -> list[Finding]:
    """Put the questions that may be answered with one of ``codes``, and return the findings with these.

    They come in the order of the documents in which their first place stands, then of codes, then
    of places.
    """
    asked = [check for check in _CHECKS if not set(codes).isdisjoint(check.codes)]
    found = [finding for check in asked for finding in check.ask(ground) if finding.code in codes]
    return in_order(found, {paper.id: index for index, paper in enumerate(ground.dossiers)})


def in_order(findings: Iterable[Finding], number: Mapping[str, int]) -> list[Finding]:
    """Return findings in their order; ``number`` is the place of each document among all."""
    return sorted(findings, key=lambda finding: _order(finding, number))


def _order(finding: Finding, number: Mapping[str, int]) -> tuple[object, ...]:
    return (
        number.get(finding.places[0].document, len(number)),
        CODES.index(finding.code),
        [(place.document, place.span) for place in finding.places],
        finding.message,
    )
