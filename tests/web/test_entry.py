"""Who comes in: no route is forgotten, no form is taken without its token, no role does more than it may."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, expect

from regesta.model.finding import RegestaError
from regesta.web.app import create_app
from regesta.web.doors import local
from regesta.web.serving import hosts_for, serve
from tests.cli.make import run

from .guarded import PASSWORD, ROLES, log_in, token, with_users
from .room import client, copied, opened, settings_for

OPEN = {"/login"}
REVIEWERS = ("/review", "/decisions", "/correct")
EDITORS_SEE = ("/add", "/users")


@pytest.fixture(scope="session")
def kept(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with users."""
    ledger = copied(demo, tmp_path_factory.mktemp("kept"))
    with_users(ledger)
    return ledger


@pytest.fixture
def guarded(kept: Path, tmp_path: Path) -> Iterator[TestClient]:
    """A client of a room with users, not logged in."""
    users = Path(shutil.copy(f"{kept}.users", tmp_path / "own.users"))
    with client(settings_for(kept, users)) as made:
        yield made


def test_whoever_is_not_logged_in_is_shown_the_log_in_alone(guarded: TestClient) -> None:
    outside = guarded.get("/login").text
    assert '<nav aria-label="Rooms">' not in outside
    assert "demo.db" not in outside
    assert 'href="/api"' not in outside
    assert log_in(guarded, "Ada Quill") == 303
    inside = guarded.get("/").text
    assert '<nav aria-label="Rooms">' in inside
    assert "demo.db" in inside


def routes(kept: Path) -> list[tuple[str, str]]:
    """Every method and path that the room answers, each part of a path that varies filled in."""
    app: FastAPI = create_app(settings_for(kept, kept))
    found = []
    for route in walked(app.routes):
        if getattr(route, "path", None) == "/static":
            continue
        assert isinstance(route, APIRoute), f"{route} is no page; teach this test to walk it"
        filled = re.sub(r"\{[^}]*\}", "x", route.path)
        found += [(method, filled) for method in route.methods or ()]
    assert ("POST", "/logout") in found
    return sorted(found)


def walked(some: Iterable[object]) -> Iterator[object]:
    """The routes of an application with those of the routers that it includes."""
    for route in some:
        included = getattr(route, "original_router", None)
        if included is None:
            yield route
        else:
            assert all(one.path.startswith(included.prefix) for one in included.routes)
            yield from walked(included.routes)


def for_programs(path: str) -> bool:
    """Whether programs ask for this, which know no page to log in."""
    return path.startswith("/api/") or path.endswith((".atom", ".ics"))


def begins(path: str, beginnings: tuple[str, ...]) -> bool:
    return any(path == one or path.startswith(f"{one}/") for one in beginnings)


def test_every_route_is_refused_without_a_log_in(guarded: TestClient, kept: Path) -> None:
    for method, path in routes(kept):
        if path in OPEN:
            continue
        answer = guarded.request(method, path, follow_redirects=False)
        if for_programs(path):
            assert (answer.status_code, "www-authenticate" in answer.headers) == (401, True), path
            continue
        if method == "GET":
            assert answer.status_code == 303, path
            assert answer.headers["location"].startswith("/login?next="), path
        else:
            assert answer.status_code == 401, (method, path)
        told = guarded.request(method, path, headers={"Accept": "application/json"}, follow_redirects=False)
        assert told.status_code == 401, (method, path)
        assert told.json()["error"]["message"] == "Log in first, at /login."


def test_an_address_that_leads_nowhere_says_nothing_before_the_log_in(guarded: TestClient) -> None:
    for path in ("/nowhere", "/openapi.json", "/docs", "//", "/login/", "/users%3Fx", "/static%2F..%2Fusers"):
        answer = guarded.get(path, follow_redirects=False)
        assert answer.status_code in {303, 404}, path
        assert "Ada Quill" not in answer.text


def test_every_form_is_refused_without_its_token(guarded: TestClient, kept: Path) -> None:
    assert log_in(guarded, "Cy Morrow") == 303
    for method, path in routes(kept):
        if method == "GET":
            continue
        for data in ({}, {"form_token": "x"}):
            answer = guarded.request(method, path, data=data, follow_redirects=False)
            assert answer.status_code == 403, (method, path)
            assert "The form was not sent from a page of this room" in answer.text


