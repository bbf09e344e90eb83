"""The front page, a relationship and the findings: what they say, where it leads, what narrows it."""

from __future__ import annotations

import asyncio
import re
import shutil
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Page, expect

from regesta.engine.read import read_document
from regesta.ledger import Ledger
from regesta.model.document import Source
from regesta.model.finding import RegestaError
from regesta.model.links import Dated, Joined
from regesta.query.relations import Cell
from regesta.reading import read_bytes
from regesta.web.keeping import Calling
from regesta.web.timeline import PERIODS, counted, marked
from regesta.work.checking import findings_stand
from regesta.work.linking import link

from .room import NOW, PACK, Room, client, settings_for

SUMMIT = re.compile(r"summit in [^,]+, 7 February 2024: held")
HOSTILE = (
    "<script>alert(1)</script> On 4 May 2031, the Foreign Minister of Arvenia, Ms. Ada Quill, met with the"
    " Foreign Minister of Tolmark, Mr. Bo Tarn, in Port Selen. Ms. Quill promised to send \u202ea list\u202c"
    f" of <b>ports</b> by the end of May 2031. Mr. Tarn welcomed {'x' * 10_000}.\n"
)


def links_of(page: str) -> list[str]:
    return re.findall(r'href="([^"]+)"', page)


def run_apart(made: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run what is to be awaited in a thread without a loop: the browser's driver keeps one in this."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(lambda: asyncio.run(made())).result()


def joined(number: int, when: str, status: str = "held", format_: str = "summit") -> Joined:
    return Joined(
        f"g-{number}", (), (), Dated(when, "stated"), format_, "in_person", status, ("XA", "XB"), None, None
    )


def zoom(period: str) -> str:
    return f"?since={period}"


def test_the_front_page_leads_to_each_relationship_and_its_places(visitor: TestClient) -> None:
    page = visitor.get("/").text
    assert "/r/XA-XB" in links_of(page)
    assert "Seen from the newest document of the ledger, 20 December 2024" in page
    assert any(re.fullmatch(r"/documents/d-\w+\?at=\d+-\d+#at", link) for link in links_of(page))
    assert "/findings?code=duration-differs&amp;level=conflict" in links_of(page)
    [row] = visitor.get("/?format=json").json()
    assert (row["pair"], row["documents"], row["last"]) == ("XA-XB", 21, "2024-12-20")


def test_every_meeting_on_the_timeline_leads_to_its_page(visitor: TestClient) -> None:
    page = visitor.get("/r/XA-XB").text
    marks = re.findall(r'<a href="(/meetings/g-\w+)" aria-label="([^"]+)">', page)
    listed = visitor.get("/meetings?between=XA-XB&format=json").json()
    dated = {f"/meetings/{one['id']}" for one in listed if one["when"]}
    assert len(marks) == len(dated) > 15
    assert {address for address, _ in marks} == dated
    assert any(SUMMIT.search(label) for _, label in marks)
    assert {visitor.get(address).status_code for address, _ in marks[:3]} == {200}
    undated = len(listed) - len(dated)
    assert (f"{undated} meeting" in page and "without a known day" in page) == bool(undated)


def test_a_year_narrows_the_timeline_the_register_the_topics_and_the_names(visitor: TestClient) -> None:
    whole, page = visitor.get("/r/XA-XB").text, visitor.get("/r/XA-XB?since=2023&until=2023").text
    labels = re.findall(r'aria-label="([^"]+: (?:held|planned|referenced))"', page)
    assert labels
    assert all("2023" in label for label in labels)
    assert "20 December 2024" not in page.partition('id="register"')[2].partition('id="coming"')[0]
    assert "Sarn Islands" in page
    assert len(page) < len(whole)
    rows = visitor.get("/r/XA-XB?since=2023&until=2023&format=json").json()
    assert {row["earliest"][:4] for row in rows} == {"2023"}


def test_the_register_beside_it_can_be_had_whole(visitor: TestClient) -> None:
    rows = visitor.get("/r/XA-XB?format=csv").text.splitlines()
    assert rows[0].startswith("id,level,kind,place,date,parties,abstract")
    listed = visitor.get("/meetings?between=XA-XB&format=json").json()
    assert {row["id"] for row in visitor.get("/r/XA-XB?format=json").json()} == {one["id"] for one in listed}
    assert "Next page" in visitor.get("/r/XA-XB").text
    assert "Earlier page" in visitor.get("/r/XA-XB?page=2").text


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/r/XA-XC", 404, "The ledger holds nothing on XA and XC together."),
        ("/r/here", 400, "are no two sides"),
        ("/r/XA-XB?since=soon", 400, "is not a date"),
        ("/r/XA-XB?page=0", 400, "is no page of the list"),
        ("/findings?code=window", 400, "There is no code"),
        ("/findings?level=bad", 400, "There is no level"),
    ],
)
def test_what_cannot_be_shown_is_said_in_a_sentence(
    visitor: TestClient, address: str, status: int, words: str
) -> None:
    answer = visitor.get(address)
    assert answer.status_code == status
    assert words in answer.text


