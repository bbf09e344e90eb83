"""Connections to a ledger file: whose file it is, how it is opened, what failures mean."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from regesta.model.finding import RegestaError

_WRITES = "regesta_writes"
_WAIT_SECONDS = 10.0
_HEAD = 100
_LOG_PAGES = 16_000
_CACHE_KILOBYTES, _LARGE_CACHE = 32_768, 262_144
_MAGIC = b"SQLite format 3\x00"


class LedgerStopped(RegestaError):
    """The ledger can take no more: the disk is full or fails. Nothing of the last document was kept."""


def identify(path: Path) -> tuple[int, int]:
    """Return the application id and schema number in the head of the file at ``path``.

    Only the head is read; no lock is taken and no file is left beside it. Raises
    :class:`RegestaError` when the file is a folder, closed to us, or no SQLite file.
    """
    if path.is_dir():
        raise RegestaError(f"{path} is a folder, not a ledger; name a file.")
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError as problem:
        reason = (problem.strerror or str(problem)).lower()
        raise RegestaError(f"{path}: the ledger cannot be opened ({reason}); check your rights.") from problem
    if len(head) < _HEAD or not head.startswith(_MAGIC):
        raise RegestaError(f"{path} is not a ledger of Regesta; name another file.")
    application, schema = (int.from_bytes(head[place : place + 4], "big") for place in (68, 60))
    return application, schema


def connect(path: Path, *, wal: bool = True, many: bool = False) -> Engine:
    """Return an engine on the SQLite file at ``path``; it opens the file on first use.

    Transactions begin when SQLAlchemy says so and hold schema changes too. ``wal`` turns on the
    write-ahead log, with which readers and the one writer do not wait for one another. With ``many``
    documents to come the log is folded in less often and more pages are kept at hand: a page that many
    of them touch is fetched and moved once.
    """
    url = URL.create("sqlite", database=str(path))
    engine = create_engine(
        url, connect_args={"timeout": _WAIT_SECONDS, "isolation_level": None, "cached_statements": 1024}
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        if wal:
            connection.execute("PRAGMA journal_mode = WAL")
            if many:
                connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")
        connection.execute(f"PRAGMA cache_size = -{_LARGE_CACHE if many else _CACHE_KILOBYTES}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(_WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


@contextmanager
def writing(engine: Engine, path: Path) -> Iterator[Connection]:
    """Give a connection in one transaction that is kept whole or not at all.

    Raises :class:`LedgerStopped` when the disk is full or fails, :class:`RegestaError` when
    another program is writing or the file is damaged.
    """
    try:
        with engine.connect().execution_options(**{_WRITES: True}) as connection, connection.begin():
            yield connection
    except (DBAPIError, sqlite3.Error) as problem:
        raise _meaning(problem, path) from problem


@contextmanager
def looking(engine: Engine, path: Path) -> Iterator[Connection]:
    """Give a connection that sees the ledger at one moment; it must not write."""
    try:
        with engine.connect() as connection:
            yield connection
    except (DBAPIError, sqlite3.Error) as problem:
        raise _meaning(problem, path) from problem


def _meaning(problem: DBAPIError | sqlite3.Error, path: Path) -> RegestaError:
    """Say in one sentence what a failure of the database means for the user."""
    cause = problem.orig if isinstance(problem, DBAPIError) else problem
    words = str(cause)
    for part, sentence, kind in _MEANINGS:
        if part in words:
            return kind(sentence.format(path=path))
    return RegestaError(f"{path}: the ledger refused ({words}); nothing was changed.")


_MEANINGS: tuple[tuple[str, str, type[RegestaError]], ...] = (
    (
        "is full",
        "The disk is full; nothing more was written to the ledger {path}, and every document in it is whole.",
        LedgerStopped,
    ),
    (
        "disk I/O error",
        "The disk under {path} cannot be written; nothing more was kept, and every document in it is whole.",
        LedgerStopped,
    ),
    ("not a database", "{path} is not a ledger of Regesta; name another file.", RegestaError),
    ("malformed", "{path} is damaged; put back a copy of it.", RegestaError),
    ("is locked", "Another program is writing to {path}; try again when it has ended.", LedgerStopped),
    ("readonly", "{path} may not be written; give yourself the right to write it.", LedgerStopped),
    ("unable to open", "{path} cannot be opened; check the folder and your rights.", RegestaError),
)
