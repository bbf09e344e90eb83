"""Printing lists: a table for people, JSON and CSV for programs."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from regesta.cli.words import plain
from regesta.export.table import Column, cell, csv_lines, objects

PIPED_WIDTH = 120


def console(*, stderr: bool = False) -> Console:
    """A console without colour when piped or when NO_COLOR is set, and then of a fixed width.

    ``COLUMNS`` sets another width.
    """
    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() or "COLUMNS" in os.environ else PIPED_WIDTH
    return Console(stderr=stderr, width=width, highlight=False, markup=False, emoji=False)


def print_rows(rows: Sequence[Any], columns: Sequence[Column], form: str) -> None:
    """Print ``rows`` to standard output as ``table``, ``json`` (a list of objects) or ``csv``."""
    if form == "json":
        print_json(objects(rows, columns))
    elif form == "csv":
        sys.stdout.writelines(csv_lines(rows, columns))
    else:
        _print_table(rows, [column for column in columns if column.shown])


def print_json(value: object) -> None:
    """Print one JSON value, indented, in UTF-8."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def tell_notes(noted: Sequence[tuple[str, str]]) -> None:
    """Say on standard error what of each thing read is not in its text, or is not sure; say none of none."""
    if noted:
        sys.stderr.write("Notes:\n")
        sys.stderr.writelines(f"  {plain(f'{name}: {note}')}.\n" for name, note in noted)


def _print_table(rows: Sequence[Any], columns: Sequence[Column]) -> None:
    if not rows:
        sys.stderr.write("Nothing found.\n")
        return
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in columns:
        table.add_column(column.name, no_wrap=column.name in ("id", "first_in"), overflow="fold")
    for row in rows:
        table.add_row(*(Text(plain(cell(column.value(row)))) for column in columns))
    console().print(table)
