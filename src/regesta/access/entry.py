"""Coming in: a name and its password, and a wait that grows with each wrong one."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from hashlib import sha256

from regesta.access.accounts import User, key_of
from regesta.access.passwords import fits
from regesta.access.sessions import begun
from regesta.access.store import Users, seconds
from regesta.access.trail import written

_FORGOTTEN = 24 * 60 * 60
_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class _Limit:
    """``free`` wrong attempts cost nothing; then the wait doubles from a second to ``longest`` seconds."""

    free: int
    longest: int

    def wait(self, failures: int) -> int:
        over = failures - self.free
        return 0 if over < 0 else min(self.longest, 2 ** min(over, 20))


_BY_NAME = _Limit(free=5, longest=300)
_BY_ADDRESS = _Limit(free=20, longest=900)


@dataclass(frozen=True, slots=True)
class Entered:
    """A user has come in; ``token`` is that of the new session."""

    user: User
    token: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """Too many attempts were wrong; the next is looked at after so many ``seconds``."""

    seconds: int


def enter(users: Users, name: str, password: str, *, now: str, address: str) -> Entered | Waiting | None:
    """Begin a session for whoever knows the password of ``name``; None where name or password is wrong.

    Each attempt counts against the name and against the address before the password is looked at, so
    that many at once gain nothing; one that is right clears its name. An unknown name takes as long as
    a known one and is kept as a hash alone, for people write passwords in its place.
    """
    moment, key = seconds(now), key_of(name)
    counted = ((f"name:{_hidden(key)}", _BY_NAME), (f"from:{_hidden(address)}", _BY_ADDRESS))
    with users.writing() as connection:
        wait = max(_until(connection, one) for one, _ in counted) - moment
        if wait > 0:
            return Waiting(wait)
        for one, limit in counted:
            _count(connection, one, limit, moment)
        row = connection.execute("SELECT * FROM users WHERE key = ?", (key,)).fetchone()
    if not fits(password, row["hash"] if row else None):
        if row is not None:
            with users.writing() as connection:
                written(connection, now, row["name"], "log-in refused", "", address)
        return None
    with users.writing() as connection:
        # the password may have been changed, or the user removed, while it was looked at
        same = connection.execute("SELECT 1 FROM users WHERE key = ? AND hash = ?", (key, row["hash"]))
        if same.fetchone() is None:
            return None
        _right(connection, counted[0][0], counted[1][0], moment)
        token = begun(connection, key, now, address)
        written(connection, now, row["name"], "logged in", "", address)
    return Entered(User(row["name"], row["role"], row["added_at"], row["changed_at"]), token)


def _until(connection: sqlite3.Connection, key: str) -> int:
    row = connection.execute("SELECT again FROM attempts WHERE key = ?", (key,)).fetchone()
    return 0 if row is None else int(row[0])


def _count(connection: sqlite3.Connection, key: str, limit: _Limit, moment: int) -> None:
    """Count an attempt; forget those of long ago, and the oldest where there are very many."""
    connection.execute("DELETE FROM attempts WHERE last < ?", (moment - _FORGOTTEN,))
    row = connection.execute("SELECT failures FROM attempts WHERE key = ?", (key,)).fetchone()
    failures = (row[0] if row else 0) + 1
    connection.execute(
        "INSERT OR REPLACE INTO attempts VALUES (?, ?, ?, ?)",
        (key, failures, moment, moment + limit.wait(failures)),
    )
    connection.execute(
        "DELETE FROM attempts WHERE key IN (SELECT key FROM attempts ORDER BY last DESC LIMIT -1 OFFSET ?)",
        (_KEPT,),
    )


def _right(connection: sqlite3.Connection, name: str, address: str, moment: int) -> None:
    """Clear the name of a right attempt, and take this attempt, but no earlier one, off its address."""
    connection.execute("DELETE FROM attempts WHERE key = ?", (name,))
    connection.execute(
        "UPDATE attempts SET failures = failures - 1, again = ? WHERE key = ?", (moment, address)
    )


def _hidden(words: str) -> str:
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:32]
