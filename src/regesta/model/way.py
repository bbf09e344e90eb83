"""The way back from a frozen text into the file that it was taken from: which page, which paragraph."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from regesta.model.span import Span

Unit = Literal["page", "paragraph"]
_CALLED = {"page": "page", "paragraph": "file paragraph"}


@dataclass(frozen=True, slots=True)
class Way:
    """Where the characters of a frozen text stand in its file.

    ``marks`` are pairs of a character and a number of the unit, the first character first: from there to
    the next mark the words stand on that page, or in that paragraph of the file. Numbers begin with 1 and
    may go back, as where the foot of a page is put after a paragraph that runs on to the next page.
    """

    unit: Unit
    marks: tuple[tuple[int, int], ...]

    def numbers(self, span: Span) -> tuple[int, ...]:
        """Return the numbers of the pages or paragraphs that ``span`` touches, each once, in order."""
        first = max(bisect_right(self.marks, span.start, key=lambda mark: mark[0]) - 1, 0)
        last = max(bisect_left(self.marks, span.end, key=lambda mark: mark[0]), first + 1)
        return tuple(sorted({number for _, number in self.marks[first:last]}))

    @property
    def whole(self) -> str:
        """Say which pages or paragraphs the text takes up, for people."""
        return self._told([number for _, number in self.marks])

    def at(self, span: Span) -> str:
        """Say where ``span`` stands, for people: "page 3", "pages 3–4"; "" where no mark says."""
        return self._told(self.numbers(span))

    def _told(self, numbers: Sequence[int]) -> str:
        if not numbers:
            return ""
        called, first, last = _CALLED[self.unit], min(numbers), max(numbers)
        return f"{called} {first}" if first == last else f"{called}s {first}–{last}"
