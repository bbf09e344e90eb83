"""``regesta add``: reads documents into the ledger and says what came of each."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from regesta.cli.inputs import Failure, gather
from regesta.cli.options import AddJob
from regesta.cli.output import tell_notes
from regesta.cli.progress import progress
from regesta.cli.words import plain
from regesta.clock import now
from regesta.model.finding import RegestaError
from regesta.work import Job, Report, add_pages

SOME_FAILED = 1
NOTHING_DONE = 2
_TOLD = (
    ("new", "new"),
    ("version", "new version"),
    ("reread", "read again"),
    ("known", "known already"),
)
_SHOWN = 3


def add(job: AddJob) -> int:
    """Read the documents of ``job`` into its ledger.

    The exit code is 0, 1 when some inputs could not be read and the others are kept, or 2 when
    nothing was kept. Raises :class:`RegestaError` when the job as a whole makes no sense.
    """
    gathered = gather(job)
    left = len(gathered.documents)

    def jobs() -> Iterator[Job]:
        nonlocal left
        for given in gathered.documents:
            yield from (Job(part.name, part.page) for part in given.parts())
            left -= 1
            done()

    with progress("Reading", len(gathered.documents)) as done:
        report = add_pages(job.ledger, jobs(), now=now(), topics=job.topics)
    failures = [*gathered.failures, *(Failure(bad.name, bad.sentence) for bad in report.failures)]
    _tell_unnamed(gathered.unnamed)
    if job.timings:
        _tell_timings(report)
    return _tell(report, failures, left)


def _tell(report: Report, failures: Sequence[Failure], left: int) -> int:
    """Say what was kept, then what was not; return the exit code. ``left`` inputs were not ended."""
    if not report.done and len(failures) + bool(report.stopped) == 1:
        raise RegestaError(report.stopped or failures[0].sentence)
    if report.done:
        counts = report.counts
        told = [f"{counts[status]} {words}" for status, words in _TOLD if status in counts]
        sys.stdout.write(f"{_count(len(report.done), 'document')}: {', '.join(told)}.\n")
    if failures:
        sys.stderr.write(f"{_count(len(failures), 'input')} could not be read:\n")
        sys.stderr.writelines(f"  {_sentence(failure)}\n" for failure in failures)
    tell_notes([(done.name, note) for done in report.done for note in done.notes])
    if report.stopped:
        verb = "was" if left == 1 else "were"
        rest = f" {_count(left, 'input')} {verb} not read to the end." if left else ""
        sys.stderr.write(f"regesta: {report.stopped}{rest}\n")
    if not failures and not report.stopped:
        return 0
    return SOME_FAILED if report.done else NOTHING_DONE


def _sentence(failure: Failure) -> str:
    named = failure.name in failure.sentence
    return plain(failure.sentence if named else f"{failure.name}: {failure.sentence}")


def _tell_unnamed(rows: Sequence[str]) -> None:
    if rows:
        shown = ", ".join(rows[:_SHOWN]) + (" …" if len(rows) > _SHOWN else "")
        sys.stderr.write(f"Rows of the manifest that name no file given: {len(rows)} ({shown}).\n")


def _tell_timings(report: Report) -> None:
    sys.stderr.writelines(f"{stage:<12} {seconds:9.3f} s\n" for stage, seconds in report.timings)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
