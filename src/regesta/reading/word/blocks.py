"""The blocks of a Word document: paragraphs, headings, items of lists and rows of tables, in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

from docx.oxml.ns import qn

from regesta.reading.word.feet import PASSED_OVER, REFERENCES, Feet, Key, Told, key_of
from regesta.reading.word.numbering import Numbering
from regesta.reading.word.opened import Word, said

Kind = Literal["paragraph", "heading", "item", "row"]

_P, _TBL, _TR, _TC = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc"))
_LINK, _STYLE, _OUTLINE = qn("w:hyperlink"), qn("w:pStyle"), qn("w:outlineLvl")
_BOX = qn("w:txbxContent")
_SIGNS = {
    qn("w:tab"): " ",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
    qn("w:softHyphen"): "",
}
_NO_MARKS: Mapping[Key, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a document. ``number`` counts the paragraphs of the file from 1, empty ones too.

    A row of a table counts as one. ``level`` is that of a heading. ``link`` is the address to which all
    words of the block lead. ``bold`` says that all its words are. ``notes`` are the paragraphs of the
    footnotes and endnotes to which it refers.
    """

    number: int
    text: str
    kind: Kind = "paragraph"
    level: int | None = None
    link: str | None = None
    bold: bool = False
    notes: tuple[Told, ...] = ()


def blocks(word: Word, where: str) -> list[Block]:
    """Return the blocks of a document that hold words, in order.

    Words that tracking of changes marks as deleted are left out, those marked as inserted are in. Raises
    :class:`RegestaError` where the document is broken.
    """
    with said(where):
        return [block for block in _Walk(word).run() if block.text]


class _Walk:
    def __init__(self, word: Word) -> None:
        self._body = word.document.element.body
        self._links = {id_: one.target_ref for id_, one in word.document.part.rels.items() if one.is_external}
        self._numbering = Numbering(word)
        self._levels = _heading_levels(word)
        self._feet = word.feet
        self._told: set[Key] = set()
        self._number = 0

    def run(self) -> Iterator[Block]:
        """Go through the body with a stack of its own."""
        todo: list[Any] = [self._body]
        while todo:
            node = todo.pop()
            if node.tag == _P:
                self._number += 1
                yield self._paragraph(node)
                todo.extend(reversed([p for box in _boxes(node) for p in box]))
            elif node.tag == _TBL:
                yield from self._table(node)
            elif isinstance(node.tag, str) and node.tag not in PASSED_OVER:
                todo.extend(reversed(list(node)))

    def _paragraph(self, node: Any) -> Block:
        style = node.find(f"{qn('w:pPr')}/{_STYLE}")
        own = node.find(f"{qn('w:pPr')}/{_OUTLINE}")
        level = self._levels.get(style.get(qn("w:val"))) if style is not None else None
        if own is not None and (own.get(qn("w:val")) or "").isdecimal() and int(own.get(qn("w:val"))) < 9:
            level = int(own.get(qn("w:val"))) + 1
        text = _text(node, _NO_MARKS if level else self._feet.marks)
        marker = self._numbering.marker(node) if text else ""
        kind: Kind = "heading" if level else "item" if marker else "paragraph"
        link, notes = self._link(node), tuple(self._notes(node))
        return Block(self._number, marker + text, kind, level, link, _is_bold(node), notes)

    def _notes(self, node: Any) -> Iterator[Told]:
        """Yield the paragraphs of the notes to which a paragraph or row refers, of each note once."""
        for key in (key_of(one) for one in _leaves(node) if one.tag in REFERENCES):
            if key in self._feet.marks and key not in self._told:
                self._told.add(key)
                yield from _note(self._feet, key)

    def _link(self, node: Any) -> str | None:
        text = _text(node)
        found = [link for link in node.iter(_LINK) if _text(link)]
        if len(found) != 1 or _text(found[0]) != text:
            return None
        address = self._links.get(found[0].get(qn("r:id")) or "")
        return address if address and address.startswith(("http://", "https://")) else None

    def _table(self, table: Any) -> Iterator[Block]:
        for row in table.iter(_TR):
            if any(one.tag == _TR for one in row.iterancestors() if one is not row):
                continue  # the row of a table in a cell: its words are in that cell
            self._number += 1
            words = (_text(cell, self._feet.marks, deep=True) for cell in row if cell.tag == _TC)
            cells = [" ".join(told.split()) for told in words]
            yield Block(self._number, " | ".join(cells).strip(" |"), "row", notes=tuple(self._notes(row)))


