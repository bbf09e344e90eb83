"""Where words stand on the page: sections and paragraphs, counted from the frozen text alone."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

from regesta.model.span import Span

_LINE = re.compile(r"[^\r\n]+")
_LABEL = re.compile(r"(?P<label>\(?(?:[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}|[ivxIVX]{1,5}|[a-zA-Z])[.)])\s")
_ENDS = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_BEGINS = re.compile(r"[•●○■–—*\-]\s|\(?[0-9a-zA-Z]{1,3}[.)]\s")
_WRAPPED = 50
Role = Literal["heading", "aside", "begins", "goes_on"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not empty: where it begins, its section as cited, its paragraph (0 for none) there.

    ``role`` says whether it is a heading, stands aside of the count (furniture), begins a paragraph or
    goes on with it.
    """

    start: int
    section: str | None
    paragraph: int
    role: Role


@dataclass(frozen=True, slots=True)
class Layout:
    """The paragraphs of a text with their sections. Made by :func:`lay_out`."""

    lines: tuple[Line, ...]

    def place(self, span: Span) -> tuple[str | None, int | None]:
        """Return the section, as cited, and the paragraph in it at which ``span`` begins."""
        index = bisect_right(self.lines, span.start, key=lambda line: line.start) - 1
        if index < 0:
            return None, None
        line = self.lines[index]
        return line.section, line.paragraph or None


def lay_out(
    text: str, headings: Collection[str], furniture: Iterable[Span], sentences: Iterable[Span] = ()
) -> Layout:
    """Count the paragraphs of ``text`` from each of its headings on.

    ``headings`` are lines as written; a numbered line that is furniture is one too. Other
    furniture is not counted, nor, where ``sentences`` are known, a line in which none stands.
    A line that goes on from the one above belongs to its paragraph.
    """
    pieces, said = sorted(furniture), sorted(sentences)
    known = {_plain(heading) for heading in headings}
    section: str | None = None
    role: Role
    paragraph, before, lines = 0, "", []
    end = 0
    for match in _LINE.finditer(text):
        words = match[0].strip()
        if not words:
            continue
        begin = match.start() + match[0].index(words)
        span = Span(begin, begin + len(words))
        aside = _covered(span, pieces) or (bool(said) and not _touched(span, said))
        if _plain(words) in known or (aside and _LABEL.match(words)):
            section, paragraph, before, role = _cited(words, section), 0, "", "heading"
        elif aside:
            role = "aside"
        else:
            role = "goes_on" if _goes_on(before, words, text[end : match.start()]) else "begins"
            paragraph += role == "begins"
            before = words
        lines.append(Line(match.start(), section, paragraph, role))
        end = match.end()
    return Layout(tuple(lines))


def _goes_on(before: str, words: str, between: str) -> bool:
    """Say whether a line carries on the paragraph of the line above, as hard-wrapped text does."""
    adjacent = between.count("\n") <= 1 and len(before) >= _WRAPPED
    return adjacent and not _ENDS.search(before) and not _BEGINS.match(words)


def _covered(span: Span, pieces: list[Span]) -> bool:
    index = bisect_right(pieces, (span.start, span.end)) - 1
    near = pieces[max(index, 0) : index + 2]
    return any(piece.contains(span) for piece in near)


def _touched(span: Span, sentences: list[Span]) -> bool:
    index = bisect_right(sentences, (span.end,)) - 1
    return index >= 0 and any(near.overlaps(span) for near in sentences[max(index - 1, 0) : index + 1])


def _cited(heading: str, above: str | None) -> str:
    match = _LABEL.match(heading)
    if match is None:
        return f"section “{_plain(heading)}”"
    label = match["label"].removesuffix(".")
    outer = (above or "").partition(" (")[0]
    if label.startswith("(") and outer.startswith("section ") and "“" not in outer:
        return f"{outer} {label}"
    return f"section {label}"


def _plain(words: str) -> str:
    return " ".join(words.split())
