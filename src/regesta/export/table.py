"""Lists as tables: columns over rows, as CSV and as JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its value for a row, and whether a table for people shows it.

    The value is in the terms of JSON.
    """

    name: str
    value: Callable[[Any], Any]
    shown: bool = True


def objects(rows: Iterable[Any], columns: Sequence[Column]) -> list[dict[str, Any]]:
    """Return one object a row, in the terms of JSON."""
    return [{column.name: column.value(row) for column in columns} for row in rows]


def json_lines(rows: Iterable[Any], columns: Sequence[Column]) -> Iterator[str]:
    """Give a JSON list of one object a row, a line each, so that a long list is never held whole."""
    begin = "[\n"
    for row in rows:
        one = {column.name: column.value(row) for column in columns}
        yield begin + json.dumps(one, ensure_ascii=False, separators=(",", ":"))
        begin = ",\n"
    yield "[]\n" if begin == "[\n" else "\n]\n"


def csv_lines(rows: Iterable[Any], columns: Sequence[Column]) -> Iterator[str]:
    """Give a head line and one line a row; each ends with a line feed."""
    yield _line([column.name for column in columns])
    for row in rows:
        yield _line([cell(column.value(row)) for column in columns])


def cell(value: object) -> str:
    """Return a value as the text of one cell: lists joined by "; ", yes or no, nothing for None."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return "; ".join(cell(item) for item in value)
    if isinstance(value, dict):
        return " ".join(cell(item) for item in value.values() if item is not None)
    return str(value)


def _line(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()
