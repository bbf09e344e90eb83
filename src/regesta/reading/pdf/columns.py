"""In which order the lines of a page are read: columns one after the other, else from top to bottom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from regesta.reading.pdf.lines import Line

_FEWEST = 4
_PROSE = 20
_DEPTH = 2
_TRIED = 20
_CLOSE = 2.0
_FOLLOWS = 2.2


@dataclass(frozen=True, slots=True)
class Column:
    """Lines that are read one after the other, from the top down, between two edges."""

    lines: tuple[Line, ...]

    @property
    def left(self) -> float:
        """Where most of the lines begin: the leftmost place at which two or more do."""
        starts = sorted(line.x for line in self.lines)
        pairs = (one for one, other in pairwise(starts) if other - one < 1.0)
        return next(pairs, starts[0])

    @property
    def right(self) -> float:
        """About where the longest line ends."""
        return max(line.right for line in self.lines)


def columns(lines: Sequence[Line]) -> list[Column]:
    """Return the columns of a page in the order in which they are read.

    Where a gap runs down between lines of prose, those on its left are read before those on its right, as
    far as no line crosses it. Cells of a table stay in their rows. Lines that are not upright come last.
    """
    upright = [line for line in lines if line.upright]
    aside = tuple(line for line in lines if not line.upright)
    found = [Column(tuple(part)) for part in _parts(upright, _DEPTH) if part]
    return [*found, *([Column(aside)] if aside else [])]


def _parts(lines: Sequence[Line], depth: int) -> Iterator[list[Line]]:
    gutter = _gutter(lines) if depth else None
    if gutter is None:
        yield _rows(lines)
        return
    edge = max(line.right for line in lines)
    band: list[Line] = []
    for line in sorted(lines, key=lambda line: (-line.y, line.x)):
        if _side(line, gutter, edge) == 0:
            yield from _band(band, gutter, depth)
            yield [line]
            band = []
        else:
            band.append(line)
    yield from _band(band, gutter, depth)


def _band(band: Sequence[Line], gutter: float, depth: int) -> Iterator[list[Line]]:
    """Yield what stands above the right column, the left one, the right one, and what stands below both."""
    right = [line for line in band if line.x >= gutter - _CLOSE]
    if not right:
        yield from ([_rows(band)] if band else [])
        return
    left = [line for line in band if line.x < gutter - _CLOSE]
    top, bottom = right[0].y + right[0].size, right[-1].y - right[-1].size
    above = [line for line in left if line.y > top]
    beside = [line for line in left if bottom <= line.y <= top]
    below = [line for line in left if line.y < bottom]
    count = _run_on(beside[-1:], below)
    for part in (above, [*beside, *below[:count]], right, below[count:]):
        if part:
            yield from _parts(part, depth - 1)


def _run_on(last: list[Line], below: Sequence[Line]) -> int:
    """Return how many lines below the right column belong to the left one: they follow closely, alone."""
    for index, line in enumerate(below):
        follows = last and last[-1].y - line.y < _FOLLOWS * line.size
        alone = index + 1 == len(below) or not line.beside(below[index + 1])
        if not (follows and alone):
            return index
        last = [line]
    return len(below)


def _side(line: Line, gutter: float, edge: float) -> int:
    """Say whether a line stands left (-1) or right (1) of the gutter, or crosses it (0)."""
    if line.x >= gutter - _CLOSE:
        return 1
    return 0 if line.right > gutter + 0.25 * (edge - gutter) else -1


def _gutter(lines: Sequence[Line]) -> float | None:
    """Return where the right one of two columns of prose begins: where most lines do, of such places."""
    if len(lines) < 2 * _FEWEST:
        return None
    left, edge = min(line.x for line in lines), max(line.right for line in lines)
    starts = Counter(round(line.x) for line in lines if line.x > left + 0.25 * (edge - left))
    often = [start - 1.0 for start, count in starts.most_common(_TRIED) if count >= _FEWEST - 1]
    return next((start for start in often if _divides(lines, start, edge)), None)


def _divides(lines: Sequence[Line], gutter: float, edge: float) -> bool:
    """Say whether prose begins at the gutter, and prose stands beside it on the left."""
    right = [line for line in lines if gutter - _CLOSE <= line.x < gutter + 4.0 * line.size]
    if len(right) < _FEWEST or not _is_prose(right):
        return False
    low, high = min(line.y for line in right) - 1.0, max(line.y for line in right) + 1.0
    left = [line for line in lines if low <= line.y <= high and _side(line, gutter, edge) < 0]
    return len(left) >= _FEWEST and _is_prose(left)


def _is_prose(lines: Sequence[Line]) -> bool:
    return sum(len(line.text) for line in lines) >= _PROSE * len(lines)


def _rows(lines: Sequence[Line]) -> list[Line]:
    """Order lines from the top down; the cells of a table's row become one line with bars between."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (-line.y, line.x)):
        if rows and line.beside(rows[-1][0]):
            rows[-1].append(line)
        else:
            rows.append([line])
    for row in rows:
        row.sort(key=lambda line: line.x)
    return [line for index, row in enumerate(rows) for line in _row(row, _is_table(rows, index))]


def _is_table(rows: Sequence[list[Line]], index: int) -> bool:
    """Say whether a row has cells that begin where those of the row above or below do."""
    near = [rows[at] for at in (index - 1, index + 1) if 0 <= at < len(rows)]
    starts = {round(line.x) for row in near for line in row[1:]}
    return any(round(line.x) + by in starts for line in rows[index][1:] for by in (-1, 0, 1))


def _row(row: list[Line], table: bool) -> list[Line]:
    if not table:
        return row
    return [replace(row[0], text=" | ".join(line.text for line in row))]
