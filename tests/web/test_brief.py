"""The brief in the room: its notes lead to the words, and it can be had as a Word document."""

from __future__ import annotations

import re
from html import unescape
from io import BytesIO

import docx
import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Page

from .room import Room

BRIEF = "/r/XA-XB/brief"


def test_it_has_the_sections_of_the_brief(visitor: TestClient) -> None:
    page = visitor.get(BRIEF).text
    heads = re.findall(r"<h2[^>]*>([^<]+)</h2>", page)
    assert heads[:3] == ["Last contacts", "What comes next", "Open promises"]
    assert heads[-1] == "Notes"
    assert "Brief as of 20 December 2024, the day of the newest publication in the ledger" in page


def test_every_note_is_led_to_and_leads_to_its_words_and_back(visitor: TestClient) -> None:
    page = visitor.get(BRIEF).text
    notes = re.findall(r'<li id="note-(\d+)">(.*?)</li>', page, re.DOTALL)
    assert len(notes) > 20
    assert [number for number, _ in notes] == [str(number) for number in range(1, len(notes) + 1)]
    anchors = set(re.findall(r'id="(at-\d+-\d+)"', page))
    for number, note in notes:
        assert f'href="#note-{number}"' in page
        backs = re.findall(r'href="#(at-\d+-\d+)"', note)
        assert backs and set(backs) <= anchors
        words = [unescape(one) for one in re.findall(r'href="(/documents/[^"]+)"', note)]
        assert words
        assert 'id="at"' in visitor.get(words[0].partition("#")[0]).text


def test_it_can_be_had_as_a_word_document(visitor: TestClient) -> None:
    answer = visitor.get(f"{BRIEF}?as=docx")
    assert answer.headers["content-type"].endswith("wordprocessingml.document")
    assert 'filename="brief-XA-XB-2024-12-20.docx"' in answer.headers["content-disposition"]
    document = docx.Document(BytesIO(answer.content))
    told = {paragraph.text for paragraph in document.paragraphs}
    assert {"Last contacts", "What comes next", "Open promises"} <= told


def test_where_the_extra_is_not_installed_it_is_not_offered_and_its_address_says_why(
    visitor: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "As a Word document" in visitor.get(BRIEF).text
    for module in ("regesta.web.pages.brief", "regesta.model.extras"):
        monkeypatch.setattr(f"{module}.find_spec", lambda name: None if name == "docx" else object())
    assert "As a Word document" not in visitor.get(BRIEF).text
    answer = visitor.get(f"{BRIEF}?as=docx")
    assert answer.status_code == 400
    assert "pip install &#39;regesta[exports]&#39;" in answer.text


@pytest.mark.parametrize(
    ("address", "status", "sentence"),
    [
        ("/r/XA-XZ/brief", 404, "The ledger holds nothing on XA and XZ together."),
        ("/r/XA/brief", 400, "are no two sides; write their codes as XA-XB."),
        (f"{BRIEF}?as=odt", 400, "it can be had as docx."),
    ],
)
def test_what_there_is_none_of_is_said(visitor: TestClient, address: str, status: int, sentence: str) -> None:
    answer = visitor.get(address)
    assert (answer.status_code, sentence in answer.text) == (status, True)


@pytest.mark.parametrize("width", [360, 1280])
def test_a_reader_comes_from_the_relationship_follows_a_note_and_takes_the_document_along(
    tab: Page, room: Room, width: int
) -> None:
    tab.set_viewport_size({"width": width, "height": 900})
    tab.goto(f"{room.address}/r/XA-XB")
    tab.get_by_role("link", name="the brief").click()
    tab.get_by_role("heading", name="Last contacts").wait_for()
    tab.get_by_role("link", name="Note 1", exact=True).first.click()
    assert tab.url.endswith("#note-1")
    tab.locator("#note-1").get_by_role("link", name="Back to the text").first.click()
    assert tab.url.endswith("#at-1-1")
    with tab.expect_download() as taken:
        tab.get_by_role("link", name="As a Word document").click()
    assert taken.value.suggested_filename == "brief-XA-XB-2024-12-20.docx"
    tab.locator("#note-1").get_by_role("link", name="words").first.click()
    tab.locator("#at").wait_for()
