"""Real footnotes in a Word document: the part, its separators, its styles' names, and the references to it.

python-docx writes none. A footnote stands in a part of its own, ``word/footnotes.xml``; the body refers to it
by its id, the settings name the two separators.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

TEXT, REFERENCE = "FootnoteText", "FootnoteReference"
"""The ids of the paragraph style of a note and of the character style of its number."""
_SEPARATORS = {-1: ("separator", "separator"), 0: ("continuationSeparator", "continuationSeparator")}
_AFTER = (
    "footnotePr", "endnotePr", "compat", "docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang",
    "clrSchemeMapping", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions",
    "readModeInkLockDown", "smartTagType", "schemaLibrary", "shapeDefaults", "doNotEmbedSmartTags",
    "decimalSymbol", "listSeparator",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Span:
    """Some words of a footnote. ``style`` is the id of a character style; ``url`` leads to an address,
    ``mark`` to a place with this bookmark, whose note number is shown."""

    text: str
    style: str | None = None
    url: str | None = None
    mark: str | None = None


class Footnotes:
    """The footnotes of one document, in the order in which they are added."""

    def __init__(self, document: Document) -> None:
        root = parse_xml(f"<w:footnotes {nsdecls('w', 'r')}/>")
        for id_, (kind, element) in _SEPARATORS.items():
            note = _element("w:footnote", type=kind, id=str(id_))
            paragraph = _paragraph(TEXT)
            paragraph.append(_run(OxmlElement(f"w:{element}")))
            note.append(paragraph)
            root.append(note)
        main = document.part
        name = PackURI("/word/footnotes.xml")
        self._part = XmlPart(name, CONTENT_TYPE.WML_FOOTNOTES, root, main.package)
        main.relate_to(self._part, RELATIONSHIP_TYPE.FOOTNOTES)
        _name_separators(document)

    def add(self, number: int, spans: Iterable[Span]) -> None:
        """Add the footnote with this id, a number from 1; it may be added once."""
        note = _element("w:footnote", id=str(number))
        paragraph = _paragraph(TEXT)
        paragraph.append(_run(OxmlElement("w:footnoteRef"), REFERENCE))
        paragraph.append(_run(_words(" ")))
        for span in spans:
            paragraph.append(self._of(span))
        note.append(paragraph)
        self._part.element.append(note)

    def _of(self, span: Span) -> Any:
        run = _run(_words(span.text), span.style)
        if span.mark is not None:
            return _around("w:fldSimple", run, instr=f" NOTEREF {span.mark} \\h ")
        if span.url is not None:
            id_ = self._part.relate_to(span.url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            link = OxmlElement("w:hyperlink")
            link.set(qn("r:id"), id_)
            link.append(run)
            return link
        return run


def reference(number: int) -> Any:
    """Return the run that refers to the footnote with this id."""
    return _run(_element("w:footnoteReference", id=str(number)), REFERENCE)


def marked(run: Any, number: int, name: str) -> list[Any]:
    """Return a run between the ends of a bookmark; ``number`` is an id that no other bookmark has."""
    start = _element("w:bookmarkStart", id=str(number), name=name)
    return [start, run, _element("w:bookmarkEnd", id=str(number))]


def reference_again(number: int, mark: str) -> Any:
    """Return a field that shows, as a reference, the number of a footnote that stands at a bookmark."""
    run = _run(_words(str(number)), REFERENCE)
    return _around("w:fldSimple", run, instr=f" NOTEREF {mark} \\f \\h ")


def _name_separators(document: Document) -> None:
    settings = document.settings.element
    named = OxmlElement("w:footnotePr")
    for id_ in _SEPARATORS:
        named.append(_element("w:footnote", id=str(id_)))
    later = [one for one in settings if one.tag.rpartition("}")[2] in _AFTER]
    if later:
        later[0].addprevious(named)
    else:
        settings.append(named)


def _paragraph(style: str) -> Any:
    paragraph = OxmlElement("w:p")
    properties = OxmlElement("w:pPr")
    properties.append(_element("w:pStyle", val=style))
    paragraph.append(properties)
    return paragraph


def _run(content: Any, style: str | None = None) -> Any:
    run = OxmlElement("w:r")
    if style is not None:
        properties = OxmlElement("w:rPr")
        properties.append(_element("w:rStyle", val=style))
        run.append(properties)
    run.append(content)
    return run


def _words(text: str) -> Any:
    words = OxmlElement("w:t")
    words.text = text
    words.set(qn("xml:space"), "preserve")
    return words


def _element(tag: str, **values: str) -> Any:
    made = OxmlElement(tag)
    for name, value in values.items():
        made.set(qn(f"w:{name}"), value)
    return made


def _around(tag: str, inner: Any, **values: str) -> Any:
    made = _element(tag, **values)
    made.append(inner)
    return made
