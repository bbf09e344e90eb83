"""Reviewing: the least sure first, decided by form or by key, taken back, told to whoever looks later."""

from __future__ import annotations

import re
import threading
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Page, expect

from regesta import query
from regesta.ledger import Ledger, LedgerStopped
from regesta.model.judgement import KINDS
from regesta.query import Judged
from regesta.web.pages.review import QUESTIONS
from regesta.work.linking import link

from .room import Room


def token(client: TestClient) -> str:
    """The token of the browser of a room without users."""
    client.get("/review")
    return client.cookies["regesta_form"]


def proposals(client: TestClient, **filters: str) -> list[dict[str, Any]]:
    """The list, as a program gets it."""
    return client.get("/review", params={**filters, "format": "json"}).json()  # type: ignore[no-any-return]


def send(client: TestClient, judgement: str, say: str, **more: str) -> Any:
    """Send the form of a decision."""
    page = client.get("/review", params={"verdict": more.get("verdict", ""), "at": judgement}).text
    seen = re.search(r'name="seen" value="([^"]*)"', page)
    data = {"form_token": token(client), "judgement": judgement, "say": say, "seen": seen[1] if seen else ""}
    for name in ("kind", "document", "party", "verdict"):
        data.setdefault(name, "")
    return client.post("/review", data={**data, **more}, follow_redirects=False)


def test_every_kind_of_judgement_is_asked_as_a_question() -> None:
    assert set(QUESTIONS) == set(KINDS)


def test_the_least_sure_stands_first_with_its_evidence_side_by_side(visitor: TestClient) -> None:
    every = proposals(visitor)
    assert len(every) > 10
    assert [one["score"] for one in every] == sorted(one["score"] for one in every)
    page = visitor.get("/review").text
    first = every[0]
    assert first["id"] in page
    plain = unescape(re.sub(r"[\u2068\u2069]", "", page))
    assert " ".join(first["first"].split()) in plain
    assert all(" ".join(cited.split()) in plain for cited in first["citations"])
    assert re.search(r'href="/documents/d-[0-9a-f]+\?at=\d+-\d+#at"', page)


def test_each_filter_narrows(visitor: TestClient) -> None:
    kind = proposals(visitor)[-1]["kind"]
    assert {one["kind"] for one in proposals(visitor, kind=kind)} == {kind}
    assert proposals(visitor, party="ZZ") == []
    assert "Nothing fits" in visitor.get("/review?party=ZZ").text
    answer = visitor.get("/review?kind=guess")
    assert answer.status_code == 400
    assert "There is no kind of judgement" in unescape(answer.text)


def test_the_walk_goes_to_the_end_and_back(visitor: TestClient) -> None:
    ids, at = [], ""
    while True:
        page = visitor.get("/review", params={"at": at}).text
        ids.append(re.search(r'name="judgement" value="([^"]+)"', page)[1])  # type: ignore[index]
        following = re.search(r'id="next" href="/review\?at=([^"]+)"', page)
        if following is None:
            break
        at = following[1]
    assert ids == [one["id"] for one in proposals(visitor)]
    before = re.search(r'id="previous" href="/review\?at=([^"]+)"', page)
    assert before
    assert before[1] == ids[-2]


def test_a_decision_leads_to_the_next_and_can_be_taken_back(own: TestClient) -> None:
    first, second = (one["id"] for one in proposals(own)[:2])
    answer = send(own, first, "accept", note="seen in print")
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/review?at={second}&done={first}"
    page = own.get(answer.headers["location"]).text
    assert "Accepted by local" in page
    assert second in page
    assert first not in [one["id"] for one in proposals(own)]
    told = own.get("/decisions?format=json").json()
    assert [(one["verdict"], one["by"], one["note"], one["judgement"]) for one in told] == [
        ("accepted", "local", "seen in print", first)
    ]
    back = send(own, first, "undo", verdict="accepted")
    assert back.status_code == 303
    assert proposals(own)[0]["id"] == first
    assert [one["state"] for one in own.get("/decisions?format=json").json()] == ["undone", "holds"]


def test_a_decision_can_be_taken_back_in_the_list_and_brought_back(own: TestClient) -> None:
    first = proposals(own)[0]["id"]
    send(own, first, "reject")
    page = own.get("/decisions").text
    assert "rejected" in page
    for place, verdict in ((0, "proposed"), (1, "rejected")):
        number = str(own.get("/decisions?format=json").json()[place]["number"])
        answer = own.post("/decisions", data={"form_token": token(own), "number": number})
        assert answer.status_code == 200
        assert f"Decision {number} is taken back" in answer.text
        assert first in [one["id"] for one in proposals(own, verdict=verdict)]
    undoing = str(own.get("/decisions?format=json").json()[1]["number"])
    again = own.post("/decisions", data={"form_token": token(own), "number": undoing})
    assert again.status_code == 400
    assert "has been undone already" in again.text


