"""One corpus of :mod:`benchmarks.chronicle` read, stored and linked in a process of its own."""

from __future__ import annotations

import gc
import json
import resource
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from time import process_time

import yaml

from benchmarks.agreement import Told, agreement, truth
from benchmarks.chronicle.paper import Paper
from benchmarks.chronicle.story import papers
from benchmarks.chronicle.world import world
from regesta.engine.read import read_document
from regesta.ledger import Ledger
from regesta.model.document import Page
from regesta.model.reading import Reading
from regesta.reading import read_bytes
from regesta.rules.packs import rules_with
from regesta.work.batch import run
from regesta.work.linking import link
from regesta.work.report import Job

NOW = "2031-06-01T00:00:00Z"
HELD_BACK = 20


@dataclass
class Grown:
    """Seconds of the processor for all documents, and for each of those added afterwards one by one."""

    documents: int
    read: float
    store: float
    link: float
    one_more: list[float]
    peak_megabytes: float
    ledger_megabytes: float
    precision: float
    recall: float


class _Reader:
    """Reads pages and adds up what that takes; making the texts is counted apart, and belongs to nothing."""

    def __init__(self, pack: Path) -> None:
        self.pack = pack
        self.reading = self.making = 0.0

    def read(self, page: Page) -> Reading:
        start = process_time()
        reading = read_document(page, topics=(self.pack,))
        self.reading += process_time() - start
        return reading

    def job(self, paper: Paper) -> Job:
        return Job(paper.name, lambda: read_bytes(paper.text.encode(), paper.name, paper.source))

    def jobs(self, told: Iterator[Paper], kept: list[Told]) -> Iterator[Job]:
        start = process_time()
        for paper in told:
            kept.append(truth(paper))
            self.making += process_time() - start
            yield self.job(paper)
            start = process_time()
        self.making += process_time() - start


def grow(documents: int, folder: Path) -> Grown:
    """Make a ledger of so many documents in ``folder``, then add twenty more one by one."""
    chronicle = world(documents + HELD_BACK)
    pack, path = folder / f"pack-{documents}.yml", folder / f"ledger-{documents}.db"
    pack.write_text(yaml.safe_dump(chronicle.pack(), allow_unicode=True), "utf-8")
    path.unlink(missing_ok=True)
    aside: list[Paper] = []
    reader, kept = _Reader(pack), list[Told]()
    with rules_with((pack,)):
        start = process_time()
        jobs = reader.jobs(_but(islice(papers(chronicle), documents + HELD_BACK), documents, aside), kept)
        report = run(path, jobs, reader.read, now=NOW)
        storing = process_time() - start - reader.reading - reader.making
        if report.failures or report.stopped or len(report.done) != documents:
            raise SystemExit(f"{len(report.done)} of {documents} documents were kept: {report.failures[:3]}")
        start = process_time()
        with Ledger.open(path, many=True) as ledger:
            link(ledger, now=NOW)
        linking = process_time() - start
        with Ledger.open(path) as ledger:
            found = agreement(ledger, kept)
            kept.clear()
            gc.collect()  # what only the benchmark remembered is no part of a document's price
            ones = [_add(ledger, paper, reader) for paper in aside]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = path.stat().st_size / 1e6
    return Grown(documents, reader.reading, storing, linking, ones, peak, size, found.precision, found.recall)


def _but(told: Iterator[Paper], documents: int, aside: list[Paper]) -> Iterator[Paper]:
    """Yield the papers but for twenty, evenly spread, which are put aside."""
    step = documents // HELD_BACK
    for at, paper in enumerate(told):
        if at % (step + 1) == step // 2 and len(aside) < HELD_BACK:
            aside.append(paper)
        else:
            yield paper


def _add(ledger: Ledger, paper: Paper, reader: _Reader) -> float:
    """Add one document to an open ledger, from its bytes to the views; return the seconds."""
    start = process_time()
    reading = reader.read(reader.job(paper).page())
    ledger.add(reading, now=NOW)
    link(ledger, now=NOW)
    return process_time() - start


def main(documents: int, folder: Path) -> int:
    """Print the figures of a corpus as JSON."""
    sys.stdout.write(json.dumps(asdict(grow(documents, folder))))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]), Path(sys.argv[2])))
