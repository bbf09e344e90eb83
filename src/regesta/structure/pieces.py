"""Pieces: the lines of a text, cut where page furniture begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from regesta.model.document import Furniture, Page
from regesta.model.span import Span
from regesta.model.value import value

_CLOSING = re.compile(r"[^\s](?:\s{1,4})(?P<signs>[#*_=~]{2,6})\Z")
_WORDLIKE = re.compile(r"[^\W_]")


@value
class Piece:
    """A line, or the part of one outside or inside furniture, without white space around it.

    ``gap`` says that a blank line (or the beginning of the text) stands before it, ``fresh``
    that it begins its line, furniture apart, ``indent`` how much white space opens its line.
    ``furniture`` is the furniture it belongs to, if any.
    """

    start: int
    end: int
    furniture: Furniture | None
    gap: bool
    fresh: bool
    indent: int = 0


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the limits of ``text[start:end]`` without white space at either side."""
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())


def has_words(text: str, start: int, end: int) -> bool:
    """Say whether a letter or digit stands in ``text[start:end]``."""
    return _WORDLIKE.search(text, start, end) is not None


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.splitlines(keepends=True):
        yield at, at + len(line)
        at += len(line)


def _ordered(page: Page) -> list[Furniture]:
    """Return the page's furniture in order, clipped so that no two overlap."""
    kept: list[Furniture] = []
    last = 0
    for one in sorted(page.furniture, key=lambda one: one.span):
        start, end = trimmed(page.text, max(one.span.start, last), one.span.end)
        if start < end:
            kept.append(Furniture(Span(start, end), one.kind, one.rule))
            last = end
    return kept


def pieces(page: Page) -> Iterator[Piece]:
    """Yield the pieces of ``page`` in order; together they hold every character but white space."""
    text, furniture = page.text, _ordered(page)
    index, gap = 0, True
    for line_start, line_end in _lines(text):
        start, end = trimmed(text, line_start, line_end)
        if start >= end:
            gap = True
            continue
        while index < len(furniture) and furniture[index].span.end <= start:
            index += 1
        fresh = True
        for span, one in _cut(text, Span(start, end), furniture, index):
            yield Piece(span.start, span.end, one, gap, fresh, start - line_start)
            gap, fresh = False, one is not None


def _cut(
    text: str, line: Span, furniture: list[Furniture], index: int
) -> Iterator[tuple[Span, Furniture | None]]:
    """Yield the parts of a line: furniture from ``furniture[index:]``, and the words between."""
    at = line.start
    while index < len(furniture) and furniture[index].span.start < line.end:
        one = furniture[index]
        start, end = max(one.span.start, at), min(one.span.end, line.end)
        yield from _words(text, at, start)
        inside = trimmed(text, start, end)
        if inside[0] < inside[1]:
            yield Span(*inside), one
        at, index = end, index + 1
    yield from _words(text, at, line.end)


def _words(text: str, start: int, end: int) -> Iterator[tuple[Span, None]]:
    """Yield ``text[start:end]``; a row of signs that closes it ("###") stands for itself."""
    start, end = trimmed(text, start, end)
    tail = _CLOSING.search(text[max(start, end - 12) : end])
    if tail:
        closing = end - len(tail["signs"])
        yield from _words(text, start, closing)
        start = closing
    if start < end:
        yield Span(start, end), None
