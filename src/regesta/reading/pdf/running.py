"""Running heads and feet: lines that stand at the same place of several pages, and page numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from regesta.reading.pdf.lines import Line
from regesta.rules.printed import printed_rules

_ROWS = 3
_LONGEST = 120
_SHORT = 60
_NEAR = 4.0
_NUMBER = re.compile(r"\d{1,4}")
_At = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Running:
    """A line that belongs to the page: ``rule`` says why, ``head`` that it stands above the text."""

    line: Line
    rule: str
    head: bool


def running(pages: Sequence[Sequence[Line]]) -> list[Running]:
    """Return the running heads, feet and page numbers among the lines of all pages.

    A head or foot stands, but for its figures, at the same height of at least half of the pages, and of
    two or more; a sentence in the very same words. A mere number counts pages where it goes up with them, or
    is that of the only page.
    """
    edges = [[*_edge(lines, head=True), *_edge(lines, head=False)] for lines in pages]
    repeated, shift = _repeated(edges), _shift(edges)
    found: dict[Line, Running] = {}
    for index, edge in enumerate(edges):
        for line, head in edge:
            rule = _rule(line, index, shift)
            if rule is None and _is_repeated(line, repeated, len(pages)):
                rule = "running_head" if head else "running_foot"
            if rule is not None:
                found.setdefault(line, Running(line, rule, head))
    return list(found.values())


def _edge(lines: Sequence[Line], *, head: bool) -> Iterator[tuple[Line, bool]]:
    """Yield the lines in the uppermost or lowest rows of a page, the outermost first, no line as both."""
    heights = [line.y for line in lines if line.upright]
    middle = (max(heights) + min(heights)) / 2 if heights else 0.0
    upright = [line for line in lines if line.upright and (line.y > middle) == head]
    rows: list[Line] = []
    for line in sorted(upright, key=lambda line: -line.y if head else line.y):
        if not any(line.beside(row) for row in rows):
            if len(rows) == _ROWS:
                return
            rows.append(line)
        yield line, head


def _key(line: Line) -> str:
    """Return what a line has in common with those of other pages: all but its figures, unless it is prose."""
    words = line.text.casefold()
    is_prose = len(words) > _SHORT and words.endswith((".", ",", ";", ":"))
    return words if is_prose else _NUMBER.sub("#", words)


def _repeated(edges: Iterable[list[tuple[Line, bool]]]) -> Mapping[_At, set[int]]:
    """Return the pages on which the same words stand at about the same height."""
    found: dict[_At, set[int]] = defaultdict(set)
    for edge in edges:
        for line, _ in edge:
            if len(line.text) <= _LONGEST:
                found[_key(line), round(line.y / _NEAR)].add(line.page)
    return found


def _is_repeated(line: Line, repeated: Mapping[_At, set[int]], count: int) -> bool:
    height = round(line.y / _NEAR)
    near = (repeated.get((_key(line), at), set()) for at in (height - 1, height, height + 1))
    return len(set().union(*near)) >= max(2, count / 2)


def _shift(edges: Sequence[list[tuple[Line, bool]]]) -> int | None:
    """Return by how much mere numbers differ from the numbers of their pages, where most say the same."""
    found: dict[int, set[int]] = defaultdict(set)
    for index, edge in enumerate(edges):
        for line, _ in edge:
            if _NUMBER.fullmatch(line.text):
                found[int(line.text) - index].add(index)
    if not found:
        return None
    shift, pages = max(found.items(), key=lambda one: len(one[1]))
    return shift if len(pages) >= 2 or (len(edges) == 1 and shift == 1) else None


def _rule(line: Line, index: int, shift: int | None) -> str | None:
    if printed_rules().page_numbers.fits(line.text):
        return "page_number"
    counts = shift is not None and _NUMBER.fullmatch(line.text) and int(line.text) - index == shift
    return "page_number" if counts else None