def test_findings_are_narrowed_and_explained(visitor: TestClient) -> None:
    page = visitor.get("/findings?code=duration-differs").text
    assert "60 minutes and 75 minutes" in page
    assert "window closed</a></p>" not in page
    assert "Which is right is not said" in page
    rows = visitor.get("/findings?format=json&level=all").json()
    assert {row["level"] for row in rows} == {"conflict", "open", "note"}
    assert all(place["quote"] and place["citation"] for row in rows for place in row["places"])
    document = rows[0]["places"][0]["document"]
    narrowed = visitor.get(f"/findings?format=json&level=all&document={document}").json()
    assert narrowed
    assert all(document in {place["document"] for place in row["places"]} for row in narrowed)
    assert visitor.get("/findings?format=json&between=XA-XC").json() == []


def test_findings_say_what_they_do_not_know_and_are_brought_up_to_date(demo: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(demo, tmp_path / "own.db"))
    with client(settings_for(path)) as own:
        keeper = own.app.state.keeper  # type: ignore[attr-defined]
        assert keeper.idle.wait(30)
        assert "newer or changed since" not in own.get("/findings").text
        text = HOSTILE.encode()
        with Ledger.open(path) as ledger:
            source = Source(published="2031-05-05", country="XA")
            ledger.add(read_document(read_bytes(text, "new.txt", source), topics=(PACK,)), now=NOW)
            link(ledger, now=NOW)
        page = own.get("/findings").text  # it also calls the keeper
        assert "1 document is newer or changed since" in page or "over 22 documents" in page
        assert keeper.idle.wait(30)
        assert "over 22 documents" in own.get("/findings").text
        with Ledger.open(path) as ledger:
            assert findings_stand(ledger)


