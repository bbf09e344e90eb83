"""The whole content of a ledger file, for comparison."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from alembic.migration import MigrationContext
from sqlalchemy import Connection

from regesta.ledger.search_tables import INDEX_TABLES


def snapshot(path: Path) -> list[str]:
    """Every row and table of the ledger at ``path`` as SQL, and its marks."""
    with closing(sqlite3.connect(path)) as connection:
        marks = [
            str(connection.execute(f"PRAGMA {name}").fetchone())
            for name in ("application_id", "user_version")
        ]
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return marks + list(connection.iterdump())


def context(connection: Connection) -> MigrationContext:
    """What a ledger's tables are compared by: all but those that the index of words makes for itself."""

    def own(name: str | None, kind: str, _parents: object) -> bool:
        return kind != "table" or name is None or not name.startswith(INDEX_TABLES)

    return MigrationContext.configure(connection, opts={"include_name": own})
