"""Web archives: each page that was taken with success is a document, with its address and time."""

from __future__ import annotations

import gzip
from base64 import b32encode
from hashlib import sha1
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.model.document import Page, Source
from regesta.reading import parts_of_file
from tests.reading.formats.pdfs import column, pdf
from tests.reading.formats.test_packed import packed, read

HOST = "https://mfa.arvenia.example"
TIME = "2031-05-04T10:15:00Z"
TALKS = (
    "<html><head><title>Talks in Kelm</title></head><body><h1>Talks in Kelm</h1><p>Foreign Minister Odile"
    " Tarn met Foreign Minister Pavo Reth in Kelm on 3 May 2031.</p><p>The ministers"
    " spoke of boats.</p></body></html>"
)


class Crawl:
    """Writes a web archive, record by record, each packed for itself or not at all."""

    def __init__(self, *, packed: bool = True) -> None:
        self.raw = b""
        self._pack = gzip.compress if packed else bytes

    def page(
        self,
        path: str,
        body: bytes | str = TALKS,
        content: str = "text/html; charset=utf-8",
        status: str = "200 OK",
        time: str = TIME,
        **heads: str,
    ) -> Crawl:
        raw = body.encode() if isinstance(body, str) else body
        told = {"Content-Type": content} | {name.replace("_", "-"): value for name, value in heads.items()}
        answer = "".join(f"{name}: {value}\r\n" for name, value in told.items())
        block = f"HTTP/1.1 {status}\r\n{answer}\r\n".encode() + raw
        return self._record("response", path, block, time, digest(raw))

    def same_as(self, path: str, sha: str) -> Crawl:
        return self._record("revisit", path, b"HTTP/1.1 200 OK\r\n\r\n", TIME, sha)

    def _record(self, kind: str, path: str, block: bytes, time: str, sha: str) -> Crawl:
        head = {
            "WARC-Type": kind,
            "WARC-Target-URI": HOST + path,
            "WARC-Date": time,
            "WARC-Payload-Digest": sha,
            "Content-Type": "application/http; msgtype=response",
            "Content-Length": str(len(block)),
        }
        lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
        self.raw += self._pack(f"WARC/1.1\r\n{lines}\r\n".encode() + block + b"\r\n\r\n")
        return self


def digest(raw: bytes) -> str:
    return "sha1:" + b32encode(sha1(raw, usedforsecurity=False).digest()).decode()


@pytest.mark.parametrize("is_packed", [True, False])
def test_each_page_is_a_document_with_its_address_and_time(is_packed: bool) -> None:
    crawl = Crawl(packed=is_packed).page("/1").page("/2", TALKS.replace("boats", "nets"))
    first, second = read(crawl.raw, Source(country="XA"), "c.warc.gz").values()
    assert isinstance(first, Page) and isinstance(second, Page)
    assert "The ministers spoke of boats." in first.text
    assert (first.source.url, first.source.fetched, first.source.country) == (f"{HOST}/1", TIME, "XA")
    assert first.source.file == f"c.warc.gz!20310504101500/{HOST}/1"
    assert (first.source.title, first.raw) == ("Talks in Kelm", TALKS.encode())
    assert "nets" in second.text


def test_pages_of_text_alone_are_taken() -> None:
    crawl = (
        Crawl()
        .page("/gone", status="404 Not Found")
        .page("/a.css", "p {}", "text/css")
        .page("/talks.pdf", pdf([column("The ministers met in Kelm.")]), "application/pdf")
        .page("/a.txt", "The envoys met.", "text/plain")
    )
    found = read(crawl.raw, name="c.warc.gz")
    assert [name.rpartition("/")[2] for name in found] == ["talks.pdf", "a.txt"]


def test_what_the_server_declares_of_a_page_holds() -> None:
    body = "Перевал Лоу открыт. Министры говорили о лодках и сетях.".encode("koi8-r")
    crawl = Crawl().page("/1", body, "text/plain; charset=koi8-r")
    crawl.page("/2", gzip.compress(b"The envoys met."), "text/plain", Content_Encoding="gzip")
    chunks = b"a\r\nThe envoys\r\n5\r\n met.\r\n0\r\n\r\n"
    crawl.page("/3", chunks, "text/plain", Transfer_Encoding="chunked")
    crawl.page("/4", b"?", "text/plain", Content_Encoding="br")
    one, two, three, four = read(crawl.raw, name="c.warc.gz").values()
    assert [page.text for page in (one, two, three) if isinstance(page, Page)] == [
        "Перевал Лоу открыт. Министры говорили о лодках и сетях.", "The envoys met.", "The envoys met.",
    ]  # fmt: skip
    assert "packed in a way that is not known here (br)" in str(four)


