"""Tokens: with what a program of a user comes in to read. The file holds their hashes alone."""

from __future__ import annotations

import secrets
from hashlib import sha256

from regesta.access.accounts import User, account, key_of
from regesta.access.store import Users
from regesta.access.trail import written
from regesta.model.finding import RegestaError

_BYTES = 32
_BEGIN = "regesta_"
"""What every token begins with, so that one that was left lying about can be told from other words."""


def give(users: Users, name: str, *, now: str, by: str, address: str) -> str:
    """Give a user a token and return it; it cannot be shown again. It holds until it is taken back.

    Raises :class:`RegestaError` where there is no such user.
    """
    token, user = f"{_BEGIN}{secrets.token_urlsafe(_BYTES)}", account(users, name)
    with users.writing() as connection:
        connection.execute("INSERT INTO tokens VALUES (?, ?, ?)", (_digest(token), key_of(user.name), now))
        written(connection, now, by, "token given", user.name, address)
    return token


def bearer(users: Users, token: str, name: str | None = None) -> User | None:
    """Return whose token this is; None for one that is unknown, or not that of the user ``name``."""
    asked = "SELECT name, role, added_at, changed_at FROM tokens JOIN users USING (key) WHERE digest = ?"
    with users.looking() as connection:
        row = connection.execute(asked, (_digest(token),)).fetchone()
    if row is None or (name is not None and key_of(name) != key_of(row["name"])):
        return None
    return User(*row)


def revoke(users: Users, name: str, *, now: str, by: str, address: str) -> int:
    """Take back all tokens of a user; return how many there were."""
    user = account(users, name)
    with users.writing() as connection:
        count = connection.execute("DELETE FROM tokens WHERE key = ?", (key_of(user.name),)).rowcount
        if not count:
            raise RegestaError(f"{user.name} has no token; nothing was changed.")
        written(connection, now, by, "tokens taken back", user.name, address)
    return count


def _digest(token: str) -> str:
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
