"""Read texts made by chance and hold every reading against what must be true of all.

    python -m benchmarks.fuzz [--minutes N] [--seed S] [--corpus DIR …] [--state FILE] [--guided]

Texts are the project's own samples and those of --corpus, changed and spliced, and new ones made of the
words of the rule files. Held: no exception; every span inside the text; every quote its text; every
sentence accounted for; dates that are dates; the same records twice; no text that takes more than ten
times the time of ordinary texts of its size. Executions, processor time and failures add up in FILE over
all runs; a failing text is made smaller and written beside it. --guided lets atheris (the extra "fuzz")
keep the texts that reach new code; without it those are kept that give new kinds of records. Ends with 1
where FILE holds a fault.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OWN = (ROOT / "samples", ROOT / "tests" / "gold" / "texts")


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz", description="Texts made by chance.")
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--corpus", type=Path, nargs="*", default=[], help="further folders of texts")
    parser.add_argument("--state", type=Path, default=ROOT / "benchmarks" / "pinned" / "fuzz.json")
    parser.add_argument("--guided", action="store_true", help="by coverage, with atheris")
    return parser


def main(arguments: Sequence[str]) -> int:
    """Run and print the sums; see the head of the module."""
    given = _options().parse_args(arguments)
    folders = (*OWN, *given.corpus)
    if given.guided:
        import atheris  # noqa: PLC0415  an optional extra

        with atheris.instrument_imports(include=["regesta"]):
            from benchmarks.fuzz import guided, run  # noqa: PLC0415  the reader must be imported here

        guided.guided(
            run.Run(run.Plan(given.minutes, given.seed, run.ordinary(folders), given.state)), atheris
        )
    from benchmarks.fuzz import run  # noqa: PLC0415  not before atheris had its turn

    state = run.Run(run.Plan(given.minutes, given.seed, run.ordinary(folders), given.state)).all()
    sys.stdout.write(state.figures())
    return int(bool(state.faults))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
