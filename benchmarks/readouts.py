"""Documents per second and peak memory, stage by stage, cold and hot.

    python -m benchmarks.readouts [--pin] [FOLDER …]

With --pin the tables also take the place of those in RESULTS.md. Each corpus is read in a process
of its own: once cold, then five times hot, the fastest counting. Without a folder: the samples, and
the real texts where they lie beside the project. Where spaCy is installed its bare tokenizer, which cuts
words and nothing else, is run over the same texts.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.corpora import ROOT, given_corpora, options
from benchmarks.imports import import_times

WIDTH = 150
RESULTS = ROOT / "benchmarks" / "RESULTS.md"


def pinned(tables: str) -> None:
    """Write ``tables`` into the one block of text in RESULTS.md."""
    body = "\n".join(line.rstrip() for line in tables.strip("\n").splitlines())
    old = RESULTS.read_text("utf-8")
    RESULTS.write_text(
        re.sub(r"```text\n.*?```", lambda _: f"```text\n{body}\n```", old, flags=re.DOTALL), "utf-8"
    )


def measured(index: int, folders: list[str]) -> dict[str, Any]:
    """Run :mod:`benchmarks.measure` for one corpus in a fresh interpreter."""
    command = [sys.executable, "-m", "benchmarks.measure", str(index), *folders]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def speeds(rows: list[dict[str, Any]]) -> Table:
    """Lay out one line a corpus."""
    table = Table("corpus", title="Reading")
    heads = ("documents", "kB", "docs/s hot", "docs/s cold", "first doc ms", "slowest hot ms", "peak MB")
    for head in (*heads, "found", "regex docs/s", "regex found", "spaCy words docs/s"):
        table.add_column(head, justify="right")
    for row in rows:
        count = row["documents"]
        figures = (
            f"{count}", f"{row['kilobytes']:.0f}", f"{count / row['hot']:.0f}", f"{count / row['cold']:.0f}",
            f"{row['first'] * 1000:.0f}", f"{row['slowest'][1] * 1000:.0f}", f"{row['peak_megabytes']:.0f}",
            f"{row['statements']}", f"{count / row['baseline']:.0f}", f"{row['baseline_statements']}",
            "not installed" if row["words_alone"] is None else f"{row['words_alone']:.0f}",
        )  # fmt: skip
        table.add_row(row["corpus"], *figures)
    return table


def stages(rows: list[dict[str, Any]]) -> Table:
    """Lay out the milliseconds a document that each stage takes, hot."""
    table = Table("stage", title="Milliseconds a document, hot")
    for row in rows:
        table.add_column(row["corpus"], justify="right")
    for name in dict.fromkeys(name for row in rows for name in row["stages"]):
        table.add_row(name, *(f"{row['stages'].get(name, 0) / row['documents'] * 1000:.2f}" for row in rows))
    return table


def main(arguments: Sequence[str]) -> int:
    """Measure and print the tables."""
    parser = options("readouts", "Documents a second, memory and stages, cold and hot.")
    parser.add_argument("--pin", action="store_true", help="write the tables into benchmarks/RESULTS.md")
    given = parser.parse_args(arguments)
    console = Console(width=WIDTH, record=given.pin)
    rows = [measured(index, given.folders) for index in range(len(given_corpora(parser, given.folders)))]
    console.print(speeds(rows), stages(rows), sep="\n")
    table = Table("import", title="Milliseconds above a bare interpreter, median of 9")
    table.add_column("ms", justify="right")
    for name, seconds in import_times().items():
        table.add_row(name, f"{seconds * 1000:.0f}")
    console.print(table)
    if given.pin:
        pinned(console.export_text())
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
