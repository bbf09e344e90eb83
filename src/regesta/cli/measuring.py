"""``regesta quality``: the reader beside gold, and beside what it read before."""

from __future__ import annotations

import sys
from pathlib import Path

from regesta.cli.differing import print_changes
from regesta.cli.figures import print_score
from regesta.cli.options import QualityJob
from regesta.cli.progress import progress
from regesta.export import write_lines
from regesta.model.finding import RegestaError
from regesta.model.reading import Reading
from regesta.quality import (
    Gold,
    Run,
    all_texts,
    lines,
    locate,
    of_kind,
    only,
    only_texts,
    read_gold,
    read_gold_texts,
    read_run,
    run_of,
    score_all,
    texts_of_gold,
)

DIFFERS = 3


def quality(job: QualityJob) -> int:
    """Read what was asked, then print and write what was asked of it.

    The exit code is 0, or 3 when ``--fail`` is set and something differs from the run. Raises
    :class:`RegestaError` for input that cannot be used; nothing is written then.
    """
    _refuse(job)
    before = read_run(job.against) if job.against else None
    if job.gold is None:
        readings = _read_texts(job)
        gold: list[Gold] = []
    else:
        pairs = _read_gold(job, job.gold)
        gold, readings = [one for one, _ in pairs], [reading for _, reading in pairs]
    now = run_of(readings)
    differs = before is not None and print_changes(before, now, as_json=job.as_json)
    if before is None and gold:
        print_score(job, *score_all(zip(gold, readings, strict=True)))
    if job.save:
        _save(now, job.save)
    return DIFFERS if differs and job.fail else 0


def _refuse(job: QualityJob) -> None:
    """Refuse what makes no sense together, before anything is read."""
    of_kind((), job.errors or "all")
    views = [name for name, asked in (("--errors", job.errors), ("--confidence", job.confidence)) if asked]
    if views and job.gold is None:
        raise RegestaError(f"{views[0]} is told by gold; name a folder of gold.")
    if views and job.against:
        raise RegestaError(f"{views[0]} and --against are two views; take one of them.")
    if job.fail and not job.against:
        raise RegestaError("--fail is about a run; name it with --against.")
    if job.gold is None and not (job.save or job.against):
        raise RegestaError("There is nothing to measure; name a folder of gold, --save RUN or --against RUN.")


def _read_gold(job: QualityJob, folder: Path) -> list[tuple[Gold, Reading]]:
    """The gold of the folder with the readings of its texts."""
    gold = only(read_gold(folder), job.publisher, job.without)
    texts = locate(folder, job.texts, job.manifest, job.topics)
    paired = texts_of_gold(texts, gold)
    _tell(len(paired), f"gold in {folder}, {texts}")
    if gold.passed:
        names = ", ".join(path.name for path in gold.passed)
        sys.stderr.write(f"Passed over, as gold of no document: {names}.\n")
    with progress("Reading", len(paired)) as done:
        return list(read_gold_texts(paired, texts.packs, done))


def _read_texts(job: QualityJob) -> list[Reading]:
    """The readings of all texts of a folder."""
    texts = locate(None, job.texts, job.manifest, job.topics)
    listed = only_texts(all_texts(texts), job.publisher, job.without)
    _tell(len(listed), str(texts))
    readings = []
    with progress("Reading", len(listed)) as done:
        for text in listed:
            readings.append(text.read(texts.packs))
            done()
    return readings


def _save(run: Run, target: Path) -> None:
    write_lines(lines(run), target)
    sys.stderr.write(f"{run.records} records of {_documents(len(run.documents))} written to {target}.\n")


def _tell(count: int, what: str) -> None:
    """Say on standard error what is read with what."""
    sys.stderr.write(f"{_documents(count)}; {what}.\n")


def _documents(count: int) -> str:
    return f"{count} document{'' if count == 1 else 's'}"
