"""Exports: the ledger's readings in the forms that other programs take."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from regesta.export import jsonl
from regesta.export.target import write_lines
from regesta.model.records import Records

__all__ = ["FORMATS", "write_lines"]

FORMATS: dict[str, Callable[[Iterable[tuple[jsonl.Exported, Records]]], Iterator[str]]] = {
    "jsonl": jsonl.lines,
}
