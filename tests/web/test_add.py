"""Adding: files and pasted text, what came of each, and a server that is killed in the middle."""

from __future__ import annotations

import base64
import time
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, FilePayload, Page, expect

from regesta import query
from regesta.ledger import Ledger
from regesta.web.intake import apart
from tests.fetch.server import misbehaving
from tests.reading.formats.pdfs import column, pdf
from tests.reading.formats.test_packed import packed

from .axe import barriers
from .guarded import log_in, token, with_users
from .room import Room, client, copied, settings_for
from .test_pages import SHOTS

READOUT = (
    "Press Release\n\nOn 4 May 2031, Minister for Foreign Affairs of Arvenia Ada Quill met Minister for"
    " Foreign Affairs of Tolmark Bo Tarn in Port Selen.\n\n"
    "Minister Quill welcomed the opening of the ferry line.\n\n"
    "The gulls of the harbour wore small hats.\n"
)


def mark(made: TestClient) -> str:
    made.get("/add")
    return made.cookies["regesta_form"]


def ended(made: TestClient, address: str) -> dict[str, Any]:
    """The status of a hand-in at its end."""
    for _ in range(600):
        status: dict[str, Any] = made.get(address, headers={"Accept": "application/json"}).json()
        if status["state"] == "done":
            return status
        time.sleep(0.05)
    raise AssertionError("it was never read")


def upload(made: TestClient, *files: tuple[str, bytes], **facts: str) -> Any:
    """Send files; the answer, which leads on to their progress."""
    sent = [("files", (name, raw, "text/plain")) for name, raw in files]
    return made.post("/add", data={"form_token": mark(made), **facts}, files=sent, follow_redirects=False)


def paste(made: TestClient, text: str, **facts: str) -> Any:
    data = {"form_token": mark(made), "text": text, **facts}
    return made.post("/add", data=data, follow_redirects=False)


FACTS = {
    "publisher": "Ministry of Foreign Affairs of Arvenia",
    "country": "xa",
    "published": "2031-05-05",
    "url": "https://mfa.arvenia.example/2031/quill-tarn",
}


def test_several_files_are_read_and_each_says_what_came_of_it(own: TestClient) -> None:
    before = len(own.get("/documents?format=json").json())
    answer = upload(own, ("one.txt", READOUT.encode()), ("bad.txt", b"%PDF-1.7"), ("empty.txt", b""))
    assert answer.status_code == 303
    status = ended(own, answer.headers["location"])
    assert (status["read"], status["total"]) == (3, 3)
    one, bad, empty = status["documents"]
    assert (one["name"], one["status"], one["problem"]) == ("one.txt", "new", None)
    assert one["records"]["meeting"] >= 1
    assert one["unread"] >= 1
    assert (bad["status"], bad["problem"]) == (
        "not kept",
        "bad.txt: the PDF is broken (Stream has ended unexpectedly);"
        " fetch it again or print it to a new PDF.",
    )
    assert "the file is empty" in empty["problem"]
    page = unescape(own.get(answer.headers["location"]).text)
    assert f'href="/documents/{one["document"]}"' in page
    assert "The gulls of the harbour wore small hats." in page
    assert "the PDF is broken" in page
    assert len(own.get("/documents?format=json").json()) == before + 1
    assert own.get(f"/documents/{one['document']}").status_code == 200


def test_each_document_of_an_archive_says_what_came_of_it(own: TestClient) -> None:
    files = {"talks.pdf": pdf([column(READOUT), []], picture=True), "scan.pdf": pdf([[]], picture=True)}
    archive, words = packed(files), f'text,country\n"{READOUT}",XA\n'
    answer = upload(own, ("Talks!.zip", archive), ("texts.csv", words.encode()))
    status = ended(own, answer.headers["location"])
    assert (status["read"], status["total"]) == (2, 2)
    talks, scan, row = status["documents"]
    assert (talks["name"], talks["status"]) == ("Talks!.zip!talks.pdf", "new")
    assert talks["notes"] == ["page 2 has pictures and no text"]
    assert scan["problem"].startswith("Talks!.zip!scan.pdf: the PDF has no text")
    assert (row["name"], row["status"]) == ("texts.csv!row 2", "new")
    page = unescape(own.get(answer.headers["location"]).text)
    assert "2 files or pages, 3 documents in them" in page
    assert "Page 2 has pictures and no text." in page
    shown = unescape(own.get(f"/documents/{talks['document']}").text)
    assert "Page 1." in shown or "page 1." in shown
    assert "pages 1" not in shown


