"""Where a record is filed: the days it belongs to, the meeting that heads it, what finds it.

The filing is worked out from the record and its document alone, each time a document is
written, so it can be made again at any time. It adds nothing to what was read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from regesta.ledger.names import folded
from regesta.model.corrections import CORRECTED
from regesta.model.document import Document
from regesta.model.edtf import bounds
from regesta.model.records import Actor, Commitment, Meeting, Records, Request, Statement, Term
from regesta.model.span import Span

Record = Meeting | Statement | Commitment | Request | Term
Window = tuple[str, str]

AFTER_THE_EVENT = frozenset({"readout", "joint_statement", "press_conference"})


@dataclass(frozen=True, slots=True)
class Filing:
    """``window``: first and last day; ``heading``: id of the meeting above; ``facets``: (facet, value)."""

    window: Window | None
    heading: str | None
    facets: frozenset[tuple[str, str]]


def mains(records: Records) -> tuple[Meeting, ...]:
    """Return the meetings that the document is about, in the order of the text."""
    return tuple(sorted((m for m in records.meetings if m.main), key=lambda meeting: meeting.span))


def heading(span: Span, above: tuple[Meeting, ...]) -> Meeting | None:
    """Return the meeting that heads a record at ``span``: the last main one that begins before it.

    Where none begins before it, it is the first main meeting; without one there is none.
    """
    before = [meeting for meeting in above if meeting.span.start <= span.start]
    return before[-1] if before else next(iter(above), None)


def file_record(record: Record, document: Document, above: tuple[Meeting, ...]) -> Filing:
    """Work out the filing of one record; ``above`` are the main meetings of its document."""
    published = _days(document.published)
    if isinstance(record, Meeting):
        return Filing(_days(record.when) or published, None, frozenset(_facets(record, document)))
    head = heading(record.span, above)
    said = _said(head, document)
    window = (_days(record.due) if isinstance(record, Commitment) else None) or said
    return Filing(window, head.id if head else None, frozenset(_facets(record, document)))


def parties(record: Record, document: Document) -> tuple[str, ...]:
    """Return the parties to a record in order of code.

    Those of a meeting take part in it, as its words say or as the reader inferred; a main meeting
    that names fewer than two is also between the document's two sides. Corrected parties are all.
    Those of a statement speak in it, else the publishing side does. Those of a request ask or are
    asked.
    """
    found: set[str | None]
    match record:
        case Meeting():
            found = ({actor.country for actor in record.participants} | set(record.parties)) - {None}
            if record.parties_basis == CORRECTED:
                found = {*record.parties}
            elif record.main and len(found) < 2:
                found |= {document.side, document.counterpart}
        case Statement():
            found = {actor.country for actor in record.actors}
            if not record.actors:
                found = {document.side}
        case Request():
            found = {actor.country for actor in (*record.who, *record.of)}
        case Commitment():
            found = set(record.who)
        case Term():
            found = {record.side}
    return tuple(sorted(code for code in found if code))


def said_on(span: Span, document: Document, above: tuple[Meeting, ...]) -> str | None:
    """Return the first day under which words at ``span`` without a date of their own are filed."""
    window = _said(heading(span, above), document)
    return window and window[0]


def _said(head: Meeting | None, document: Document) -> Window | None:
    """Return the days of the meeting above, in a text that was written after it, else those of the text."""
    after = head is not None and document.kind in AFTER_THE_EVENT
    return (_days(head.when) if head is not None and after else None) or _days(document.published)


def _days(edtf: str | None) -> Window | None:
    return bounds(edtf) if edtf else None


def _facets(record: Record, document: Document) -> Iterator[tuple[str, str]]:
    yield from (("party", code) for code in parties(record, document))
    if isinstance(record, Term):
        yield "topic", record.concept
        return
    yield from (("topic", topic) for topic in record.topics)
    if isinstance(record, Meeting):
        yield from _people(record.participants)
    elif isinstance(record, Statement):
        yield from _people(record.actors + ((record.addressee,) if record.addressee else ()))
    elif isinstance(record, Request):
        yield from _people(dict.fromkeys(record.who + record.of))


def _people(actors: Iterable[Actor]) -> Iterator[tuple[str, str]]:
    for actor in actors:
        if actor.kind == "person" and (value := folded(actor.name)):
            yield "person", value
