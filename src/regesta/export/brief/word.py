"""The brief as a Word document: headings, tables with heads, named styles, real footnotes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, BinaryIO

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph

from regesta.export.brief import styles
from regesta.export.brief.content import Brief, Items, Line, Section, Table
from regesta.export.brief.footnotes import Footnotes, Span, marked, reference, reference_again
from regesta.export.brief.notes import Note, Notes, notes

WIDTH = 17.2
"""How wide the text of a page is, in centimetres."""
_HYPERLINK = "Hyperlink"


def write(brief: Brief, stream: BinaryIO, now: str) -> int:
    """Write a brief as .docx and return how many notes it has.

    ``now`` (ISO 8601) is when it was made, as its properties say.
    """
    told = notes(brief)
    document = docx.Document()
    styles.lay(document)
    _Writer(document, told).brief(brief)
    _properties(document, brief, now)
    document.save(stream)
    return len(told.notes)


class _Writer:
    """Puts lines into a document one after another, each with its note."""

    def __init__(self, document: Document, told: Notes) -> None:
        self._document = document
        self._told = told
        self._footnotes = Footnotes(document)
        self._at = 0
        self._set: set[int] = set()
        self._linked = {part.note for note in told.notes for part in note.parts if part.note}

    def brief(self, brief: Brief) -> None:
        """Write everything, top to bottom."""
        self._document.add_paragraph(brief.title, style="Title")
        self._document.add_paragraph(brief.subtitle, style="Subtitle")
        self._lines(brief.head, styles.LEAD)
        for section in brief.sections:
            self._section(section)
        _edges(self._document, brief)

    def _section(self, section: Section) -> None:
        self._document.add_paragraph(section.title, style="Heading 1")
        self._lines(section.head, styles.LEAD)
        for part in section.body:
            if isinstance(part, Items):
                self._lines(part.lines, styles.ITEM)
            else:
                self._table(part)
        self._lines(section.cut, styles.CUT)

    def _lines(self, lines: Sequence[Line], style: str) -> None:
        for line in lines:
            self._line(self._document.add_paragraph(style=style), line)

    def _table(self, table: Table) -> None:
        made = self._document.add_table(1, len(table.heads), style=self._document.styles[styles.TABLE])
        _frame(made, table)
        for cell, head in zip(made.rows[0].cells, table.heads, strict=True):
            cell.paragraphs[0].style = self._document.styles[styles.HEAD]
            cell.paragraphs[0].add_run(head)
        for row in table.rows:
            cells = made.add_row().cells
            for cell, lines in zip(cells, row, strict=True):
                for number, line in enumerate(lines):
                    paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
                    paragraph.style = self._document.styles[styles.CELL]
                    self._line(paragraph, line)
        _widths(made, table)

    def _line(self, paragraph: Paragraph, line: Line) -> None:
        for piece in line.pieces:
            paragraph.add_run(piece.text, style=styles.VOICES[piece.voice])
        number = self._told.of_line.get(self._at)
        self._at += 1
        if number is not None:
            self._refer(paragraph, number)

    def _refer(self, paragraph: Paragraph, number: int) -> None:
        """Refer to a note: to the footnote itself the first time, then by a field that shows its number."""
        mark = _mark(number)
        if number in self._set:
            paragraph._p.append(reference_again(number, mark))
            return
        self._set.add(number)
        for element in marked(reference(number), number, mark):
            paragraph._p.append(element)
        self._footnotes.add(number, _spans(self._told.notes[number - 1]))


def _spans(note: Note) -> list[Span]:
    return [
        Span(
            part.text,
            _HYPERLINK if part.url else None,
            part.url,
            _mark(part.note) if part.note else None,
        )
        for part in note.parts
    ]


def _mark(number: int) -> str:
    return f"_Note{number}"


def _frame(made: WordTable, table: Table) -> None:
    """Say that the first row is the head, repeated on each page, and what the table is."""
    made.autofit = False
    properties = made._tbl.tblPr
    look = properties.find(qn("w:tblLook"))
    if look is not None:
        properties.remove(look)
    for tag, values in (
        ("w:tblLook", {"firstRow": "1", "lastRow": "0", "firstColumn": "0", "noVBand": "1", "noHBand": "1"}),
        ("w:tblCaption", {"val": table.name}),
    ):
        element = OxmlElement(tag)
        for name, value in values.items():
            element.set(qn(f"w:{name}"), value)
        properties.append(element)
    head = made.rows[0]._tr.get_or_add_trPr()
    head.append(OxmlElement("w:cantSplit"))
    head.append(OxmlElement("w:tblHeader"))


def _widths(made: WordTable, table: Table) -> None:
    for column, share in zip(made.columns, table.widths, strict=True):
        column.width = Cm(WIDTH * share / sum(table.widths))
        for cell in column.cells:
            cell.width = column.width
    for row in list(made.rows)[1:]:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _edges(document: Document, brief: Brief) -> None:
    """Write what stands at the head and at the foot of every page."""
    section = document.sections[0]
    section.header.paragraphs[0].add_run(f"{brief.title}\t{brief.subtitle.partition(',')[0]}")
    foot = section.footer.paragraphs[0]
    foot.add_run("Made with Regesta\tPage ")
    _field(foot, "PAGE")
    foot.add_run(" of ")
    _field(foot, "NUMPAGES")


def _field(paragraph: Paragraph, name: str) -> None:
    field: Any = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), f" {name} ")
    run = paragraph.add_run("1")
    field.append(run._r)
    paragraph._p.append(field)


def _properties(document: Document, brief: Brief, now: str) -> None:
    known, made = document.core_properties, datetime.fromisoformat(now).replace(tzinfo=None)
    known.title = f"{brief.title}: brief"
    known.subject = brief.subtitle
    known.author = known.last_modified_by = "Regesta"
    known.language = styles.LANGUAGE
    known.comments = ""
    known.keywords = ", ".join(brief.sides)
    known.created = known.modified = made
