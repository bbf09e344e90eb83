"""DOCX files: paragraphs, lists and tables, and trackers split into their readouts."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part as OpcPart
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.engine.read import read_document
from regesta.model.document import Page, Source
from regesta.model.finding import RegestaError
from regesta.model.span import Span
from regesta.reading import parts_of, read_bytes
from regesta.rules.packs import rules_with
from tests.reading.formats.words import TEXTS, saved, tracker
from tests.resolve.papers import PACK

LIMIT = 8 * 2**20


def pages(raw: bytes, given: Source = Source(), name: str = "tracker.docx") -> dict[str, Page]:  # noqa: B008
    return {part.name: part.page() for part in parts_of(raw, name, given, limit=LIMIT)}


def place(page: Page, words: str) -> str:
    assert page.way is not None
    start = page.text.index(words)
    return page.way.at(Span(start, start + len(words)))


def test_headings_lists_and_tables_stand_as_they_do_in_the_document() -> None:
    document = docx.Document()
    document.core_properties.title = "Talks in Kelm"
    document.add_heading("Meeting in Kelm", 1)
    document.add_paragraph("The ministers agreed:")
    for item in ("to open a customs desk;", "to survey the Gull Islets."):
        document.add_paragraph(item, style="List Bullet")
    for item in ("Trade", "Fisheries"):
        document.add_paragraph(item, style="List Number")
    table = document.add_table(2, 2)
    for cell, words in zip(
        [cell for row in table.rows for cell in row.cells], ["Herring", "900 t", "Cod", "300 t"], strict=True
    ):
        cell.text = words
    page = read_bytes(saved(document), "talks.docx")
    assert page.text == (
        "Meeting in Kelm\n\nThe ministers agreed:\n\n• to open a customs desk;\n"
        "• to survey the Gull Islets.\n1. Trade\n2. Fisheries\n\nHerring | 900 t\nCod | 300 t"
    )
    assert (place(page, "customs"), place(page, "Cod")) == ("file paragraph 3", "file paragraph 8")
    assert (page.source.title, page.source.published) == ("Talks in Kelm", None)


def test_words_in_changes_boxes_and_controls_are_read_and_deleted_ones_are_not() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("The ministers met ")
    for tag, holds, words in (("w:ins", "w:t", "in Kelm."), ("w:del", "w:delText", "in secret.")):
        change, run, text = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(holds)
        text.text = words
        run.append(text)
        change.append(run)
        paragraph._p.append(change)
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    content.append(document.add_paragraph("They spoke of boats.")._p)
    control.append(content)
    document.element.body.insert(1, control)
    assert read_bytes(saved(document), "a.docx").text == "The ministers met in Kelm.\n\nThey spoke of boats."


@pytest.mark.parametrize(
    "raw",
    [
        tracker(headings=True),
        tracker(headings=True, addresses=True, dates=False),
        tracker(addresses=True),
        tracker(),
        tracker(title="Arvenia and Tolmark"),
    ],
    ids=[
        "headings",
        "headings and addresses",
        "titles and addresses",
        "titles and dates",
        "a title above all",
    ],
)
def test_a_tracker_is_split_into_its_readouts(raw: bytes) -> None:
    found = pages(raw)
    assert len(found) == 3
    for number, ((name, page), (town, words)) in enumerate(zip(found.items(), TEXTS.items(), strict=True), 1):
        assert words in page.text
        assert page.text.count("The next talks") == 1
        assert page.source.title == f"Meeting of Arvenia and Tolmark in {town}"
        assert page.source.published in (f"2031-05-0{number}", None)
        assert page.source.url in (f"https://mfa.arvenia.example/news/{number}", None)
        assert name.startswith("tracker.docx!paragraphs ")
        assert page.source.file == name
    assert all(page.raw == raw for page in found.values())


def test_what_a_head_says_belongs_to_its_readout() -> None:
    first, *_ = pages(tracker(addresses=True), Source(publisher="Ministry of Arvenia", country="XA")).values()
    assert (first.source.url, first.source.published) == ("https://mfa.arvenia.example/news/1", "2031-05-01")
    assert (first.source.publisher, first.source.country) == ("Ministry of Arvenia", "XA")
    assert [one.rule for one in first.furniture if one.span.start == 0] == ["address_line"]
    assert place(first, "exchanged views") == "file paragraph 4"


def test_addresses_below_the_readouts_belong_to_those_above_them() -> None:
    document = docx.Document()
    for number, (town, words) in enumerate(TEXTS.items(), 1):
        for line in (f"Meeting of Arvenia and Tolmark in {town}", f"{number} May 2031", words):
            document.add_paragraph(line)
        document.add_paragraph(f"Source: https://mfa.arvenia.example/news/{number}")
    found = list(pages(saved(document)).values())
    assert [page.source.url for page in found] == [f"https://mfa.arvenia.example/news/{n}" for n in (1, 2, 3)]


def test_headings_that_name_a_day_begin_readouts() -> None:
    document = docx.Document()
    for number, (town, words) in enumerate(TEXTS.items(), 1):
        document.add_heading(f"Talks in {town} ({number} May 2031)", 2)
        document.add_paragraph(words)
    found = list(pages(saved(document)).values())
    assert [page.source.title for page in found] == [
        "Talks in Kelm (1 May 2031)", "Talks in Low Pass (2 May 2031)", "Talks in Vasterhame (3 May 2031)",
    ]  # fmt: skip
    assert [page.source.published for page in found] == [None, None, None]


def test_days_as_headings_stand_above_the_titles() -> None:
    document = docx.Document()
    for number, (town, words) in enumerate(TEXTS.items(), 1):
        document.add_heading(f"{number} May 2031", 1)
        document.add_paragraph(f"Talks of Arvenia and Tolmark in {town}")
        document.add_paragraph(words)
    found = list(pages(saved(document)).values())
    assert [page.source.published for page in found] == ["2031-05-01", "2031-05-02", "2031-05-03"]
    assert found[1].text.startswith("2 May 2031\n\nTalks of Arvenia and Tolmark in Low Pass")


def test_a_programme_with_days_is_no_tracker() -> None:
    document = docx.Document()
    document.add_heading("Programme of the visit", 1)
    for number in (1, 2, 3):
        document.add_paragraph(f"{number} May 2031")
        for hour in ("10:00 Arrival", "12:00 Lunch at the harbour", "15:00 Departure"):
            document.add_paragraph(hour)
    [(name, _)] = pages(saved(document)).items()
    assert name == "tracker.docx"


def test_raised_figures_stand_in_brackets() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("They met in Kelm")
    paragraph.add_run("2").font.superscript = True
    paragraph.add_run(".")
    assert read_bytes(saved(document), "a.docx").text == "They met in Kelm[2]."


def test_one_text_with_headings_stays_one() -> None:
    document = docx.Document()
    document.add_heading("Meeting of Arvenia and Tolmark in Kelm", 1)
    document.add_paragraph("3 May 2031")
    for heading, words in zip(("Trade", "Fisheries", "Visit of the Warden"), TEXTS.values(), strict=True):
        document.add_heading(heading, 2)
        document.add_paragraph(words)
    [(name, page)] = pages(saved(document)).items()
    assert (name, page.notes) == ("tracker.docx", ())


def test_what_cannot_be_divided_with_confidence_stays_one_and_says_so() -> None:
    document = docx.Document()
    for number, words in enumerate(TEXTS.values(), 1):
        document.add_paragraph(words)
        document.add_paragraph(f"{number} May 2031")
    [(name, page)] = pages(saved(document)).items()
    assert name == "tracker.docx"
    assert page.notes == (
        "it may hold several texts, but no heads divide it with confidence, so it is kept as one",
    )


def test_an_address_of_one_document_is_not_taken_for_several() -> None:
    [part] = parts_of(tracker(), "tracker.docx", Source(url="https://a.example/1"), limit=LIMIT)
    with pytest.raises(RegestaError, match="it holds 3 documents, and an address or date is that of one"):
        part.page()


def test_a_document_without_words_says_so() -> None:
    with pytest.raises(RegestaError, match=r"empty.docx: the Word document has no words"):
        read_bytes(saved(docx.Document()), "empty.docx")


def with_notes(document: Document, kind: str, **notes: str) -> None:
    """Give a document footnotes or endnotes by id; a line is a paragraph of the note."""
    parting = f'<w:{kind} w:id="0" w:type="separator"><w:p><w:r><w:t>---</w:t></w:r></w:p></w:{kind}>'
    told = [
        f'<w:{kind} w:id="{id_.lstrip("n")}">'
        + "".join(f"<w:p><w:r><w:{kind[:-4]}Ref/><w:t>{line}</w:t></w:r></w:p>" for line in words.split("\n"))
        + f"</w:{kind}>"
        for id_, words in notes.items()
    ]
    blob = f"<w:{kind}s {nsdecls('w')}>{parting}{''.join(told)}</w:{kind}s>".encode()
    part = OpcPart(PackURI(f"/word/{kind}s.xml"), "application/xml", blob, document.part.package)
    document.part.relate_to(part, getattr(RELATIONSHIP_TYPE, f"{kind.upper()}S"))


def refer(paragraph: Paragraph, kind: str, id_: int, *, own_sign: str = "") -> None:
    """Refer to a note at the end of a paragraph, by a sign of one's own where one is given."""
    reference = OxmlElement(f"w:{kind}Reference")
    reference.set(qn("w:id"), str(id_))
    if own_sign:
        reference.set(qn("w:customMarkFollows"), "1")
    paragraph.add_run()._r.append(reference)
    if own_sign:
        paragraph.add_run(own_sign)


