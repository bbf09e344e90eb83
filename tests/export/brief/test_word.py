"""The brief in Word: read back by python-docx and as XML, and laid out by LibreOffice where it is there."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from pypdf import PdfReader

from regesta.export.brief.content import Brief
from regesta.export.brief.notes import notes
from regesta.export.brief.styles import VOICES
from regesta.export.brief.word import write

from .long import long_papers
from .make import MARCH, NOW, Paper, brief_of, ledger_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SOFFICE = shutil.which("soffice")
MOST_PAGES = 4


@pytest.fixture(scope="module")
def packed(rich: Brief) -> bytes:
    return written(rich)


@pytest.fixture(scope="module")
def parts(packed: bytes) -> dict[str, Any]:
    return opened(packed)


def written(brief: Brief) -> bytes:
    stream = io.BytesIO()
    write(brief, stream, NOW)
    return stream.getvalue()


def opened(packed: bytes) -> dict[str, Any]:
    """Every part of XML, by its name."""
    with zipfile.ZipFile(io.BytesIO(packed)) as whole:
        assert whole.testzip() is None
        names = [name for name in whole.namelist() if name.endswith((".xml", ".rels"))]
        return {name: parse_xml(whole.read(name)) for name in names}


def styles_of(parts: dict[str, Any], kind: str) -> set[str]:
    """The ids of the styles of a kind."""
    return {
        one.get(f"{W}styleId")
        for one in parts["word/styles.xml"].iter(f"{W}style")
        if one.get(f"{W}type") == kind
    }


BODIES = ("word/document.xml", "word/footnotes.xml", "word/header1.xml", "word/footer1.xml")


def test_it_says_what_the_brief_says(rich: Brief, packed: bytes) -> None:
    document = docx.Document(io.BytesIO(packed))
    said = [paragraph.text for paragraph in document.paragraphs]
    assert said[:2] == [rich.title, rich.subtitle]
    heads = [one.text for one in document.paragraphs if one.style and one.style.name == "Heading 1"]
    assert heads == [one.title for one in rich.sections]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    for line in rich.lines:
        assert any(line.text in one for one in (*said, *cells)), line.text


def test_nothing_has_a_look_of_its_own(parts: dict[str, Any]) -> None:
    paragraphs, characters = styles_of(parts, "paragraph"), styles_of(parts, "character")
    for name in BODIES:
        for paragraph in parts[name].iter(f"{W}p"):
            properties = paragraph.find(f"{W}pPr")
            named = [] if properties is None else [one.tag for one in properties if one.tag != f"{W}sectPr"]
            assert named == [f"{W}pStyle"], paragraph.xml[:300]
            assert properties.find(f"{W}pStyle").get(f"{W}val") in paragraphs
        for run in parts[name].iter(f"{W}r"):
            properties = run.find(f"{W}rPr")
            if properties is not None:
                assert [one.tag for one in properties] == [f"{W}rStyle"], run.xml[:300]
                assert properties.find(f"{W}rStyle").get(f"{W}val") in characters
    for cell in parts["word/document.xml"].iter(f"{W}tcPr"):
        assert [one.tag for one in cell] == [f"{W}tcW"]


def test_each_voice_has_its_style(parts: dict[str, Any]) -> None:
    names = {one.find(f"{W}name").get(f"{W}val") for one in parts["word/styles.xml"].iter(f"{W}style")}
    assert {name for name in VOICES.values() if name} <= names


def test_footnotes_are_footnotes(rich: Brief, parts: dict[str, Any]) -> None:
    told = notes(rich)
    body, root = parts["word/document.xml"], parts["word/footnotes.xml"]
    kept = {int(one.get(f"{W}id")): one for one in root.iter(f"{W}footnote")}
    assert [(id_, kept[id_].get(f"{W}type")) for id_ in (-1, 0)] == [
        (-1, "separator"),
        (0, "continuationSeparator"),
    ]
    numbers = [int(one.get(f"{W}id")) for one in body.iter(f"{W}footnoteReference")]
    assert numbers == [note.number for note in told.notes] == sorted(id_ for id_ in kept if id_ > 0)
    for note in told.notes:
        said = "".join(one.text for one in kept[note.number].iter(f"{W}t"))
        assert said == f" {note.text}"
        assert len(list(kept[note.number].iter(f"{W}footnoteRef"))) == 1


def test_the_parts_are_tied_to_each_other(parts: dict[str, Any]) -> None:
    kinds = {one.get("PartName"): one.get("ContentType") for one in parts["[Content_Types].xml"]}
    assert kinds["/word/footnotes.xml"].endswith("wordprocessingml.footnotes+xml")
    targets = [one.get("Target") for one in parts["word/_rels/document.xml.rels"]]
    assert targets.count("footnotes.xml") == 1
    settings = parts["word/settings.xml"]
    named = [int(one.get(f"{W}id")) for one in settings.find(f"{W}footnotePr")]
    assert named == [-1, 0]
    order = [one.tag for one in settings]
    assert order.index(f"{W}footnotePr") < order.index(f"{W}compat")
    links = {one.get("Id"): one.get("Target") for one in parts["word/_rels/footnotes.xml.rels"]}
    used = {one.get(f"{R}id") for one in parts["word/footnotes.xml"].iter(f"{W}hyperlink")}
    assert used == set(links)
    assert all(target.startswith("https://") for target in links.values())


def test_fields_lead_to_bookmarks_that_are_there(parts: dict[str, Any]) -> None:
    marks = [one.get(f"{W}name") for one in parts["word/document.xml"].iter(f"{W}bookmarkStart")]
    ids = [one.get(f"{W}id") for one in parts["word/document.xml"].iter(f"{W}bookmarkStart")]
    assert len(marks) == len(set(marks)) == len(set(ids))
    fields = [
        one.get(f"{W}instr").split()[1]
        for name in BODIES
        for one in parts[name].iter(f"{W}fldSimple")
        if "NOTEREF" in one.get(f"{W}instr")
    ]
    assert fields
    assert set(fields) <= set(marks)
    footer = [one.get(f"{W}instr").strip() for one in parts["word/footer1.xml"].iter(f"{W}fldSimple")]
    assert footer == ["PAGE", "NUMPAGES"]


def test_every_statement_in_the_body_has_its_footnote(parts: dict[str, Any]) -> None:
    """Rows of tables that are no heads, and items of lists."""
    body = parts["word/document.xml"]
    rows = [row for row in body.iter(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is None]
    items = [one for one in body.iter(f"{W}p") if one.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "BriefItem"]
    assert len(rows) > 20
    assert len(items) > 10
    for one in (*rows, *items):
        again = [field for field in one.iter(f"{W}fldSimple") if "NOTEREF" in field.get(f"{W}instr")]
        assert again or list(one.iter(f"{W}footnoteReference")), "".join(t.text for t in one.iter(f"{W}t"))


def test_tables_have_heads_that_are_repeated_and_a_name(parts: dict[str, Any]) -> None:
    tables = list(parts["word/document.xml"].iter(f"{W}tbl"))
    for table in tables:
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(f"{W}tr")]
        assert heads == [True] + [False] * (len(heads) - 1)
        assert table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val")
        assert table.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val") == "BriefTable"


def test_title_and_language_are_said(rich: Brief, packed: bytes, parts: dict[str, Any]) -> None:
    known = docx.Document(io.BytesIO(packed)).core_properties
    assert (known.title, known.author, known.language) == (f"{rich.title}: brief", "Regesta", "en-GB")
    assert known.created is not None
    assert known.created.isoformat()[:16] == NOW[:16]
    language = parts["word/styles.xml"].find(f".//{W}rPrDefault/{W}rPr/{W}lang")
    assert language.get(f"{W}val") == "en-GB"
    assert rich.title in "".join(one.text for one in parts["word/header1.xml"].iter(f"{W}t"))


def test_words_that_no_xml_can_hold_do_no_harm(tmp_path: Path) -> None:
    text = MARCH.text.replace("the trawler Marigold", "the trawler <b>& \x07\u202eMari\u202cgold")
    brief = brief_of(ledger_of(tmp_path, Paper("odd.txt", text, "XA", "2031-03-05")))
    said = "".join(one.text for one in opened(written(brief))["word/document.xml"].iter(f"{W}t"))
    assert "the trawler <b>& Marigold" in said
    assert "\u202e" not in said


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not here")
@pytest.mark.parametrize("which", ["samples", "long"])
def test_libreoffice_lays_it_out_on_four_pages_at_most_with_the_notes_at_the_foot(
    which: str, rich: Brief, tmp_path: Path
) -> None:
    brief = rich if which == "samples" else brief_of(ledger_of(tmp_path, *long_papers()))
    (tmp_path / "brief.docx").write_bytes(written(brief))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        str(SOFFICE),
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        "brief.docx",
    ]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    pages = [page.extract_text() for page in PdfReader(tmp_path / "brief.pdf").pages]
    assert 2 <= len(pages) <= MOST_PAGES
    whole = " ".join(" ".join(pages).split())
    last = notes(brief).notes[-1].text
    assert last[-20:] in whole
    assert f"Page {len(pages)} of {len(pages)}" in whole
    assert "sha256:" in pages[0]
