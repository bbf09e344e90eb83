"""Which words of a quote were looked for, as the index itself tells them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing

from regesta.ledger.search_tables import TOKENIZER
from regesta.model.span import Span

_SIGNS = range(0xF0000, 0xFFFFE)


def marked(quotes: Sequence[str], wanted: str) -> list[tuple[Span, ...]]:
    """Return for each quote where the words stand in it that ``wanted``, a question to the index, names."""
    begin, end = _free_signs(quotes)
    if not end:
        return [() for _ in quotes]
    with closing(sqlite3.connect(":memory:")) as memory:
        memory.execute(f"CREATE VIRTUAL TABLE quotes USING fts5(words, tokenize='{TOKENIZER}')")
        told = ((number, quote.replace("\0", " ")) for number, quote in enumerate(quotes))
        memory.executemany("INSERT INTO quotes (rowid, words) VALUES (?, ?)", told)
        asked = "SELECT rowid, highlight(quotes, 0, ?, ?) FROM quotes WHERE quotes MATCH ?"
        found = dict(memory.execute(asked, (begin, end, wanted)).fetchall())
    return [tuple(_spans(found.get(number, ""), begin, end)) for number in range(len(quotes))]


def _spans(told: str, begin: str, end: str) -> Iterator[Span]:
    """Yield where signs open and close, in the quote without them."""
    at = start = 0
    for letter in told:
        if letter == begin:
            start = at
        elif letter == end:
            yield Span(start, at)
        else:
            at += 1


def _free_signs(quotes: Sequence[str]) -> tuple[str, str]:
    """Return two letters of private use that stand in no quote; nothing where quotes use all of them."""
    used = set().union(*map(set, quotes))
    free = (sign for number in _SIGNS if (sign := chr(number)) not in used)
    return next(free, ""), next(free, "")
