"""``regesta show``: one record, document, meeting or person with everything that is known about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from regesta import query
from regesta.cli.following import followed, history_lines
from regesta.cli.meeting_words import meeting_json, meeting_lines
from regesta.cli.opened import linked
from regesta.cli.output import console, print_json
from regesta.cli.peopling import one_person, print_person
from regesta.cli.registering import print_register
from regesta.cli.words import plain
from regesta.export import columns
from regesta.export.histories import history_json
from regesta.export.table import Column, cell
from regesta.ledger import Ledger
from regesta.model.finding import RegestaError
from regesta.model.judgement import Ref
from regesta.query import AnyRow, DocumentRow, Filters

_COLUMNS: dict[str, tuple[Column, ...]] = {
    "meeting": columns.MEETINGS,
    "statement": columns.STATEMENTS,
    "commitment": columns.COMMITMENTS,
    "request": columns.REQUESTS,
    "term": columns.TERMS,
}


@dataclass(frozen=True, slots=True)
class _Across:
    """What other documents add to a record: values for programs, lines for people."""

    values: Mapping[str, Any]
    lines: tuple[RenderableType, ...]


_NOTHING = _Across(MappingProxyType({}), ())


def show(path: Path, wanted: str, form: str) -> int:
    """Print what the id ``wanted``, or the beginning of one, stands for; the exit code is 0.

    A document comes with its entries of the register, a meeting with all its mentions, a promise or
    request with what came of it. Raises :class:`RegestaError` when nothing, or more than one thing,
    has this id.
    """
    with linked(path) as ledger:
        document = query.document(ledger, wanted)
        record = query.record(ledger, wanted) if document is None else None
        unknown = document is None and record is None
        meeting = query.joined_named(ledger, wanted) if unknown else None
        sheet = one_person(ledger, wanted) if unknown and meeting is None else None
        rows = query.register(ledger, Filters(document=document.id)) if document else []
        across = _across(ledger, record) if record else _NOTHING
    if document is not None:
        _print("document", document, columns.DOCUMENTS, form)
        if form != "json":
            print_register(rows)
    elif record is not None:
        _print(record.kind, record, _COLUMNS[record.kind], form, across.values)
        if form != "json" and across.lines:
            console().print(Text(), *across.lines, sep="\n")
    elif meeting is not None and form == "json":
        print_json({"entry": "joined"} | meeting_json(meeting))
    elif meeting is not None:
        console().print(*meeting_lines(meeting), sep="\n")
    elif sheet is not None:
        print_person(sheet, form)
    else:
        raise RegestaError(
            f"The ledger has no record, document, meeting or person {wanted!r}; the lists print the ids."
        )
    return 0


def _across(ledger: Ledger, row: AnyRow) -> _Across:
    """Return what other documents add to a record."""
    if row.kind == "meeting":
        joined = query.joined(ledger, Ref(row.document.id, "meeting", row.id or ""))
        if joined is not None:
            return _Across({"joined": meeting_json(joined)}, tuple(meeting_lines(joined)))
    if row.kind in ("commitment", "request"):
        told = followed(ledger, row)
        return _Across({"followed": history_json(told)}, tuple(history_lines(told)))
    return _NOTHING


def _print(
    kind: str,
    row: AnyRow | DocumentRow,
    fields: Sequence[Column],
    form: str,
    more: Mapping[str, Any] = MappingProxyType({}),
) -> None:
    values: dict[str, Any] = {"entry": kind} | {field.name: field.value(row) for field in fields}
    if form == "json":
        print_json(values | dict(more))
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
