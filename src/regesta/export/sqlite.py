"""Tables as an SQLite file for Datasette, in a folder with the metadata that it shows.

The file is made for reading, by its own schema and not by that of a ledger: keys, indexes, full text over
statements and texts, and views that put side by side what several tables hold. ``datasette FOLDER`` opens it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from regesta import query
from regesta.export.forms import Source
from regesta.export.sqlite_views import INDEXES, SEARCHED, VIEWS
from regesta.export.tables import TABLES, Column, Key, Table, rows
from regesta.model.finding import RegestaError
from regesta.query import Choice

DATABASE = "regesta"
_TYPES = {"integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}
_BATCH = 500
_TOKENIZER = "porter unicode61 remove_diacritics 2"
_FACETS = {
    "documents": ("side", "kind", "publisher", "language"),
    "meetings": ("format", "status", "medium"),
    "joined_meetings": ("format", "status"),
    "statements": ("act_group", "act"),
    "commitments": ("status", "strength"),
    "requests": ("status", "act"),
    "terms": ("concept", "side"),
    "people": ("country",),
}


def fill(source: Source, folder: Path) -> int:
    """Write the file and its metadata into ``folder``; return the number of rows."""
    with query.choice(source.ledger, source.filters) as choice:
        with closing(sqlite3.connect(folder / f"{DATABASE}.db", isolation_level=None)) as file:
            for pragma in ("journal_mode = OFF", "synchronous = OFF"):  # a draft, removed when anything fails
                file.execute(f"PRAGMA {pragma}")
            for table in TABLES.values():
                file.execute(create(table, choice))
            count = _put(file, choice)
            for statement in (*INDEXES, *_searches(), *VIEWS.values(), "ANALYZE"):
                file.execute(statement)
            broken = file.execute("PRAGMA foreign_key_check").fetchone()
        if broken is not None:
            row = f"a row of {broken[0]} points to a row of {broken[2]} that is not there"
            raise RegestaError(f"{source.ledger.path}: {row}; nothing was written. Report this.")
    metadata = json.dumps(metadata_of(source), ensure_ascii=False, indent=1)
    (folder / "metadata.json").write_text(metadata + "\n", encoding="utf-8")
    return count


def create(table: Table, choice: Choice) -> str:
    """Return the statement that makes a table with its keys."""
    lines = [_column(column) for column in table.columns]
    lines.append(f"PRIMARY KEY ({_names(table.primary)})")
    lines += [_foreign(key) for key in table.keys_in(choice)]
    return f'CREATE TABLE "{table.name}" (\n  ' + ",\n  ".join(lines) + "\n)"


def metadata_of(source: Source) -> dict[str, Any]:
    """Return what Datasette shows of the file: what tables and columns mean, facets, where to search."""
    tables: dict[str, Any] = {
        table.name: {
            "description": table.about,
            "columns": {column.name: column.about for column in table.columns},
            **({"facets": list(_FACETS[table.name])} if table.name in _FACETS else {}),
        }
        for table in TABLES.values()
    }
    tables["documents"] |= {"fts_table": "texts_fts", "fts_pk": "rowid", "label_column": "title"}
    tables["joined_meetings"] |= {"label_column": "when"}
    return {
        "title": "A register of meetings, statements, promises and requests",
        "description": f"Every value with the words from which it was read. Made {source.now}.",
        "databases": {DATABASE: {"tables": tables}},
    }


def _put(file: sqlite3.Connection, choice: Choice) -> int:
    """Put all rows in, in one transaction; a text has the row number of its document, for the search."""
    inserts = {
        table.name: f'INSERT INTO "{table.name}" VALUES ({", ".join("?" * len(table.columns))})'
        for table in TABLES.values()
    }
    lists = {
        table.name: [at for at, column in enumerate(table.columns) if column.type == "list"]
        for table in TABLES.values()
    }
    waiting: dict[str, list[tuple[Any, ...]]] = {name: [] for name in TABLES}
    count = 0
    file.execute("BEGIN")
    for table, row in rows(choice, TABLES.values()):
        some = waiting[table.name]
        some.append(_stored(row, lists[table.name]))
        count += 1
        if len(some) >= _BATCH:
            file.executemany(inserts[table.name], some)
            some.clear()
    for name, some in waiting.items():
        file.executemany(inserts[name], some)
    file.execute("COMMIT")
    return count


def _stored(row: tuple[Any, ...], lists: list[int]) -> tuple[Any, ...]:
    if not lists:
        return row
    values = list(row)
    for at in lists:
        values[at] = json.dumps(values[at], ensure_ascii=False)
    return tuple(values)


def _searches() -> Iterator[str]:
    for table, columns in SEARCHED.items():
        yield (
            f'CREATE VIRTUAL TABLE "{table}_fts" USING FTS5 ({", ".join(columns)},'
            f" content=\"{table}\", tokenize='{_TOKENIZER}')"
        )
        yield f'INSERT INTO "{table}_fts" ("{table}_fts") VALUES (\'rebuild\')'


def _column(column: Column) -> str:
    rest = "" if column.empty else " NOT NULL"
    return f'"{column.name}" {_TYPES.get(column.type, "TEXT")}{rest}'


def _foreign(key: Key) -> str:
    return f'FOREIGN KEY ({_names(key.columns)}) REFERENCES "{key.table}" ({_names(key.to)})'


def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in columns)
