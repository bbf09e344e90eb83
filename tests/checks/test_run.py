"""All checks over several documents."""

from __future__ import annotations

from regesta.checks import CODES, run
from regesta.model.records import Account, Records
from regesta.model.span import Span

from .make import Paper


def test_findings_come_document_by_document() -> None:
    unread = Records(accounts=(Account(Span(0, 2), "unread"),))
    papers = [(Paper(name, "Hm."), unread) for name in ("d2", "d1")]
    findings = run(papers)
    assert [(finding.code, finding.places[0].document) for finding in findings] == [
        ("unread-share", "d2"),
        ("unread-share", "d1"),
    ]


def test_codes_are_in_order_and_once() -> None:
    assert list(CODES) == sorted(set(CODES))
