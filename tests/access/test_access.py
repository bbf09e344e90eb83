"""Users, their passwords and sessions, and the wait after wrong attempts."""

from __future__ import annotations

import sqlite3
import stat
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from regesta import access
from regesta.access import Entered, Users, Waiting, beside
from regesta.model.finding import RegestaError
from tests.cli.make import Done, fill, first, run

NOW = "2031-06-01T09:00:00+00:00"
PASSWORD = "seven lamps at the quay"


def later(seconds: int) -> str:
    return (datetime.fromisoformat(NOW) + timedelta(seconds=seconds)).isoformat()


@pytest.fixture
def users(tmp_path: Path) -> Users:
    """A file of users with Ada Quill, a reviewer."""
    made = Users.open(beside(tmp_path / "ledger.db"), create=True)
    access.add(made, "Ada Quill", "reviewer", PASSWORD, now=NOW, by="Bo Tarn", address="this machine")
    return made


def enter(users: Users, name: str, password: str, now: str = NOW, address: str = "192.0.2.7") -> object:
    return access.enter(users, name, password, now=now, address=address)


def test_the_file_is_closed_to_others_and_holds_no_password(users: Users) -> None:
    assert users.path.name == "ledger.db.users"
    assert stat.S_IMODE(users.path.stat().st_mode) == 0o600
    assert PASSWORD.encode() not in users.path.read_bytes()
    assert b"$argon2id$" in users.path.read_bytes()


def test_a_file_that_others_can_read_is_refused(users: Users) -> None:
    users.path.chmod(0o644)
    with pytest.raises(RegestaError, match="can be read by others"):
        Users.open(users.path)


def test_a_file_that_is_none_of_users_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db.users"
    path.write_text("a shopping list", encoding="utf-8")
    with pytest.raises(RegestaError, match="cannot be used"):
        Users.open(path, create=True)
    assert path.read_text(encoding="utf-8") == "a shopping list"


def test_whoever_knows_the_password_comes_in_under_any_way_of_writing_the_name(users: Users) -> None:
    entered = enter(users, " ada  QUILL", PASSWORD)
    assert isinstance(entered, Entered)
    assert (entered.user.name, entered.user.role) == ("Ada Quill", "reviewer")
    found = access.session(users, entered.token, later(60))
    assert found == entered.user


def test_the_token_of_a_session_is_not_in_the_file(users: Users) -> None:
    entered = enter(users, "Ada Quill", PASSWORD)
    assert isinstance(entered, Entered)
    assert entered.token.encode() not in users.path.read_bytes()


def test_a_session_ends_with_the_day_with_leaving_and_with_another_password(users: Users) -> None:
    tokens = []
    for _ in range(3):
        entered = enter(users, "Ada Quill", PASSWORD)
        assert isinstance(entered, Entered)
        tokens.append(entered.token)
    assert access.session(users, tokens[0], later(access.LASTS)) is None
    access.leave(users, tokens[0])
    assert access.session(users, tokens[0], NOW) is None
    assert access.session(users, tokens[1], NOW) is not None
    access.change_password(users, "ada quill", "eight lamps at the quay", now=NOW, by="Bo", address="here")
    assert [access.session(users, one, NOW) for one in tokens] == [None, None, None]
    assert enter(users, "Ada Quill", PASSWORD) is None
    assert isinstance(enter(users, "Ada Quill", "eight lamps at the quay"), Entered)


def test_a_removed_user_is_out_at_once(users: Users) -> None:
    entered = enter(users, "Ada Quill", PASSWORD)
    assert isinstance(entered, Entered)
    access.remove(users, "Ada Quill", now=NOW, by="Bo Tarn", address="this machine")
    assert access.session(users, entered.token, NOW) is None
    assert enter(users, "Ada Quill", PASSWORD) is None


def test_the_wait_grows_with_each_wrong_password_and_ends_with_a_right_one(users: Users) -> None:
    for _ in range(5):
        assert enter(users, "Ada Quill", "wrong") is None
    assert enter(users, "Ada Quill", PASSWORD) == Waiting(1)
    assert enter(users, "Ada Quill", "wrong", later(1)) is None
    assert enter(users, "Ada Quill", PASSWORD, later(1)) == Waiting(2)
    assert enter(users, "Ada Quill", "wrong", later(3)) is None
    assert enter(users, "Ada Quill", PASSWORD, later(3)) == Waiting(4)
    assert isinstance(enter(users, "Ada Quill", PASSWORD, later(7)), Entered)
    assert enter(users, "Ada Quill", "wrong", later(7)) is None
    assert isinstance(enter(users, "Ada Quill", PASSWORD, later(7)), Entered)


def test_an_unknown_name_waits_as_a_known_one(users: Users) -> None:
    for _ in range(5):
        assert enter(users, "Cy Morrow", "wrong") is None
    assert enter(users, "Cy Morrow", "wrong") == Waiting(1)


