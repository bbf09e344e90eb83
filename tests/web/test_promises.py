"""Commitments and requests: lists that can be narrowed, and histories with the words that show them."""

from __future__ import annotations

import csv
import io

import pytest
from fastapi.testclient import TestClient

from regesta import query
from regesta.ledger import Ledger
from regesta.query import Filters
from regesta.query.promises import Wanted, all_promises, promise, promises

from .room import Room

MEMORIAL_VISIT = "c-7c86e903349f"


def ids(client: TestClient, address: str) -> list[str]:
    """The ids of the records in the JSON at an address."""
    answer = client.get(address, headers={"Accept": "application/json"})
    assert answer.status_code == 200, answer.text
    return [row["id"] for row in answer.json()]


@pytest.mark.parametrize("kind", ["commitment", "request"])
@pytest.mark.parametrize(
    "filters",
    [
        Filters(),
        Filters(status="done"),
        Filters(party="XB", status="open"),
        Filters(since="2023-06", until="2024"),
        Filters(topic="ferry_line"),
        Filters(status="no_evidence"),
    ],
)
def test_the_lists_are_those_of_the_command_line(room: Room, kind: str, filters: Filters) -> None:
    asked = query.commitments if kind == "commitment" else query.requests
    with Ledger.open(room.ledger) as ledger:
        expected = [(row.id, row.status, row.came) for row in asked(ledger, filters)]
        found = all_promises(ledger, Wanted(kind, filters, order="date"))  # type: ignore[arg-type]
        assert [(row.id, row.status, row.came) for row in found] == expected


def test_a_page_is_a_cut_of_the_list(room: Room) -> None:
    with Ledger.open(room.ledger) as ledger:
        whole = [row.id for row in all_promises(ledger, Wanted("commitment"))]
        first, second = (promises(ledger, Wanted("commitment"), skip, 10) for skip in (0, 10))
    assert [row.id for row in (*first.rows, *second.rows)] == whole[:20]
    assert first.more
    assert len(set(whole)) == len(whole)


def test_a_history_is_cut_at_the_day_that_is_asked_for(room: Room) -> None:
    with Ledger.open(room.ledger) as ledger:
        now, then = (
            promise(ledger, "commitment", MEMORIAL_VISIT),
            promise(ledger, "commitment", MEMORIAL_VISIT, "2023-06-30"),
        )
    assert now is not None and then is not None
    assert (now.row.status, then.row.status) == ("done", "not_done")


def test_a_promise_of_which_nothing_was_known_on_a_day_is_not_listed(visitor: TestClient) -> None:
    assert MEMORIAL_VISIT in ids(visitor, "/commitments?as_of=2023-02-14")
    assert ids(visitor, "/commitments?as_of=2023-02-13") == []


def test_declared_intents_stand_apart(visitor: TestClient) -> None:
    intents = ids(visitor, "/commitments?strength=1")
    undertakings = ids(visitor, "/commitments?strength=2-5")
    assert intents and undertakings
    assert ids(visitor, "/commitments") == undertakings + intents
    page = visitor.get("/commitments").text
    assert page.index(f"/commitments/{undertakings[0]}") < page.index("Declared intents")
    assert page.index(f'<a href="/commitments/{intents[0]}') > page.index("Declared intents")


def test_the_csv_has_what_the_json_has(visitor: TestClient) -> None:
    answer = visitor.get("/requests?format=csv&status=done")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [row["id"] for row in rows] == ids(visitor, "/requests?status=done")
    assert all(row["quote"] for row in rows)


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("/commitments?status=kept", "There is no status 'kept'"),
        ("/commitments?strength=high", "'high' is no strength"),
        ("/commitments?as_of=2023", "'2023' is not a day"),
        ("/commitments?since=soon", "'soon' is not a date"),
        ("/requests?act=beg", "There is no act 'beg'"),
        ("/requests?page=0", "'0' is no page"),
    ],
)
def test_what_cannot_be_asked_is_said(visitor: TestClient, address: str, sentence: str) -> None:
    for form in ("html", "json"):
        if "page" in address and form == "json":
            continue
        answer = visitor.get(f"{address}&format={form}", headers={"Accept": "text/html"})
        assert answer.status_code == 400
        assert sentence in answer.text.replace("&#39;", "'")


def test_each_step_of_a_history_shows_the_later_words_beside_its_own(visitor: TestClient) -> None:
    page = visitor.get(f"/commitments/{MEMORIAL_VISIT}").text
    assert "not achieved in June due to fog" in page
    history = visitor.get(f"/commitments/{MEMORIAL_VISIT}?format=json").json()
    for step in history["history"]:
        for one in step["evidence"]:
            start, end = one["span"]
            assert f"/documents/{one['document']}?at={start}-{end}#at" in page
    assert [step["status"] for step in history["history"]] == ["open", "in_progress", "not_done", "done"]


def test_an_unknown_promise_is_said_to_be_unknown(visitor: TestClient) -> None:
    answer = visitor.get("/commitments/c-none")
    assert answer.status_code == 404
    assert "The ledger has no commitment c-none" in answer.text
