"""CSL-JSON of a whole ledger: one list, an item a line."""

from __future__ import annotations

from collections.abc import Iterator

from regesta.export.citations import csl_item
from regesta.export.forms import Source
from regesta.export.jsonl import json_line
from regesta.export.references import references


def lines(source: Source) -> Iterator[str]:
    """Yield the list: a bracket, an item a line, a bracket."""
    yield "["
    before = " "
    for words, address in references(source):
        yield before + json_line(csl_item(words, address))
        before = ","
    yield "]"
