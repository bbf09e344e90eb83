"""The page of a document: its text character for character, its records in place, nothing as markup."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Page

from regesta import query
from regesta.ledger import Ledger
from regesta.query.paper import PART
from regesta.web.words import frozen
from tests.cli.make import run

from .axe import barriers
from .room import PACK, Room, client, opened, settings_for

MINISTERS = "d-a2b363d5f146f002"
HOSTILE = (
    "<script>alert('title')</script> Talks of Arvenia and Tolmark\r\n"
    "14 February 2023\r\n"
    "\r\n"
    "On February 14, Ms. Ilvana Doreth, Minister for Foreign Affairs of Arvenia, held talks with"
    " Mr. Karsten Vaal, Minister of Foreign Affairs of Tolmark, in Port Selen.\r\n"
    "\r\n"
    'Minister Doreth stated that "<img src=x onerror=alert(1)>" & <b>bold</b> stay as written </p></div>.\r\n'
    "Minister Vaal explained \u202edesrever si siht\u202c and \u2067these too\u2069.\r\n"
    f"Minister Doreth urged Tolmark to explain {'x' * 10_000}.\r\n"
    "Minister Vaal stated that the \x0bship\x07 had left.\r\n"
    "The ministers agreed to meet again in June. مرحبا بالعالم\r\n"
)


class Words(HTMLParser):
    """What a browser takes for the text content of the frozen text; void elements have none."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.depth, self.text, self.ids = 0, "", set[str]()

    def handle_starttag(self, _: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.ids |= {name for name in (known.get("id"),) if name}
        self.depth += bool(self.depth) or known.get("id") == "text"

    def handle_endtag(self, _: str) -> None:
        self.depth -= bool(self.depth)

    def handle_data(self, data: str) -> None:
        self.text += data if self.depth else ""


def shown(page: str) -> Words:
    """The words of the frozen text on a page, and the ids on it."""
    made = Words()
    made.feed(page)
    return made


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """A ledger with a document that would like to be markup: its path, the document's id and its text."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "hostile.txt").write_bytes(HOSTILE.encode())
    done = run("--ledger", folder / "h.db", "add", "--topics", PACK, "--publisher", "<i>Ministry</i>",
               folder / "hostile.txt")  # fmt: skip
    assert done.code == 0, done.err
    with Ledger.open(folder / "h.db") as ledger:
        [row] = query.documents(ledger)
        document = query.document(ledger, row.id)
        assert document is not None
        return folder / "h.db", row.id, document.text


@pytest.fixture
def guest(hostile: tuple[Path, str, str]) -> Iterator[TestClient]:
    """A client over that ledger."""
    with client(settings_for(hostile[0])) as made:
        yield made


def test_the_text_stands_on_its_page_character_for_character(room: Room, visitor: TestClient) -> None:
    with Ledger.open(room.ledger) as ledger:
        for row in query.documents(ledger):
            document = query.document(ledger, row.id)
            assert document is not None
            assert shown(visitor.get(f"/documents/{row.id}").text).text == frozen(document.text)


def test_every_record_and_every_sentence_not_read_has_a_card_and_a_place(
    room: Room, visitor: TestClient
) -> None:
    with Ledger.open(room.ledger) as ledger:
        asked = (query.statements, query.commitments, query.requests, query.meetings, query.terms)
        rows = [row for ask in asked for row in ask(ledger)]
        unread = query.unread(ledger)
    pages = {id_: shown(visitor.get(f"/documents/{id_}").text).ids for id_ in {r.document.id for r in rows}}
    for row in rows:
        assert {row.id, f"w-{row.id}"} <= pages[row.document.id]
    assert unread
    for one in unread:
        page = visitor.get(f"/documents/{one.document.id}").text
        assert f'id="u-{one.span.start}-{one.span.end}"' in page
        assert one.record.reason in page


def test_the_words_asked_for_are_marked(visitor: TestClient) -> None:
    page = visitor.get(f"/documents/{MINISTERS}?at=604-669").text
    start = page.index('<mark id="at">')
    assert shown(page).ids >= {"at"}
    assert "to hold vice-ministerial consultations" in page[start : start + 400]


@pytest.mark.parametrize(
    ("at", "sentence"),
    [("9", "names no words"), ("20-10", "names no words"), ("0-99999", "there are no words at")],
)
def test_words_that_are_not_there_are_refused(visitor: TestClient, at: str, sentence: str) -> None:
    answer = visitor.get(f"/documents/{MINISTERS}?at={at}")
    assert answer.status_code == 400
    assert sentence in answer.text


def test_the_beginning_of_an_id_leads_to_the_document(visitor: TestClient) -> None:
    answer = visitor.get("/documents/d-a2b363d5?at=505-582", follow_redirects=False)
    assert answer.headers["location"] == f"/documents/{MINISTERS}?at=505-582"
    assert visitor.get("/documents/nothing").status_code == 404


def test_a_hostile_text_is_text(guest: TestClient, hostile: tuple[Path, str, str]) -> None:
    _, id_, text = hostile
    found, number, more = "", 1, True
    while more:
        page = guest.get(f"/documents/{id_}?page={number}").text
        assert len(page.encode()) < 100_000
        assert "<script>alert" not in page and "<img" not in page and "<i>" not in page
        assert "\u202e" not in page and "\x07" not in page and "\x00" not in page
        found += shown(page).text
        more, number = 'rel="next"' in page, number + 1
    assert found == frozen(text)
    assert len(found) == len(text)
    assert "\r\n" in found


def test_a_hostile_text_does_nothing_in_a_browser(tab: Page, hostile: tuple[Path, str, str]) -> None:
    path, id_, text = hostile
    with opened(settings_for(path)) as room:
        tab.goto(f"{room.address}/documents/{id_}")
        start = int(tab.locator("#text").get_attribute("data-start") or "")
        words = tab.locator("#text").evaluate("one => one.textContent")
        assert words == frozen(text)[start : start + len(words)]
        assert len(words) > 500
        assert tab.evaluate("document.documentElement.scrollWidth") <= 1280
        assert barriers(tab) == []


def test_a_long_text_is_shown_in_parts(tmp_path: Path) -> None:
    lines = [f"Minister Doreth stated on day {n} that the harbour number {n} was open." for n in range(2_000)]
    (tmp_path / "long.txt").write_text("\n\n".join(lines))
    done = run("--ledger", tmp_path / "l.db", "add", "--topics", PACK, tmp_path / "long.txt")
    assert done.code == 0, done.err
    with client(settings_for(tmp_path / "l.db")) as reader:
        [row] = reader.get("/documents?format=json").json()
        text = "\n\n".join(lines)
        place = text.index("harbour number 1234 ")
        page = reader.get(f"/documents/{row['id']}?at={place}-{place + 19}").text
        assert len(page.encode()) < 100_000
        assert '<mark id="at">' in page
        words = shown(page).text
        assert "harbour number 1234 " in words and 0 < len(words) <= PART
        assert reader.get(f"/documents/{row['id']}?page=9999").status_code == 400


def test_the_card_of_the_words_under_the_pointer_or_the_focus_stands_out(tab: Page, room: Room) -> None:
    tab.goto(f"{room.address}/documents/{MINISTERS}")
    tab.get_by_text("Minister Vaal stated that the case").hover()
    assert "state" in (tab.locator(".card.on").first.inner_text()).lower()
    tab.get_by_role("link", name="The ministers exchanged views").focus()
    assert "climate" in (tab.locator(".frozen .on").first.inner_text())
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement !== null && location.hash.startsWith('#s-')")


def test_a_reader_follows_a_promise_to_its_end(tab: Page, room: Room) -> None:
    tab.goto(f"{room.address}/commitments")
    tab.get_by_label("Status").select_option("done")
    tab.wait_for_url("**status=done**")
    tab.get_by_role("row", name="memorial visit by former islanders").get_by_role("rowheader").get_by_role(
        "link"
    ).click()
    tab.get_by_role("heading", name="What came of it").wait_for()
    step = tab.locator(".step", has_text="16 September 2023")
    step.get_by_role("link", name="Regarding the memorial visit").click()
    words = tab.locator("#at")
    words.wait_for()
    together = "".join(tab.locator(".frozen mark").all_inner_texts())
    assert together.startswith("Regarding the memorial visit by former islanders by aircraft")
    assert words.is_visible()
