"""What it costs to export a ledger in every form: seconds of the processor, memory at its highest, size.

    python -m benchmarks.exports LEDGER [--pin] [FORM …]

The ledger, which nobody may have open, is copied; the copy is linked, and its findings are worked out, which
is counted apart. Each form is then written by ``regesta export`` in a process of its own. A form is over the
floor where it takes more than 60 seconds or 500 MB for 10,000 documents (seconds count in proportion to the
documents). With --pin the table also takes the place of that in RESULTS.md. The exit code is 1 where a form
is over.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.corpora import ROOT
from benchmarks.readouts import RESULTS, WIDTH
from regesta import query
from regesta.export import FORMS
from regesta.ledger import Ledger
from regesta.work.checking import keep_findings
from regesta.work.linking import link

SECONDS, MEGABYTES, OF = 60.0, 500.0, 10_000
NOW = "2031-06-01T00:00:00Z"


def prepared(ledger: Path) -> dict[str, Any]:
    """Link a ledger; return what working out its findings took, and how many documents it has."""
    with Ledger.open(ledger) as opened:
        link(opened, now=NOW)
        start = process_time()
        keep_findings(opened, now=NOW)
        found = _figures("(findings, once)", start)
        with query.choice(opened) as choice:
            return found | {"documents": len(choice.ids)}


def written(form: str, ledger: Path, target: Path) -> dict[str, Any]:
    """Write one form as the command does; return what that took in this process, imports included."""
    from regesta.cli.export_options import ExportJob  # noqa: PLC0415  counted where it is used
    from regesta.cli.exporting import export  # noqa: PLC0415
    from regesta.cli.options import Wanted  # noqa: PLC0415

    export(ExportJob(ledger, "records", form, target, None, (), Wanted(), None))
    return _figures(form, 0.0) | {"megabytes": _size(target)}


def _figures(form: str, start: float) -> dict[str, Any]:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"form": form, "seconds": process_time() - start, "peak_megabytes": peak}


def _size(target: Path) -> float:
    files = [target] if target.is_file() else list(target.rglob("*"))
    return sum(file.stat().st_size for file in files) / 1_000_000


def apart(*arguments: str) -> dict[str, Any]:
    """Run this module in a fresh interpreter and return the figures that it prints."""
    command = [sys.executable, "-m", "benchmarks.exports", *arguments]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def over(row: dict[str, Any], documents: int) -> bool:
    """Say whether a form takes more than it may."""
    return bool(row["seconds"] / documents * OF > SECONDS or row["peak_megabytes"] > MEGABYTES)


def table(rows: Sequence[dict[str, Any]], documents: int) -> Table:
    """Lay out one line a form."""
    found = Table("form", title=f"Exports of {documents:,} documents")
    for head in ("seconds", "peak MB", "written MB", f"within {SECONDS:.0f} s and {MEGABYTES:.0f} MB"):
        found.add_column(head, justify="right")
    for row in rows:
        size = f"{row['megabytes']:.1f}" if "megabytes" in row else "–"
        fits = "–" if "megabytes" not in row else "no" if over(row, documents) else "yes"
        found.add_row(row["form"], f"{row['seconds']:.1f}", f"{row['peak_megabytes']:.0f}", size, fits)
    return found


def pinned(text: str) -> None:
    """Write the table into its block of RESULTS.md."""
    body = "\n".join(line.rstrip() for line in text.strip("\n").splitlines())
    old = RESULTS.read_text("utf-8")
    block = f"```text exports\n{body}\n```"
    RESULTS.write_text(re.sub(r"```text exports\n.*?```", lambda _: block, old, flags=re.DOTALL), "utf-8")


def measured(ledger: Path, forms: Sequence[str]) -> tuple[list[dict[str, Any]], int]:
    """Return the figures of the preparation and of each form, and how many documents the ledger has."""
    with TemporaryDirectory() as own:
        copy = Path(own) / "ledger.db"
        shutil.copyfile(ledger, copy)
        first = apart("--prepare", str(copy))
        rows = [apart("--write", form, str(copy), str(Path(own) / f"out-{form}")) for form in forms]
    return [first, *rows], first["documents"]


def main(arguments: Sequence[str]) -> int:
    """Measure and print the table."""
    if arguments[:1] == ["--prepare"]:
        print(json.dumps(prepared(Path(arguments[1]))))
        return 0
    if arguments[:1] == ["--write"]:
        print(json.dumps(written(arguments[1], Path(arguments[2]), Path(arguments[3]))))
        return 0
    parser = argparse.ArgumentParser(prog="python -m benchmarks.exports", description=__doc__)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("forms", nargs="*", metavar="FORM", default=[*FORMS])
    parser.add_argument("--pin", action="store_true", help="write the table into benchmarks/RESULTS.md")
    given = parser.parse_args(arguments)
    rows, documents = measured(given.ledger, given.forms)
    console = Console(width=WIDTH, record=given.pin)
    console.print(table(rows, documents))
    if given.pin:
        pinned(console.export_text())
    return int(any(over(row, documents) for row in rows[1:]))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