def test_the_same_text_is_known_and_another_at_its_address_is_a_version(own: TestClient) -> None:
    told = []
    for text in (READOUT, READOUT, READOUT.replace("small hats", "large hats")):
        answer = paste(own, text, **FACTS)
        assert answer.status_code == 303
        told += [one["status"] for one in ended(own, answer.headers["location"])["documents"]]
    assert told == ["new", "known already", "a new version of a page that is held"]


def test_what_is_given_beside_a_text_is_kept_with_it(own: TestClient) -> None:
    answer = paste(own, READOUT.replace("\n", "\r\n"), **FACTS)
    [one] = ended(own, answer.headers["location"])["documents"]
    document = next(row for row in own.get("/documents?format=json").json() if row["id"] == one["document"])
    assert (document["publisher"], document["published"], document["url"]) == (
        FACTS["publisher"],
        "2031-05-05",
        FACTS["url"],
    )


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"published": "5 May"}, "The date '5 May' is not a day"),
        ({"country": "Arvenia"}, "The country 'Arvenia' is not a country code"),
        ({"url": "javascript:alert(1)"}, "is not the address of a page"),
        ({"url": "https:///x"}, "is not the address of a page"),
    ],
)
def test_bad_facts_are_told_and_the_text_is_not_lost(
    own: TestClient, facts: dict[str, str], told: str
) -> None:
    answer = paste(own, READOUT, **facts)
    assert answer.status_code == 422
    assert told in unescape(answer.text)
    assert "The gulls of the harbour wore small hats." in answer.text


def test_nothing_and_facts_of_one_for_several_are_refused(own: TestClient) -> None:
    assert "Nothing was handed in" in upload(own).text
    several = upload(own, ("a.txt", b"a"), ("b.txt", b"b"), publisher="Ministry")
    assert several.status_code == 422
    assert "those of one document, and 2 files were chosen" in unescape(several.text)


def test_a_file_beyond_the_limit_is_named_and_the_others_are_kept(own: TestClient) -> None:
    answer = upload(own, ("big.txt", b"x" * (8 * 2**20 + 1)), ("one.txt", READOUT.encode()))
    big, one = ended(own, answer.headers["location"])["documents"]
    assert "more than the limit of 8.0 MB" in big["problem"]
    assert one["status"] == "new"


def test_names_are_names_and_nothing_more(own: TestClient) -> None:
    answer = upload(
        own,
        ("../../etc/<b>x</b>.txt", READOUT.encode()),
        ("C:\\tmp\\a.txt", b"Snow fell."),
        ("a.txt", b"Rain."),
    )
    status = ended(own, answer.headers["location"])
    assert [one["name"] for one in status["documents"]] == ["b>.txt", "a.txt", "a (2).txt"]
    assert "<b>x" not in own.get(answer.headers["location"]).text


def test_names_are_kept_apart() -> None:
    assert apart(["a.txt", "a.txt", "a", "a", "a (2).txt", ".x", ".x"]) == [
        "a.txt", "a (2).txt", "a", "a (2)", "a (2) (2).txt", ".x", ".x (2)",
    ]  # fmt: skip


def test_a_document_full_of_marks_is_text(own: TestClient) -> None:
    wild = f"<script>alert(1)</script> \u202egnp.exe\u202c {'x' * 10_000}. The lamps were lit."
    answer = paste(own, wild, publisher="<img src=x onerror=alert(1)>")
    [one] = ended(own, answer.headers["location"])["documents"]
    assert one["status"] == "new"
    page = own.get(answer.headers["location"]).text
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "\u202e" not in page


def test_a_hand_in_that_is_not_known_is_said_so(visitor: TestClient) -> None:
    answer = visitor.get("/add?read=none")
    assert answer.status_code == 404
    assert "whatever was kept of it stands in the list of documents" in answer.text