@pytest.mark.parametrize("name", ROLES)
def test_no_role_does_more_than_it_may(guarded: TestClient, kept: Path, name: str) -> None:
    assert log_in(guarded, name) == 303
    role = ROLES[name]
    for method, path in routes(kept):
        if path in OPEN or path == "/logout":
            continue
        answer = guarded.request(method, path, follow_redirects=False)
        needs = "editor" if begins(path, EDITORS_SEE) or method != "GET" else "reader"
        if begins(path, REVIEWERS):
            needs = "reader" if method == "GET" and not begins(path, ("/correct",)) else "reviewer"
        refused = ["reader", "reviewer", "editor"].index(role) < ["reader", "reviewer", "editor"].index(needs)
        assert ("may not do this" in answer.text) == refused, (method, path)
        assert not refused or answer.status_code == 403


def test_a_reader_is_told_why_also_as_json(guarded: TestClient) -> None:
    log_in(guarded, "Ada Quill")
    answer = guarded.get("/users", headers={"Accept": "application/json"})
    assert (answer.status_code, answer.json()) == (
        403,
        {
            "error": {
                "status": 403,
                "message": "Ada Quill may not do this: to add documents and see who may come in, a user needs"
                " the role editor, and this one has the role reader.",
            }
        },
    )


def test_the_log_in_leads_on_to_where_one_was_going(guarded: TestClient) -> None:
    asked = guarded.get("/users?page=1", follow_redirects=False)
    assert asked.headers["location"] == "/login?next=%2Fusers%3Fpage%3D1"
    data = {"form_token": token(guarded), "name": "Cy Morrow", "password": PASSWORD, "next": "/users?page=1"}
    answer = guarded.post("/login", data=data, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/users?page=1")


@pytest.mark.parametrize(
    "address",
    ["//evil.example", "https://evil.example/", "/\\evil.example", "javascript:x", "", "/a\nb", None],
)
def test_it_leads_nowhere_else(address: str | None) -> None:
    assert local(address) == "/"


def test_wrong_names_and_wrong_passwords_are_told_alike(guarded: TestClient) -> None:
    answers = []
    for name in ("Ada Quill", "Nobody Known"):
        data = {"form_token": token(guarded), "name": name, "password": "wrong", "next": "/"}
        answer = guarded.post("/login", data=data)
        assert answer.status_code == 401
        answers.append(re.sub(r'value="[^"]*"', "", answer.text))
    assert answers[0] == answers[1]
    assert "The name or the password is not right." in answers[0]


def test_many_wrong_passwords_have_to_wait(guarded: TestClient) -> None:
    assert [log_in(guarded, "Ada Quill", "wrong") for _ in range(6)] == [401] * 5 + [429]
    data = {"form_token": token(guarded), "name": "Ada Quill", "password": PASSWORD}
    answer = guarded.post("/login", data=data)
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "1")
    assert "try again in 1 second." in answer.text


def test_the_cookie_of_a_session_is_closed_to_scripts_and_other_sites(kept: Path, tmp_path: Path) -> None:
    users = Path(shutil.copy(f"{kept}.users", tmp_path / "own.users"))
    for secure in (False, True):
        settings = replace(settings_for(kept, users), secure=secure)
        with TestClient(create_app(settings), base_url="https://127.0.0.1") as made:
            data = {"form_token": token(made), "name": "Ada Quill", "password": PASSWORD}
            answer = made.post("/login", data=data, follow_redirects=False)
            cookies = answer.headers.get_list("set-cookie")
            said = next(one for one in cookies if one.startswith("regesta_session="))
            assert "HttpOnly" in said
            assert "SameSite=lax" in said
            assert "Max-Age=43200" in said
            assert ("Secure" in said) == secure


def test_the_token_of_forms_is_another_after_the_log_in(guarded: TestClient) -> None:
    before = token(guarded)
    assert log_in(guarded, "Cy Morrow") == 303
    assert token(guarded, "/users") != before
    answer = guarded.post("/logout", data={"form_token": before})
    assert answer.status_code == 403


def test_after_the_log_out_the_session_is_over_also_for_whoever_kept_the_cookie(guarded: TestClient) -> None:
    log_in(guarded, "Cy Morrow")
    kept_cookie = guarded.cookies["regesta_session"]
    assert guarded.get("/users").status_code == 200
    guarded.post("/logout", data={"form_token": token(guarded, "/users")})
    guarded.cookies.set("regesta_session", kept_cookie)
    assert guarded.get("/users", follow_redirects=False).status_code == 303


