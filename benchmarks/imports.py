"""What importing costs: each module in a fresh interpreter, less what a bare interpreter takes."""

from __future__ import annotations

import argparse
import subprocess
import sys
from statistics import median
from time import perf_counter

MODULES = ("regesta", "regesta.engine.read", "regesta.cli.main")
TRIES = 9


def seconds(code: str) -> float:
    """Return the median time of a fresh interpreter that runs ``code``."""

    def once() -> float:
        start = perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        return perf_counter() - start

    return median(once() for _ in range(TRIES))


def import_times() -> dict[str, float]:
    """Return the seconds that each of the package's front doors takes to import."""
    bare = seconds("pass")
    return {name: seconds(f"import {name}") - bare for name in MODULES}


if __name__ == "__main__":
    argparse.ArgumentParser(
        prog="python -m benchmarks.imports", description="What imports cost."
    ).parse_args()
    for module, taken in import_times().items():
        sys.stdout.write(f"{module:24s} {taken * 1000:6.0f} ms\n")
