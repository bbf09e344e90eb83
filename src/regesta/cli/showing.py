"""``regesta show``: one record, document or person with everything that is known about it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.table import Table
from rich.text import Text

from regesta import query
from regesta.cli import columns
from regesta.cli.output import Column, cell, console, print_json
from regesta.cli.peopling import one_person, print_person
from regesta.cli.registering import print_register
from regesta.cli.words import plain
from regesta.ledger import Ledger
from regesta.model.finding import RegestaError
from regesta.query import AnyRow, DocumentRow, Filters

_COLUMNS: dict[str, tuple[Column, ...]] = {
    "meeting": columns.MEETINGS,
    "statement": columns.STATEMENTS,
    "commitment": columns.COMMITMENTS,
    "request": columns.REQUESTS,
    "term": columns.TERMS,
}


def show(path: Path, wanted: str, form: str) -> int:
    """Print what the id ``wanted``, or the beginning of one, stands for; the exit code is 0.

    A document comes with its entries of the register. Raises :class:`RegestaError` when nothing,
    or more than one thing, has this id.
    """
    with Ledger.open(path) as ledger:
        document = query.document(ledger, wanted)
        record = query.record(ledger, wanted) if document is None else None
        sheet = one_person(ledger, wanted) if document is None and record is None else None
        rows = query.register(ledger, Filters(document=document.id)) if document else []
    if document is not None:
        _print("document", document, columns.DOCUMENTS, form)
        if form != "json":
            print_register(rows)
    elif record is not None:
        _print(record.kind, record, _COLUMNS[record.kind], form)
    elif sheet is not None:
        print_person(sheet, form)
    else:
        raise RegestaError(
            f"The ledger has no record, document or person {wanted!r}; the lists print the ids."
        )
    return 0


def _print(kind: str, row: AnyRow | DocumentRow, fields: Sequence[Column], form: str) -> None:
    values: dict[str, Any] = {"entry": kind} | {field.name: field.value(row) for field in fields}
    if form == "json":
        print_json(values)
        return
    if values.get("corrections"):
        values["corrections"] = columns.corrected(row)
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True, style="bold")
    table.add_column(overflow="fold")
    for name, value in values.items():
        if value not in (None, "", []):
            table.add_row(Text(name.replace("_", " ")), Text(plain(cell(value))))
    console().print(table)
