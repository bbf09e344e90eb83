"""How long the pages of the reading room take on large ledgers.

    python -m benchmarks.rooms [--pin] [--topics FILE] LEDGER…

Each LEDGER is opened as it is and brought up to date: give a copy. `python -m benchmarks.ledgers --folder
FOLDER` makes some. Every page is asked for at addresses spread over what stands in the ledger, each a few
times. Times are of the processor, in the server: from the request to the last byte of the answer, without
the network. With --pin the table also takes the place of that in RESULTS.md.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import process_time

from rich.console import Console
from rich.table import Table
from starlette.testclient import TestClient

from benchmarks.readouts import RESULTS, WIDTH
from benchmarks.room_addresses import addresses
from regesta.model.finding import RegestaError
from regesta.web.app import create_app
from regesta.web.desk import Settings

NOW = "2031-06-01T00:00:00Z"
TRIES = 4
"""How often each address is asked at least, and"""
ANSWERS = 20
"""how many answers there are at least of each page."""
LARGE = 50_000
"""From how many documents on a ledger is held to the second target."""

_EVERYDAY, _SEARCH, _SLOWEST = 150, 200, 500


@dataclass(frozen=True)
class Timed:
    """A page: milliseconds of each answer, the slowest address, the bytes of the largest answer."""

    path: str
    milliseconds: tuple[float, ...]
    slowest: str
    bytes: int

    @property
    def p95(self) -> float:
        """The time that 95 of 100 answers keep to."""
        ordered = sorted(self.milliseconds)
        return ordered[min(int(len(ordered) * 0.95), len(ordered) - 1)]

    def target(self, documents: int) -> tuple[str, bool]:
        """Say what is asked of the page on a ledger of this size, and whether it keeps to it."""
        if documents >= LARGE:
            return f"all < {_SLOWEST}", max(self.milliseconds) < _SLOWEST
        most = _SEARCH if self.path == "/search" else _EVERYDAY
        return f"p95 < {most}", self.p95 < most


def timed(client: TestClient, path: str, asked: Sequence[str]) -> Timed:
    """Ask for a page at each address; raise :class:`RegestaError` for an answer that is no page."""
    times: list[float] = []
    slowest, longest, size = 0.0, asked[0], 0
    for address in asked:
        for _ in range(max(TRIES, -(-ANSWERS // len(asked)))):
            start = process_time()
            answer = client.get(address)
            taken = (process_time() - start) * 1000
            if answer.status_code != 200:
                raise RegestaError(f"{address}: answered with {answer.status_code}; look at the page.")
            times.append(taken)
            size = max(size, len(answer.content))
            if taken > slowest:
                slowest, longest = taken, address
    return Timed(path, tuple(times), longest, size)


def table(documents: int, found: Sequence[Timed]) -> Table:
    """Lay out one line a page."""
    made = Table("page", title=f"The reading room over {documents:,} documents")
    for head in ("asked", "median ms", "p95 ms", "slowest ms", "kB", "target", "kept"):
        made.add_column(head, justify="right")
    made.add_column("slowest address", overflow="ellipsis", no_wrap=True)
    for one in found:
        target, kept = one.target(documents)
        made.add_row(
            one.path, str(len(one.milliseconds)), f"{median(one.milliseconds):.0f}", f"{one.p95:.0f}",
            f"{max(one.milliseconds):.0f}", f"{one.bytes / 1000:.0f}", target, "yes" if kept else "NO",
            one.slowest,
        )  # fmt: skip
    return made


def measured(ledger: Path, topics: tuple[Path, ...]) -> Table:
    """Open the room over a ledger and ask for every page of which it has something."""
    app = create_app(Settings(ledger, lambda: NOW, topics=topics))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        app.state.keeper.idle.wait()  # what it works on behind the pages belongs to none of them
        spread = addresses(ledger)
        client.get("/search?q=warm")
        found = [timed(client, path, asked) for path, asked in sorted(spread.items()) if asked]
        with app.state.ledger.engine.connect() as connection:
            count = int(connection.exec_driver_sql("SELECT count(*) FROM documents").scalar_one())
    return table(count, found)


def pinned(text: str) -> None:
    """Write the tables into their block of RESULTS.md."""
    body = "\n".join(line.rstrip() for line in text.strip("\n").splitlines())
    old = RESULTS.read_text("utf-8")
    block = f"```text rooms\n{body}\n```"
    RESULTS.write_text(re.sub(r"```text rooms\n.*?```", lambda _: block, old, flags=re.DOTALL), "utf-8")


def main(arguments: Sequence[str]) -> int:
    """Measure and print the tables."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.rooms", description="How long the pages of the reading room take."
    )
    parser.add_argument("ledgers", nargs="+", type=Path, metavar="LEDGER", help="a copy of a ledger")
    parser.add_argument(
        "--topics", action="append", type=Path, default=[], help="a pack with names of topics"
    )
    parser.add_argument("--pin", action="store_true", help="write the tables into benchmarks/RESULTS.md")
    given = parser.parse_args(arguments)
    console = Console(width=WIDTH, record=given.pin)
    for ledger in given.ledgers:
        if not ledger.is_file():
            parser.error(
                f"there is no ledger at {ledger}; `python -m benchmarks.ledgers --folder FOLDER` makes some."
            )
        console.print(measured(ledger, tuple(given.topics)))
    if given.pin:
        pinned(console.export_text())
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
