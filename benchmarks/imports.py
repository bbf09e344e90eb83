"""What importing costs the processor: each module in a fresh interpreter, less what a bare one takes."""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
from statistics import median

MODULES = ("regesta", "regesta.engine.read", "regesta.cli.main")
TRIES = 9


def seconds(code: str) -> float:
    """Return the median processor time of a fresh interpreter that runs ``code``."""

    def once() -> float:
        start = _of_children()
        subprocess.run([sys.executable, "-c", code], check=True)
        return _of_children() - start

    return median(once() for _ in range(TRIES))


def _of_children() -> float:
    """Return the processor time of all child processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


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
