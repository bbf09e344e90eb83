"""The styles of the brief in Word: made once by code, named, and the only place where anything has a look."""

from __future__ import annotations

from typing import Any, cast

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

from regesta.export.brief.content import Voice

FONT, HEAD_FONT = "Times New Roman", "Arial"
INK, GREY, BLUE = RGBColor(0x14, 0x14, 0x14), RGBColor(0x55, 0x55, 0x55), RGBColor(0x1F, 0x3A, 0x5F)
LANGUAGE = "en-GB"
LEAD, CUT, CELL, HEAD, ITEM = "Brief Note", "Brief Cut", "Brief Cell", "Brief Column Head", "Brief Item"
TABLE = "Brief Table"
VOICES: dict[Voice, str | None] = {
    "own": None,
    "lead": "Brief Lead",
    "quote": "Brief Quotation",
    "mark": "Brief Mark",
    "command": "Brief Command",
}
"""The character style of each voice; ours has none of its own."""


def lay(document: Document) -> None:
    """Give a new document the styles, the language and the paper of a brief."""
    _language(document)
    for name, size, before, after in _PARAGRAPHS:
        _paragraph(document, name, size, before, after)
    _headings(document)
    _runs(document)
    _notes(document)
    _table(document)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(1.9)
    section.top_margin, section.bottom_margin = Cm(1.9), Cm(1.7)
    section.header_distance = section.footer_distance = Cm(0.9)


_PARAGRAPHS = (
    ("Normal", 10, 0, 3),
    (LEAD, 9.5, 0, 3),
    (CUT, 8.5, 2, 0),
    (CELL, 9, 0, 1),
    (HEAD, 8.5, 1, 1),
    (ITEM, 9.5, 0, 2),
    ("Header", 8, 0, 0),
    ("Footer", 8, 0, 0),
)


def _paragraph(document: Document, name: str, size: float, before: float, after: float) -> None:
    styles = document.styles
    known = name in [style.name for style in styles]
    style = cast("ParagraphStyle", styles[name] if known else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH))
    if not known:
        style.base_style = styles["Normal"]
    _font(style, HEAD_FONT if name in (HEAD, "Header", "Footer") else FONT, size)
    style.font.color.rgb = GREY if name in (CUT, "Header", "Footer") else INK
    style.font.bold = name == HEAD
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.line_spacing = 1.0
    style.paragraph_format.keep_with_next = name == HEAD
    style.paragraph_format.widow_control = True
    if name == ITEM:
        style.paragraph_format.left_indent, style.paragraph_format.first_line_indent = Cm(0.4), Cm(-0.4)
    if name in ("Header", "Footer"):
        _tabs(style)


def _tabs(style: ParagraphStyle) -> None:
    stops = style.paragraph_format.tab_stops
    stops.clear_all()
    stops.add_tab_stop(Cm(17.2), WD_TAB_ALIGNMENT.RIGHT)


def _headings(document: Document) -> None:
    for name, size, before, after in (
        ("Title", 17, 0, 1),
        ("Subtitle", 10.5, 0, 4),
        ("Heading 1", 11.5, 8, 3),
    ):
        style = cast("ParagraphStyle", document.styles[name])
        _font(style, HEAD_FONT, size)
        style.font.bold, style.font.italic = name != "Subtitle", False
        style.font.color.rgb = BLUE
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.keep_with_next = True
        for tag in ("w:spacing", "w:kern"):
            for element in style.element.rPr.findall(qn(tag)):
                style.element.rPr.remove(element)
        borders = style.element.pPr.find(qn("w:pBdr"))
        if borders is not None:
            style.element.pPr.remove(borders)


def _runs(document: Document) -> None:
    for voice, name in VOICES.items():
        if name is None:
            continue
        style = cast("CharacterStyle", document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER))
        style.font.bold = True if voice == "lead" else None
        style.font.italic = True if voice == "mark" else None
        if voice == "mark":
            style.font.color.rgb = BLUE
        if voice == "command":
            _font(style, "Courier New", 8)
    link = cast("CharacterStyle", document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER, True))
    link.font.color.rgb = BLUE


def _notes(document: Document) -> None:
    text = cast("ParagraphStyle", document.styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH, True))
    text.base_style = document.styles["Normal"]
    text.element.set(qn("w:styleId"), "FootnoteText")
    _font(text, FONT, 7.5)
    text.paragraph_format.space_after = Pt(0)
    text.paragraph_format.line_spacing = 1.0
    number = cast(
        "CharacterStyle", document.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER, True)
    )
    number.element.set(qn("w:styleId"), "FootnoteReference")
    number.font.superscript = True


def _font(style: CharacterStyle, name: str, size: float) -> None:
    style.font.name, style.font.size = name, Pt(size)
    fonts = style.element.rPr.rFonts
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), name)


def _language(document: Document) -> None:
    defaults = document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    assert defaults is not None
    language = defaults.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        defaults.append(language)
    language.set(qn("w:val"), LANGUAGE)


def _table(document: Document) -> None:
    """Add the table style: thin lines, a head in grey, no look of its own on any cell."""
    style: Any = parse_xml(
        f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="BriefTable">'
        f'<w:name w:val="{TABLE}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>'
        "<w:tblPr><w:tblBorders>"
        + "".join(
            f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="B8BEC8"/>'
            for edge in ("top", "bottom", "insideH")
        )
        + '</w:tblBorders><w:tblCellMar><w:top w:w="28" w:type="dxa"/>'
        '<w:left w:w="70" w:type="dxa"/>'
        '<w:bottom w:w="28" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E9EDF3"/>'
        "</w:tcPr></w:tblStylePr></w:style>"
    )
    document.styles.element.append(style)
