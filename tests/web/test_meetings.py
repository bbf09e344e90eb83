"""The list of meetings: one row a meeting, what narrows it, its pages, its other forms."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from fastapi.testclient import TestClient

from regesta import query
from regesta.ledger import Ledger
from regesta.model.edtf import bounds
from regesta.query.meeting_list import Wanted

from .room import Room


def listed(visitor: TestClient, **asked: str) -> list[dict[str, Any]]:
    answer = visitor.get("/meetings", params={"format": "json", **asked})
    assert answer.status_code == 200, answer.text
    rows: list[dict[str, Any]] = answer.json()
    return rows


def test_a_meeting_that_both_sides_report_is_one_row(visitor: TestClient) -> None:
    [row] = listed(visitor, since="2024-06-12", until="2024-06-12", kind="foreign_ministers")
    assert (row["format"], row["status"], row["parties"]) == ("foreign_ministers", "held", ["XA", "XB"])
    assert row["tellers"] == ["XA", "XB"]
    assert row["documents"] > 2


@pytest.mark.parametrize(("order", "turned"), [("newest", True), ("oldest", False)])
def test_meetings_stand_in_order_of_date_and_those_without_a_day_last(
    visitor: TestClient, order: str, turned: bool
) -> None:
    whens = [row["when"] for row in listed(visitor, order=order)]
    dated = [when for when in whens if when]
    begins = [window[0] for when in dated if (window := bounds(when))]
    assert begins == sorted(begins, reverse=turned)
    assert whens == [*dated, *([None] * (len(whens) - len(dated)))]
    assert 0 < len(dated) < len(whens)


@pytest.mark.parametrize(
    ("asked", "holds"),
    [
        ({"status": "not_held"}, lambda row: row["status"] == "not_held"),
        ({"kind": "summit"}, lambda row: row["format"] == "summit"),
        ({"party": "xb"}, lambda row: "XB" in row["parties"]),
        ({"between": "XB-XA"}, lambda row: row["parties"] == ["XA", "XB"]),
    ],
)
def test_a_filter_leaves_what_fits_alone(visitor: TestClient, asked: dict[str, str], holds: Any) -> None:
    rows = listed(visitor, **asked)
    assert 0 < len(rows) < len(listed(visitor))
    assert all(holds(row) for row in rows)


def test_a_person_is_found_by_a_word_of_the_name(visitor: TestClient) -> None:
    assert {row["format"] for row in listed(visitor, person="quoll")} == {"vice_ministerial"}
    assert listed(visitor, person="nobody of this name") == []


def test_a_topic_finds_the_meetings_at_which_it_was_spoken_of(visitor: TestClient) -> None:
    rows = listed(visitor, topic="ferry_line")
    assert "2024-06-12" in {row["when"] for row in rows}
    assert listed(visitor, topic="no_such_topic") == []


def test_the_list_is_cut_in_pages(room: Room) -> None:
    with Ledger.open(room.ledger) as ledger:
        first, more = query.met_page(ledger, size=5)
        second, _ = query.met_page(ledger, first=5, size=5)
        whole = list(query.met_all(ledger))
        last, none = query.met_page(ledger, first=len(whole) - 1, size=5)
    assert more and not none
    assert first + second == whole[:10]
    assert last == whole[-1:]


def test_a_person_and_a_topic_narrow_together(room: Room) -> None:
    with Ledger.open(room.ledger) as ledger:
        both, _ = query.met_page(ledger, Wanted(person="Rhode", topic="ferry_line"))
        person, _ = query.met_page(ledger, Wanted(person="Rhode"))
        topic, _ = query.met_page(ledger, Wanted(topic="ferry_line"))
    ids = [{row.joined.id for row in rows} for rows in (both, person, topic)]
    assert ids[0] == ids[1] & ids[2]
    assert ids[0] < ids[1]


def test_the_whole_list_can_be_had_as_csv(visitor: TestClient) -> None:
    answer = visitor.get("/meetings", params={"format": "csv"})
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [row["id"] for row in rows] == [row["id"] for row in listed(visitor)]
    assert all(row["citation"] for row in rows)


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"status": "perhaps"}, "There is no status of a meeting &#39;perhaps&#39;"),
        ({"kind": "tea"}, "There is no format &#39;tea&#39;"),
        ({"between": "XA"}, "&#39;XA&#39; are no two sides; write their codes as XA-XB."),
        ({"since": "soon"}, "&#39;soon&#39; is not a date"),
        ({"page": "0"}, "&#39;0&#39; is no page of the list"),
        ({"order": "loudest"}, "There is no order &#39;loudest&#39;"),
    ],
)
def test_what_cannot_be_asked_is_answered_with_a_sentence(
    visitor: TestClient, asked: dict[str, str], sentence: str
) -> None:
    answer = visitor.get("/meetings", params=asked)
    assert answer.status_code == 400
    assert sentence in answer.text
