"""How much has room in each section, and how many pages a brief fills."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from regesta.export.brief.content import Brief, Items, Line, Table
from regesta.export.brief.notes import notes


@dataclass(frozen=True, slots=True)
class Room:
    """How many things each section shows.

    ``promises`` and ``requests``: of those whose windows close next, whose windows are over, and that have
    none. ``differences``: of the last meeting that both sides tell of, of the one before it, and so on.
    """

    contacts: int
    coming: int
    promises: tuple[int, int, int]
    requests: tuple[int, int, int]
    topics: int
    changes: int
    silences: int
    differences: tuple[int, ...]
    findings: int
    things: int


ROOMS = (
    Room(5, 6, (4, 2, 1), (3, 1, 1), 6, 4, 2, (3, 2), 5, 5),
    Room(4, 5, (3, 1, 1), (2, 1, 1), 5, 3, 2, (2, 1), 4, 4),
    Room(3, 4, (2, 1, 1), (1, 1, 1), 4, 2, 1, (2,), 3, 3),
)
"""Widest first: a brief takes the first that leaves it on its pages, and the last where none does."""
PAGES = 4.0

_PAGE, _WIDTH = 740.0, 488.0
"""The height and width of a page's text in points."""
_EM = 0.44
"""How wide a letter is on average, of the size of its type."""
_CELL, _ITEM, _TEXT, _NOTE = 9.0, 9.5, 9.5, 7.5
_LEADING, _HEADING, _TOP = 1.16, 26.0, 60.0
_GAP, _PADDING = 2.5, 7.0


def pages(brief: Brief) -> float:
    """Return about how many pages of A4 a brief fills in Word, some lines more rather than less."""
    height = _TOP + sum(_height(line, _TEXT, _WIDTH) for line in brief.head)
    for section in brief.sections:
        height += _HEADING
        height += sum(_height(line, _TEXT, _WIDTH) for line in (*section.head, *section.cut))
        height += sum(_items(part) if isinstance(part, Items) else _table(part) for part in section.body)
    height += sum(_lines(note.text, _NOTE, _WIDTH) * _NOTE * _LEADING for note in notes(brief).notes)
    return height / _PAGE


def _items(items: Items) -> float:
    return sum(_height(line, _ITEM, _WIDTH - 12) for line in items.lines)


def _table(table: Table) -> float:
    widths = [_WIDTH * share / 100 - _PADDING for share in table.widths]
    rows = (
        max(
            sum(_height(line, _CELL, width) for line in cell) for cell, width in zip(row, widths, strict=True)
        )
        for row in table.rows
    )
    return sum(row + 4 for row in rows) + 18


def _height(line: Line, size: float, width: float) -> float:
    return _lines(line.text, size, width) * size * _LEADING + _GAP


def _lines(text: str, size: float, width: float) -> int:
    return max(1, ceil(len(text) * size * _EM / width))
