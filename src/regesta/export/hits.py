"""What a search prints of each sentence that it finds."""

from __future__ import annotations

from regesta.export.table import Column
from regesta.query.search import Hit


def _of_facet(facet: str) -> Column:
    return Column(facet, lambda hit: list(hit.values(facet)), shown=False)


def _marks(hit: Hit) -> list[list[int]]:
    """Where the words stand that were asked for, as spans of the frozen text."""
    return [[hit.span.start + mark.start, hit.span.start + mark.end] for mark in hit.marks]


HITS = (
    Column("day", lambda hit: hit.day),
    Column("quote", lambda hit: hit.quote),
    Column("citation", lambda hit: hit.citation),
    Column("document", lambda hit: hit.document.id, shown=False),
    Column("start", lambda hit: hit.span.start, shown=False),
    Column("end", lambda hit: hit.span.end, shown=False),
    Column("marks", _marks, shown=False),
    Column("file", lambda hit: hit.document.file, shown=False),
    Column("published", lambda hit: hit.document.published, shown=False),
    Column("url", lambda hit: hit.document.url, shown=False),
    Column("fate", lambda hit: hit.fate, shown=False),
    *(_of_facet(facet) for facet in ("kind", "publisher", "party", "person", "act", "topic")),
)
