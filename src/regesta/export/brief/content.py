"""What a brief is made of: sections of lines, each with the words that it rests on. No file format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from regesta.model.finding import Place
from regesta.query.standing import Source

Voice = Literal["own", "lead", "quote", "mark", "command"]
"""Whose words a piece is, or what it is for: ours, ours in front of a line, a publisher's, a remark on how
sure something is, a command to type."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a line in one voice, with the blanks that part them from what stands before."""

    text: str
    voice: Voice = "own"


@dataclass(frozen=True, slots=True)
class Rest:
    """Words on which a line rests. ``shown`` says that they stand in the line, so that its note need not
    repeat them."""

    place: Place
    shown: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line, or one paragraph of a cell. ``rests`` is empty only where it states nothing of the world:
    what was looked through, counted and left out."""

    pieces: tuple[Piece, ...]
    rests: tuple[Rest, ...] = ()

    @property
    def text(self) -> str:
        """The words of the line."""
        return "".join(piece.text for piece in self.pieces)


Cell = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, the heads of its columns, how wide they are of a hundred, its rows."""

    name: str
    heads: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Items:
    """Lines one under another."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A section: what is said of it at its head, its tables and lines, and what was left out of it."""

    id: str
    title: str
    body: tuple[Table | Items, ...]
    head: tuple[Line, ...] = ()
    cut: tuple[Line, ...] = ()

    @property
    def facts(self) -> Iterator[tuple[Line, ...]]:
        """The statements of fact: each item, and each row of a table with all its lines."""
        for part in self.body:
            if isinstance(part, Items):
                yield from ((line,) for line in part.lines)
            else:
                yield from (tuple(line for cell in row for line in cell) for row in part.rows)

    @property
    def lines(self) -> Iterator[Line]:
        """All lines in the order in which they are read."""
        yield from self.head
        for fact in self.facts:
            yield from fact
        yield from self.cut


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief on two states. ``sides`` are their codes in order, ``as_of`` its day, None where none is known.

    ``title`` and ``subtitle`` stand above it, ``head`` says what it was made from. ``sources`` cites every
    place on which a line rests.
    """

    sides: tuple[str, str]
    as_of: str | None
    title: str
    subtitle: str
    head: tuple[Line, ...]
    sections: tuple[Section, ...]
    sources: Mapping[Place, Source]

    @property
    def lines(self) -> Iterator[Line]:
        """All lines in the order in which they are read."""
        yield from self.head
        for section in self.sections:
            yield from section.lines
