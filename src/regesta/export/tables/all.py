"""All tables, and their rows as an export goes through a ledger."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from regesta.export.tables.cited import Paper
from regesta.export.tables.documents import DOCUMENTS, FILE_PLACES, REPEATS, TEXTS, UNREAD
from regesta.export.tables.histories import COMMITMENT_HISTORY, REQUEST_HISTORY
from regesta.export.tables.joined import DATE_EVIDENCE, JOINED_MEETINGS, TELLINGS, Met
from regesta.export.tables.judged import (
    CORRECTIONS,
    DECISIONS,
    FINDING_PLACES,
    FINDINGS,
    Complaint,
    Decided,
)
from regesta.export.tables.meetings import MEETING_MENTIONS, MEETING_PARTS, MEETINGS, PARTICIPANTS
from regesta.export.tables.people import PEOPLE, PERSON_OFFICES, Somebody
from regesta.export.tables.promises import COMMITMENTS, REQUEST_ACTORS, REQUESTS
from regesta.export.tables.statements import STATEMENT_ACTORS, STATEMENTS, TERMS
from regesta.export.tables.table import SOURCES, Source, Table
from regesta.model.finding import RegestaError
from regesta.query import Choice
from regesta.query.chosen_beside import decisions_of, findings_of, found_at, hashes, people_of

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        DOCUMENTS,
        TEXTS,
        FILE_PLACES,
        MEETINGS,
        MEETING_PARTS,
        MEETING_MENTIONS,
        PARTICIPANTS,
        JOINED_MEETINGS,
        TELLINGS,
        DATE_EVIDENCE,
        STATEMENTS,
        STATEMENT_ACTORS,
        COMMITMENTS,
        COMMITMENT_HISTORY,
        REQUESTS,
        REQUEST_ACTORS,
        REQUEST_HISTORY,
        TERMS,
        UNREAD,
        REPEATS,
        PEOPLE,
        PERSON_OFFICES,
        FINDINGS,
        FINDING_PLACES,
        DECISIONS,
        CORRECTIONS,
    )
}


def rows(choice: Choice, tables: Collection[Table]) -> Iterator[tuple[Table, tuple[Any, ...]]]:
    """Yield the rows of these tables, each with its table, document by document.

    The rows of one table stay in their order; those of several tables are mixed, and a row may come
    before one that it points to. Raises :class:`RegestaError` where the ledger's views across documents
    do not hold all of them, so that tables would not agree.
    """
    if not choice.whole:
        raise RegestaError("Documents came into the ledger just now; export it again.")
    known = hashes(choice)
    for source in SOURCES:
        wanted = [table for table in tables if table.source == source]
        if wanted:
            for thing in _things(choice, source, known):
                for table in wanted:
                    yield from ((table, row) for row in table.rows(thing))


def _things(choice: Choice, source: Source, known: dict[str, str]) -> Iterator[Any]:
    if source == "documents":
        yield from (Paper(one, known) for one in choice.readings())
    elif source == "meetings":
        yield from (Met(one, known) for one in choice.meetings())
    elif source == "people":
        yield from (Somebody(one, known) for one in people_of(choice))
    elif source == "findings":
        at = found_at(choice)
        yield from (Complaint(one, at, known) for one in findings_of(choice))
    else:
        yield from (Decided(one, known) for one in decisions_of(choice))
