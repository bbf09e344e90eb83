"""One corpus measured in a process of its own: what a first reading costs, and what the next ones do.

Times are of the processor: what else runs on the machine slows it, but is not counted itself.
"""

from __future__ import annotations

import json
import resource
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from time import process_time

from benchmarks.baseline import statements
from benchmarks.corpora import Corpus, corpora
from benchmarks.tokenizers import words_alone
from regesta.engine.read import read_document
from regesta.reading import read_file

PASSES = 5


@dataclass
class Measured:
    """Seconds unless the name says otherwise; ``stages`` are seconds a pass, hot.

    ``words_alone`` is how many texts a second spaCy's tokenizer cuts, None where it is not installed.
    """

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
    words_alone: float | None


Stages = dict[str, float]


def one_pass(corpus: Corpus) -> tuple[list[float], list[Stages], int]:
    """Read every file of ``corpus``; return the seconds of each, the seconds of its stages, and a count."""
    seconds: list[float] = []
    stages: list[Stages] = []
    found = 0
    for path, source in corpus.files:
        start = process_time()
        page = read_file(path, source)
        read = process_time() - start
        reading = read_document(page, topics=corpus.packs, clock=process_time)
        seconds.append(process_time() - start)
        stages.append({"reading": read, **dict(reading.timings)})
        found += len(reading.records.statements)
    return seconds, stages, found


def fastest_stages(passes: Sequence[Sequence[Stages]]) -> Stages:
    """Return the seconds of each stage over all documents; of each document its fastest pass counts."""
    sums: Stages = defaultdict(float)
    for tries in zip(*passes, strict=True):
        for stage in tries[0]:
            sums[stage] += min(one[stage] for one in tries)
    return dict(sums)


def baseline_pass(corpus: Corpus) -> tuple[float, int]:
    """Run the page of regular expressions over ``corpus``; return its seconds and what it found."""
    start = process_time()
    found = sum(len(list(statements(path.read_text("utf-8", "replace")))) for path, _ in corpus.files)
    return process_time() - start, found


def measure(corpus: Corpus) -> Measured:
    """Measure ``corpus``: the first pass is cold, of the later ones the fastest counts as hot."""
    cold, _, found = one_pass(corpus)
    passes = [one_pass(corpus) for _ in range(PASSES)]
    best = min((seconds for seconds, _, _ in passes), key=sum)
    stages = fastest_stages([stages for _, stages, _ in passes])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    slowest = max(zip(best, (path for path, _ in corpus.files), strict=True))
    base, base_found = min(baseline_pass(corpus) for _ in range(PASSES))
    return Measured(
        corpus.name, len(corpus.files), corpus.size / 1000, cold[0], sum(cold), sum(best),
        (slowest[1].name, slowest[0]), peak, stages, base, found, base_found, words_alone(corpus),
    )  # fmt: skip


def main(index: int, folders: list[str]) -> int:
    """Print the figures of the corpus at ``index`` as JSON."""
    sys.stdout.write(json.dumps(asdict(measure(corpora(folders)[index]))))
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(Path.cwd()))
    raise SystemExit(main(int(sys.argv[1]), sys.argv[2:]))