def test_notes_stand_at_the_end_with_their_marks_and_the_paragraphs_that_refer_to_them() -> None:
    document = docx.Document()
    refer(document.add_heading("Talks in Kelm", 1), "footnote", 7)
    first = document.add_paragraph("The ministers met")
    refer(first, "footnote", 3)
    first.add_run(" and agreed to open a customs desk.")
    refer(first, "endnote", 2)
    cell = document.add_table(1, 2).cell(0, 1).paragraphs[0]
    cell.add_run("the Skerrow bridge")
    refer(cell, "footnote", 5)
    refer(document.add_paragraph("The lamps were lit."), "footnote", 4, own_sign="*")
    with_notes(
        document, "footnote", n3="For the third time.", n4="* All of them.",
        n5="Closed since 2029.\nSee above.", n7="As the sides call them.",
    )  # fmt: skip
    with_notes(document, "endnote", n2="The text of 4 May 2031.")
    page = read_bytes(saved(document), "talks.docx")
    assert page.text == (
        "Talks in Kelm\n\nThe ministers met[2] and agreed to open a customs desk.[i]\n\n"
        "the Skerrow bridge[3]\n\nThe lamps were lit.*\n\n"
        "[1] As the sides call them.\n\n[2] For the third time.\n\n[i] The text of 4 May 2031.\n\n"
        "[3] Closed since 2029.\n\nSee above.\n\n* All of them."
    )
    assert page.notes == ()
    told = ("As the sides", "For the third", "The text of", "Closed since", "See above", "* All of")
    assert [place(page, words) for words in told] == [f"file paragraph {n}" for n in (1, 2, 2, 3, 3, 4)]