def test_who_added_what_stands_in_the_trail(demo: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "own.db"
    ledger.write_bytes(demo.read_bytes())
    with client(settings_for(ledger, with_users(ledger))) as made:
        log_in(made, "Cy Morrow")
        data = {"form_token": token(made, "/add"), "text": READOUT}
        answer = made.post("/add", data=data, follow_redirects=False)
        [one] = ended(made, answer.headers["location"])["documents"]
        trail = [(row["who"], row["what"], row["about"]) for row in made.get("/users?format=json").json()]
    assert ("Cy Morrow", "document added", f"{one['document']} (new): {one['name']}") in trail
    assert ("Cy Morrow", "handed in documents", one["name"]) in trail


DROP = """([name, text]) => {
  const given = new DataTransfer();
  const bytes = Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
  given.items.add(new File([bytes], name, { type: "text/plain" }));
  for (const kind of ["dragover", "drop"]) {
    document.getElementById("drop").dispatchEvent(
      new DragEvent(kind, { dataTransfer: given, bubbles: true, cancelable: true }));
  }
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_what_came_of_it_has_no_barrier(own_room: Room, browser: Browser, scheme: Any, width: int) -> None:
    with browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme) as context:
        tab = context.new_page()
        tab.goto(f"{own_room.address}/add")
        sent = [("one.txt", READOUT.encode()), (f"{'x' * 90}.txt", b"%PDF-1.7")]
        tab.set_input_files(
            "#files", [FilePayload(name=name, mimeType="text/plain", buffer=raw) for name, raw in sent]
        )
        tab.get_by_role("button", name="Add the files").click()
        expect(tab.get_by_role("heading", name="What came of it")).to_be_visible(timeout=20_000)
        if SHOTS:
            tab.screenshot(path=str(Path(SHOTS) / f"added-{scheme}-{width}.png"), full_page=True)
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
        assert barriers(tab) == []


def test_a_person_adds_a_document_by_drop(own_room: Room, tab: Page) -> None:
    tab.goto(f"{own_room.address}/add")
    with tab.expect_navigation():
        tab.evaluate(DROP, ["quill-tarn.txt", base64.b64encode(READOUT.encode()).decode()])
    expect(tab.get_by_role("heading", name="What came of it")).to_be_visible(timeout=20_000)
    expect(tab.get_by_role("main")).to_contain_text("new")
    tab.get_by_text("What was not read, and why").click()
    expect(tab.get_by_role("main")).to_contain_text("The gulls of the harbour wore small hats.")
    tab.locator("main h2 a").click()
    expect(tab.get_by_role("main")).to_contain_text("Minister Quill welcomed the opening of the ferry line.")
    with Ledger.open(own_room.ledger) as ledger:
        assert [row.file for row in query.documents(ledger)].count("quill-tarn.txt") == 1


def fetched(made: TestClient, url: str) -> dict[str, Any]:
    data = {"form_token": mark(made), "url": url, "publisher": FACTS["publisher"], "country": "xa"}
    answer = made.post("/add", data=data, follow_redirects=False)
    return dict(ended(made, answer.headers["location"])["documents"][0])


def test_a_page_is_fetched_from_its_address(demo: Path, tmp_path: Path) -> None:
    path = copied(demo, tmp_path)
    settings = replace(settings_for(path), allowed=frozenset({"127.0.0.1"}))
    with misbehaving() as server, client(settings) as made:
        good, cut = fetched(made, f"{server}/good"), fetched(made, f"{server}/truncated")
    assert (good["status"], good["name"]) == ("new", f"{server}/good")
    assert "broke off before its end" in cut["problem"]
    with Ledger.open(path) as ledger:
        row = next(one for one in query.documents(ledger) if one.url == f"{server}/good")
    assert (row.publisher, row.side, row.file) == (FACTS["publisher"], "XA", None)


def test_a_pdf_is_fetched_from_its_address_and_cited_with_its_page(demo: Path, tmp_path: Path) -> None:
    path = copied(demo, tmp_path)
    settings = replace(settings_for(path), allowed=frozenset({"127.0.0.1"}))
    with misbehaving() as server, client(settings) as made:
        release, scan = fetched(made, f"{server}/release.pdf"), fetched(made, f"{server}/scan.pdf")
        cited = made.get(f"/documents/{release['document']}/cite?at=0-20").text
    assert (release["status"], release["name"]) == ("new", f"{server}/release.pdf")
    assert "the PDF has no text" in scan["problem"]
    assert "page 1, " in unescape(cited)


def test_a_page_of_a_private_network_is_not_fetched(own: TestClient) -> None:
    with misbehaving() as server:
        assert "an address of a private network" in fetched(own, f"{server}/good")["problem"]
