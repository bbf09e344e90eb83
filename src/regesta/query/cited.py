"""The chosen documents with every record quoted and cited, for forms that write document by document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from regesta.ledger.shelves import RECORD_SHELVES
from regesta.model.judgement import Ref
from regesta.model.links import Followed, Step
from regesta.model.records import Statement
from regesta.query.chosen import Choice, Chosen
from regesta.query.layout import Layout
from regesta.query.load import BUNDLE, Opened, opened
from regesta.query.paper import place_words
from regesta.query.rows import DocumentRow, RecordRow


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """A chosen document, where its paragraphs stand, and its chosen records in the order of their words.

    ``document`` has the frozen text; so has the document of every row. ``joined`` tells in which meeting
    across documents a mention stands, ``followed`` what came of promises and requests.
    """

    document: DocumentRow
    layout: Layout
    rows: tuple[RecordRow[Any], ...]
    places: Mapping[Ref, str]
    joined: Mapping[str, str]
    followed: Mapping[Ref, Followed]

    def last(self, row: RecordRow[Any]) -> Step | None:
        """Return the status that holds of a promise or request, None where nothing is known of it."""
        one = self.followed.get(ref(row))
        return one.history[-1] if one is not None else None

    def status(self, row: RecordRow[Any]) -> str | None:
        """Return the status of a record: what a person says, else what later documents show."""
        last = self.last(row)
        said = any(one.field == "status" for one in row.corrections)
        return last.status if last is not None and not said else row.status


def cited_documents(choice: Choice) -> Iterator[CitedDocument]:
    """Yield the chosen documents, a bundle at a time, in order of date."""
    readings = choice.readings()
    while some := list(islice(readings, BUNDLE)):
        known = opened(choice.connection, [one.document.id for one in some])
        yield from (_cited(one, known[one.document.id]) for one in some)


def ref(row: RecordRow[Any]) -> Ref:
    """Return the reference of a record that has an id."""
    return Ref(row.document.id, row.kind, row.id or "")


def _cited(one: Chosen, known: Opened) -> CitedDocument:
    rows = sorted(_rows(one, known), key=lambda row: (row.span, row.kind, row.id))
    places = {ref(row): place_words(known, row.span) for row in rows}
    return CitedDocument(one.document, known.layout, tuple(rows), places, one.joined, one.followed)


def _rows(one: Chosen, known: Opened) -> Iterator[RecordRow[Any]]:
    lists = one.records
    kinds = {
        "meeting": lists.meetings, "statement": lists.statements, "commitment": lists.commitments,
        "request": lists.requests, "term": lists.terms,
    }  # fmt: skip
    for kind in RECORD_SHELVES:
        for item in kinds[kind]:
            yield _row(one, known, kind, item)


def _row(one: Chosen, known: Opened, kind: Any, item: Any) -> RecordRow[Any]:
    filed, text = one.filed.get((kind, item.id)), one.document.text
    return RecordRow(
        kind=kind,
        document=one.document,
        record=item,
        span=item.span,
        quote=item.span.of(text),
        citation=known.cite(item.span),
        earliest=filed.earliest if filed else None,
        latest=filed.latest if filed else None,
        heading_id=filed.heading if filed else None,
        content=item.content.of(text) if isinstance(item, Statement) and item.content else None,
        corrections=tuple(
            value for of, id_, value in one.document.corrections if (of, id_) == (kind, item.id)
        ),
    )
