"""Documents that were added just now: what they are, what was made of them, what was not read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import func, select

from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.schema import ContentTable, DocumentTable, UnreadTable
from regesta.ledger.shelves import RECORD_SHELVES
from regesta.model.finding import Place
from regesta.model.span import Span
from regesta.query.load import bundles

SHOWN = 10
"""So many sentences that were not read are told of a document; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A document: its title, publisher, kind and date, how many records of each kind were made of it.

    ``unread`` are the first sentences of which none was made, each with the reason; ``left`` is the number
    of all of them.
    """

    id: str
    title: str | None
    publisher: str | None
    kind: str
    published: str | None
    published_basis: str | None
    records: tuple[tuple[str, int], ...]
    unread: tuple[tuple[Place, str], ...]
    left: int


def taken(ledger: Ledger, ids: Collection[str]) -> dict[str, Taken]:
    """Return these documents, by id; what the ledger does not hold is left out."""
    found: dict[str, Taken] = {}
    with looking(ledger.engine, ledger.path) as connection:
        for some in bundles(sorted(set(ids))):
            counts: dict[str, list[tuple[str, int]]] = defaultdict(list)
            for kind, shelf in RECORD_SHELVES.items():
                table = shelf.table
                asked = select(table.document_id, func.count()).where(table.document_id.in_(some))
                for id_, number in connection.execute(asked.group_by(table.document_id)):
                    counts[id_].append((kind, number))
            unread = UnreadTable
            sentences: dict[str, list[tuple[Span, str]]] = defaultdict(list)
            spans = select(unread.document_id, unread.span_start, unread.span_end, unread.reason)
            rows = spans.where(unread.document_id.in_(some)).order_by(unread.document_id, unread.position)
            for id_, start, end, reason in connection.execute(rows):
                sentences[id_].append((Span(start, end), reason))
            texts = select(ContentTable.document_id, ContentTable.text).where(
                ContentTable.document_id.in_(sentences)
            )
            text = {row.document_id: row.text for row in connection.execute(texts)}
            about = DocumentTable
            for row in connection.execute(select(about).where(about.id.in_(some))):
                told = [
                    (Place(row.id, span, span.of(text[row.id])), reason)
                    for span, reason in sentences[row.id][:SHOWN]
                ]
                found[row.id] = Taken(
                    row.id,
                    row.title,
                    row.publisher,
                    row.kind,
                    row.published,
                    row.published_basis,
                    tuple(counts[row.id]),
                    tuple(told),
                    len(sentences[row.id]),
                )
    return found
