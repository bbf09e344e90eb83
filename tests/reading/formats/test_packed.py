"""ZIP files: each file in one is a document, within bounds, and a bad one stops no other."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.model.document import Page, Source
from regesta.model.finding import RegestaError
from regesta.reading import bounds, parts_of
from tests.reading.formats.pdfs import column, pdf
from tests.reading.formats.words import tracker

LIMIT = 2**20
Files = dict[str, bytes | str]
TEXT = "Foreign Minister Odile Tarn met Foreign Minister Pavo Reth in Kelm."


def packed(files: Mapping[str, bytes | str], method: int = ZIP_DEFLATED) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def read(raw: bytes, given: Source = Source(), name: str = "a.zip") -> dict[str, Page | str]:  # noqa: B008
    """Each part of an archive: its page, or the sentence that says why there is none."""
    found: dict[str, Page | str] = {}
    for part in parts_of(raw, name, given, limit=LIMIT):
        try:
            found[part.name] = part.page()
        except RegestaError as problem:
            found[part.name] = str(problem)
    return found


def test_each_file_is_a_document_with_its_place_in_the_archive() -> None:
    files: Files = {
        "2031/talks.txt": TEXT,
        "2031/talks.pdf": pdf([column(TEXT)]),
        "page.html": f"<p>{TEXT}</p>",
    }
    found = read(packed(files), Source(publisher="Ministry of Arvenia", country="XA"))
    assert list(found) == ["a.zip!2031/talks.txt", "a.zip!2031/talks.pdf", "a.zip!page.html"]
    for (name, page), raw in zip(found.items(), files.values(), strict=True):
        assert isinstance(page, Page)
        assert (page.source.file, page.source.country, page.text) == (name, "XA", TEXT)
        assert page.raw == (raw if isinstance(raw, bytes) else raw.encode())


def test_a_bad_file_stops_no_other_and_is_named() -> None:
    files: Files = {
        "scan.pdf": pdf([[]], picture=True),
        "empty.txt": "",
        "talks.txt": TEXT,
        "old.docx": b"PK\x03\x04..",
    }
    found = read(packed(files))
    assert isinstance(found.pop("a.zip!talks.txt"), Page)
    assert [str(one).split(": ")[1].split(",")[0].split(" (")[0] for one in found.values()] == [
        "the PDF has no text", "the file is empty; leave it out or fetch it again.", "the ZIP file is broken",
    ]  # fmt: skip
    assert all(str(sentence).startswith(name) for name, sentence in found.items())


def test_archives_in_archives_and_trackers_in_them_are_opened() -> None:
    inner = packed({"tracker.docx": tracker(headings=True), "talks.txt": TEXT})
    assert list(read(packed({"inner.zip": inner}))) == [
        "a.zip!inner.zip!tracker.docx!paragraphs 1-5",
        "a.zip!inner.zip!tracker.docx!paragraphs 6-10",
        "a.zip!inner.zip!tracker.docx!paragraphs 11-15",
        "a.zip!inner.zip!talks.txt",
    ]


def test_archives_are_not_opened_for_ever() -> None:
    raw = packed({"talks.txt": TEXT})
    for _ in range(bounds.DEPTH):
        raw = packed({"inner.zip": raw})
    [sentence] = read(raw).values()
    assert "packed 3 deep" in str(sentence)


def test_what_swells_or_is_too_large_is_refused_and_the_rest_is_read() -> None:
    files: Files = {"bomb.txt": b" " * (LIMIT - 1) + b"a" * 2**21, "talks.txt": TEXT}
    found = read(packed({"big.txt": b"ab" * LIMIT} | files))
    assert "more than the limit of 1.0 MB" in str(found["a.zip!big.txt"])
    assert "more than the limit of 1.0 MB" in str(found["a.zip!bomb.txt"])
    assert isinstance(found["a.zip!talks.txt"], Page)


def test_a_file_that_lies_about_its_size_gives_no_more_than_it_says() -> None:
    raw = packed({"bomb.txt": b"a" * 2**18}, ZIP_STORED)
    lying = raw.replace((2**18).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    [found] = read(lying).values()
    assert isinstance(found, str)
    assert "it is damaged" in found


def test_all_together_has_a_bound() -> None:
    budget = bounds.Budget(limit=100, total=150, members=2)
    budget.take(100, "a.zip")
    with pytest.raises(RegestaError, match="unpacked it has more than"):
        budget.take(51, "a.zip")
    budget.member("a.zip")
    budget.member("a.zip")
    with pytest.raises(RegestaError, match="more than 10,000 documents"):
        budget.member("a.zip")


def test_a_locked_file_says_so() -> None:
    raw = bytearray(packed({"talks.txt": TEXT}))
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    [sentence] = read(bytes(raw)).values()
    assert "locked with a password" in str(sentence)


def test_names_are_never_paths_and_stand_on_one_line() -> None:
    found = read(packed({"../../etc/talks.txt": TEXT, "a\nb\x1b[31m.txt": TEXT + "."}))
    assert list(found) == ["a.zip!../../etc/talks.txt", "a.zip!a b [31m.txt"]


def test_two_files_of_one_name_have_two_names() -> None:
    out = BytesIO()
    with ZipFile(out, "w") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("talks.txt", TEXT)
        archive.writestr("talks.txt", TEXT + " It rained.")
    assert list(read(out.getvalue())) == ["a.zip!talks.txt", "a.zip!talks.txt (2)"]


def test_what_is_passed_over_is_said() -> None:
    files: Files = {
        "logo.png": b"\x89PNG",
        "talks.txt": TEXT,
        "__MACOSX/._talks.txt": "x",
        ".hidden.txt": "x",
    }
    [page] = read(packed(files)).values()
    assert isinstance(page, Page)
    assert page.notes == ("files of other kinds in its archive were passed over: 1 (logo.png)",)
    [sentence] = read(packed({"logo.png": b"\x89PNG"})).values()
    assert "holds no file to read" in str(sentence)


def test_an_address_of_one_document_is_not_taken_for_several() -> None:
    [sentence] = read(packed({"talks.txt": TEXT}), Source(url="https://a.example/1")).values()
    assert "an address or date is that of one" in str(sentence)


WHOLE = packed(
    {"talks.txt": TEXT * 20, "page.html": f"<html><p>{TEXT}</p></html>", "t.csv": "text,url\na,b\n"}
)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, len(WHOLE) - 1), st.binary(max_size=12), st.booleans())
def test_a_broken_archive_is_read_or_said_to_be_broken(at: int, noise: bytes, cut: bool) -> None:
    raw = WHOLE[:at] if cut else WHOLE[:at] + noise + WHOLE[at + len(noise) :]
    for name, found in read(b"PK\x03\x04" + raw[4:]).items():
        assert isinstance(found, Page) or (found.startswith(name) and "\n" not in found)