def test_a_reason_why_findings_are_not_up_to_date_stands_on_the_page(
    demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> bool:
        raise RegestaError("The disk is full.")

    monkeypatch.setattr("regesta.web.keeping.keep_findings", refused)
    with client(settings_for(Path(shutil.copy(demo, tmp_path / "own.db")))) as own:
        assert own.app.state.keeper.idle.wait(30)  # type: ignore[attr-defined]
        for address in ("/", "/findings"):
            assert "could not be brought up to date: The disk is full." in own.get(address).text


@pytest.mark.parametrize(("method", "times"), [("GET", 0), ("HEAD", 0), ("POST", 1)])
def test_the_findings_are_looked_at_after_what_may_change_the_ledger(method: str, times: int) -> None:
    done: list[str] = []

    async def app(*_: object) -> None:
        done.append("answered")

    asked = Calling(app, lambda: done.append("called"))
    run_apart(lambda: asked({"type": "http", "method": method}, None, None))
    assert done == ["answered", *["called"] * times]


def test_words_of_documents_are_never_markup(tmp_path: Path) -> None:
    path = tmp_path / "hostile.db"
    with Ledger.open(path, create=True) as ledger:
        source = Source(published="2031-05-05", country="XA")
        page = read_bytes(HOSTILE.encode(), "hostile.txt", source)
        ledger.add(read_document(page, topics=(PACK,)), now=NOW)
    with client(settings_for(path)) as own:
        for address in ("/", "/r/XA-XB", "/findings?level=all"):
            shown = own.get(address)
            assert shown.status_code == 200
            assert "<script>alert" not in shown.text
            assert "\u202e" not in shown.text
            assert len(shown.content) < 100_000


def test_many_meetings_are_counted_by_year_and_what_is_left_out_is_known() -> None:
    years = [f"{year}" for year in range(1900, 2000)]
    chart = counted([Cell(year, "summit", "held", 3) for year in years], zoom)
    assert chart is not None
    assert (chart.since, chart.until, chart.each) == ("1940", "1999", False)
    assert len(chart.lanes[0].blocks) == PERIODS
    assert chart.lanes[0].blocks[0].label == "Leaders, 1940: 3 meetings"
    mixed = counted([Cell("2001", "summit", "held", 1), Cell("2001", "summit", "not_held", 2)], zoom)
    assert mixed is not None
    assert mixed.lanes[0].blocks[0].label == "Leaders, 2001: 3 meetings (2 not held)"


def test_meetings_of_one_day_stand_beneath_each_other_on_their_level() -> None:
    chart = marked([joined(1, "2031-05-04"), joined(2, "2031-05-04"), joined(3, "2031-11-04")], None, zoom)
    assert chart is not None
    [first, second, third] = chart.lanes[0].marks
    assert first.x == second.x < third.x
    assert first.y == third.y < second.y
    assert all(mark.y < chart.lanes[0].height for mark in chart.lanes[0].marks)


def test_each_status_has_a_shape_of_its_own_and_a_window_has_its_length() -> None:
    some = [
        joined(n, "2031", status) for n, status in enumerate(("held", "planned", "referenced", "not_held"))
    ]
    chart = marked(some, "2031-06-01", zoom)
    assert chart is not None
    assert len({mark.shape for mark in chart.lanes[0].marks}) == 4
    assert all(mark.end - mark.start > 100 for mark in chart.lanes[0].marks)
    assert chart.today is not None


def test_a_person_finds_a_meeting_on_the_timeline_and_looks_at_one_year(tab: Page, room: Room) -> None:
    tab.goto(f"{room.address}/")
    tab.get_by_role("link", name="Arvenia – Tolmark").click()
    expect(tab.get_by_role("heading", level=1)).to_contain_text("Arvenia")
    tab.get_by_role("link", name="Show 2024 alone").click()
    expect(tab).to_have_url(re.compile(r"since=2024&until=2024"))
    tab.get_by_role("link", name=SUMMIT).first.click()
    expect(tab).to_have_url(re.compile(r"/meetings/g-"))
    tab.go_back()
    tab.get_by_role("link", name="All years").click()
    tab.get_by_label("Until").fill("2023")
    tab.get_by_role("button", name="Show").click()
    expect(tab.get_by_label("Until")).to_have_value("2023")


def test_the_figures_of_a_relationship_lead_to_lists_of_as_many(visitor: TestClient) -> None:
    assert len(visitor.get("/documents?between=XB-XA&format=json").json()) == 21
    assert visitor.get("/documents?between=XA-XC&format=json").json() == []
    [row] = visitor.get("/?format=json").json()
    assert len(visitor.get("/meetings?between=XA-XB&format=json").json()) == row["meetings"]
    promised = visitor.get("/commitments?between=XA-XB&format=json").json()
    assert promised == visitor.get("/commitments?format=json").json() != []
    assert visitor.get("/requests?between=XA-XC&format=json").json() == []
