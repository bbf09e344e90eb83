"""The lines of a printed page, each with its place, its size and its face."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from regesta.rules.printed import printed_rules

_NARROW, _WIDE = frozenset("iljtfI.,;:'’!|()[]-rJ "), frozenset("mwMW—@%")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_FIGURES = re.compile(r"\d{1,3}")
_SMALLER = 0.85
_APART = 2.5
"""How many times its size a gap in a line may be wide; beyond it the line is two."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or a part of one where a wide gap cuts it.

    ``x`` and ``y`` are where its first letter stands, in points from the lower left corner of the upright
    page; ``size`` is that of its letters, which are all of one width where it is ``even``. A line that does
    not run from left to right is not ``upright``.
    """

    text: str
    page: int
    x: float
    y: float
    size: float
    bold: bool
    upright: bool = True
    even: bool = False

    @property
    def right(self) -> float:
        """About where the line ends; a PDF says only where it begins."""
        return self.x + (0.6 * len(self.text) if self.even else width(self.text)) * self.size

    def beside(self, other: Line) -> bool:
        """Say whether both stand on one line of the page."""
        return self.page == other.page and abs(self.y - other.y) < 0.4 * max(self.size, other.size)


def width(text: str) -> float:
    """Return about how wide ``text`` is, in sizes of its letters."""
    return sum(0.3 if c in _NARROW else 0.85 if c in _WIDE else 0.65 if c.isupper() else 0.52 for c in text)


def clean(text: str) -> str:
    """Return letters alone: ligatures in two, signs of symbol fonts as what they show, no controls."""
    bullets = printed_rules().bullets
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return _CONTROLS.sub("", "".join(_LIGATURES.get(c) or bullets.get(c, c) for c in whole))


def lines(pieces: Iterable[Line]) -> list[Line]:
    """Put pieces, in the order in which they were printed, together to lines without blanks around them."""
    found = (replace(line, text=" ".join(line.text.split())) for line in _joined(pieces))
    return [line for line in found if line.text]


def _joined(pieces: Iterable[Line]) -> Iterator[Line]:
    line: Line | None = None
    for piece in pieces:
        if line is not None and _goes_on(line, piece):
            line = _with(line, piece)
            continue
        if line is not None:
            yield line
        line = piece if piece.text.strip() else None
    if line is not None:
        yield line


def _with(line: Line, piece: Line) -> Line:
    """Add a piece to a line; figures that are raised, as those of notes are, are put in brackets."""
    text = piece.text
    if _is_raised(line, piece) and _FIGURES.fullmatch(text.strip()) and line.text[-1:].strip():
        text = f"[{text.strip()}]"
    larger = max(line, piece, key=lambda one: one.size)
    return replace(line, text=line.text + text, size=larger.size, y=larger.y, bold=line.bold and piece.bold)


def _is_raised(line: Line, piece: Line) -> bool:
    return piece.size <= _SMALLER * line.size and 0.15 * line.size < piece.y - line.y < 0.7 * line.size


def _goes_on(line: Line, piece: Line) -> bool:
    """Say whether a piece belongs to the line: beside it or raised, not before it, without a wide gap."""
    beside = line.beside(piece) or (line.page == piece.page and _is_raised(line, piece))
    gap = piece.x - line.right
    tolerance = 0.25 * (line.right - line.x)
    near = -tolerance - line.size < gap < _APART * line.size + 0.08 * (line.right - line.x)
    return line.upright == piece.upright and beside and near
