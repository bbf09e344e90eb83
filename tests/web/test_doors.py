"""Who is let in, what is refused, and how a refusal reads."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from regesta.model.finding import RegestaError
from regesta.web.serving import is_loopback, serve

from .room import settings_for


def test_an_unknown_address_has_a_page_with_a_sentence_and_a_way_back(visitor: TestClient) -> None:
    answer = visitor.get("/nowhere")
    assert answer.status_code == 404
    assert "There is no page /nowhere; the way in is the front page." in answer.text
    assert 'href="/"' in answer.text


def test_a_program_gets_the_same_sentence_as_json(visitor: TestClient) -> None:
    answer = visitor.get("/nowhere", headers={"Accept": "application/json"})
    assert answer.json() == {
        "error": {"status": 404, "message": "There is no page /nowhere; the way in is the front page."}
    }


@pytest.mark.parametrize("host", ["other.example", "127.0.0.1.other.example", "[", "", "a b"])
def test_a_name_that_is_not_the_rooms_own_is_refused_on_a_page_that_tells_nothing(
    visitor: TestClient, host: str
) -> None:
    answer = visitor.get("/", headers={"Host": host})
    assert answer.status_code == 400
    assert answer.headers["content-type"].startswith("text/html")
    assert "The room does not go by the name under which it was asked" in answer.text
    assert "demo.db" in visitor.get("/").text
    assert "demo.db" not in answer.text


def test_a_program_that_asks_by_another_name_is_told_so_as_a_problem(visitor: TestClient) -> None:
    answer = visitor.get("/api/v1/documents", headers={"Host": "other.example"})
    assert (answer.status_code, answer.headers["content-type"]) == (400, "application/problem+json")
    assert answer.json()["detail"].startswith("The room does not go by the name under which it was asked")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.0.0.5"])
def test_this_machine_is_known(host: str) -> None:
    assert is_loopback(host)


def test_an_address_that_others_reach_is_refused_without_users(demo: Path) -> None:
    with pytest.raises(RegestaError, match="there are no users"):
        serve(settings_for(demo), "0.0.0.0", 0, lambda _: None)


def test_a_file_that_is_no_ledger_is_refused_before_anything_is_served(tmp_path: Path) -> None:
    with pytest.raises(RegestaError, match="There is no ledger"):
        serve(settings_for(tmp_path / "none.db"), "127.0.0.1", 0, lambda _: None)
