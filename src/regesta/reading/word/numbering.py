"""The bullets and numbers of lists, which a Word document counts and does not write."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, NamedTuple

from docx.oxml.ns import qn

from regesta.reading.blocks import marker
from regesta.reading.word.opened import Word

_KINDS = {
    "bullet": None, "decimal": "1", "decimalZero": "1", "lowerLetter": "a", "upperLetter": "A",
    "lowerRoman": "i", "upperRoman": "I",
}  # fmt: skip
_VAL = qn("w:val")


class _Level(NamedTuple):
    kind: str
    start: int


class Numbering:
    """Counts the items of the lists of one document, in the order in which it is asked."""

    def __init__(self, word: Word) -> None:
        """Read the lists that the document declares."""
        self._levels = _declared(word)
        self._styles = _of_styles(word)
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def marker(self, paragraph: Any) -> str:
        """Return the bullet or number before a paragraph, "" for one that is no item of a list."""
        found = self._of(paragraph)
        if found is None:
            return ""
        list_, depth = found
        level = self._levels.get((list_, depth))
        if level is None or level.kind == "none":
            return ""
        counts = self._counts[list_]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [one for one in counts if one > depth]:
            del counts[deeper]
        return marker(_KINDS.get(level.kind, "1"), counts[depth], depth + 1)

    def _of(self, paragraph: Any) -> tuple[str, int] | None:
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            return None
        own = _numbered(properties)
        style = properties.find(qn("w:pStyle"))
        if own is None and style is not None:
            own = self._styles.get(style.get(_VAL))
        return None if own is None or own[0] == "0" else own


def _numbered(properties: Any) -> tuple[str, int] | None:
    found = properties.find(qn("w:numPr"))
    if found is None:
        return None
    list_, depth = found.find(qn("w:numId")), found.find(qn("w:ilvl"))
    if list_ is None:
        return None
    written = depth.get(_VAL) if depth is not None else "0"
    return list_.get(_VAL), int(written) if (written or "").isdecimal() else 0


def _of_styles(word: Word) -> dict[str, tuple[str, int]]:
    found = {}
    for style in word.document.styles.element.iter(qn("w:style")):
        properties = style.find(qn("w:pPr"))
        own = _numbered(properties) if properties is not None else None
        if own is not None:
            found[style.get(qn("w:styleId"))] = own
    return found


def _declared(word: Word) -> dict[tuple[str, int], _Level]:
    """Return the form of each level of each list."""
    parts = [one for one in word.document.part.rels.values() if one.reltype.endswith("/numbering")]
    if not parts:
        return {}
    root = parts[0].target_part.element
    abstract = {one.get(qn("w:abstractNumId")): one for one in root.iter(qn("w:abstractNum"))}
    found = {}
    for number in root.iter(qn("w:num")):
        named = number.find(qn("w:abstractNumId"))
        levels = abstract.get(named.get(_VAL)) if named is not None else None
        for level in levels.iter(qn("w:lvl")) if levels is not None else ():
            kind, start = level.find(qn("w:numFmt")), level.find(qn("w:start"))
            first = start.get(_VAL) if start is not None else "1"
            depth = level.get(qn("w:ilvl")) or "0"
            if kind is not None and depth.isdecimal():
                begins = int(first) if (first or "").isdecimal() else 1
                found[number.get(qn("w:numId")), int(depth)] = _Level(kind.get(_VAL) or "decimal", begins)
    return found
