"""The brief as a page: whole, closed, without a script, its notes leading there and back."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

from regesta.export.brief.content import Brief
from regesta.export.brief.notes import notes
from regesta.export.brief.page import lines

from .make import MARCH, Paper, brief_of, ledger_of

VOID = {"meta", "col", "br", "link", "img"}


class Reader(HTMLParser):
    """Keeps what it reads, and complains of what is not closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.words: list[str] = []
        self.scopes = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.tags.append(tag)
        self.open += [] if tag in VOID else [tag]
        self.ids += [one for one in (known.get("id"),) if one]
        self.links += [one for one in (known.get("href"),) if one]
        self.scopes += tag == "th" and known.get("scope") == "col"

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.words.append(data)


def read(brief: Brief) -> Reader:
    reader = Reader()
    reader.feed("\n".join(lines(brief)))
    reader.close()
    assert reader.open == []
    return reader


@pytest.fixture(scope="module")
def page(rich: Brief) -> Reader:
    return read(rich)


def test_it_says_what_the_brief_says(rich: Brief, page: Reader) -> None:
    said = "".join(page.words)
    for line in rich.lines:
        for piece in line.pieces:
            assert piece.text in said
    for note in notes(rich).notes:
        assert note.text in said


def test_every_link_in_it_leads_somewhere(rich: Brief, page: Reader) -> None:
    assert len(page.ids) == len(set(page.ids))
    inside = [link[1:] for link in page.links if link.startswith("#")]
    assert set(inside) <= set(page.ids)
    told = notes(rich)
    assert len([one for one in inside if one.startswith("at-")]) == len(told.of_line)
    assert {f"note-{note.number}" for note in told.notes} <= set(inside)
    assert all(link.startswith(("#", "https://")) for link in page.links)


def test_it_needs_nothing_from_elsewhere_and_runs_nothing(page: Reader) -> None:
    assert {"script", "link", "img", "iframe"}.isdisjoint(page.tags)
    assert page.scopes > 15
    assert page.tags.count("caption") == page.tags.count("table") >= 6


def test_words_of_a_document_are_no_markup(tmp_path: Path) -> None:
    text = MARCH.text.replace("the trawler Marigold", "the trawler <script>alert(1)</script> & Marigold")
    brief = brief_of(ledger_of(tmp_path, Paper("odd.txt", text, "XA", "2031-03-05")))
    page = read(brief)
    assert "script" not in page.tags
    assert "<script>alert(1)</script> & Marigold" in "".join(page.words)
