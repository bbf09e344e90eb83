"""Topics between two sides, one topic over time, and the list of statements."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Page, expect

from regesta import query
from regesta.ledger import Ledger
from regesta.model.drift import Thread
from regesta.query.filters import Filters
from regesta.query.statement_list import Asking
from regesta.query.wording import wordings
from regesta.web.strength_chart import chart

from .room import Room

PAIR = ("XA", "XB")
FERRY = "/topics/ferry_line?between=XA-XB"


def objects(visitor: TestClient, address: str, **asked: str) -> list[dict[str, Any]]:
    answer = visitor.get(address, params={"format": "json", **asked})
    assert answer.status_code == 200, answer.text
    rows: list[dict[str, Any]] = answer.json()
    return rows


def test_topics_have_the_counts_of_both_sides(visitor: TestClient) -> None:
    [ferry] = [row for row in objects(visitor, "/topics", between="xb-xa") if row["topic"] == "ferry_line"]
    for side, column in (("XA", "first_side_statements"), ("XB", "second_side_statements")):
        counted = objects(visitor, "/statements", topic="ferry_line", between="XA-XB", party=side)
        assert ferry[column] == len(counted) > 0
    assert ferry["since"] < ferry["until"]


def test_without_two_sides_the_pairs_are_offered(visitor: TestClient) -> None:
    assert 'href="/topics?between=XA-XB"' in visitor.get("/topics").text


def test_a_topic_of_one_pair_leads_on_to_it(visitor: TestClient) -> None:
    answer = visitor.get("/topics/ferry_line", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, FERRY)
    assert visitor.get("/topics/no_such_topic").status_code == 404


def test_the_chronology_has_both_sides_in_order(visitor: TestClient) -> None:
    rows = objects(visitor, FERRY, between="XA-XB", order="oldest")
    days = [row["date"] for row in rows if row["date"]]
    assert days == sorted(days)
    assert {row["document"] for row in rows} > {rows[0]["document"]}
    text = visitor.get(FERRY).text
    assert "Minister Brisson" in text or "The ministers" in text


def test_a_statement_without_a_year_of_its_own_has_the_day_of_its_meeting_in_brackets(
    visitor: TestClient,
) -> None:
    assert '<b class="day">23 May [2023]</b>' in visitor.get(FERRY).text


def test_each_dot_of_the_chart_leads_to_the_words_that_show_it(visitor: TestClient) -> None:
    text = visitor.get(FERRY).text
    dots = re.findall(r'<a href="/documents/d-[0-9a-f]+\?at=\d+-\d+#at" aria-label="([^"]+)"><circle', text)
    assert "XA, 14 February 2023: agree, step 8" in dots
    assert any("as told by XB" in dot for dot in dots)


def test_the_strength_is_that_of_the_threads_of_wording(room: Room) -> None:
    with Ledger.open(room.ledger) as ledger:
        found = query.strength(ledger, PAIR, "ferry_line", Filters())
        own = next(one for one in query.drift(ledger, "XA", "ferry_line") if one.own)
    told = {one.occasion.earliest: one.force for one in own.stages if one.force and one.occasion.earliest}
    assert {dot.day: dot.force for dot in found.dots if dot.own and dot.side == "XA"} == told
    assert found.undated == 0
    drawn = chart(found.dots)
    assert drawn is not None
    assert all(drawn.left <= mark.x <= drawn.width for mark in drawn.marks)


def test_no_dated_words_give_no_chart() -> None:
    assert chart(()) is None


def stages(threads: tuple[Thread, ...]) -> dict[str | None, list[tuple[str | None, str, object]]]:
    return {
        one.teller: [(stage.occasion.earliest, stage.change, stage.wording) for stage in one.stages]
        for one in threads
    }


@pytest.mark.parametrize("topic", ["ferry_line", "detained_crew", "political_dialogue"])
@pytest.mark.parametrize("side", PAIR)
def test_the_wording_of_a_pair_is_that_of_the_whole_ledger(room: Room, side: str, topic: str) -> None:
    with Ledger.open(room.ledger) as ledger:
        part = wordings(ledger, PAIR, side, topic, size=1000)
        assert stages(part.threads) == stages(query.drift(ledger, side, topic))
    assert not part.more


def test_pages_of_wording_compare_with_what_was_said_before_them(room: Room) -> None:
    with Ledger.open(room.ledger) as ledger:
        whole = stages(wordings(ledger, PAIR, "XA", "ferry_line", size=1000).threads)
        newest = wordings(ledger, PAIR, "XA", "ferry_line", size=2)
        older = wordings(ledger, PAIR, "XA", "ferry_line", first=2, size=1000)
    assert newest.more and not older.more
    for teller, found in stages(newest.threads).items():
        assert [one for one in found if one[2]] == [one for one in whole[teller] if one in found and one[2]]
    said = {(teller, one[0]) for part in (newest, older) for teller, some in stages(part.threads).items()
            for one in some if one[1] != "does_not_mention"}  # fmt: skip
    assert said == {
        (teller, one[0]) for teller, some in whole.items() for one in some if one[1] != "does_not_mention"
    }


def test_words_that_came_and_went_are_marked(visitor: TestClient) -> None:
    text = visitor.get(f"{FERRY}&view=wording&side=XA").text
    assert "the <ins>arrival of the second vessel</ins>" in text
    assert re.search(
        r'<a href="/documents/[^"]+"><del>opening of the ferry line on September 2</del></a>', text
    )
    assert "Does not mention" not in text and "does not mention the topic." in text


def test_statements_are_narrowed_by_every_filter(visitor: TestClient) -> None:
    whole = objects(visitor, "/statements")
    for asked in (
        {"party": "xb"}, {"person": "vaal"}, {"topic": "sea_cable"}, {"since": "2024"}, {"until": "2023"},
        {"act": "urge"}, {"act": "OBJECT"}, {"publisher": "prime minister"},
        {"between": "XA-XB", "act": "agree"},
    ):  # fmt: skip
        some = objects(visitor, "/statements", **asked)
        assert 0 < len(some) < len(whole), asked
        assert {row["id"] for row in some} < {row["id"] for row in whole}
    assert {row["act"] for row in objects(visitor, "/statements", act="urge")} == {"urge"}
    assert objects(visitor, "/statements", between="XC-XD") == []


def test_the_statements_of_a_meeting_are_those_under_its_mentions(visitor: TestClient, room: Room) -> None:
    [meeting] = objects(
        visitor, "/meetings", since="2024-06-12", until="2024-06-12", kind="foreign_ministers"
    )
    rows = objects(visitor, "/statements", meeting=meeting["id"])
    with Ledger.open(room.ledger) as ledger:
        sheet = query.meeting_sheet(ledger, meeting["id"])
    assert sheet is not None
    assert {row["id"] for row in rows} == {row.id for row in sheet.said}


@pytest.mark.parametrize("order", ["newest", "oldest", "confidence"])
def test_pages_put_together_are_the_whole_list(room: Room, order: Any) -> None:
    with Ledger.open(room.ledger) as ledger:
        whole = [row.id for row in query.every_statement(ledger, Asking(), order)]
        found: list[str | None] = []
        more = True
        while more:
            rows, more = query.statement_page(ledger, Asking(), order, len(found), 40)
            found += [one.row.id for one in rows]
        known = {row.id for row in query.statements(ledger)}
    assert found == whole
    assert set(whole) == known and len(whole) == len(known)


def test_the_oldest_stand_first_and_the_undated_last(visitor: TestClient) -> None:
    days = [row["date"] for row in objects(visitor, "/statements", order="oldest")]
    dated = [day for day in days if day]
    assert days == [*sorted(dated), *([None] * (len(days) - len(dated)))]
    assert len(dated) < len(days)


def test_statements_can_be_had_as_csv(visitor: TestClient) -> None:
    answer = visitor.get("/statements", params={"format": "csv", "topic": "sea_cable"})
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [row["id"] for row in rows] == [
        row["id"] for row in objects(visitor, "/statements", topic="sea_cable")
    ]


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("/statements?act=sing", "There is no act &#39;sing&#39;"),
        ("/statements?order=loudest", "There is no order"),
        ("/topics?between=XA", "are no two sides"),
        (f"{FERRY}&view=song", "There is no view &#39;song&#39;"),
        (f"{FERRY}&view=wording&side=XC", "There is no side &#39;XC&#39;"),
        (f"{FERRY}&since=soon", "is not a date"),
    ],
)
def test_what_cannot_be_asked_is_answered_with_a_sentence(
    visitor: TestClient, address: str, sentence: str
) -> None:
    answer = visitor.get(address)
    assert answer.status_code == 400
    assert sentence in answer.text


def test_a_reader_follows_the_wording_of_a_side_to_the_document(room: Room, tab: Page) -> None:
    tab.goto(f"{room.address}/topics")
    tab.get_by_role("link", name="Arvenia and Tolmark").click()
    tab.get_by_role("link", name="Ferry line between Lunden Bay and Skarvik").click()
    tab.get_by_role("link", name="Wording of Arvenia").click()
    expect(tab.locator("ins").nth(1)).to_be_visible()
    tab.get_by_role("link", name=re.compile("arrival of the second vessel”")).click()
    expect(tab).to_have_url(re.compile(r"/documents/d-[0-9a-f]+\?at=\d+-\d+#at$"))
