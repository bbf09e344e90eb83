"""What is taken out of a file of another format than text."""

from __future__ import annotations

from dataclasses import dataclass

from regesta.model.document import Furniture
from regesta.model.span import Span
from regesta.model.way import Unit, Way


@dataclass(frozen=True, slots=True)
class Extract:
    """A text with the way back into its file, and what the file says of itself.

    ``furniture`` are lines that belong to the page; ``notes`` say what of the file is not in the text.
    ``title`` is one that the file's properties name, ``made`` the day (ISO) on which they say it was made.
    """

    text: str
    way: Way | None = None
    furniture: tuple[Furniture, ...] = ()
    notes: tuple[str, ...] = ()
    title: str | None = None
    made: str | None = None


class Sheet:
    """A text as it is written down, with marks where each page or paragraph of the file begins."""

    def __init__(self, unit: Unit) -> None:
        """Count ``unit``."""
        self._unit: Unit = unit
        self._done: list[str] = []
        self._length = 0
        self._marks: list[tuple[int, int]] = []
        self._furniture: list[Furniture] = []

    @property
    def length(self) -> int:
        """How many characters are written."""
        return self._length

    def apart(self, between: str = "\n\n") -> None:
        """Part what follows from what is written; nothing at the beginning."""
        if self._length:
            self._put(between)

    def write(self, words: str, number: int) -> Span:
        """Write words that stand on this page or in this paragraph of the file; return where they stand."""
        if words and (not self._marks or self._marks[-1][1] != number):
            self._marks.append((self._length, number))
        start = self._length
        self._put(words)
        return Span(start, self._length)

    def aside(self, words: str, number: int, rule: str) -> None:
        """Write a line that belongs to the page and not to the document."""
        self._furniture.append(Furniture(self.write(words, number), "boilerplate", rule))

    def cut(self, count: int) -> None:
        """Take the last ``count`` characters away; they must have been written in one go."""
        if count:
            self._done[-1] = self._done[-1][:-count]
            self._length -= count

    @property
    def text(self) -> str:
        """All that is written."""
        return "".join(self._done)

    @property
    def way(self) -> Way:
        """Which characters stand where in the file."""
        return Way(self._unit, tuple(self._marks))

    @property
    def furniture(self) -> tuple[Furniture, ...]:
        """The lines that belong to the page, in order."""
        return tuple(self._furniture)

    def _put(self, words: str) -> None:
        self._done.append(words)
        self._length += len(words)
