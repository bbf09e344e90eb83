"""Tokens: with them programs read where users are kept, and change nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from regesta import access
from regesta.access import Users
from regesta.access.store import VERSION
from regesta.web.api.described import description
from tests.cli.make import run

from .asking import ask
from .guarded import log_in, with_users
from .room import NOW, client, copied, settings_for

V1 = "/api/v1/documents"


@pytest.fixture
def users(demo: Path, tmp_path: Path) -> Users:
    return Users(with_users(copied(demo, tmp_path)))


@pytest.fixture
def guarded(users: Users) -> Iterator[TestClient]:
    ledger = users.path.with_name(users.path.name.removesuffix(".users"))
    with client(settings_for(ledger, users.path)) as made:
        yield made


def given(users: Users, name: str = "Ada Quill") -> str:
    return access.give(users, name, now=NOW, by="test", address="this machine")


def bearing(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def test_without_a_token_a_program_is_told_how_to_come_by_one(guarded: TestClient) -> None:
    answer = guarded.get(V1)
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, 'Bearer realm="Regesta"')
    assert answer.headers["content-type"] == "application/problem+json"
    assert "`regesta users token` gives one" in answer.json()["detail"]
    for address in ("/feeds/all.atom", "/r/XA-XB/feed.ics"):
        answer = guarded.get(address)
        assert (answer.status_code, answer.headers["www-authenticate"]) == (401, 'Basic realm="Regesta"')


def test_a_token_reads_until_it_is_taken_back(guarded: TestClient, users: Users) -> None:
    token = given(users)
    assert guarded.get(V1, headers=bearing(token)).status_code == 200
    assert guarded.get("/feeds/all.atom", auth=("ada quill", token)).status_code == 200
    assert guarded.get("/feeds/all.atom", auth=("Bo Tarn", token)).status_code == 401
    for wrong in (bearing(token + "x"), {"Authorization": "Basic ?"}, {"Authorization": f"Token {token}"}):
        assert guarded.get(V1, headers=wrong).status_code == 401
    assert access.revoke(users, "Ada Quill", now=NOW, by="test", address="this machine") == 1
    assert guarded.get(V1, headers=bearing(token)).status_code == 401
    assert [one.what for one in access.changes(users)][:2] == ["tokens taken back", "token given"]


def test_a_token_of_a_user_who_is_removed_is_none(guarded: TestClient, users: Users) -> None:
    token = given(users)
    access.remove(users, "Ada Quill", now=NOW, by="test", address="this machine")
    assert guarded.get(V1, headers=bearing(token)).status_code == 401


def test_a_token_changes_nothing_whatever_the_role(guarded: TestClient, users: Users) -> None:
    answer = guarded.post("/add", headers=bearing(given(users, "Cy Morrow")), data={})
    assert answer.status_code == 403
    assert "Tokens are for reading alone" in answer.text


def test_a_session_reads_the_interface_as_well(guarded: TestClient) -> None:
    assert log_in(guarded, "Ada Quill") == 303
    assert guarded.get(V1).status_code == 200


def test_the_file_holds_no_token_and_one_of_an_older_version_gets_its_table(users: Users) -> None:
    assert given(users).encode() not in users.path.read_bytes()
    with sqlite3.connect(users.path) as connection:
        connection.executescript("DROP TABLE tokens; PRAGMA user_version = 1;")
    given(Users.open(users.path))
    with sqlite3.connect(users.path) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)


def test_the_command_gives_one_and_takes_all_back(users: Users) -> None:
    ledger = users.path.with_name(users.path.name.removesuffix(".users"))
    done = run("--ledger", ledger, "users", "token", "Ada Quill")
    assert done.code == 0
    user = access.bearer(users, done.out.strip())
    assert user is not None
    assert user.name == "Ada Quill"
    done = run("--ledger", ledger, "users", "token", "Ada Quill", "--revoke")
    assert (done.code, done.out) == (0, "Taken back from Ada Quill: 1 token.\n")
    again = run("--ledger", ledger, "users", "token", "Ada Quill", "--revoke")
    assert (again.code, "has no token" in again.err) == (2, True)


def test_schemathesis_finds_nothing_behind_the_door_either(guarded: TestClient, users: Users) -> None:
    made = description(guarded=True)
    kept = ("/api/v1/terms", "/api/v1/documents/{document_id}", "/api/v1/people")
    made["paths"] = {path: made["paths"][path] for path in kept}
    guarded.headers["Authorization"] = f"Bearer {given(users)}"
    assert ask(guarded, made, 2, 1, {"Authorization": guarded.headers["Authorization"]}).wrong == []
