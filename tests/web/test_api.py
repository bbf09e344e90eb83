"""The interface for programs: cited, in pages that stay, refusals in one sentence, documented as it is."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from regesta.ledger import Ledger
from regesta.query import Filters, commitments, readings, statements
from regesta.web.api.described import description
from tests.resolve.papers import read

from .room import ROOT, client, copied, settings_for

V1 = "/api/v1"
THANKS = "Foreign Minister Oto Lind thanked Foreign Minister Rada Oyelu of Brevonia.\n"
ONE_BY_ONE = ("documents", "meetings", "mentions", "statements", "commitments", "requests", "people")
NARROWING = (
    {"party": "XB"}, {"act": "ASK"}, {"publisher": "Tolmark"}, {"between": "XA-XB"},
    {"since": "2024-06", "until": "2024-06"}, {"person": "doreth"}, {"topic": "ferry_line"},
)  # fmt: skip
LISTS = (*ONE_BY_ONE, "terms", "findings", "search?q=ferry")
_CALL = re.compile(r"```\nGET (?P<path>\S+)\n```\n+```json\n(?P<answer>.*?)```", re.DOTALL)


def asked(visitor: TestClient, path: str) -> Any:
    answer = visitor.get(f"{V1}/{path}")
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/json"
    return answer.json()


def every(visitor: TestClient, path: str, limit: int = 200) -> list[dict[str, Any]]:
    """All items of a list, page by page."""
    found, address = [], f"{V1}/{path}{'&' if '?' in path else '?'}limit={limit}"
    while address:
        page = visitor.get(address).json()
        assert len(page["items"]) <= limit
        found += page["items"]
        address = page["next"]
    return found


def citations(value: object) -> list[dict[str, Any]]:
    """Every citation that stands anywhere in an answer."""
    if isinstance(value, list):
        return [one for part in value for one in citations(part)]
    if not isinstance(value, dict):
        return []
    return [value] if {"quote", "start", "href"} <= value.keys() else citations(list(value.values()))


@pytest.mark.parametrize("path", LISTS)
def test_small_pages_together_are_the_list(visitor: TestClient, path: str) -> None:
    whole = every(visitor, path)
    assert len(whole) > 2
    assert every(visitor, path, 7) == whole


@pytest.mark.parametrize("path", LISTS[1:])
def test_every_item_carries_its_words_as_they_stand_in_the_frozen_text(
    visitor: TestClient, demo: Path, path: str
) -> None:
    with Ledger.open(demo) as ledger:
        texts = {row.id: (row.sha256, row.text) for row, _ in readings(ledger)}
    for item in every(visitor, path):
        found = citations(item)
        assert found
        for one in found:
            sha256, text = texts[one["document"]]
            assert (one["sha256"], one["quote"]) == (sha256, text[one["start"] : one["end"]])
            assert sha256[:12] in one["citation"]


def test_addresses_of_citations_lead_to_pages_of_the_room(visitor: TestClient) -> None:
    for path in LISTS:
        for one in citations(asked(visitor, path))[:2]:
            assert visitor.get(one["href"]).status_code == 200


@pytest.mark.parametrize("kind", ONE_BY_ONE)
def test_an_item_is_had_by_its_id_as_the_list_has_it(visitor: TestClient, kind: str) -> None:
    for item in asked(visitor, f"{kind}?limit=3")["items"]:
        one = asked(visitor, f"{kind}/{item['id']}")
        assert {name: one[name] for name in item} == item


def test_filters_are_those_of_the_command_line(visitor: TestClient, demo: Path) -> None:
    with Ledger.open(demo) as ledger:
        for filters in NARROWING:
            wanted = {row.id for row in statements(ledger, Filters(**filters))}
            query = "&".join(f"{name}={value}" for name, value in filters.items())
            assert {one["id"] for one in every(visitor, f"statements?{query}")} == wanted != set()
        for status in ("open", "done", "no_evidence"):
            wanted = {row.id for row in commitments(ledger, Filters(status=status))}
            assert {one["id"] for one in every(visitor, f"commitments?status={status}")} == wanted != set()


def test_a_history_is_told_by_a_day(visitor: TestClient) -> None:
    one = next(one for one in every(visitor, "commitments?status=done") if len(one["history"]) > 1)
    before = asked(visitor, f"commitments/{one['id']}?as_of={one['history'][0]['start']}")
    assert (before["status"], before["as_of"]) == ("open", one["history"][0]["start"])
    assert one["id"] not in {item["id"] for item in every(visitor, "commitments?as_of=2020-01-01")}


def test_what_is_added_between_two_pages_moves_nothing(demo: Path, tmp_path: Path) -> None:
    ledger = copied(demo, tmp_path)
    with client(settings_for(ledger)) as visitor:
        whole = [one["id"] for one in every(visitor, "statements")]
        first = asked(visitor, "statements?limit=10")
        with Ledger.open(ledger) as held:
            held.add(
                read(
                    "Foreign Minister Oto Lind thanked Foreign Minister Rada Oyelu of Brevonia.\n",
                    "2031-05-05",
                ),
                now="2031-05-06",
            )
        rest: list[dict[str, Any]] = []
        address = first["next"]
        while address:
            page = visitor.get(address).json()
            rest, address = rest + page["items"], page["next"]
        assert [one["id"] for one in (*first["items"], *rest)] == whole
        assert len(every(visitor, "statements")) > len(whole)


def test_two_accounts_are_laid_side_by_side(visitor: TestClient) -> None:
    for item in every(visitor, "meetings?format=foreign_ministers"):
        answer = visitor.get(f"{V1}/meetings/{item['id']}/comparison")
        if answer.status_code == 200 and answer.json()["differences"]:
            found = answer.json()
            break
    assert {one["document"] for one in citations(found)} == {one["document"] for one in found["sides"]}
    left = found["sides"][0]["document"]
    same = visitor.get(f"{V1}/meetings/{found['meeting']}/comparison?left={left}&right={left}")
    assert (same.status_code, "are one document" in same.json()["detail"]) == (404, True)


@pytest.mark.parametrize(
    ("path", "status", "sentence"),
    [
        ("documents/d-0", 404, "The ledger has no document 'd-0'."),
        ("meetings/g-0", 404, "The ledger has no meeting 'g-0'."),
        ("meetings/g-0/comparison", 404, "The ledger has no meeting 'g-0'."),
        ("commitments/c-0", 404, "The ledger has no commitment 'c-0'."),
        ("nothing", 404, "There is no page"),
        ("documents?cursor=abc", 404, "There is no such page of this list"),
        ("documents?cursor=W10", 404, "There is no such page of this list"),
        ("statements?part=XA", 400, "There is no parameter 'part' here"),
        ("statements?act=sing", 400, "act: 'sing' cannot be; input should be 'COMMIT', "),
        ("statements?since=2031-02-30", 400, "since: '2031-02-30' is not a date; write it as 2017, "),
        ("commitments?as_of=2031", 400, "as_of: '2031' is not a day; write it as 2017-03-20."),
        ("statements?limit=1000", 400, "limit: '1000' cannot be; input should be less than or equal to 200."),
        ("search", 400, "The parameter 'q' is missing"),
        ("search?q=--", 400, "q: '--' is not what this parameter takes"),
        ("documents/d-a2b363d5f146f002/citation?at=9-3", 404, "names no words"),
        ("documents/d-a2b363d5f146f002/citation?at=1-999999", 404, "There are no words at 1-999999"),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_is_told_in_one_sentence(
    visitor: TestClient, path: str, status: int, sentence: str
) -> None:
    answer = visitor.get(f"{V1}/{path}")
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert (answer.status_code, told["status"], told["type"]) == (status, status, "about:blank")
    assert sentence in told["detail"]


def test_it_is_for_reading_and_answers_in_json_alone(visitor: TestClient) -> None:
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        answer = visitor.request(method, f"{V1}/documents")
        assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")
        assert answer.json()["detail"] == "The interface is for reading; ask with GET."
    for accept in ("text/html", "text/csv, application/json;q=0"):
        assert visitor.get(f"{V1}/documents", headers={"Accept": accept}).status_code == 406
    for accept in ("*/*", "text/html, application/json;q=0.5", "application/*"):
        assert visitor.get(f"{V1}/documents", headers={"Accept": accept}).status_code == 200


def test_the_description_names_every_address_with_examples(visitor: TestClient) -> None:
    made = visitor.get(f"{V1}/openapi.json").json()
    assert made == description(guarded=False)
    assert made["openapi"].startswith("3.1")
    assert "422" not in json.dumps(made)
    for path, operations in made["paths"].items():
        assert path.startswith(V1)
        for operation in operations.values():
            assert operation["description"]
            assert {"200", "400", "404", "406"} <= operation["responses"].keys()
            named = {one["name"]: one for one in operation.get("parameters", []) if one["in"] == "query"}
            assert all(one["description"] for one in named.values())
            examples = [one for one in named.values() if one["schema"].get("examples")]
            assert len(examples) >= len(named.keys() - {"cursor", "document", "left", "right"})
    guarded = description(guarded=True)
    assert guarded["security"] == [{"token": []}]


def fits(told: object, answer: object) -> bool:
    """Whether an answer has what the documentation shows of it; what it leaves out is not looked at."""
    if isinstance(told, dict) and isinstance(answer, dict):
        return all(
            name == "…" or (name in answer and fits(part, answer[name])) for name, part in told.items()
        )
    if isinstance(told, list) and isinstance(answer, list):
        shown = [part for part in told if part != "…"]
        whole = len(shown) == len(told)
        return (not whole or len(told) == len(answer)) and all(map(fits, shown, answer))
    return told == answer


def test_calls_in_the_documentation_are_answered_as_it_says(visitor: TestClient) -> None:
    calls = list(_CALL.finditer((ROOT / "docs/api.md").read_text("utf-8")))
    assert len(calls) >= 4
    for call in calls:
        answer = visitor.get(call["path"]).json()
        assert fits(json.loads(call["answer"]), answer), (call["path"], answer)


def test_the_documentation_lists_every_address() -> None:
    text = (ROOT / "docs/api.md").read_text("utf-8")
    for path in description(guarded=False)["paths"]:
        assert f"`{path.removeprefix(V1)}`" in text, path


def test_the_page_on_the_interface_shows_no_backticks(visitor: TestClient) -> None:
    page = visitor.get("/api").text
    assert "take it from <code>next</code> of the page before" in page
    assert "`" not in page
