"""Adding documents to a ledger with the reader of this package."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from regesta.engine.read import read_document
from regesta.rules.packs import rules_with
from regesta.work.batch import run
from regesta.work.report import Job, Report


def add_pages(
    ledger_path: Path,
    jobs: Iterable[Job],
    *,
    now: str,
    topics: tuple[Path, ...] = (),
    after: Callable[[str], None] | None = None,
) -> Report:
    """Read the page of each job and keep it; see :func:`regesta.work.batch.run` for what is promised.

    ``topics`` are packs beside the general rules, in force for the pages of the jobs too; one that is
    broken ends the batch with a :class:`regesta.model.finding.RegestaError`.
    """
    with rules_with(topics):
        return run(ledger_path, jobs, partial(read_document, topics=topics), now=now, after=after)