def test_the_users_and_the_trail_are_shown_to_an_editor(guarded: TestClient) -> None:
    log_in(guarded, "Ada Quill", "wrong")
    log_in(guarded, "Cy Morrow")
    page = guarded.get("/users").text
    assert all(name in page for name in ROLES)
    assert "log-in refused" in page
    trail = guarded.get("/users?format=json").json()
    assert [one["what"] for one in trail] == ["logged in", "log-in refused", *["user added"] * 3]
    assert trail[0]["address"] == "testclient"


def test_a_body_that_is_too_large_is_refused_however_it_says_its_length(kept: Path) -> None:
    settings = replace(settings_for(kept), at_once=2**20)
    with client(settings) as made:
        mark = token_of_front(made)
        data = {"form_token": mark, "name": "x" * 2**20}
        assert made.post("/login", data=data).status_code == 413
        parts = (part for part in [b"form_token=" + mark.encode() + b"&name=", *[b"x" * 2**16] * 17])
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        answer = made.post("/login", content=parts, headers=kind)
        assert answer.status_code == 413
        assert "larger than 1 MB" in answer.text


def token_of_front(made: TestClient) -> str:
    """The token that the browser of a room without users has."""
    made.get("/")
    return made.cookies["regesta_form"]


def test_a_room_that_others_reach_needs_users_who_are_there(demo: Path, tmp_path: Path) -> None:
    settings = replace(settings_for(demo), users=tmp_path / "none.users")
    with pytest.raises(RegestaError, match="no users who could come in"):
        serve(settings, "127.0.0.1", 0, lambda _: None)


def test_a_room_on_every_address_needs_a_name() -> None:
    with pytest.raises(RegestaError, match="say with --name HOST"):
        hosts_for("0.0.0.0", ())
    assert "regesta.example.org" in hosts_for("0.0.0.0", ("Regesta.example.org",))
    assert "192.0.2.7" in hosts_for("192.0.2.7", ())


def test_nobody_comes_in_when_the_users_cannot_be_looked_up(kept: Path, tmp_path: Path) -> None:
    users = Path(shutil.copy(f"{kept}.users", tmp_path / "own.users"))
    with client(settings_for(kept, users)) as made:
        log_in(made, "Cy Morrow")
        users.unlink()
        answer = made.get("/users")
        assert answer.status_code == 503
        assert "the file of the users cannot be used" in answer.text


def test_the_command_says_what_is_missing_and_what_is_not_safe(demo: Path, tmp_path: Path) -> None:
    ledger = copied(demo, tmp_path)
    nobody = run("--ledger", ledger, "serve", "--host", "192.0.2.7", "--by", "Bo Tarn")
    assert nobody.code == 2
    assert "regesta users add NAME" in nobody.err
    assert "192.0.2.7 can be reached by others, and what they send is not encrypted" in nobody.err
    for option in (("--users",), ("--secure",), ("--name", "regesta.example.org")):
        told = run("--ledger", ledger, "serve", *option, "--by", "Bo Tarn")
        assert (told.code, "There are no users who could come in" in told.err) == (2, True)
        assert "not encrypted" not in told.err


def test_a_person_logs_in_and_is_refused_what_the_role_does_not_have(
    kept: Path, browser: Browser, tmp_path: Path
) -> None:
    users = Path(shutil.copy(f"{kept}.users", tmp_path / "own.users"))
    with opened(settings_for(kept, users)) as room, browser.new_page() as tab:
        tab.goto(f"{room.address}/users")
        expect(tab).to_have_title("Log in – Regesta")
        tab.get_by_label("Name").fill("Ada Quill")
        tab.get_by_label("Password").fill(PASSWORD)
        with tab.expect_response(lambda answer: answer.url.endswith("/users")) as answered:
            tab.get_by_role("button", name="Log in").click()
        assert answered.value.status == 403
        expect(tab.get_by_role("main")).to_contain_text("Ada Quill may not do this")
        tab.get_by_role("button", name="Log out").click()
        expect(tab).to_have_title("Log in – Regesta")
        tab.goto(room.address)
        expect(tab).to_have_title("Log in – Regesta")
