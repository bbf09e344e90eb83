"""Rows of the register made from rows of the lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from regesta.ledger.filing import parties
from regesta.model.edtf import bounds
from regesta.model.links import Joined
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
    Cited,
    CommitmentRow,
    DocumentRow,
    MeetingRow,
    RegisterRow,
    RequestRow,
    StatementRow,
    Telling,
    Within,
)
from regesta.query.tellings import (
    dated,
    differing,
    publishers,
    taken_together,
    telling_most,
    tellings,
)


def meeting_entry(
    rows: Iterable[MeetingRow],
    joined: Joined | None = None,
    because: tuple[Cited, ...] = (),
    within: Within | None = None,
) -> RegisterRow:
    """Return the entry of a meeting of which ``rows``, at least one, are what documents tell.

    ``joined`` is the meeting as it stands across documents, where that is known; ``because`` are
    the words on which its date rests. A meeting without a date is filed under the day on which the
    first document that is about it was published; one that is only told in passing is filed nowhere.
    """
    told = tellings(rows)
    lead = telling_most(told).row
    record, day = taken_together(told), dated(told, joined)
    window = bounds(day.when) if day.when else None
    told_of = None if window else _announced(told)
    earliest, latest = window or (bounds(told_of) if told_of else None) or (None, None)
    words = in_words(day.when, day.basis)
    return RegisterRow(
        level=0,
        kind="meeting",
        id=joined.id if joined is not None else lead.record.id,
        place=place_of(record),
        date=f"{words}, published {in_words(told_of)}" if told_of else words,
        parties=parties(record, lead.document.known),
        abstract=of_meeting(record, lead.document.known, lead.quote),
        published_by=publishers(told),
        citation=lead.citation,
        document=lead.document,
        span=lead.span,
        quote=lead.quote,
        earliest=earliest,
        latest=latest,
        status=record.status,
        corrections=tuple(laid for one in told for laid in one.row.corrections),
        tellings=told,
        basis=day.basis,
        because=because if day.because else (),
        differing=differing(told, _year(window)),
        within=within,
    )


def _announced(told: Sequence[Telling]) -> str | None:
    """Return the day on which the first document that is about a meeting was published."""
    days = (one.row.document.published for one in told if one.row.record.main)
    return next((day for day in days if day and bounds(day)), None)


def _year(window: tuple[str, str] | None) -> str | None:
    """Return the year in which all days of a window lie."""
    return window[0][:4] if window and window[0][:4] == window[1][:4] else None


def document_entry(row: DocumentRow) -> RegisterRow:
    """Return the entry of a document that no main meeting heads; its words are its title."""
    document = row.known
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
    document, item = row.document.known, row.record
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
        published_by=published_by(document),
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
