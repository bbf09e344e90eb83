"""``regesta add`` with files of other formats than text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.reading.formats.pdfs import column, pdf
from tests.reading.formats.words import tracker

from .make import Done, run

FIRST = "On 3 May 2031 the Foreign Minister of Japan met the Foreign Minister of\nFrance in Tokyo."
SECOND = "The ministers agreed to open a customs desk in Osaka by the end of June 2031."


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_words_of_a_pdf_are_cited_with_their_page(here: Path) -> None:
    (here / "talks.pdf").write_bytes(pdf([column(FIRST), column(SECOND)]))
    assert run("add", ".") == Done(0, "1 document: 1 new.\n", "")
    [promise] = json.loads(run("commitments", "--json").out)
    assert promise["in_file"] == "page 2"
    assert ", page 2, sha256:" in promise["citation"]
    shown = json.loads(run("show", promise["document"], "--json").out)
    assert (shown["media_type"], shown["in_file"]) == ("application/pdf", "pages 1–2")
    [line] = map(json.loads, run("export").out.splitlines())
    unit, marks = line["document"]["way"].values()
    assert (unit, [number for _, number in marks]) == ("page", [1, 2])


def test_what_of_a_pdf_is_not_in_its_text_is_said_and_kept(here: Path) -> None:
    (here / "talks.pdf").write_bytes(pdf([column(FIRST), []], picture=True))
    told = run("add", "talks.pdf")
    assert (told.code, told.err) == (0, "Notes:\n  talks.pdf: page 2 has pictures and no text.\n")
    [line] = map(json.loads, run("export").out.splitlines())
    assert json.loads(run("show", line["document"]["id"], "--json").out)["notes"] == [
        "page 2 has pictures and no text"
    ]


def test_a_scan_stops_no_other_file(here: Path) -> None:
    (here / "scan.pdf").write_bytes(pdf([[]], picture=True))
    (here / "talks.pdf").write_bytes(pdf([column(FIRST)]))
    told = run("add", ".")
    assert (told.code, told.out) == (1, "1 document: 1 new.\n")
    assert "scan.pdf: the PDF has no text, only pictures" in told.err


def test_a_tracker_gives_a_document_for_each_readout(here: Path) -> None:
    (here / "tracker.docx").write_bytes(tracker(headings=True))
    assert run("add", "tracker.docx", "--country", "XA") == Done(0, "3 documents: 3 new.\n", "")
    documents = [json.loads(line)["document"] for line in run("export").out.splitlines()]
    assert [one["file"] for one in documents] == [
        "tracker.docx!paragraphs 1-5", "tracker.docx!paragraphs 6-10", "tracker.docx!paragraphs 11-15",
    ]  # fmt: skip
    assert [one["published"] for one in documents] == ["2031-05-01", "2031-05-02", "2031-05-03"]
    assert run("add", "tracker.docx", "--country", "XA") == Done(0, "3 documents: 3 known already.\n", "")
