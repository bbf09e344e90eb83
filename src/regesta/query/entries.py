"""Rows of the register made from rows of the lists."""

from __future__ import annotations

from dataclasses import fields
from typing import Literal

from regesta.ledger.filing import parties
from regesta.model.document import Document
from regesta.model.edtf import bounds
from regesta.model.records import Commitment, Request, Statement
from regesta.model.span import Span
from regesta.query.abstract import (
    UNKNOWN_PLACE,
    of_commitment,
    of_document,
    of_meeting,
    of_request,
    of_statement,
    place_of,
    published_by,
)
from regesta.query.dates import in_words
from regesta.query.rows import (
    CommitmentRow,
    DocumentRow,
    MeetingRow,
    RegisterRow,
    RequestRow,
    StatementRow,
)

_KNOWN = tuple(field.name for field in fields(Document))


def meeting_entry(row: MeetingRow) -> RegisterRow:
    """Return the entry of a meeting."""
    document = known(row.document)
    return RegisterRow(
        level=0,
        kind="meeting",
        id=row.record.id,
        place=place_of(row.record),
        date=in_words(row.record.when, row.record.when_basis),
        parties=parties(row.record, document),
        abstract=of_meeting(row.record, document, row.quote),
        published_by=published_by(document),
        citation=row.citation,
        document=row.document,
        span=row.span,
        quote=row.quote,
        earliest=row.earliest,
        latest=row.latest,
        status=row.record.status,
        corrections=row.corrections,
    )


def document_entry(row: DocumentRow) -> RegisterRow:
    """Return the entry of a document that no main meeting heads; its words are its title."""
    document = known(row)
    earliest, latest = (bounds(row.published) if row.published else None) or (None, None)
    return RegisterRow(
        level=0,
        kind="document",
        id=row.id,
        place=UNKNOWN_PLACE,
        date=in_words(row.published, row.published_basis),
        parties=tuple(sorted({code for code in (row.side, row.counterpart) if code})),
        abstract=of_document(document),
        published_by=published_by(document),
        citation=row.citation,
        document=row,
        span=row.title_span or Span(0, 0),
        quote=(row.title or "") if row.title_span else "",
        earliest=earliest,
        latest=latest,
    )


def under(head: RegisterRow, row: StatementRow | CommitmentRow | RequestRow) -> RegisterRow:
    """Return the entry of a statement, commitment or request that stands under ``head``."""
    document, item = known(row.document), row.record
    if isinstance(item, Statement):
        abstract = of_statement(item, document, row.quote)
    elif isinstance(item, Request):
        abstract = of_request(item)
    else:
        abstract = of_commitment(item, row.quote)
    return RegisterRow(
        level=1,
        kind=_kind(item),
        id=item.id,
        place=head.place,
        date=head.date,
        parties=parties(item, document),
        abstract=abstract,
        published_by=head.published_by,
        citation=row.citation,
        document=row.document,
        span=row.span,
        quote=row.quote,
        earliest=row.earliest,
        latest=row.latest,
        status=row.status,
        act=None if isinstance(item, Commitment) else item.act,
        corrections=row.corrections,
    )


def _kind(item: Statement | Commitment | Request) -> Literal["statement", "commitment", "request"]:
    if isinstance(item, Statement):
        return "statement"
    return "request" if isinstance(item, Request) else "commitment"


def known(row: DocumentRow) -> Document:
    """Return what the reader knew about the document of a row."""
    return Document(**{name: getattr(row, name) for name in _KNOWN})