def test_a_page_that_was_taken_twice_is_one_and_one_that_changed_is_two() -> None:
    crawl = Crawl().page("/1").page("/1", time="2031-05-05T10:15:00Z")
    crawl.page("/1", TALKS.replace("boats", "nets"), time="2031-05-06T10:15:00Z")
    assert list(read(crawl.raw, name="c.warc")) == [
        f"c.warc!20310504101500/{HOST}/1", f"c.warc!20310506101500/{HOST}/1",
    ]  # fmt: skip


def test_pages_left_for_another_archive_are_said() -> None:
    held = Crawl().page("/1")
    held.same_as("/1", digest(TALKS.encode()))
    assert len(read(held.raw, name="c.warc")) == 1
    first, sentence = read(held.same_as("/2", "sha1:AAAA").raw, name="c.warc").values()
    assert isinstance(first, Page)
    assert "1 of its pages were unchanged since another archive" in str(sentence)


@pytest.mark.parametrize("is_packed", [True, False])
@pytest.mark.parametrize("left", [3, 40, 200])
def test_what_stands_before_a_break_is_kept_and_the_break_is_said(is_packed: bool, left: int) -> None:
    crawl = Crawl(packed=is_packed).page("/1").page("/2", TALKS.replace("boats", "nets"))
    found = read(crawl.raw[: -left - 4], name="c.warc.gz")
    assert f"c.warc.gz!20310504101500/{HOST}/1" in found
    assert "cannot be read beyond its record" in str(found["c.warc.gz"])


def test_an_archive_that_is_packed_as_a_whole_says_so() -> None:
    raw = gzip.compress(Crawl(packed=False).page("/1").page("/2", TALKS.replace("boats", "nets")).raw)
    found = read(raw, name="c.warc.gz")
    assert "non-chunked gzip" in str(found["c.warc.gz"])


def test_a_wacz_archive_holds_web_archives() -> None:
    crawl = Crawl().page("/1")
    raw = packed(
        {"datapackage.json": "{}", "archive/data.warc.gz": crawl.raw, "pages/pages.jsonl": "{}"}, ZIP_STORED
    )
    assert list(read(raw, name="c.wacz")) == [f"c.wacz!20310504101500/{HOST}/1"]


def test_an_archive_larger_than_a_document_may_be_is_read_from_the_disk(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "c.wacz", "w", ZIP_STORED) as archive:
        archive.writestr("datapackage.json", "{}")
        crawl = Crawl().page("/video", b"\x00\x01" * 4000, "video/mp4").page("/1")
        archive.writestr("archive/data.warc.gz", crawl.raw)
        archive.writestr("indexes/index.cdx", b"x" * 100_000)
    [part] = parts_of_file(tmp_path / "c.wacz", "c.wacz", Source(), limit=5000)
    assert part.page().source.url == f"{HOST}/1"


def test_a_page_that_swells_is_refused() -> None:
    bomb = gzip.compress(b"a" * 2**22)
    first, second = read(
        Crawl().page("/1", bomb, Content_Encoding="gzip").page("/2").raw, name="c.warc"
    ).values()
    assert "more than the limit of 1.0 MB" in str(first)
    assert isinstance(second, Page)


WHOLE = Crawl().page("/1").page("/2", TALKS.replace("boats", "nets")).raw
OPEN = Crawl(packed=False).page("/1").page("/2", TALKS.replace("boats", "nets")).raw


@settings(max_examples=120, deadline=None)
@given(st.sampled_from([WHOLE, OPEN]), st.integers(0, 900), st.binary(max_size=12), st.booleans())
def test_a_broken_archive_is_read_or_said_to_be_broken(
    whole: bytes, at: int, noise: bytes, cut: bool
) -> None:
    raw = whole[:at] if cut else whole[:at] + noise + whole[at + len(noise) :]
    for name, found in read(raw or b"x", name="c.warc.gz").items():
        assert isinstance(found, Page) or (found.startswith(name) and "\n" not in found)
