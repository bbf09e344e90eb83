"""Drafts: pieces joined into blocks, before anyone knows what kind of block each is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from regesta.model.document import Furniture, Page
from regesta.model.span import Span
from regesta.structure.labels import Label, Labels
from regesta.structure.pieces import Piece, has_words, pieces, trimmed

_LONG_LINE = 120
_FINAL = re.compile(r"[.!?。！？…][”\"’'»)\]」』）]{0,6}\Z")
_STOP = re.compile(r"[.!?:;,。！？：；、…][”\"’'»)\]」』）]{0,6}\Z")


@dataclass(slots=True)
class Draft:
    """A block in the making. ``body`` begins after the label; ``gap``: a blank line is before it."""

    start: int
    end: int
    body: int
    label: Label | None
    furniture: str | None
    gap: bool
    indent: int = 0

    def span(self) -> Span:
        """Return the whole block."""
        return Span(self.start, self.end)


def final(text: str, start: int, end: int) -> bool:
    """Say whether ``text[start:end]`` ends as a sentence ends."""
    return _FINAL.search(text, max(start, end - 8), end) is not None


def stopped(text: str, start: int, end: int) -> bool:
    """Say whether ``text[start:end]`` ends with a stop of any kind, a comma or colon too."""
    return _STOP.search(text, max(start, end - 8), end) is not None


def wrap_width(text: str, lines: Sequence[Piece]) -> int | None:
    """Return the width at which the lines of a text were wrapped, None if its lines are paragraphs.

    A text counts as wrapped when nearly all lines are shorter than 120 characters and a fifth
    of those that follow another line directly go on with a small letter.
    """
    widths = sorted(one.end - one.start for one in lines)
    follow = [one for one in lines if not one.gap]
    if len(follow) < 2 or widths[len(widths) * 98 // 100] > _LONG_LINE:
        return None
    width = widths[len(widths) * 95 // 100]
    before = pairwise(lines)
    small = sum(
        two.end > two.start and text[two.start].islower() and _full(one, width)
        for one, two in before
        if not two.gap
    )
    return width if small * 5 >= len(follow) else None


def _full(line: Piece, width: int) -> bool:
    """Say whether a line is long enough to have been broken where the text was wrapped."""
    return line.end - line.start >= max(width * 6 // 10, 30)


class _Builder:
    """Joins pieces into drafts, one after the other."""

    def __init__(self, text: str, found: Sequence[Piece]) -> None:
        words = [one for one in found if one.furniture is None and one.fresh]
        self._text = text
        self._width = wrap_width(text, words)
        self._labels = Labels(text, (one.start for one in words))
        self._last: Piece | None = None
        self._owner: Furniture | None = None
        self.drafts: list[Draft] = []

    def add(self, piece: Piece) -> None:
        """Add the next piece: to the last draft where it carries that on, else as a new one."""
        if piece.furniture is not None:
            self._add_furniture(piece, piece.furniture)
        else:
            self._add_words(piece)
        self._last, self._owner = piece, piece.furniture

    def _add_furniture(self, piece: Piece, furniture: Furniture) -> None:
        if self._owner is not None and self._owner == furniture:
            self.drafts[-1].end = piece.end
        else:
            self._new(piece, None, furniture.kind)

    def _add_words(self, piece: Piece) -> None:
        joins = self._joins(piece)
        label = self._labels.at(piece.start, piece.end, loose=not joins) if piece.fresh else None
        draft = self.drafts[-1] if self.drafts else None
        if label is None and draft is not None and self._awaits(draft):
            draft.body, draft.end = piece.start, piece.end
        elif label is None and draft is not None and (joins or self._hangs(piece, draft)):
            draft.end = piece.end
        elif label is None and not has_words(self._text, piece.start, piece.end):
            self._new(piece, None, "separator")
        else:
            self._new(piece, label, None)

    def _awaits(self, draft: Draft) -> bool:
        """Say whether ``draft`` is a label alone on its line, so that the next line is its body."""
        return draft.furniture is None and draft.label is not None and draft.body >= draft.end

    def _hangs(self, piece: Piece, draft: Draft) -> bool:
        """Say whether a line is indented below the bullet or number of the block before it."""
        carried = draft.label is not None and draft.furniture is None and piece.fresh and not piece.gap
        return carried and piece.indent > draft.indent

    def _new(self, piece: Piece, label: Label | None, furniture: str | None) -> None:
        if label is not None and not label.counted:
            label = replace(label, styles=(*label.styles[:-1], f"{label.styles[-1]} {piece.indent // 2}"))
        body = trimmed(self._text, label.end, piece.end)[0] if label else piece.start
        self.drafts.append(Draft(piece.start, piece.end, body, label, furniture, piece.gap, piece.indent))

    def _joins(self, piece: Piece) -> bool:
        """Say whether a piece looks like the next line of the paragraph before it."""
        last = self._last
        if last is None or last.furniture is not None or piece.gap or not piece.fresh:
            return False
        if not has_words(self._text, last.start, last.end) or not self.drafts or self.drafts[-1].furniture:
            return False
        text, small = self._text, self._text[piece.start].islower()
        if self._width is None:
            return small and last.end - last.start >= 40 and not stopped(text, last.start, last.end)
        first = text[piece.start : min(piece.end, piece.start + 30)].split(maxsplit=1)[0]
        if small and not text.endswith(":", last.start, last.end):
            return True
        return last.end - last.start + 1 + len(first) > self._width * 0.9


def drafts(page: Page) -> list[Draft]:
    """Return the blocks of ``page`` in order, their kinds still open."""
    found = list(pieces(page))
    builder = _Builder(page.text, found)
    for piece in found:
        builder.add(piece)
    for draft in builder.drafts:
        if draft.body >= draft.end:
            draft.body, draft.label = draft.start, None
            if draft.furniture is None and not has_words(page.text, draft.start, draft.end):
                draft.furniture = "separator"
    return builder.drafts
