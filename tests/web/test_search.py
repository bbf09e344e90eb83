"""Searching, narrowing and taking a list along; words of documents stay words."""

from __future__ import annotations

import csv
from pathlib import Path

from fastapi.testclient import TestClient
from playwright.sync_api import Page

from regesta.ledger import Ledger
from regesta.model.records import Account, Records
from regesta.model.span import Span
from tests.ledger.readings import reading

from .room import Room, client, settings_for


def test_hits_lead_to_their_words_with_the_words_marked(visitor: TestClient) -> None:
    answer = visitor.get("/search?q=trawler")
    assert "<mark>" in answer.text and "#at" in answer.text
    [first, *_] = visitor.get("/search?q=trawler&format=json").json()
    assert (
        visitor.get(f"/documents/{first['document']}?at={first['start']}-{first['end']}").status_code == 200
    )


def test_without_a_word_there_is_the_way_to_ask(visitor: TestClient) -> None:
    assert "Every sentence of every document" in visitor.get("/search").text
    assert visitor.get("/search?q=%26").status_code == 400
    assert "No sentence holds these words" in visitor.get("/search?q=zeppelin").text


def test_an_unknown_filter_has_a_sentence(visitor: TestClient) -> None:
    answer = visitor.get("/search?q=islands&act=sing")
    assert answer.status_code == 400 and "There is no act" in answer.text


def plain(page: str) -> str:
    """The page without the scripts of the room."""
    return page.replace('<script src="/static/', "")


def test_words_of_documents_are_never_markup(tmp_path: Path) -> None:
    text = "<script>rain</script> \u202eniar rain\x00 " + "rain" * 2_500 + " rain"
    whole = Records(accounts=(Account(Span(0, len(text)), "unread"),))
    with Ledger.open(tmp_path / "bad.db", create=True) as ledger:
        ledger.add(reading(text, whole, title="<b>rain</b>"), now="t")
    with client(settings_for(tmp_path / "bad.db")) as asking:
        answer = asking.get("/search?q=rain")
        assert "<script>" not in plain(asking.get('/search?q="><script>rain').text)
    assert "<script>" not in plain(answer.text)
    assert "&lt;script&gt;<mark>rain</mark>&lt;/script&gt;" in answer.text
    assert "\u202e" not in answer.text and len(answer.text) < 20_000


def test_search_narrow_and_export(room: Room, tab: Page) -> None:
    tab.goto(room.address)
    tab.keyboard.press("/")
    tab.keyboard.type("islands")
    tab.keyboard.press("Enter")
    tab.get_by_role("heading", name="16 sentences").wait_for()
    tab.get_by_role("complementary").get_by_role("link", name="Tolmark (XB)").click()
    tab.get_by_role("heading", name="13 sentences").wait_for()
    tab.get_by_role("complementary").get_by_role("link", name="2024").click()
    tab.get_by_role("link", name="Take out Party: Tolmark (XB)").wait_for()
    shown = tab.locator(".entries > li").count()
    with tab.expect_download() as waiting:
        tab.get_by_role("link", name="CSV").click()
    with Path(waiting.value.path()).open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == shown > 0
    assert all(row["day"].startswith("2024") and "XB" in row["party"] for row in rows)
    tab.get_by_role("link", name="Take out Party: Tolmark (XB)").click()
    assert tab.locator(".entries > li").count() >= shown
