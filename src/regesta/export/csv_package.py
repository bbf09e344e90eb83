"""Tables as CSV files with a Frictionless data package that says what each column means.

A cell that a spreadsheet would take for a formula gets an apostrophe before it; see :func:`safe`.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Any

from regesta import query
from regesta.export.forms import Source
from regesta.export.tables import TABLES, Column, Key, Table, rows
from regesta.query import Choice, Filters

PACKAGE = "datapackage.json"
ESCAPED = (
    "Where a text begins with =, +, -, @ (or a full-width form of these), a tab or a line break, which a"
    " spreadsheet would take for a formula, an apostrophe stands before it; so it does before a text that"
    " begins so behind apostrophes. To have the text as it was, take one apostrophe away from every cell that"
    " begins so."
)
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_ESCAPED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")
_TYPES = {"edtf": "string", "list": "array"}
_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def fill(source: Source, folder: Path) -> int:
    """Write a file a table and the package into ``folder``; return the number of rows."""
    count = 0
    with ExitStack() as stack:
        choice = stack.enter_context(query.choice(source.ledger, source.filters))
        writers = {}
        for table in TABLES.values():
            stream = stack.enter_context(
                (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="")
            )
            writers[table.name] = (csv.writer(stream), [_cell(column) for column in table.columns])
            writers[table.name][0].writerow([column.name for column in table.columns])
        for table, row in rows(choice, TABLES.values()):
            writer, cells = writers[table.name]
            writer.writerow([cell(value) for cell, value in zip(cells, row, strict=True)])
            count += 1
        package = json.dumps(package_of(choice, source.now), ensure_ascii=False, indent=1)
    (folder / PACKAGE).write_text(package + "\n", encoding="utf-8")
    return count


def safe(text: str) -> str:
    """Return a text so that no spreadsheet takes it for a formula; :func:`plain` gives it back."""
    return f"'{text}" if _FORMULA.match(text) else text


def plain(cell: str) -> str:
    """Return the text of a cell that :func:`safe` made."""
    return cell[1:] if _ESCAPED.match(cell) else cell


def package_of(choice: Choice, now: str) -> dict[str, Any]:
    """Return the data package of an export of ``choice`` made at ``now``."""
    return {
        "$schema": _PROFILE,
        "name": "regesta",
        "title": "A register of meetings, statements, promises and requests, every value cited",
        "description": f"{_chosen(choice.filters)} {ESCAPED}",
        "created": now,
        "resources": [_resource(table, choice) for table in TABLES.values()],
    }


def _chosen(filters: Filters) -> str:
    asked = [f"{name} {value}" for name, value in asdict(filters).items() if value is not None]
    return f"Only what meets: {', '.join(asked)}." if asked else "Everything that the ledger holds."


def _resource(table: Table, choice: Choice) -> dict[str, Any]:
    keys = [_foreign(key, table) for key in table.keys_in(choice)]
    return {
        "name": table.name,
        "type": "table",
        "path": f"{table.name}.csv",
        "description": table.about,
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.primary),
            **({"foreignKeys": keys} if keys else {}),
        },
    }


def _field(column: Column) -> dict[str, Any]:
    kind = _TYPES.get(column.type, column.type)
    told = f"{column.about} (EDTF)" if column.type == "edtf" else column.about
    field: dict[str, Any] = {"name": column.name, "type": kind, "description": told}
    return field if column.empty else {**field, "constraints": {"required": True}}


def _foreign(key: Key, table: Table) -> dict[str, Any]:
    """Return a key. Of one that may be empty only the columns that may: a half empty key is none."""
    may = {column.name for column in table.columns if column.empty}
    pairs = list(zip(key.columns, key.to, strict=True))
    pairs = [pair for pair in pairs if pair[0] in may] or pairs
    there = {} if key.table == table.name else {"resource": key.table}
    return {
        "fields": [own for own, _ in pairs],
        "reference": {**there, "fields": [other for _, other in pairs]},
    }


def _cell(column: Column) -> Callable[[Any], str]:
    if column.type == "list":
        return lambda value: json.dumps(value, ensure_ascii=False)
    if column.type == "boolean":
        return lambda value: "" if value is None else str(value).lower()
    if column.type in ("integer", "number"):
        return lambda value: "" if value is None else str(value)
    return lambda value: "" if value is None else safe(value)
