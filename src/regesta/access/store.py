"""The file of the users: SQLite, closed to all but its owner, opened for each question."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from regesta.model.finding import RegestaError

APPLICATION_ID = 0x52475355
VERSION = 2
_WAIT_SECONDS = 10.0
_OWNER_ALONE = 0o600
_TABLES = """
CREATE TABLE users (
    key TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, hash TEXT NOT NULL,
    added_at TEXT NOT NULL, changed_at TEXT NOT NULL
) STRICT;
CREATE TABLE sessions (
    digest TEXT PRIMARY KEY, key TEXT NOT NULL REFERENCES users (key) ON DELETE CASCADE,
    began_at TEXT NOT NULL, ends INTEGER NOT NULL, address TEXT NOT NULL
) STRICT;
CREATE INDEX sessions_of ON sessions (key);
CREATE TABLE attempts (
    key TEXT PRIMARY KEY, failures INTEGER NOT NULL, last INTEGER NOT NULL, again INTEGER NOT NULL
) STRICT;
CREATE INDEX attempts_last ON attempts (last);
CREATE TABLE audit (
    number INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL,
    about TEXT NOT NULL, address TEXT NOT NULL
) STRICT;
"""
_TOKENS = """
CREATE TABLE IF NOT EXISTS tokens (
    digest TEXT PRIMARY KEY, key TEXT NOT NULL REFERENCES users (key) ON DELETE CASCADE,
    given_at TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS tokens_of ON tokens (key);
"""
"""What version 2 added."""


def beside(ledger: Path) -> Path:
    """Return where the users of a ledger are kept."""
    return ledger.with_name(f"{ledger.name}.users")


@dataclass(frozen=True, slots=True)
class Users:
    """The file of the users at ``path``."""

    path: Path

    @classmethod
    def open(cls, path: Path, *, create: bool = False) -> Users:
        """Return the file at ``path``; a missing one is made on ``create``.

        Raises :class:`RegestaError` when there is none, when it is no file of users, when others may
        read it, or when a newer version of Regesta made it.
        """
        users = cls(path)
        if not path.exists():
            if not create:
                raise RegestaError(f"{path}: there are no users yet; `regesta users add NAME` adds one.")
            users._make()
        users._check()
        return users

    @contextmanager
    def looking(self) -> Iterator[sqlite3.Connection]:
        """Give a connection for questions."""
        with self._opened() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give a connection in one transaction that is kept whole or not at all."""
        with self._opened() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        try:
            address = f"{self.path.resolve().as_uri()}?mode=rw"
            with closing(
                sqlite3.connect(address, timeout=_WAIT_SECONDS, isolation_level=None, uri=True)
            ) as connection:
                connection.row_factory = sqlite3.Row
                connection.execute("PRAGMA foreign_keys = ON")
                yield connection
        except sqlite3.Error as problem:
            raise RegestaError(
                f"{self.path}: the file of the users cannot be used ({problem}); check it and your rights."
            ) from problem

    def _make(self) -> None:
        """Make the file whole beside its place and move it there, so that a half one never stands there."""
        made = self.path.with_name(f"{self.path.name}.{os.getpid()}.new")
        try:
            os.close(os.open(made, os.O_RDWR | os.O_CREAT | os.O_EXCL, _OWNER_ALONE))
            with Users(made)._opened() as connection:
                connection.executescript(
                    f"BEGIN; {_TABLES} {_TOKENS} PRAGMA application_id = {APPLICATION_ID};"
                    f" PRAGMA user_version = {VERSION}; COMMIT;"
                )
            made.rename(self.path)
        except OSError as problem:
            reason = (problem.strerror or str(problem)).lower()
            raise RegestaError(f"{self.path}: the file of the users cannot be made ({reason}).") from problem
        finally:
            made.unlink(missing_ok=True)

    def _check(self) -> None:
        with self.looking() as connection:
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            version = connection.execute("PRAGMA user_version").fetchone()[0]
        if application != APPLICATION_ID:
            raise RegestaError(f"{self.path} is not a file of users; move it away or name another ledger.")
        if version > VERSION:
            raise RegestaError(f"{self.path} was made by a newer version of Regesta; install that version.")
        if self.path.stat().st_mode & 0o077:
            raise RegestaError(f"{self.path} can be read by others; close it with `chmod 600 {self.path}`.")
        if version < VERSION:
            with self.looking() as connection:
                connection.executescript(
                    f"BEGIN IMMEDIATE; {_TOKENS} PRAGMA user_version = {VERSION}; COMMIT;"
                )


def seconds(now: str) -> int:
    """Return the moment ``now``, as the clock writes it, in seconds."""
    return int(datetime.fromisoformat(now).timestamp())
