"""PDF files: paragraphs out of lines, the way back to pages, and sentences for what cannot be read."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.model.document import Page
from regesta.model.finding import RegestaError
from regesta.model.span import Span
from regesta.reading import read_bytes
from regesta.reading.pdf.paragraphs import joint
from regesta.rules.printed import printed_rules
from tests.reading.formats.pdfs import Put, column, locked, pdf

TALKS = """\
On 3 May 2031 Foreign Minister Odile Tarn of Arvenia met Foreign Minister Pavo
Reth of Tolmark in Vasterhame. The two ministers exchanged views on the agree-
ment on fisheries.

Minister Tarn stressed that Arvenia wants a long-
term arrangement. Minister Reth agreed to send a delegation of vice-
ministerial rank by the end of June.
"""


def page_of(raw: bytes, name: str = "talks.pdf") -> Page:
    return read_bytes(raw, name)


def place(page: Page, words: str) -> str:
    assert page.way is not None
    start = page.text.index(words)
    return page.way.at(Span(start, start + len(words)))


def test_lines_are_put_together_to_paragraphs() -> None:
    page = page_of(pdf([column(TALKS)]))
    assert page.text.split("\n\n") == [
        "On 3 May 2031 Foreign Minister Odile Tarn of Arvenia met Foreign Minister Pavo Reth of Tolmark in"
        " Vasterhame. The two ministers exchanged views on the agreement on fisheries.",
        "Minister Tarn stressed that Arvenia wants a long-term arrangement. Minister Reth agreed to send a"
        " delegation of vice-ministerial rank by the end of June.",
    ]
    assert (page.media_type, page.source.published, page.source.published_basis) == (
        "application/pdf", "2031-05-04", "inferred",
    )  # fmt: skip


def test_a_date_line_goes_before_the_day_on_which_the_file_was_made() -> None:
    page = page_of(pdf([column("5 May 2031\n\n" + TALKS)]))
    assert page.source.published is None  # whoever reads the text finds the line there


@pytest.mark.parametrize(("before", "after", "whole"), printed_rules().split_words.match)
def test_broken_words(before: str, after: str, whole: str) -> None:
    cut, between = joint(frozenset())(before, after)
    assert whole in before[: len(before) - cut] + between + after


def test_what_a_broken_word_is_the_text_itself_shows() -> None:
    assert joint(frozenset({"re-entry"}))("the re-", "entry of boats") == (0, "")
    assert joint(frozenset({"reentry"}))("the re-", "entry of boats") == (1, "")


def test_a_first_line_that_is_indented_begins_a_paragraph() -> None:
    words = "   Minister Tarn welcomed the delegation of Tolmark and thanked\nit for coming.\n"
    again = "   Minister Reth conveyed the greetings of the Warden, who had been\nkept at home by rain.\n"
    text = page_of(pdf([column((words + again) * 2)])).text
    assert [one[:13] for one in text.split("\n\n")] == ["Minister Tarn", "Minister Reth"] * 2


def test_items_of_a_list_stand_one_under_another() -> None:
    words = """\
The ministers agreed:
  • to open a customs desk at the Low Pass by the
    end of June;
  • to survey the Gull Islets."""
    assert page_of(pdf([column(words)])).text == (
        "The ministers agreed:\n\n• to open a customs desk at the Low Pass by the end of June;\n"
        "• to survey the Gull Islets."
    )


LEFT = """\
The ministers met in Vasterhame
on the third of May and spoke of
the fisheries. They agreed that
both coasts need a survey of the
banks, and that the survey must"""
RIGHT = """\
begin before the season. Boats of
both sides will take part in it,
and its results will be printed
in both languages. A second round
will be held in Kelm."""


def test_columns_are_read_one_after_the_other() -> None:
    title = [Put("Joint communiqué of Arvenia and Tolmark on the fisheries of the Gull Islets", 72, 760, 13)]
    left, right = column(LEFT, 72), column(RIGHT, 320)
    rows = [line for pair in zip(left, right, strict=True) for line in pair]  # printed line by line
    for lines in (title + left + right, title + rows):
        assert page_of(pdf([lines])).text.split("\n\n")[1] == (
            "The ministers met in Vasterhame on the third of May and spoke of the fisheries. They agreed that"
            " both coasts need a survey of the banks, and that the survey must begin before the season. Boats"
            " of both sides will take part in it, and its results will be printed in both languages. A second"
            " round will be held in Kelm."
        )


def test_what_stands_above_and_below_columns_is_read_before_and_after_them() -> None:
    above = [Put("Vasterhame, 4 May 2031", 72, 750)]
    longer = column(LEFT + "\nbe made by a vessel of both and", 72)
    cells = [Put(cell, x, 560) for cell, x in (("Herring", 72), ("900 t", 140), ("1,200 t", 210))]
    cells += [Put(cell, x, 545) for cell, x in (("Cod", 72), ("450 t", 140), ("300 t", 210))]
    text = page_of(pdf([above + longer + column(RIGHT, 320) + cells])).text.split("\n\n")
    assert text[0] == "Vasterhame, 4 May 2031"
    assert "must be made by a vessel of both and begin before" in text[1]
    assert text[2] == "Herring | 900 t | 1,200 t\nCod | 450 t | 300 t"


def test_raised_figures_of_notes_stand_in_brackets() -> None:
    line = [Put("They met in Kelm", 72, 700), Put("2", 158, 704, 7), Put(" and spoke of boats.", 162, 700)]
    assert page_of(pdf([line])).text == "They met in Kelm[2] and spoke of boats."


def test_rows_of_a_table_stay_rows() -> None:
    cells = [("Quota", "Arvenia", "Tolmark"), ("Herring", "1,200 t", "900 t"), ("Cod", "300 t", "450 t")]
    lines = [
        Put(cell, 72 + 150 * at, 700 - 16 * row)
        for row, line in enumerate(cells)
        for at, cell in enumerate(line)
    ]
    assert (
        page_of(pdf([lines])).text
        == "Quota | Arvenia | Tolmark\nHerring | 1,200 t | 900 t\nCod | 300 t | 450 t"
    )


FIRST = """\
Foreign Minister Odile Tarn said that the talks on the fisheries would be
held again in the summer, and that the two delegations had been asked to"""
SECOND = """\
prepare a draft of the agreement.

