"""The blocks of a Word document: paragraphs, headings, items of lists and rows of tables, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from docx.oxml.ns import qn

from regesta.reading.word.numbering import Numbering
from regesta.reading.word.opened import Word, said

Kind = Literal["paragraph", "heading", "item", "row"]

_P, _TBL, _TR, _TC = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc"))
_LINK, _STYLE, _OUTLINE = qn("w:hyperlink"), qn("w:pStyle"), qn("w:outlineLvl")
_BOX = qn("w:txbxContent")
_SKIPPED = frozenset(
    {qn(f"w:{name}") for name in ("del", "moveFrom", "rPr", "pPr", "sectPr")}
    | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
)
_SIGNS = {
    qn("w:tab"): " ",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
    qn("w:softHyphen"): "",
}


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a document. ``number`` counts the paragraphs of the file from 1, empty ones too.

    A row of a table counts as one. ``level`` is that of a heading. ``link`` is the address to which all
    words of the block lead. ``bold`` says that all its words are.
    """

    number: int
    text: str
    kind: Kind = "paragraph"
    level: int | None = None
    link: str | None = None
    bold: bool = False


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
            elif isinstance(node.tag, str) and node.tag not in _SKIPPED:
                todo.extend(reversed(list(node)))

    def _paragraph(self, node: Any) -> Block:
        text = _text(node)
        style = node.find(f"{qn('w:pPr')}/{_STYLE}")
        own = node.find(f"{qn('w:pPr')}/{_OUTLINE}")
        level = self._levels.get(style.get(qn("w:val"))) if style is not None else None
        if own is not None and (own.get(qn("w:val")) or "").isdecimal() and int(own.get(qn("w:val"))) < 9:
            level = int(own.get(qn("w:val"))) + 1
        marker = self._numbering.marker(node) if text else ""
        kind: Kind = "heading" if level else "item" if marker else "paragraph"
        return Block(self._number, marker + text, kind, level, self._link(node, text), _is_bold(node))

    def _link(self, node: Any, text: str) -> str | None:
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
            cells = [" ".join(_text(cell, deep=True).split()) for cell in row if cell.tag == _TC]
            yield Block(self._number, " | ".join(cells).strip(" |"), "row")


def _boxes(node: Any) -> list[Any]:
    """Return the text boxes anchored in a paragraph, without the second drawing kept for old programs."""
    return [box for box in node.iter(_BOX) if not any(one.tag in _SKIPPED for one in box.iterancestors())]


def _text(node: Any, *, deep: bool = False) -> str:
    """Return the words of a paragraph; ``deep`` those of the paragraphs under a cell too."""
    pieces: list[str] = []
    todo: list[Any] = list(reversed(node))
    while todo:
        one = todo.pop()
        if one.tag == qn("w:t"):
            pieces.append(f"[{one.text}]" if _is_raised_figure(one) else one.text or "")
        elif one.tag in _SIGNS:
            pieces.append(_SIGNS[one.tag] if one.get(qn("w:type")) in (None, "textWrapping") else " ")
        elif isinstance(one.tag, str) and one.tag not in _SKIPPED and one.tag != _BOX:
            if deep and one.tag == _P:
                pieces.append(" ")
            todo.extend(reversed(one))
    return "\n".join(" ".join(line.split()) for line in "".join(pieces).split("\n")).strip()


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