def _note(feet: Feet, key: Key) -> Iterator[Told]:
    """Yield the paragraphs of a note that hold words, its mark before the first."""
    mark = feet.marks[key]
    for words in filter(None, (_text(one) for one in feet.paragraphs[key])):
        yield Told(key, f"{mark} {words}" if mark else words)
        mark = ""


def _boxes(node: Any) -> list[Any]:
    """Return the text boxes anchored in a paragraph, without the second drawing kept for old programs."""
    return [box for box in node.iter(_BOX) if not any(one.tag in PASSED_OVER for one in box.iterancestors())]


def _text(node: Any, marks: Mapping[Key, str] = _NO_MARKS, *, deep: bool = False) -> str:
    """Return the words of a paragraph; ``deep`` those of the paragraphs under a cell too.

    ``marks`` are put where it refers to notes.
    """
    pieces: list[str] = []
    for one in _leaves(node):
        if one.tag == qn("w:t"):
            pieces.append(f"[{one.text}]" if _is_raised_figure(one) else one.text or "")
        elif one.tag in _SIGNS:
            pieces.append(_SIGNS[one.tag] if one.get(qn("w:type")) in (None, "textWrapping") else " ")
        elif one.tag in REFERENCES:
            pieces.append(marks.get(key_of(one), ""))
        elif deep and one.tag == _P:
            pieces.append(" ")
    return "\n".join(" ".join(line.split()) for line in "".join(pieces).split("\n")).strip()


def _leaves(node: Any) -> Iterator[Any]:
    """Yield all that stands under a paragraph or cell and is of its text, in order."""
    todo: list[Any] = list(reversed(node))
    while todo:
        one = todo.pop()
        if isinstance(one.tag, str) and one.tag not in PASSED_OVER and one.tag != _BOX:
            yield one
            todo.extend(reversed(one))


def _is_raised_figure(text: Any) -> bool:
    """Say whether the words of a run are a raised figure, as that of a note is."""
    raised = text.getparent().find(f"{qn('w:rPr')}/{qn('w:vertAlign')}")
    return raised is not None and raised.get(qn("w:val")) == "superscript" and (text.text or "").isdecimal()


def _is_bold(node: Any) -> bool:
    runs = [run for run in node.iter(qn("w:r")) if any((t.text or "").strip() for t in run.iter(qn("w:t")))]
    return bool(runs) and all(_has_bold(run) for run in runs)


def _has_bold(run: Any) -> bool:
    bold = run.find(f"{qn('w:rPr')}/{qn('w:b')}")
    return bold is not None and bold.get(qn("w:val")) not in ("0", "false", "off")


def _heading_levels(word: Word) -> dict[str, int]:
    """Return the level of each style that is one of headings, by what it is or what it is based on."""
    found: dict[str, int] = {}
    for style in word.document.styles.element.iter(qn("w:style")):
        id_, seen = style.get(qn("w:styleId")), 0
        named: Any = style
        while named is not None and seen < 10:
            level = _level(named)
            if level is not None:
                found[id_] = level
                break
            based = named.find(qn("w:basedOn"))
            named = (
                word.document.styles.element.get_by_id(based.get(qn("w:val"))) if based is not None else None
            )
            seen += 1
    return found


def _level(style: Any) -> int | None:
    name = (style.find(qn("w:name")).get(qn("w:val")) if style.find(qn("w:name")) is not None else "").lower()
    if name == "title":
        return 1
    digits = name.removeprefix("heading ")
    return int(digits) if name.startswith("heading ") and digits in "123456789" else None
