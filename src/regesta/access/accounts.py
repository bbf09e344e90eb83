"""The users: added, listed, given another password, removed."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from dataclasses import dataclass

from regesta.access.passwords import hashed
from regesta.access.roles import Role, as_role
from regesta.access.store import Users
from regesta.access.trail import written
from regesta.model.finding import RegestaError

_NAME = re.compile(r"\w[\w .@'-]{0,63}")


@dataclass(frozen=True, slots=True)
class User:
    """A user: the name that signs what is decided, the role, and when the user was added and changed."""

    name: str
    role: Role
    added_at: str
    changed_at: str


def add(users: Users, name: str, role: str, password: str, *, now: str, by: str, address: str) -> User:
    """Add a user. Raises :class:`RegestaError` for a name that is taken or none, and for a poor password."""
    plain = " ".join(name.split())
    if not _NAME.fullmatch(plain):
        raise RegestaError(f"{name[:70]!r} is no name; use up to 64 letters, digits, blanks and . @ ' -")
    made = User(plain, as_role(role), now, now)
    secret = hashed(password, plain)
    with users.writing() as connection:
        try:
            connection.execute(
                "INSERT INTO users VALUES (?, ?, ?, ?, ?, ?)",
                (key_of(plain), plain, made.role, secret, now, now),
            )
        except sqlite3.IntegrityError:
            raise RegestaError(f"There is a user {plain} already; `regesta users list` shows them.") from None
        written(connection, now, by, "user added", f"{plain} ({made.role})", address)
    return made


def accounts(users: Users) -> list[User]:
    """Return the users in order of name."""
    with users.looking() as connection:
        rows = connection.execute("SELECT name, role, added_at, changed_at FROM users ORDER BY key")
        return [User(*row) for row in rows]


def account(users: Users, name: str) -> User:
    """Return the user of this name, else raise :class:`RegestaError`."""
    with users.looking() as connection:
        return _known(connection, name)


def change_password(users: Users, name: str, password: str, *, now: str, by: str, address: str) -> None:
    """Give a user another password; all sessions of the user end."""
    secret = hashed(password, name)
    with users.writing() as connection:
        user = _known(connection, name)
        connection.execute(
            "UPDATE users SET hash = ?, changed_at = ? WHERE key = ?", (secret, now, key_of(name))
        )
        connection.execute("DELETE FROM sessions WHERE key = ?", (key_of(name),))
        written(connection, now, by, "password changed", user.name, address)


def remove(users: Users, name: str, *, now: str, by: str, address: str) -> None:
    """Remove a user; all sessions of the user end. What the user decided stays signed with the name."""
    with users.writing() as connection:
        user = _known(connection, name)
        connection.execute("DELETE FROM users WHERE key = ?", (key_of(name),))
        written(connection, now, by, "user removed", user.name, address)


def key_of(name: str) -> str:
    """Return what two ways of writing one user's name have in common."""
    return unicodedata.normalize("NFKC", " ".join(name.split())).casefold()


def _known(connection: sqlite3.Connection, name: str) -> User:
    asked = "SELECT name, role, added_at, changed_at FROM users WHERE key = ?"
    row = connection.execute(asked, (key_of(name),)).fetchone()
    if row is None:
        raise RegestaError(f"There is no user {name[:70]!r}; `regesta users list` shows them.")
    return User(*row)
