"""``regesta add`` with files of other formats than text."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from tests.reading.formats.pdfs import column, locked, pdf
from tests.reading.formats.test_packed import packed
from tests.reading.formats.test_web_archive import Crawl
from tests.reading.formats.words import tracker

from .make import Done, run, spawn

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


def test_a_pdf_encrypted_by_aes_names_what_opens_it_where_that_is_not_installed(here: Path) -> None:
    raw = pdf([column(FIRST)])
    (here / "open.pdf").write_bytes(locked(raw, "", "heron", "AES-256"))
    (here / "shut.pdf").write_bytes(locked(raw, "heron", by="AES-256"))
    told = spawn("add", "open.pdf", without=("cryptography", "Crypto"))
    sentence = "the PDF is encrypted, and what opens it is not installed: pip install 'pypdf[crypto]'."
    assert told == Done(2, "", f"regesta: open.pdf: {sentence}\n")
    told = run("add", "open.pdf", "shut.pdf")
    sentence = "shut.pdf: the PDF is locked with a password; save it without one."
    assert told == Done(1, "1 document: 1 new.\n", f"1 input could not be read:\n  {sentence}\n")


def test_a_tracker_gives_a_document_for_each_readout(here: Path) -> None:
    (here / "tracker.docx").write_bytes(tracker(headings=True))
    assert run("add", "tracker.docx", "--country", "XA") == Done(0, "3 documents: 3 new.\n", "")
    documents = [json.loads(line)["document"] for line in run("export").out.splitlines()]
    assert [one["file"] for one in documents] == [
        "tracker.docx!paragraphs 1-5", "tracker.docx!paragraphs 6-10", "tracker.docx!paragraphs 11-15",
    ]  # fmt: skip
    assert [one["published"] for one in documents] == ["2031-05-01", "2031-05-02", "2031-05-03"]
    assert run("add", "tracker.docx", "--country", "XA") == Done(0, "3 documents: 3 known already.\n", "")


def test_an_archive_gives_what_can_be_read_and_lists_the_rest(here: Path) -> None:
    files: dict[str, bytes | str] = {
        "talks.txt": FIRST,
        "scan.pdf": pdf([[]], picture=True),
        "talks.pdf": pdf([column(SECOND)]),
    }
    (here / "a.zip").write_bytes(packed(files))
    told = run("add", "a.zip", "--country", "JP")
    assert (told.code, told.out) == (1, "2 documents: 2 new.\n")
    assert told.err.startswith("1 input could not be read:\n  a.zip!scan.pdf: the PDF has no text")
    documents = [json.loads(line)["document"] for line in run("export").out.splitlines()]
    assert {(one["file"], one["side"]) for one in documents} == {
        ("a.zip!talks.txt", "JP"),
        ("a.zip!talks.pdf", "JP"),
    }


@pytest.mark.usefixtures("here")
def test_an_archive_beyond_the_limit_from_standard_input_says_so() -> None:
    archive = packed({"a.txt": FIRST, "noise.txt": random.Random(1).randbytes(2**20)})
    told = run("add", "-", "--limit", "1", stdin=archive)
    assert (told.code, "more than the limit of 1.0 MB" in told.err) == (2, True)


@pytest.mark.usefixtures("here")
def test_a_table_of_texts_from_standard_input() -> None:
    table = f'text,date\n"{FIRST}",2031-05-04\n"{SECOND}",\n'
    assert run("add", "-", stdin=table.encode()) == Done(0, "2 documents: 2 new.\n", "")
    documents = [json.loads(line)["document"] for line in run("export").out.splitlines()]
    assert sorted(one["file"] for one in documents) == ["-!row 2", "-!row 3"]


def test_a_page_of_a_web_archive_has_its_time(here: Path) -> None:
    (here / "c.warc.gz").write_bytes(Crawl().page("/1").raw)
    assert run("add", ".").code == 0
    [line] = map(json.loads, run("export").out.splitlines())
    shown = json.loads(run("show", line["document"]["id"], "--json").out)
    assert (shown["fetched_at"], shown["url"]) == ("2031-05-04T10:15:00Z", "https://mfa.arvenia.example/1")