def test_what_a_note_tells_is_read_as_any_paragraph_and_cited_where_it_hangs() -> None:
    document = docx.Document()
    document.add_heading("Meeting of Arvania and Brevonia in Halden", 1)
    document.add_paragraph("4 May 2031")
    words = "On 4 May 2031, Foreign Minister Oto Lind of Arvania met Foreign Minister Rada Oyelu of Brevonia."
    refer(document.add_paragraph(words), "footnote", 1)
    with_notes(
        document, "footnote", n1="Both ministers agreed to open a customs desk by the end of June 2031."
    )
    page = read_bytes(saved(document), "talks.docx", Source(country="XA"))
    with rules_with((PACK,)):
        read = read_document(page, topics=(PACK,))
    [promise] = read.records.commitments
    assert "open a customs desk by the end of June 2031" in promise.span.of(page.text)
    assert page.way is not None
    assert page.way.at(promise.span) == "file paragraph 3"


def test_notes_of_a_tracker_stand_in_the_text_that_refers_to_them() -> None:
    document = docx.Document(BytesIO(tracker(headings=True)))
    told = [one for one in document.paragraphs if one.text in TEXTS.values()]
    refer(told[0], "footnote", 2)
    refer(told[2], "footnote", 1)
    with_notes(document, "footnote", n1="In the old town.", n2="By sea.")
    texts = [page.text for page in pages(saved(document)).values()]
    assert [text.splitlines()[-1] for text in texts] == [
        "[1] By sea.", "The next talks will be held in the autumn.", "[2] In the old town.",
    ]  # fmt: skip


def test_notes_to_which_no_words_refer_are_told() -> None:
    document = docx.Document(BytesIO(tracker(headings=True)))
    with_notes(document, "footnote", n1="See above.", n2="")
    first, second, _ = pages(saved(document)).values()
    assert first.notes == ("a footnote or endnote to which no words refer is not in the text",)
    assert second.notes == ()
    assert "See above" not in first.text


def test_a_document_that_swells_is_refused() -> None:
    out = BytesIO()
    with ZipFile(BytesIO(tracker())) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info, old.read(info))
        new.writestr("word/media/bomb.bin", b"\0" * 2**25)
    with pytest.raises(RegestaError, match="swells"):
        read_bytes(out.getvalue(), "bomb.docx")


def test_what_else_an_office_makes_is_named() -> None:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(RegestaError, match="an office document other than Word's"):
        read_bytes(out.getvalue(), "quotas.xlsx")


def test_entities_of_a_document_are_not_followed() -> None:
    out = BytesIO()
    with ZipFile(BytesIO(tracker())) as old, ZipFile(out, "w") as new:
        for info in old.infolist():
            raw = old.read(info)
            if info.filename == "word/document.xml":
                head = b'<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
                raw = raw.replace(b"<w:document ", head + b"<w:document ", 1).replace(b"Kelm", b"&e;", 1)
            new.writestr(info, raw)
    first, *_ = pages(out.getvalue()).values()
    assert first.text.splitlines()[0] == "Meeting of Arvenia and Tolmark in"


WHOLE = tracker(headings=True)


@settings(max_examples=80, deadline=None)
@given(st.integers(0, len(WHOLE) - 1), st.binary(max_size=12), st.booleans())
def test_a_broken_document_is_read_or_said_to_be_broken(at: int, noise: bytes, cut: bool) -> None:
    raw = WHOLE[:at] if cut else WHOLE[:at] + noise + WHOLE[at + len(noise) :]
    for part in parts_of(b"PK\x03\x04" + raw[4:], "talks.docx", Source(), limit=LIMIT):
        try:
            assert part.page().text
        except RegestaError as problem:
            assert str(problem).startswith("talks.docx: ")
            assert "\n" not in str(problem)
