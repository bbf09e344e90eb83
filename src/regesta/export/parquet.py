"""Tables as Parquet files, one a table, written a group of rows at a time.

Columns have types; what a column means stands in the metadata of its field, what a table is and what it
points to in that of its schema.
"""

from __future__ import annotations

import json
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

from regesta import query
from regesta.export.forms import Source
from regesta.export.tables import TABLES, Column, Table, rows
from regesta.query import Choice

_GROUP = 4_000
_TEXTS = 500


def fill(source: Source, folder: Path) -> int:
    """Write a file a table into ``folder``; return the number of rows."""
    count = 0
    with ExitStack() as stack:
        choice = stack.enter_context(query.choice(source.ledger, source.filters))
        files = {
            table.name: stack.enter_context(_File(table, choice, folder / f"{table.name}.parquet"))
            for table in TABLES.values()
        }
        for table, row in rows(choice, TABLES.values()):
            files[table.name].put(row)
            count += 1
    return count


class _File:
    """A Parquet file that rows are put into; those of a group wait until it is full."""

    def __init__(self, table: Table, choice: Choice, path: Path) -> None:
        from pyarrow.parquet import ParquetWriter  # noqa: PLC0415  an optional part

        self._schema = schema_of(table, choice)
        self._writer = ParquetWriter(path, self._schema, compression="zstd")
        self._days = [at for at, column in enumerate(table.columns) if column.type == "date"]
        self._size = _TEXTS if table.name == "texts" else _GROUP
        self._waiting: list[tuple[Any, ...]] = []

    def put(self, row: tuple[Any, ...]) -> None:
        self._waiting.append(row)
        if len(self._waiting) >= self._size:
            self._write()

    def _write(self) -> None:
        import pyarrow  # noqa: PLC0415  an optional part

        columns: list[Any] = list(zip(*self._waiting, strict=True))
        for at in self._days:
            columns[at] = [None if day is None else date.fromisoformat(day) for day in columns[at]]
        arrays = [
            pyarrow.array(values, type=field.type)
            for values, field in zip(columns, self._schema, strict=True)
        ]
        self._writer.write_table(pyarrow.Table.from_arrays(arrays, schema=self._schema))
        self._waiting = []

    def __enter__(self) -> _File:
        return self

    def __exit__(self, *_problem: object) -> None:
        if self._waiting:
            self._write()
        self._writer.close()


def schema_of(table: Table, choice: Choice) -> Any:
    """Return the Arrow schema of a table."""
    import pyarrow  # noqa: PLC0415  an optional part

    types = {
        "string": pyarrow.string(), "edtf": pyarrow.string(), "integer": pyarrow.int64(),
        "number": pyarrow.float64(), "boolean": pyarrow.bool_(), "date": pyarrow.date32(),
        "list": pyarrow.list_(pyarrow.string()),
    }  # fmt: skip

    def field(column: Column) -> Any:
        told = f"{column.about} (EDTF)" if column.type == "edtf" else column.about
        return pyarrow.field(
            column.name, types[column.type], nullable=column.empty, metadata={"description": told}
        )

    keys = [{"columns": key.columns, "table": key.table, "to": key.to} for key in table.keys_in(choice)]
    about = {
        "description": table.about,
        "primary_key": json.dumps(table.primary),
        "foreign_keys": json.dumps(keys),
    }
    return pyarrow.schema([field(column) for column in table.columns], metadata=about)
