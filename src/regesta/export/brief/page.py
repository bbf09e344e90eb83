"""The brief as one page of HTML that needs nothing else: no script, its own style, notes at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from regesta.export.brief.content import Brief, Items, Line, Table
from regesta.export.brief.notes import Notes, notes

LANGUAGE = "en-GB"


@dataclass(frozen=True, slots=True)
class Shown:
    """A line with the number of its note, None where it has none, and the anchor to come back to."""

    line: Line
    note: int | None
    anchor: str


@dataclass(frozen=True, slots=True)
class _Part:
    """A table with its rows of cells, or lines where ``table`` is None."""

    table: Table | None
    rows: tuple[object, ...]


def lines(brief: Brief) -> Iterator[str]:
    """Yield the lines of the page."""
    folder = Path(__file__).parent
    jinja = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    yield from _page(jinja, brief).splitlines()


def _page(jinja: Environment, brief: Brief) -> str:
    told = notes(brief)
    shown = _Shower(told)
    head = [shown.line(one) for one in brief.head]
    sections = [
        {
            "section": section,
            "head": [shown.line(one) for one in section.head],
            "body": [shown.part(part) for part in section.body],
            "cut": [shown.line(one) for one in section.cut],
        }
        for section in brief.sections
    ]
    backs = [{"note": note, "backs": shown.anchors[note.number]} for note in told.notes]
    return jinja.get_template("brief.html").render(
        brief=brief, head=head, sections=sections, notes=backs, language=LANGUAGE
    )


class _Shower:
    """Gives lines their notes in the order in which they are read."""

    def __init__(self, told: Notes) -> None:
        self._told = told
        self._at = 0
        self.anchors: dict[int, list[str]] = {note.number: [] for note in told.notes}

    def line(self, one: Line) -> Shown:
        """Return the next line."""
        number = self._told.of_line.get(self._at)
        self._at += 1
        if number is None:
            return Shown(one, None, "")
        anchors = self.anchors[number]
        anchors.append(f"at-{number}-{len(anchors) + 1}")
        return Shown(one, number, anchors[-1])

    def part(self, part: Table | Items) -> _Part:
        """Return a part of a section, whose lines are the next ones."""
        if isinstance(part, Items):
            return _Part(None, tuple(self.line(one) for one in part.lines))
        return _Part(part, tuple(self._row(row) for row in part.rows))

    def _row(self, row: Iterable[Iterable[Line]]) -> tuple[tuple[Shown, ...], ...]:
        return tuple(tuple(self.line(one) for one in cell) for cell in row)
