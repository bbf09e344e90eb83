"""How a ledger grows: reading, storing and linking corpora of 1,000, 10,000 and 100,000 documents.

    python -m benchmarks.ledgers [--pin] [--folder FOLDER] [DOCUMENTS …]

The corpora are made by :mod:`benchmarks.chronicle`. Each is measured in a process of its own, with one
process for everything. Twenty documents, spread evenly over the years, are held back and then added one
by one. With --pin the table also takes the place of that in RESULTS.md. With --folder ledgers and figures
are left there, and a size whose figures are there is not measured again. Times are of the processor.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Sequence
from itertools import pairwise
from math import log
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.corpora import ROOT
from benchmarks.readouts import RESULTS, WIDTH

SIZES = (1_000, 10_000, 100_000)


def grown(documents: int, folder: Path) -> dict[str, Any]:
    """Measure one size in a fresh interpreter; figures that lie there already are taken as they are."""
    kept = folder / f"figures-{documents}.json"
    if kept.is_file():
        known: dict[str, Any] = json.loads(kept.read_text("utf-8"))
        return known
    command = [sys.executable, "-m", "benchmarks.growing", str(documents), str(folder)]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    kept.write_text(done.stdout, "utf-8")
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def table(rows: Sequence[dict[str, Any]]) -> Table:
    """Lay out one line a size."""
    found = Table("documents", title="Ledgers of coherent corpora")
    heads = ("read s", "store s", "link s", "all s", "growth", "one more ms", "p95 ms", "slowest ms")
    for head in (*heads, "peak MB", "ledger MB", "joins right", "joins found"):
        found.add_column(head, justify="right")
    for row, growth in zip(rows, ("–", *map(exponent, pairwise(rows))), strict=True):
        ones = sorted(row["one_more"])
        figures = (
            f"{row['read']:.0f}", f"{row['store']:.0f}", f"{row['link']:.0f}", f"{whole(row):.0f}", growth,
            f"{median(ones) * 1000:.0f}", f"{ones[int(len(ones) * 0.95) - 1] * 1000:.0f}",
            f"{ones[-1] * 1000:.0f}", f"{row['peak_megabytes']:.0f}", f"{row['ledger_megabytes']:.0f}",
            f"{row['precision']:.4f}", f"{row['recall']:.4f}",
        )  # fmt: skip
        found.add_row(f"{row['documents']:,}", *figures)
    return found


def whole(row: dict[str, Any]) -> float:
    """Return the seconds of all work on the documents of a size."""
    return float(row["read"] + row["store"] + row["link"])


def exponent(pair: tuple[dict[str, Any], dict[str, Any]]) -> str:
    """Return the power of n with which time grew from one size to the next; n log n beside it."""
    small, large = pair
    n, m = small["documents"], large["documents"]
    found = log(whole(large) / whole(small)) / log(m / n)
    bound = log(m * log(m) / (n * log(n))) / log(m / n)
    return f"n^{found:.2f} (n log n: n^{bound:.2f})"


def pinned(text: str) -> None:
    """Write the table into its block of RESULTS.md."""
    body = "\n".join(line.rstrip() for line in text.strip("\n").splitlines())
    old = RESULTS.read_text("utf-8")
    block = f"```text ledgers\n{body}\n```"
    RESULTS.write_text(re.sub(r"```text ledgers\n.*?```", lambda _: block, old, flags=re.DOTALL), "utf-8")


def main(arguments: Sequence[str]) -> int:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ledgers", description="How a ledger grows.")
    parser.add_argument("sizes", nargs="*", type=int, metavar="DOCUMENTS", default=SIZES)
    parser.add_argument(
        "--folder", type=Path, help="where ledgers and figures are made and left; else they are removed"
    )
    parser.add_argument("--pin", action="store_true", help="write the table into benchmarks/RESULTS.md")
    given = parser.parse_args(arguments)
    if min(given.sizes) < 100:
        parser.error("a corpus has at least 100 documents.")
    with TemporaryDirectory() as own:
        folder = given.folder or Path(own)
        folder.mkdir(parents=True, exist_ok=True)
        rows = [grown(size, folder) for size in sorted(given.sizes)]
    console = Console(width=WIDTH, record=given.pin)
    console.print(table(rows))
    if given.pin:
        pinned(console.export_text())
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