def test_an_address_that_tries_many_names_waits_too(users: Users) -> None:
    for number in range(20):
        assert enter(users, f"name {number}", "wrong") is None
    assert enter(users, "Ada Quill", PASSWORD) == Waiting(1)
    assert isinstance(enter(users, "Ada Quill", PASSWORD, address="192.0.2.8"), Entered)


def test_what_is_remembered_of_attempts_is_bounded(users: Users, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("regesta.access.entry._KEPT", 10)
    for number in range(15):
        enter(users, f"name {number}", "wrong", later(number), address=f"192.0.2.{number}")
    with users.looking() as connection:
        assert connection.execute("SELECT count(*) FROM attempts").fetchone()[0] == 10


@pytest.mark.parametrize("password", ["short", "aaaaaaaaaaaa", "Bo Tarn of XB", "x y" * 400])
def test_a_poor_password_is_refused(users: Users, password: str) -> None:
    with pytest.raises(RegestaError, match="The password must"):
        access.add(users, "Bo Tarn of XB", "reader", password, now=NOW, by="x", address="here")
    assert [user.name for user in access.accounts(users)] == ["Ada Quill"]


@pytest.mark.parametrize("name", ["", "<b>", "a\nb" * 40, "x" * 65, "ADA quill"])
def test_a_name_that_is_none_or_taken_is_refused(users: Users, name: str) -> None:
    with pytest.raises(RegestaError, match=r"is no name|There is a user"):
        access.add(users, name, "reader", PASSWORD, now=NOW, by="x", address="here")


def test_a_role_that_there_is_none_of_is_refused(users: Users) -> None:
    with pytest.raises(RegestaError, match="There is no role 'king'; they are reader, reviewer, editor"):
        access.add(users, "Bo", "king", PASSWORD, now=NOW, by="x", address="here")


def test_each_role_may_do_what_the_one_before_it_may() -> None:
    assert [access.may("reviewer", needed) for needed in access.ROLES] == [True, True, False]


def test_the_trail_says_who_changed_what_from_where(users: Users) -> None:
    enter(users, "Ada Quill", "wrong")
    enter(users, "nobody", "wrong")
    enter(users, "Ada Quill", PASSWORD)
    access.note(users, "Ada Quill", "documents added", "d-1", now=NOW, address="192.0.2.7")
    told = [(one.who, one.what, one.about, one.address) for one in access.changes(users)]
    assert told == [
        ("Ada Quill", "documents added", "d-1", "192.0.2.7"),
        ("Ada Quill", "logged in", "", "192.0.2.7"),
        ("Ada Quill", "log-in refused", "", "192.0.2.7"),
        ("Bo Tarn", "user added", "Ada Quill (reviewer)", "this machine"),
    ]
    assert [one.number for one in access.changes(users, first=1, limit=2)] == [3, 2]


def test_a_change_that_breaks_off_leaves_nothing(users: Users) -> None:
    with pytest.raises(ZeroDivisionError), users.writing() as connection:
        connection.execute("DELETE FROM users")
        raise ZeroDivisionError
    assert len(access.accounts(users)) == 1


def test_a_hash_is_asked_for_an_unknown_name_too(users: Users, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str | None] = []

    def fits(_password: str, known: str | None) -> bool:
        asked.append(known)
        return False

    monkeypatch.setattr("regesta.access.entry.fits", fits)
    enter(users, "Ada Quill", "wrong")
    enter(users, "Cy Morrow", "wrong")
    assert asked[0] is not None
    assert asked[1] is None


def test_users_are_added_at_the_command_line(tmp_path: Path) -> None:
    ledger = fill(tmp_path / "own.db", first())

    def ask(*arguments: str, stdin: bytes = b"", where: Path = ledger) -> Done:
        return run("--ledger", where, "users", *arguments, stdin=stdin, REGESTA_BY="Bo Tarn")

    added = ask("add", "Cy Morrow", "--role", "editor", stdin=b"a lamp a day\n")
    assert (added.code, added.out) == (0, "Cy Morrow may come in as editor.\n")
    poor = ask("add", "Di", stdin=b"lamp\n")
    assert (poor.code, "10 characters" in poor.err) == (2, True)
    assert "Cy Morrow" in ask("list").out
    changed = ask("password", "cy morrow", stdin=b"two lamps a day\n")
    assert "all sessions have ended" in changed.out
    users = Users.open(beside(ledger))
    assert isinstance(enter(users, "Cy Morrow", "two lamps a day"), Entered)
    assert "may come in no more" in ask("remove", "Cy Morrow").out
    assert ask("list").out.startswith("There are no users")
    assert ask("remove", "Cy Morrow").code == 2
    assert ask("add", "Cy", stdin=b"a lamp a day\n", where=tmp_path / "none.db").code == 2
    with sqlite3.connect(beside(ledger)) as connection:
        assert connection.execute("SELECT who FROM audit WHERE what = 'user added'").fetchone() == (
            "Bo Tarn",
        )
    connection.close()
