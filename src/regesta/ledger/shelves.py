"""Where the records of each kind stand, and how a stored row becomes a record again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from regesta.ledger import codec
from regesta.ledger.schema import (
    CommitmentTable,
    Filed,
    MeetingTable,
    RequestTable,
    StatementTable,
    TermTable,
)

BUNDLE = 400


@dataclass(frozen=True, slots=True)
class RecordShelf:
    """The table of one kind of record, and its decoder."""

    table: type[Filed]
    decode: Callable[[Mapping[str, Any]], Any]


RECORD_SHELVES: dict[str, RecordShelf] = {
    "meeting": RecordShelf(MeetingTable, codec.meeting_of),
    "statement": RecordShelf(StatementTable, codec.statement_of),
    "commitment": RecordShelf(CommitmentTable, codec.commitment_of),
    "request": RecordShelf(RequestTable, codec.request_of),
    "term": RecordShelf(TermTable, codec.term_of),
}


def bundles(items: Sequence[Any], size: int = BUNDLE) -> Iterator[Sequence[Any]]:
    """Cut a list into pieces that fit into one question to the database."""
    for start in range(0, len(items), size):
        yield items[start : start + size]
