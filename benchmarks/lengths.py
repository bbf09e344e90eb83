"""Whether time grows in proportion to length: documents of 1, 10, 100 and 1,000 kB.

    python -m benchmarks.lengths [FOLDER]

An invented document is a row of readouts, each with its own heading, two ministers of its own, a date, a
place and numbers, so that a longer document also has more people, meetings and undertakings. With a folder
its texts are laid end to end instead, as far as they reach. Times are of the processor, the best of a few.
"""

from __future__ import annotations

import argparse
import resource
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random
from time import process_time
from typing import NamedTuple

from regesta.engine.read import read_document
from regesta.model.document import Source
from regesta.reading import read_bytes

KILOBYTES = (1, 10, 100, 1000)
TRIES = {1: 20, 10: 5, 100: 2, 1000: 1}
SOURCE = Source(publisher="Ministry of Foreign Affairs of Arvania", country="XA", published="2033-12-30")
_MONTHS = ("January", "March", "April", "May", "June", "August", "September", "November")
_PORTFOLIOS = ("Foreign Affairs", "Transport", "Justice", "Energy", "Fisheries", "Health", "Trade")
_SYLLABLES = ("ba", "bel", "cor", "da", "dre", "fen", "gal", "hal", "is", "jo", "kar", "lin", "mor", "nev",
              "or", "pel", "qua", "ros", "sel", "tan", "ul", "var", "wen", "yor", "zim")  # fmt: skip
_SECTION = """
{number}. {subject} talks with {state}

On {day} {month} {year}, Minister of {portfolio} {one} of Arvania met Minister of {portfolio} {two} of
{state} in {place} for {minutes} minutes. This was their {ordinal} meeting. {one} stressed the importance
of {thing} and urged {state} to open line number {number}. In response, Minister {family} said that list
{number} would be handed over by the end of {later}. The two ministers agreed to:
• hold consultations on {thing} in {place} in {later} {year}
• set up a working group of {minutes} experts on line {number}
Both sides welcomed the work done since {month}, with {state} noting its own efforts. He also expressed
concern about ship number {number}, which had been held in {place} for {day} weeks. Minister {own} invited
Minister {family} to visit Arvania in {later}. The ministers exchanged views on {thing} and on the
{number}th report.
"""
_THINGS = ("the ferry line", "visa-free travel", "fishing quotas", "gas supplies", "customs data",
           "the peace treaty", "student exchanges", "the border crossing", "search and rescue")  # fmt: skip
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "ninth")


class Measured(NamedTuple):
    """A document of so many kilobytes and the seconds it takes."""

    kilobytes: float
    seconds: float
    records: int

    @property
    def milliseconds_a_kilobyte(self) -> float:
        """What stays the same where time grows in proportion."""
        return self.seconds * 1000 / self.kilobytes


def invented(size: int) -> str:
    """Return a document of about ``size`` characters; the same size gives the same text."""
    chance, parts, length = Random(1), ["Talks of the Ministry of Foreign Affairs of Arvania\n"], 0
    while length < size:
        parts.append(_section(chance, len(parts)))
        length += len(parts[-1])
    return "".join(parts)[:size]


def _section(chance: Random, number: int) -> str:
    own, family = _name(chance, 3), _name(chance, 3)
    return _SECTION.format(
        number=number, subject=chance.choice(_PORTFOLIOS),
        state=chance.choice(("Brevonia", "Japan", "Norway")),
        day=chance.randint(1, 28), month=chance.choice(_MONTHS), year=2031 + number % 3,
        portfolio=chance.choice(_PORTFOLIOS),
        one=f"{_name(chance, 2)} {own}", two=f"{_name(chance, 2)} {family}",
        place=_name(chance, 3), minutes=5 * chance.randint(4, 30), ordinal=chance.choice(_ORDINALS),
        thing=chance.choice(_THINGS), family=family, own=own, later=chance.choice(_MONTHS),
    )  # fmt: skip


def _name(chance: Random, syllables: int) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(syllables)).capitalize()


def laid_end_to_end(folder: Path, size: int) -> str:
    """Return the texts of ``folder`` one after another, cut at ``size`` characters."""
    text = "\n\n".join(file.read_text("utf-8", "replace") for file in sorted(folder.rglob("*.txt")))
    return text[:size]


def measured(text: str, tries: int) -> Measured:
    """Read ``text`` some times; the quickest counts."""
    best, records = float("inf"), 0
    for _ in range(tries):
        start = process_time()
        found = read_document(read_bytes(text.encode(), "long.txt", SOURCE)).records
        best = min(best, process_time() - start)
        records = len(found.meetings) + len(found.statements) + len(found.commitments)
    return Measured(len(text) / 1000, best, records)


def rows(folder: Path | None, sizes: Sequence[int] = KILOBYTES) -> list[Measured]:
    """Measure a document of each size in kilobytes, the first one twice: it compiles the rules."""
    texts = [laid_end_to_end(folder, kb * 1000) if folder else invented(kb * 1000) for kb in sizes]
    measured(texts[0], 1)
    return [measured(text, TRIES.get(kb, 1)) for kb, text in zip(sizes, texts, strict=True)]


def main(arguments: Sequence[str]) -> int:
    """Print one line a size, and the peak of memory."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.lengths", description="Time beside length.")
    parser.add_argument(
        "folder",
        nargs="?",
        type=Path,
        metavar="FOLDER",
        help="texts to lay end to end; without it, invented ones",
    )
    folder: Path | None = parser.parse_args(arguments).folder
    if folder is not None and not any(folder.rglob("*.txt")):
        parser.error(f"{folder}: no text lies here; name a folder with .txt files.")
    for row in rows(folder):
        sys.stdout.write(
            f"{row.kilobytes:8.1f} kB  {row.seconds * 1000:9.1f} ms  {row.milliseconds_a_kilobyte:6.2f} ms/kB"
            f"  {row.records:6} records\n"
        )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"peak {peak:.0f} MB\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
