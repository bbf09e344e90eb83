"""The whole content of a ledger file, for comparison."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path


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
