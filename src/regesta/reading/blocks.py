"""Blocks of text as they are written down: paragraphs, list items, rows, captions.

Both walkers, over a page and over what trafilatura leaves of one, write through this class, so
that the frozen text of every page has one form: blocks with a blank line between them, items and
rows on lines of their own.
"""

from __future__ import annotations

import re

_SPACES = re.compile(r"[ \t\r\n\f\v\xa0\u200b]{1,}")
_OWN_MARKER = re.compile(r"(?:[(（]?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,6})[).）]|[•·▪■●○◦‣–—*-])(?:\s|$)")
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_STYLES = {"lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A"} | {
    "lower-roman": "i",
    "upper-roman": "I",
    "decimal": "1",
}


class Blocks:
    """Collects the words of a page; ``text()`` is what was written, without blanks at line ends."""

    def __init__(self) -> None:
        self._done: list[str] = []
        self._open: list[str] = []
        self._marker = ""
        self._tight = False

    def words(self, text: str) -> None:
        """Add running text; its line ends are mere blanks."""
        self._open.append(_SPACES.sub(" ", text))

    def verbatim(self, text: str) -> None:
        """Add running text whose line ends are meant."""
        self._open.append(text.replace("\r\n", "\n"))

    def new_line(self) -> None:
        """End the line; two in a row end the block."""
        self._open.append("\n")

    def mark(self, marker: str) -> None:
        """Put a list marker before the next block that is written."""
        self._marker = marker

    def end(self, *, tight: bool = False) -> None:
        """End the block. A tight one has no blank line between it and a tight one before it."""
        lines = [" ".join(line.split()) for line in "".join(self._open).split("\n")]
        self._open.clear()
        for paragraph in _paragraphs(lines):
            self._write(paragraph, tight)

    def apart(self) -> None:
        """End the block, and a list or table with it: the next block has a blank line before it."""
        self.end()
        self._tight = False

    def caption(self, text: str) -> None:
        """Write a caption as a block of its own that says what it is."""
        words = " ".join(text.split())
        if any(c.isalpha() for c in words):
            self.end()
            labelled = re.match(r"(?:photo|image|picture|video)s?\b", words, re.IGNORECASE)
            self._write(words if labelled else f"photo: {words}", tight=True)

    def text(self) -> str:
        """Return all that was written."""
        self.end()
        return "".join(self._done)

    def _write(self, block: str, tight: bool) -> None:
        if self._done:
            self._done.append("\n" if tight and self._tight else "\n\n")
        own = _OWN_MARKER.match(block)
        self._done.append(block if own else self._marker + block)
        self._marker, self._tight = "", tight


def _paragraphs(lines: list[str]) -> list[str]:
    """Join lines into paragraphs at empty ones."""
    return [block for block in re.split(r"\n{2,}", "\n".join(lines).strip("\n")) if block]


def marker(kind: str | None, number: int, depth: int) -> str:
    """Return the marker of a list item: kind None is a bullet, else the ``type`` of an ``ol``."""
    indent = "  " * max(0, depth - 1)
    if kind is None:
        return f"{indent}• "
    if kind == "none":
        return indent
    return f"{indent}{numeral(kind, number)}. "


def list_kind(tag: str, kind: str | None, style: str | None) -> str | None:
    """Return the kind of a list for :func:`marker` from its tag, ``type`` and ``style``."""
    styled = re.search(r"list-style(?:-type)?\s{0,5}:\s{0,5}([a-z-]{1,20})", style or "", re.IGNORECASE)
    if tag != "ol":
        return None
    if styled and styled[1].lower() == "none":
        return "none"
    return _STYLES.get(styled[1].lower(), "1") if styled else (kind or "1")


def numeral(kind: str, number: int) -> str:
    """Return a number as the ``type`` of an ``ol`` writes it; in figures where letters and Roman ones end."""
    if kind in "aA" and 1 <= number <= 26:
        letter = chr(ord("a") + number - 1)
    elif kind in "iI" and 1 <= number < 40:
        letter, left = "", number
        for value, sign in _ROMAN:
            letter, left = letter + sign * (left // value), left % value
    else:
        return str(number)
    return letter if kind.islower() else letter.upper()
