"""The trail: who changed what, when and from which address. It is only added to."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from regesta.access.store import Users

_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the trail: who did ``what`` with ``about``, when and from which address."""

    number: int
    at: str
    who: str
    what: str
    about: str
    address: str


def note(users: Users, who: str, what: str, about: str, *, now: str, address: str) -> None:
    """Add an entry."""
    with users.writing() as connection:
        written(connection, now, who, what, about, address)


def written(connection: sqlite3.Connection, now: str, who: str, what: str, about: str, address: str) -> None:
    """Add an entry inside the caller's transaction."""
    connection.execute(
        "INSERT INTO audit (at, who, what, about, address) VALUES (?, ?, ?, ?, ?)",
        (now, who, what, about[:_LONGEST], address),
    )


def changes(users: Users, *, first: int = 0, limit: int | None = None) -> list[Change]:
    """Return the trail, the newest entry first, from the entry at ``first`` on, no more than ``limit``."""
    asked = "SELECT number, at, who, what, about, address FROM audit ORDER BY number DESC LIMIT ? OFFSET ?"
    with users.looking() as connection:
        return [Change(*row) for row in connection.execute(asked, (-1 if limit is None else limit, first))]
