"""Adding documents to a ledger with the reader of this package."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import perf_counter

from regesta.engine.read import read_document
from regesta.ledger import Ledger, LedgerStopped
from regesta.rules.packs import rules_with
from regesta.work.batch import run
from regesta.work.linking import link
from regesta.work.report import Job, Report

LINKING = "link"


def add_pages(
    ledger_path: Path,
    jobs: Iterable[Job],
    *,
    now: str,
    topics: tuple[Path, ...] = (),
    after: Callable[[str], None] | None = None,
) -> Report:
    """Read the page of each job and keep it; see :func:`regesta.work.batch.run` for what is promised.

    Then what holds across documents is brought up to date. A run that is ended before that leaves
    the documents marked, and whatever asks for links next goes on from there.

    ``topics`` are packs beside the general rules, in force for the pages of the jobs too; one that is
    broken ends the batch with a :class:`regesta.model.finding.RegestaError`.
    """
    with rules_with(topics):
        report = run(ledger_path, jobs, partial(read_document, topics=topics), now=now, after=after)
    return report if report.stopped else _linked(ledger_path, report, now)


def _linked(path: Path, report: Report, now: str) -> Report:
    if not report.done:
        return report
    begin = perf_counter()
    try:
        with Ledger.open(path, many=True) as ledger:
            link(ledger, now=now)
    except LedgerStopped as problem:
        return replace(report, stopped=str(problem))
    return replace(report, timings=(*report.timings, (LINKING, perf_counter() - begin)))
