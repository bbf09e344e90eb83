"""Two accounts of one meeting side by side, and what a reader does to find what the sides say differently."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Page, expect

from regesta.model.finding import Place
from regesta.model.span import Span
from regesta.web.segments import pieces

from .addresses import told_twice
from .room import Room


@pytest.fixture(scope="module")
def address(visitor: TestClient) -> str:
    return f"{told_twice(visitor)}/accounts"


@pytest.fixture(scope="module")
def page(visitor: TestClient, address: str) -> str:
    return visitor.get(address).text


def place(quote: str, start: int = 10) -> Place:
    return Place("d-1", Span(start, start + len(quote)), quote)


def test_a_quotation_is_cut_at_the_words_that_are_marked() -> None:
    quote = place("the ferry sails in June")
    marked = [place("ferry", 14), place("in June", 26), place("elsewhere", 200)]
    found = pieces(quote, marked)
    assert [(one.text, one.marked) for one in found] == [
        ("the ", False), ("ferry", True), (" sails ", False), ("in June", True),
    ]  # fmt: skip
    assert "".join(one.text for one in found) == quote.quote


def test_marks_that_overlap_or_reach_beyond_are_cut_to_the_quotation() -> None:
    quote = place("the ferry sails")
    found = pieces(quote, [place("xx the ferry", 7), place("ferry sails to", 14)])
    assert "".join(one.text for one in found) == quote.quote
    assert all(one.marked for one in found)


def test_words_of_another_document_mark_nothing() -> None:
    assert [one.marked for one in pieces(place("the ferry"), [Place("d-2", Span(10, 19), "the ferry")])] == [
        False
    ]


def test_each_difference_has_its_type_its_grade_and_a_sentence(page: str) -> None:
    found = re.findall(
        r'<li class="difference grade-(\w+) type-(\w+)"><span class="kind">([^<]+)</span>', page
    )
    assert ("substantive", "attribution", "attribution") in found
    assert "XA: XB alone; XB: both sides (XA, XB)." in page


def test_each_difference_stands_once(visitor: TestClient, address: str, page: str) -> None:
    rows = visitor.get(address, params={"format": "json"}).json()
    told = [row for row in rows if row["type"] != "term"]
    assert page.count('<li class="difference ') == len(told)


def test_the_words_that_one_passage_alone_has_are_marked_inside_its_citation(page: str) -> None:
    cited = r'<blockquote class="quote"><a href="/documents/d-[0-9a-f]+\?at=\d+-\d+#at">'
    assert re.search(rf"{cited}“They <mark>agreed</mark> to", page)


def test_a_type_leaves_its_differences_alone(visitor: TestClient, address: str) -> None:
    answer = visitor.get(address, params={"type": "strength"})
    types = set(re.findall(r'<li class="difference grade-\w+ type-(\w+)"', answer.text))
    assert types == {"strength"}
    rows = visitor.get(address, params={"type": "strength", "format": "json"}).json()
    assert {row["type"] for row in rows} == {"strength"}


def test_the_names_that_each_uses_stand_beside_each_other(page: str) -> None:
    names = page.partition('id="names"')[2].partition("</section>")[0]
    assert re.search(r"<td>Sarn Islands</td>\s*<td>the Kestrel Islands</td>", names)


def test_an_announcement_beside_a_readout_is_said_to_be_one(visitor: TestClient) -> None:
    rows = visitor.get("/meetings", params={"format": "json"}).json()
    pages = [visitor.get(f"/meetings/{row['id']}/accounts").text for row in rows]
    assert any("An announcement tells what is expected, a readout what is reported" in one for one in pages)


def test_of_several_accounts_two_can_be_chosen(visitor: TestClient) -> None:
    rows = visitor.get("/meetings", params={"format": "json"}).json()
    for row in rows:
        text = visitor.get(f"/meetings/{row['id']}/accounts").text
        options = re.findall(r'<option value="(d-[0-9a-f]+)"', text.partition('id="f-right"')[0])
        if len(options) > 2:
            break
    else:
        pytest.fail("no meeting of the samples has three accounts")
    asked = {"left": options[0], "right": options[-1]}
    chosen = visitor.get(f"/meetings/{row['id']}/accounts", params=asked).text
    heads = chosen.partition('class="beside heads"')[2].partition("</section>")[0]
    assert set(re.findall(r'<h2 class="who-tells">[^<]*<a href="/documents/(d-[0-9a-f]+)"', heads)) == {
        options[0], options[-1],
    }  # fmt: skip


def test_one_account_is_said_to_have_nothing_beside_it(visitor: TestClient) -> None:
    rows = visitor.get("/meetings", params={"format": "json"}).json()
    alone = next(row for row in rows if row["documents"] == 1 and row["status"] == "held")
    text = visitor.get(f"/meetings/{alone['id']}/accounts").text
    assert "there is nothing to compare it with" in text


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"type": "loudness"}, "There is no type of difference"),
        ({"left": "d-0000"}, "is no account of this meeting"),
    ],
)
def test_what_cannot_be_asked_is_answered_with_a_sentence(
    visitor: TestClient, address: str, asked: dict[str, str], sentence: str
) -> None:
    answer = visitor.get(address, params=asked)
    assert answer.status_code == 400
    assert sentence in answer.text


def test_a_meeting_that_is_not_there_has_a_sentence(visitor: TestClient) -> None:
    assert visitor.get("/meetings/g-0000000000000000/accounts").status_code == 404


def test_a_reader_finds_what_the_sides_say_differently_and_reads_it_in_the_document(
    room: Room, tab: Page
) -> None:
    tab.goto(f"{room.address}/meetings")
    tab.get_by_label("Level").select_option("foreign_ministers")
    tab.get_by_role("link", name="12 June 2024").click()
    tab.get_by_role("link", name="Lay the accounts side by side").click()
    tab.get_by_label("attribution").check()
    tab.get_by_role("button", name="Show these").click()
    expect(tab.locator(".difference")).to_have_text([re.compile("attribution")] * 3)
    words = "They agreed to begin laying the undersea cable in the spring of 2025."
    tab.get_by_role("link", name=words).click()
    expect(tab).to_have_url(re.compile(r"/documents/d-[0-9a-f]+\?at=\d+-\d+#at$"))
    expect(tab.locator("main")).to_contain_text(words)


def test_on_paper_the_accounts_stand_in_two_columns(room: Room, address: str, tab: Page) -> None:
    tab.goto(room.address + address)
    tab.emulate_media(media="print")
    tab.set_viewport_size({"width": 700, "height": 900})
    columns = tab.locator(".pairing .beside").first.evaluate(
        "one => getComputedStyle(one).gridTemplateColumns"
    )
    assert len(columns.split()) == 2
    expect(tab.locator("form.filters")).to_be_hidden()
