"""One corpus measured in a process of its own: what a first reading costs, and what the next ones do."""

from __future__ import annotations

import json
import resource
import sys
from collections import defaultdict
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter

from benchmarks.baseline import statements
from benchmarks.corpora import Corpus, corpora
from regesta.engine.read import read_document
from regesta.reading import read_file

PASSES = 5


@dataclass
class Measured:
    """Seconds unless the name says otherwise; ``stages`` are seconds a pass, hot."""

    corpus: str
    documents: int
    kilobytes: float
    first: float
    cold: float
    hot: float
    slowest: tuple[str, float]
    peak_megabytes: float
    stages: dict[str, float]
    baseline: float
    statements: int
    baseline_statements: int


def one_pass(corpus: Corpus) -> tuple[list[float], dict[str, float], int]:
    """Read every file of ``corpus``; return the seconds of each, the seconds of each stage, and a count."""
    seconds: list[float] = []
    stages: dict[str, float] = defaultdict(float)
    found = 0
    for path, source in corpus.files:
        start = perf_counter()
        page = read_file(path, source)
        stages["reading"] += perf_counter() - start
        reading = read_document(page, topics=corpus.packs)
        seconds.append(perf_counter() - start)
        for stage, taken in reading.timings:
            stages[stage] += taken
        found += len(reading.records.statements)
    return seconds, stages, found


def baseline_pass(corpus: Corpus) -> tuple[float, int]:
    """Run the page of regular expressions over ``corpus``; return its seconds and what it found."""
    start = perf_counter()
    found = sum(len(list(statements(path.read_text("utf-8", "replace")))) for path, _ in corpus.files)
    return perf_counter() - start, found


def measure(corpus: Corpus) -> Measured:
    """Measure ``corpus``: the first pass is cold, of the later ones the fastest counts as hot."""
    cold, _, found = one_pass(corpus)
    passes = [one_pass(corpus) for _ in range(PASSES)]
    best, stages, _ = min(passes, key=lambda one: sum(one[0]))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    slowest = max(zip(best, (path for path, _ in corpus.files), strict=True))
    base, base_found = min(baseline_pass(corpus) for _ in range(PASSES))
    return Measured(
        corpus.name, len(corpus.files), corpus.size / 1000, cold[0], sum(cold), sum(best),
        (slowest[1].name, slowest[0]), peak, dict(stages), base, found, base_found,
    )  # fmt: skip


def main(index: int, folders: list[str]) -> int:
    """Print the figures of the corpus at ``index`` as JSON."""
    sys.stdout.write(json.dumps(asdict(measure(corpora(folders)[index]))))
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(Path.cwd()))
    raise SystemExit(main(int(sys.argv[1]), sys.argv[2:]))
