"""Citations in the room: shown, copied, and as files."""

from __future__ import annotations

import json

import pytest
import rispy
from fastapi.testclient import TestClient
from playwright.sync_api import Page

from .room import Room

AGREED = "/documents/d-a2b363d5f146f002/cite?at=1257-1364"
WORDS = (
    "The ministers agreed to realize a memorial visit by former islanders"
    " to the Four Isles by aircraft in June."
)


@pytest.mark.parametrize(
    ("form", "media_type"),
    [
        ("text", "text/plain"),
        ("bibtex", "application/x-bibtex"),
        ("ris", "application/x-research-info-systems"),
        ("csl", "application/vnd.citationstyles.csl+json"),
        ("annotation", "application/ld+json"),
    ],
)
def test_each_form_is_a_file_of_its_own(visitor: TestClient, form: str, media_type: str) -> None:
    answer = visitor.get(f"{AGREED}&as={form}")
    assert answer.headers["content-type"].startswith(media_type)
    assert WORDS in answer.text


def test_ris_is_read_by_managers_of_references_with_the_words_and_their_place(visitor: TestClient) -> None:
    [made] = rispy.loads(visitor.get(f"{AGREED}&as=ris").text)
    place, quoted = made["notes"]
    assert quoted == f"“{WORDS}”"
    assert place.startswith("section 2, para. 2; characters 1257-1364 of the text sha256:a2b363d5f146f002")
    assert made["type_of_reference"] == "ELEC"
    assert "unknown_tag" not in made


def test_the_annotation_leads_back_to_the_words(visitor: TestClient) -> None:
    made = json.loads(visitor.get(f"{AGREED}&as=annotation").text)
    quote, position = made["target"]["selector"]
    assert (quote["exact"], position["start"], position["end"]) == (WORDS, 1257, 1364)
    page = visitor.get(made["via"]).text
    assert 'id="at"' in page


def test_words_that_do_not_stand_there_break_the_citation(visitor: TestClient) -> None:
    assert (
        "The quotation and its place agree"
        in visitor.get(AGREED, params={"at": "1257-1364", "exact": WORDS}).text
    )
    page = visitor.get(AGREED, params={"at": "1257-1364", "exact": "They met."}).text
    assert "This citation is broken" in page


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("at=9-8", "names no words"),
        ("at=0-99999", "There are no words"),
        ("as=endnote", "There is no form"),
        ("at=5-5", "There are no words"),
    ],
)
def test_what_cannot_be_cited_is_said(visitor: TestClient, query: str, sentence: str) -> None:
    answer = visitor.get(f"/documents/d-a2b363d5f146f002/cite?{query}")
    assert answer.status_code == 400
    assert sentence in answer.text


def test_a_reader_opens_a_citation_and_copies_it(tab: Page, room: Room) -> None:
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.goto(f"{room.address}/documents/d-a2b363d5f146f002?at=1257-1364#at")
    tab.get_by_role("link", name="Cite", exact=True).first.click()
    tab.get_by_role("heading", name="Cite these words").wait_for()
    tab.locator("section", has_text="BibTeX").get_by_role("button", name="Copy").click()
    tab.get_by_role("button", name="Copied").wait_for()
    copied = tab.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("@misc{d-a2b363d5f146f002.")
