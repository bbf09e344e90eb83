"""JSON Lines of a whole ledger: :mod:`regesta.export.jsonl` over what is asked of it."""

from __future__ import annotations

from collections.abc import Iterator

from regesta import query
from regesta.export import jsonl
from regesta.export.forms import Source


def lines(source: Source) -> Iterator[str]:
    """Yield a line a document and name, in order of date, with the records that meet the filters."""
    return jsonl.lines(query.chosen(source.ledger, source.filters))