def test_nobody_decides_on_what_has_changed_meanwhile(own: TestClient) -> None:
    first = proposals(own)[0]["id"]
    stale = {"judgement": first, "say": "reject", "seen": "proposed 0"}
    send(own, first, "accept")
    data = {**stale, "form_token": token(own), "kind": "", "document": "", "party": "", "verdict": ""}
    answer = own.post("/review", data=data, headers={"Accept": "application/json"})
    assert answer.status_code == 400
    assert (
        "Somebody else has decided this meanwhile: it is accepted now." in answer.json()["error"]["message"]
    )
    assert [one["verdict"] for one in own.get("/decisions?format=json").json()] == ["accepted"]


@pytest.mark.parametrize(
    ("judgement", "say", "told"),
    [
        ("j-none", "accept", "There is no judgement"),
        ("", "accept", "There is no judgement"),
        ("first", "burn", "is no decision"),
    ],
)
def test_what_is_no_decision_changes_nothing(own: TestClient, judgement: str, say: str, told: str) -> None:
    first = proposals(own)[0]["id"]
    answer = send(own, first if judgement == "first" else judgement, say)
    assert answer.status_code == 400
    assert told in unescape(answer.text)
    assert own.get("/decisions?format=json").json() == []


def test_what_others_wrote_is_text(own: TestClient) -> None:
    first = proposals(own)[0]["id"]
    send(own, first, "accept", note="<script>alert(1)</script>\u202e")
    page = own.get("/decisions").text
    assert "&lt;script&gt;" in page
    assert "<script>alert" not in page
    assert "\u202e" not in page


def test_the_filters_and_the_list_agree_with_the_command_line(demo: Path, visitor: TestClient) -> None:
    with Ledger.open(demo) as ledger:
        rows = query.proposals(ledger, Judged(verdict="proposed", party="XA"))
    assert [row.id for row in rows] == [one["id"] for one in proposals(visitor, party="XA")]


def test_a_decision_is_kept_while_another_program_writes_and_the_rest_follows(
    own: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = proposals(own)[0]["id"]

    def busy(*_: object, **__: object) -> None:
        raise LedgerStopped("Another program is writing.")

    monkeypatch.setattr("regesta.web.after.link", busy)
    linked = threading.Event()

    def later(ledger: Ledger, *, now: str) -> None:
        link(ledger, now=now)
        linked.set()

    monkeypatch.setattr("regesta.web.intake.link", later)
    assert send(own, first, "reject").status_code == 303
    assert linked.wait(30)
    assert [one["verdict"] for one in own.get("/decisions?format=json").json()] == ["rejected"]


def test_a_person_reviews_ten_proposals_by_keyboard(own_room: Room, tab: Page) -> None:
    tab.goto(f"{own_room.address}/review")
    tab.keyboard.press("?")
    expect(tab.get_by_text("take back what was decided last")).to_be_visible()
    tab.keyboard.press("?")
    asked = tab.locator("#decide input[name=judgement]")
    seen = []
    for number in range(10):
        here = asked.input_value()
        seen.append(here)
        with tab.expect_navigation():
            tab.keyboard.press("a" if number % 2 else "r")
        expect(tab.locator("#done")).to_contain_text("Accepted" if number % 2 else "Rejected")
        expect(asked).not_to_have_value(here)
    with tab.expect_navigation():
        tab.keyboard.press("u")
    expect(asked).to_have_value(seen[-1])
    with tab.expect_navigation():
        tab.keyboard.press("j")
    with tab.expect_navigation():
        tab.keyboard.press("ArrowLeft")
    expect(asked).to_have_value(seen[-1])
    tab.keyboard.press("n")
    tab.keyboard.type("a jar of bees")
    expect(tab.get_by_label("Note, why")).to_have_value("a jar of bees")
    tab.keyboard.press("Escape")
    with tab.expect_navigation():
        tab.keyboard.press("a")
    with Ledger.open(own_room.ledger) as ledger:
        told = [(row.entry.verdict, row.entry.judgement_id) for row in query.decisions(ledger)]
    wanted = [("accepted" if number % 2 else "rejected", id_) for number, id_ in enumerate(seen)]
    assert told == [*wanted, ("undone", seen[-1]), ("accepted", seen[-1])]
