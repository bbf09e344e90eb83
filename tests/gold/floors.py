"""The floors under the reader's quality: read, compared, and moved, only ever up.

    python -m tests.gold.floors

prints what is measured now and raises the floors in ``floors.toml`` that lie more than the margin
below it; none is ever lowered. The mistakes that remain are written to ``mistakes.txt``, so that a
failing test can say which ones are new; while a measure lies under its floor they stay as they are, and
the command says which measure that is and ends with 1.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterable, Iterator
from math import floor
from pathlib import Path
from typing import NamedTuple

from regesta.quality import Mistake, Score, Tally, in_order
from tests.gold.documents import ALL, HERE, scores

FILE = HERE / "floors.toml"
KNOWN = HERE / "mistakes.txt"
MARGIN = 0.02
EXACT = ("quotes",)
BY_PUBLISHER = ("statements found", "statements strict", "meetings found", "main fields", "commitments found")

Floors = dict[str, dict[str, dict[str, float]]]


class Fallen(NamedTuple):
    """A measure that lies under its floor."""

    where: str
    measure: str
    side: str
    value: float
    floor: float


def pinned() -> Floors:
    """The floors as they are pinned: by publisher (or ``all``), measure, and precision or recall."""
    return tomllib.loads(FILE.read_text("utf-8")) if FILE.exists() else {}


def measured() -> Iterator[tuple[str, str, str, float]]:
    """What is held by floors, as it is now: where, measure, precision or recall, value."""
    for where, score in scores().items():
        for measure, tally in _held(where, score):
            yield where, measure, "precision", tally.precision
            yield where, measure, "recall", tally.recall


def _held(where: str, score: Score) -> Iterator[tuple[str, Tally]]:
    """The measures that are held: all of the whole gold, a few of each publisher."""
    if where == ALL:
        yield from in_order(score, single=False)
    else:
        yield from ((measure, score.tallies.get(measure, Tally())) for measure in BY_PUBLISHER)


def fallen(where: str) -> list[Fallen]:
    """The measures of one publisher (or ``all``) that lie under their floors or have none."""
    floors = pinned().get(where, {})
    found = [(measure, side, value) for at, measure, side, value in measured() if at == where]
    return [
        Fallen(where, measure, side, value, under)
        for measure, side, value in found
        if value < (under := floors.get(measure, {}).get(side, 2.0))
    ]


def difference(score: Score) -> str:
    """What is lost (-) and mended (+) since the floors were last moved, a line each."""
    before, now = set(known()), {line(mistake) for mistake in score.mistakes}
    files = {mistake.file for mistake in score.mistakes}
    mended = {one for one in before - now if one.split(" | ")[1] in files}
    return "\n".join([*(f"- {one}" for one in sorted(now - before)), *(f"+ {one}" for one in sorted(mended))])


def known() -> list[str]:
    """The mistakes that were there when the floors were last moved."""
    return KNOWN.read_text("utf-8").splitlines() if KNOWN.exists() else []


def line(mistake: Mistake) -> str:
    """One mistake as a line."""
    return " | ".join((mistake.measure, mistake.file, mistake.error, mistake.asked or mistake.found or ""))


def raised(floors: Floors) -> Floors:
    """The floors moved up to a margin below what is measured now, where they lie lower."""
    new: Floors = {}
    for where, measure, side, value in measured():
        old = floors.get(where, {}).get(measure, {}).get(side, 0.0)
        under = value if measure in EXACT else floor((value - MARGIN) * 1000) / 1000
        new.setdefault(where, {}).setdefault(measure, {})[side] = max(old, under, 0.0)
    return new


def written(floors: Floors) -> str:
    """The floors as TOML, after the comment that the file begins with."""
    lines = [comment for comment in FILE.read_text("utf-8").splitlines() if comment.startswith("#")]
    for where, measures in floors.items():
        lines += ["", f'["{where}"]']
        for measure, sides in measures.items():
            lines.append(
                f'"{measure}" = {{precision = {sides["precision"]:.3f}, recall = {sides["recall"]:.3f}}}'
            )
    return "\n".join(lines) + "\n"


def write(path: Path, lines: Iterable[str]) -> None:
    """Write lines of text."""
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> int:
    """Print the figures, raise the floors, note the mistakes that remain; 1 where a floor does not hold."""
    for measure, tally in in_order(scores()[ALL], single=False):
        counts = f"{tally.hits}/{tally.asked}/{tally.given}"
        sys.stdout.write(f"{measure:24} {tally.precision:.3f} {tally.recall:.3f}  {counts}\n")
    low = [one for where in pinned() for one in fallen(where)]
    FILE.write_text(written(raised(pinned())), encoding="utf-8")
    if low:
        sys.stdout.writelines(f"under its floor: {' '.join(map(str, one))}\n" for one in low)
        return 1
    write(KNOWN, sorted(line(mistake) for mistake in scores()[ALL].mistakes))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
