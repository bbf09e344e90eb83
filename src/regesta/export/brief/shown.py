"""A brief as pages show it: lines with the numbers of their notes, notes with the ways back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from regesta.export.brief.content import Brief, Items, Line, Section, Table
from regesta.export.brief.notes import Note, Notes, notes


@dataclass(frozen=True, slots=True)
class Shown:
    """A line with the number of its note, None where it has none, and the anchor to come back to."""

    line: Line
    note: int | None
    anchor: str


Row = tuple[tuple[Shown, ...], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A table with its rows of cells, or lines where ``table`` is None."""

    table: Table | None
    rows: tuple[Row, ...] | tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A section with its lines."""

    section: Section
    head: tuple[Shown, ...]
    body: tuple[Part, ...]
    cut: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class ShownNote:
    """A note with the anchors of the lines that it belongs to."""

    note: Note
    backs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownBrief:
    """A brief with its lines and notes in the order in which they are read."""

    brief: Brief
    head: tuple[Shown, ...]
    sections: tuple[ShownSection, ...]
    notes: tuple[ShownNote, ...]


def shown(brief: Brief) -> ShownBrief:
    """Return a brief with its lines numbered by their notes."""
    told = notes(brief)
    number = _Numberer(told)
    head = number.lines(brief.head)
    sections = tuple(number.section(section) for section in brief.sections)
    backs = number.anchors
    return ShownBrief(
        brief, head, sections, tuple(ShownNote(note, tuple(backs[note.number])) for note in told.notes)
    )


class _Numberer:
    """Gives lines their notes in the order in which they are read."""

    def __init__(self, told: Notes) -> None:
        self._told = told
        self._at = 0
        self.anchors: dict[int, list[str]] = {note.number: [] for note in told.notes}

    def section(self, section: Section) -> ShownSection:
        """Return a section, whose lines are the next ones."""
        head = self.lines(section.head)
        body = tuple(self._part(part) for part in section.body)
        return ShownSection(section, head, body, self.lines(section.cut))

    def lines(self, some: Iterable[Line]) -> tuple[Shown, ...]:
        """Return the next lines."""
        return tuple(self._line(one) for one in some)

    def _line(self, one: Line) -> Shown:
        number = self._told.of_line.get(self._at)
        self._at += 1
        if number is None:
            return Shown(one, None, "")
        anchors = self.anchors[number]
        anchors.append(f"at-{number}-{len(anchors) + 1}")
        return Shown(one, number, anchors[-1])

    def _part(self, part: Table | Items) -> Part:
        if isinstance(part, Items):
            return Part(None, self.lines(part.lines))
        return Part(part, tuple(tuple(self.lines(cell) for cell in row) for row in part.rows))
