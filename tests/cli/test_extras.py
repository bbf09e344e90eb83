"""A command whose extra is not installed says which, and does nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.formats.pdfs import column, pdf
from tests.reading.formats.test_web_archive import Crawl
from tests.reading.formats.words import tracker

from .make import fill, first, run

MISSING = (
    (("serve",), "fastapi", "web"),
    (("fetch",), "feedparser", "fetch"),
    (("watch",), "httpx2", "fetch"),
    (("sources",), "defusedxml", "fetch"),
    (("add", "talks.pdf"), "pypdf", "formats"),
    (("add", "talks.docx"), "docx", "formats"),
    (("add", "talks.warc.gz"), "warcio", "formats"),
    (("export", "--format", "parquet", "-o", "tables"), "pyarrow", "exports"),
    (("export", "--format", "ics"), "icalendar", "exports"),
    (("brief", "XA", "XB", "-o", "brief.docx"), "docx", "exports"),
    (("brief", "XA", "XB", "-o", "brief.html"), "jinja2", "web"),
    (("mcp",), "mcp", "mcp"),
)


@pytest.mark.parametrize(("arguments", "package", "extra"), MISSING)
def test_it_is_named_and_nothing_is_made(
    arguments: tuple[str, ...], package: str, extra: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("talks.pdf").write_bytes(pdf([column("On 3 May 2031 the ministers met.")]))
    Path("talks.docx").write_bytes(tracker(headings=True))
    Path("talks.warc.gz").write_bytes(Crawl().page("/1").raw)
    fill(tmp_path / "regesta.db", first())
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    with monkeypatch.context() as gone:
        gone.setattr("regesta.model.extras.find_spec", lambda name: None if name == package else object())
        gone.setattr("regesta.cli.briefing.find_spec", lambda name: None if name == package else object())
        done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert f"This needs {package}, which come with an extra: pip install 'regesta[{extra}]'." in done.err
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before
