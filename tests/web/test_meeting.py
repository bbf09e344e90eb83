"""The page of one meeting: what its documents give, who tells of it, what was said and promised."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from regesta import query
from regesta.ledger import Ledger
from regesta.query.findings import found_in
from regesta.query.meeting_sheet import MeetingSheet
from tests.cli.make import run

from .addresses import told_twice
from .room import PACK, Room


@pytest.fixture(scope="module")
def page(visitor: TestClient) -> str:
    return visitor.get(told_twice(visitor)).text


@pytest.fixture(scope="module")
def sheet(room: Room, visitor: TestClient) -> MeetingSheet:
    with Ledger.open(room.ledger) as ledger:
        found = query.meeting_sheet(ledger, told_twice(visitor).rpartition("/")[2])
    assert found is not None
    return found


def given(sheet: MeetingSheet, name: str) -> dict[str, tuple[int, ...]]:
    return {value.words: value.numbers for fact in sheet.facts if fact.name == name for value in fact.values}


def test_every_value_says_which_documents_give_it(sheet: MeetingSheet) -> None:
    assert given(sheet, "date") == {"June 2024 (planned)": (1, 2), "12 June 2024": (3, 4)}
    assert given(sheet, "length") == {"90 minutes": (3,)}
    assert given(sheet, "place") == {"Brannholt": (2, 3, 4)}


def test_who_took_part_stands_in_order_of_the_sides(sheet: MeetingSheet) -> None:
    [people] = [fact for fact in sheet.facts if fact.name == "who took part"]
    assert [value.country for value in people.values] == ["XA", "XB", "XB"]


def test_the_documents_are_told_apart_by_what_they_are_to_it(sheet: MeetingSheet) -> None:
    assert [one.role for one in sheet.told] == ["plan", "plan", "account", "account"]


def test_neighbours_in_the_series_are_those_of_the_same_sides_and_level(sheet: MeetingSheet) -> None:
    assert sheet.before is not None and sheet.before.dated.when == "2023-05-23"
    assert sheet.after is not None and sheet.after.dated.when == "2024-12-20"


def test_the_neighbours_are_those_that_a_look_at_the_whole_series_finds(room: Room) -> None:
    with Ledger.open(room.ledger) as ledger:
        rows, _ = query.met_page(ledger)
        for row in rows:
            whole, narrow = (
                query.joined_named(ledger, row.joined.id),
                query.meeting_sheet(ledger, row.joined.id),
            )
            assert whole is not None and narrow is not None
            ids = [[one and one.id for one in (each.before, each.after)] for each in (whole, narrow)]
            assert ids[0] == ids[1]
            assert {one.id for one in whole.contains} == {one.id for one in narrow.contains}


def test_both_sides_stand_beside_each_other_on_a_topic(page: str) -> None:
    ferry = page.partition('href="/topics/ferry_line?between=XA-XB"')[2].partition("<h3>")[0]
    assert "As Arvenia tells it" in ferry
    assert "As Tolmark tells it" in ferry
    assert "it would enter service on July 1." in ferry


def test_a_promise_stands_with_what_came_of_it(page: str) -> None:
    promised = page.partition('id="promised"')[2].partition("</section>")[0]
    assert re.search(r'<a href="/commitments/[^"]+"><span class="mark mark-open">open</span></a>', promised)


def test_every_quotation_leads_to_its_words(page: str) -> None:
    quotes = re.findall(r'<blockquote class="quote"[^>]*><a href="([^"]*)"', page)
    assert len(quotes) > 20
    assert all(re.fullmatch(r"/documents/d-[0-9a-f]+\?at=\d+-\d+#at", one) for one in quotes)


def test_a_record_of_the_meeting_leads_on_to_it(visitor: TestClient, sheet: MeetingSheet) -> None:
    record = sheet.told[-1].row.record.id
    answer = visitor.get(f"/meetings/{record}", follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"] == told_twice(visitor)


def test_a_meeting_that_is_not_there_has_a_sentence(visitor: TestClient) -> None:
    answer = visitor.get("/meetings/g-0000000000000000")
    assert answer.status_code == 404
    assert "The ledger has no meeting" in answer.text


def test_the_reasons_for_one_meeting_lead_to_the_review(page: str, sheet: MeetingSheet) -> None:
    assert sheet.judged
    for row in sheet.judged:
        assert f"/review?at={row.id}" in page
        assert row.entry.features


def test_what_the_checks_found_in_its_documents_stands_with_it(visitor: TestClient, room: Room) -> None:
    with Ledger.open(room.ledger) as ledger:
        rows, _ = query.met_page(ledger)
        sheets = [query.meeting_sheet(ledger, row.joined.id) for row in rows]
        about = {
            sheet.joined.id: {one.row.document.id for one in sheet.accounts} for sheet in sheets if sheet
        }
        found = {id_: found_in(ledger, documents) for id_, documents in about.items() if documents}
    told = {id_: some for id_, some in found.items() if some}
    assert told
    for id_, some in told.items():
        assert all({one.place.document for one in row.cited} & about[id_] for row in some)
        text = visitor.get(f"/meetings/{id_}").text
        assert all(f'href="/findings?code={row.finding.code}"' in text for row in some)


HOSTILE = """Foreign Ministers’ Meeting of Arvenia and Tolmark

On 3 May 2025, Mr. Teodor Brisson, Minister for Foreign Affairs of Arvenia, held a meeting with
Mr. Karsten Vaal, Minister for Foreign Affairs of Tolmark.

Minister Brisson stated that the port of <script>alert(1)</script> would \u202eopen in June.
Minister Brisson stressed the importance of the {word} line.
"""


def test_words_of_a_document_are_never_markup(own: TestClient, tmp_path: Path) -> None:
    ledger = own.app.state.settings.ledger  # type: ignore[attr-defined]
    file = tmp_path / "hostile.txt"
    file.write_text(HOSTILE.format(word="w" * 10_000), encoding="utf-8")
    facts = ("--publisher", "Ministry", "--country", "XA", "--date", "2025-05-03")
    done = run("--ledger", ledger, "add", *facts, "--topics", PACK, file)
    assert done.code == 0, done.err
    asked = {"since": "2025-05-03", "kind": "foreign_ministers", "format": "json"}
    [row] = own.get("/meetings", params=asked).json()
    page = own.get(f"/meetings/{row['id']}").text
    assert "the port of &lt;script&gt;alert(1)&lt;/script&gt; would open in June." in page
    assert "w" * 10_000 in page
    assert "<script>alert" not in page
    assert "\u202e" not in page
