"""A batch: each page is read and kept in its own transaction; one bad page stops no other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from regesta.ledger import Ledger, LedgerStopped
from regesta.model.finding import RegestaError
from regesta.work.report import Done, Failure, Job, Reader, Report

OPENING, KEEPING = "open", "keep"


@dataclass(slots=True)
class _Running:
    """A batch under way. The ledger is opened at once when it is there, else for the first page."""

    path: Path
    reader: Reader
    now: str
    held: ExitStack
    ledger: Ledger | None = None
    done: list[Done] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    timings: dict[str, float] = field(default_factory=dict)

    def report(self, stopped: str | None = None) -> Report:
        return Report(tuple(self.done), tuple(self.failures), stopped, tuple(self.timings.items()))


def run(
    path: Path,
    jobs: Iterable[Job],
    reader: Reader,
    *,
    now: str,
    after: Callable[[str], None] | None = None,
) -> Report:
    """Read the page of each job with ``reader`` and keep it in the ledger at ``path``.

    ``now`` is written beside each document; ``after`` is called with the name of each job that
    has ended. A missing ledger is made when there is a first document to keep. A page that cannot
    be had or kept is a failure of its own; a ledger that can take no more ends the batch. Raises
    :class:`RegestaError` when the file at ``path`` is no ledger, or when ``reader`` refuses to work.
    """
    with ExitStack() as held:
        batch = _Running(path, reader, now, held)
        if path.exists():
            batch.ledger = held.enter_context(Ledger.open(path, create=True, many=True))
        for job in jobs:
            try:
                _do(batch, job)
            except LedgerStopped as problem:
                return batch.report(str(problem))
            if after is not None:
                after(job.name)
        return batch.report()


def _do(batch: _Running, job: Job) -> None:
    try:
        with _timed(batch, OPENING):
            page = job.page()
    except RegestaError as problem:
        batch.failures.append(Failure(job.name, str(problem)))
        return
    reading = batch.reader(page)
    for stage, seconds in reading.timings:
        batch.timings[stage] = batch.timings.get(stage, 0.0) + seconds
    if batch.ledger is None:
        batch.ledger = batch.held.enter_context(Ledger.open(batch.path, create=True, many=True))
    try:
        with _timed(batch, KEEPING):
            added = batch.ledger.add(reading, now=batch.now)
    except LedgerStopped:
        raise
    except RegestaError as problem:
        batch.failures.append(Failure(job.name, str(problem)))
    else:
        batch.done.append(Done(job.name, added, page.notes))


@contextmanager
def _timed(batch: _Running, stage: str) -> Iterator[None]:
    begin = perf_counter()
    try:
        yield
    finally:
        batch.timings[stage] = batch.timings.get(stage, 0.0) + perf_counter() - begin
