"""Sessions: a random token in the browser, its hash in the file, an end after a working day."""

from __future__ import annotations

import secrets
import sqlite3
from hashlib import sha256

from regesta.access.accounts import User
from regesta.access.store import Users, seconds

LASTS = 12 * 60 * 60
"""How many seconds a session lasts."""
_BYTES = 32


def begun(connection: sqlite3.Connection, key: str, now: str, address: str) -> str:
    """Begin a session of the user with this key, inside the caller's transaction; return its token."""
    token = secrets.token_urlsafe(_BYTES)
    connection.execute("DELETE FROM sessions WHERE ends <= ?", (seconds(now),))
    connection.execute(
        "INSERT INTO sessions VALUES (?, ?, ?, ?, ?)",
        (_digest(token), key, now, seconds(now) + LASTS, address),
    )
    return token


def session(users: Users, token: str, now: str) -> User | None:
    """Return whose session this is; None for a token that is unknown or whose time is over."""
    asked = (
        "SELECT name, role, added_at, changed_at FROM sessions JOIN users USING (key)"
        " WHERE digest = ? AND ends > ?"
    )
    with users.looking() as connection:
        row = connection.execute(asked, (_digest(token), seconds(now))).fetchone()
    return None if row is None else User(*row)


def leave(users: Users, token: str) -> None:
    """End the session of this token."""
    with users.writing() as connection:
        connection.execute("DELETE FROM sessions WHERE digest = ?", (_digest(token),))


def _digest(token: str) -> str:
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
