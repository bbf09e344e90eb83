"""Nesting: which heading a block stands under, how deep a list item is, what introduces it.

The depth of a label is the place of its style in the order in which styles nest in this text;
there is no table that ranks "(1)" below "1.".
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Entry:
    """An open heading or item: ``styles`` are the label styles met directly under it."""

    style: str
    index: int
    heading: bool
    lead: int | None
    styles: set[str] = field(default_factory=set)
    listed: bool = False


class Nest:
    """The headings and items open at one place of a text, outermost first."""

    def __init__(self) -> None:
        self._root = Entry("", -1, True, None)
        self._open: list[Entry] = []

    def headings(self) -> tuple[int, ...]:
        """Return the indexes of the open headings, outermost first."""
        return tuple(entry.index for entry in self._open if entry.heading)

    def sibling(self, style: str) -> Entry | None:
        """Return the open entry of this style, the last one at its depth, if there is one."""
        return next((entry for entry in reversed(self._open) if entry.style == style), None)

    def close_items(self) -> None:
        """Close all list items: a paragraph or heading follows."""
        while self._open and not self._open[-1].heading:
            self._open.pop()
        self._top().listed = False

    def push(self, style: str, index: int, heading: bool, lead: int | None) -> int:
        """Open a heading or item at the depth of its style; return that depth, 1 is outermost."""
        self.close_for(style, heading)
        parent = self._top()
        parent.styles.add(style)
        parent.listed = not heading
        self._open.append(Entry(style, index, heading, lead))
        return len(self._open)

    def _top(self) -> Entry:
        return self._open[-1] if self._open else self._root

    def close_for(self, style: str, heading: bool) -> None:
        """Close what a label of ``style`` ends: its siblings, or a list it cannot belong to."""
        if heading:
            self.close_items()
        if (depth := self._depth(style)) is not None:
            del self._open[depth:]

    def _depth(self, style: str) -> int | None:
        """Return the depth above which a label of ``style`` belongs, None for "below all"."""
        for depth, entry in enumerate(self._open):
            if entry.style == style:
                return depth
        inner = next((entry for entry in reversed(self._open) if entry.heading), self._root)
        if not inner.listed or style in inner.styles:
            return None
        above = [depth for depth, entry in enumerate(self._open) if style in entry.styles and entry.heading]
        return above[-1] + 1 if above else None
