"""Notes at the foot of pages and at the end of a document: their marks, and the paragraphs they are made of.

Word counts footnotes in figures and endnotes in small Roman ones, by the order in which the text refers to
them; a document that asks for other signs is counted so all the same. A note with a sign of its own in the
text gets no other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from lxml import etree

from regesta.reading.blocks import numeral

PASSED_OVER = frozenset(
    {qn(f"w:{name}") for name in ("del", "moveFrom", "rPr", "pPr", "sectPr")}
    | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
)
"""What stands in the body and is not of its text."""
Key = tuple[str, str]
"""The tag of what refers to a note, and the note's id."""
FOOT, END = qn("w:footnoteReference"), qn("w:endnoteReference")
REFERENCES = frozenset({FOOT, END})
_KINDS = {RELATIONSHIP_TYPE.FOOTNOTES: (FOOT, "footnote"), RELATIONSHIP_TYPE.ENDNOTES: (END, "endnote")}
_FORMS = {FOOT: "1", END: "i"}
_PARTING = frozenset({"separator", "continuationSeparator", "continuationNotice"})


@dataclass(frozen=True, slots=True)
class Told:
    """A paragraph of a note, with the mark of the note before the first."""

    key: Key
    words: str


@dataclass(frozen=True, slots=True)
class Feet:
    """The notes of a document with words: the paragraphs of each, and the mark of each that has one."""

    paragraphs: Mapping[Key, tuple[Any, ...]]
    marks: Mapping[Key, str]

    def left(self, told: Collection[Key]) -> tuple[str, ...]:
        """Say how many notes are not ``told``, for no words of the text refer to them."""
        lost = sum(key not in told for key in self.paragraphs)
        if not lost:
            return ()
        many = "a footnote or endnote" if lost == 1 else f"{lost} footnotes or endnotes"
        return (f"{many} to which no words refer {'is' if lost == 1 else 'are'} not in the text",)


def feet(document: WordDocument) -> Feet:
    """Return the notes of a document, counted in the order in which its body refers to them."""
    paragraphs = {key: found for key, found in _notes(document) if found}
    marks: dict[Key, str] = {}
    counts = dict.fromkeys(_FORMS, 0)
    for one in document.element.body.iter(*REFERENCES):
        key = key_of(one)
        if key in marks or key not in paragraphs or any(up.tag in PASSED_OVER for up in one.iterancestors()):
            continue
        if one.get(qn("w:customMarkFollows")) in ("1", "true", "on"):
            marks[key] = ""
            continue
        counts[one.tag] += 1
        marks[key] = f"[{numeral(_FORMS[one.tag], counts[one.tag])}]"
    return Feet(paragraphs, marks)


def key_of(reference: Any) -> Key:
    """Return which note a reference leads to."""
    return reference.tag, reference.get(qn("w:id")) or ""


def _notes(document: WordDocument) -> Iterator[tuple[Key, tuple[Any, ...]]]:
    for one in document.part.rels.values():
        if one.is_external or one.reltype not in _KINDS:
            continue
        refers, name = _KINDS[one.reltype]
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        for note in etree.fromstring(one.target_part.blob, parser).iter(qn(f"w:{name}")):
            if note.get(qn("w:type")) not in _PARTING:
                words = any((node.text or "").strip() for node in note.iter(qn("w:t")))
                yield (refers, note.get(qn("w:id")) or ""), tuple(note.iter(qn("w:p"))) if words else ()