She thanked the Warden of Tolmark."""


def test_heads_feet_and_page_numbers_are_furniture_between_paragraphs() -> None:
    def sheet(number: int, body: str) -> list[Put]:
        head = Put("Ministry of Foreign Affairs of Arvenia", 72, 800)
        return [head, *column(body), Put(f"- {number} -", 290, 40)]

    page = page_of(pdf([sheet(1, FIRST), sheet(2, SECOND)]))
    assert page.text == (
        "Ministry of Foreign Affairs of Arvenia\n\n"
        "Foreign Minister Odile Tarn said that the talks on the fisheries would be held again in the summer,"
        " and that the two delegations had been asked to prepare a draft of the agreement.\n\n"
        "- 1 -\nMinistry of Foreign Affairs of Arvenia\n\nShe thanked the Warden of Tolmark.\n\n- 2 -"
    )
    assert [(one.span.of(page.text), one.rule) for one in page.furniture] == [
        ("Ministry of Foreign Affairs of Arvenia", "running_head"),
        ("- 1 -", "page_number"),
        ("Ministry of Foreign Affairs of Arvenia", "running_head"),
        ("- 2 -", "page_number"),
    ]
    assert place(page, "held again") == "page 1"
    assert place(page, "asked to prepare") == "pages 1–2"
    assert place(page, "She thanked") == "page 2"
    assert place(page, "- 1 -") == "page 1"


def test_mere_numbers_count_pages_only_where_they_go_up_with_them() -> None:
    towns = {7: "Kelm", 8: "Vasterhame", 9: "Low Harbour"}
    pages = [[*column(f"The envoys met in {town}."), Put(str(at), 290, 40)] for at, town in towns.items()]
    assert [one.rule for one in page_of(pdf(pages)).furniture] == ["page_number"] * 3
    assert page_of(pdf([[*column("Boats that took part:"), Put("35", 290, 40)]])).furniture == ()


def test_sentences_that_differ_in_figures_are_no_heads() -> None:
    told = "Minister Tarn said that the boats of both coasts caught {} t of herring."
    page = page_of(pdf([column(told.format(number)) for number in (300, 400)]))
    assert (page.furniture, page.text.count("herring")) == ((), 2)
    page = page_of(
        pdf([[*column(told.format(at)), Put("This translation is not official.", 72, 40)] for at in (3, 4)])
    )
    assert [one.rule for one in page.furniture] == ["running_foot"] * 2


@pytest.mark.parametrize("title", ["Talks in Vasterhame", None, "Microsoft Word - talks_final.docx"])
def test_a_title_is_taken_from_the_properties_where_it_is_one(title: str | None) -> None:
    found = page_of(pdf([column(TALKS)], title=title)).source.title
    assert found == (title if title == "Talks in Vasterhame" else None)


def test_a_scan_says_that_it_has_no_text() -> None:
    with pytest.raises(RegestaError, match=r"scan.pdf: the PDF has no text, only pictures of its pages"):
        page_of(pdf([[]], picture=True), "scan.pdf")
    with pytest.raises(RegestaError, match="no text, nothing but empty pages"):
        page_of(pdf([[]]))


def test_pages_that_are_pictures_are_named() -> None:
    page = page_of(pdf([column(TALKS), [], []], picture=True))
    assert page.notes == ("pages 2, 3 have pictures and no text",)


@pytest.mark.parametrize("by", ["RC4-128", "AES-128", "AES-256"])
def test_a_locked_pdf_says_so_and_one_that_anybody_may_read_is_read(by: str) -> None:
    with pytest.raises(RegestaError, match="locked with a password; save it without one"):
        page_of(locked(pdf([column(TALKS)]), "heron", by=by))
    assert "Odile Tarn" in page_of(locked(pdf([column(TALKS)]), "", "heron", by)).text


def test_a_pdf_is_known_by_its_content() -> None:
    raw = pdf([column(TALKS)])
    assert page_of(raw, "download").media_type == "application/pdf"
    assert page_of(b"\r\n" + raw, "talks.pdf").media_type == "application/pdf"
    assert page_of(b"The envoys met. See %PDF-1.4 for more.", "talks.pdf").media_type == "text/plain"


WHOLE = pdf([column(TALKS), column(TALKS)], title="Talks")


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(WHOLE) - 1), st.binary(max_size=12), st.booleans())
def test_a_broken_pdf_is_read_or_said_to_be_broken(at: int, noise: bytes, cut: bool) -> None:
    raw = WHOLE[:at] if cut else WHOLE[:at] + noise + WHOLE[at + len(noise) :]
    try:
        page = read_bytes(b"%PDF-" + raw[5:], "talks.pdf")
    except RegestaError as problem:
        assert str(problem).startswith("talks.pdf: ")
        assert "\n" not in str(problem)
    else:
        assert page.way is not None
        assert all(0 <= start <= len(page.text) for start, _ in page.way.marks)
