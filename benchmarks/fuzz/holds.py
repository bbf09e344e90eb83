"""What must be true of any reading of any text, said as complaints.

A complaint is one line, "rule: what": the rule names what is broken and stays the same from text to
text, so that one fault is reported once.
"""

from __future__ import annotations

from collections.abc import Iterator

from regesta.export import record
from regesta.model import edtf
from regesta.model.outline import Outline
from regesta.model.reading import Reading
from regesta.model.records import (
    ACTS,
    FORMATS,
    GROUP_OF,
    STATUSES,
    Commitment,
    Meeting,
    Records,
    Request,
    Statement,
    Term,
)
from regesta.model.span import Span
from regesta.structure import outline


def spans(reading: Reading) -> Iterator[Span]:
    """Yield every span of every record and of the document."""
    records = reading.records
    for meeting in records.meetings:
        yield from (meeting.span, *meeting.also)
    for said in records.statements:
        yield from (said.span, said.verb_span, *([said.content] if said.content else []))
    for repeat in records.repeated:
        yield from (repeat.first, repeat.again)
    yield from (asked.what_span for asked in records.requests)
    for items in (records.commitments, records.requests, records.terms, records.unread, records.accounts):
        yield from (item.span for item in items)
    if reading.document.title_span:
        yield reading.document.title_span


def complaints(reading: Reading) -> Iterator[str]:
    """Yield what is wrong with ``reading``; nothing if all holds."""
    shape = outline(reading.page)
    yield from _places(reading)
    yield from _blocks(shape, reading.page.text)
    yield from _accounts(reading, shape)
    yield from _values(reading)


def _places(reading: Reading) -> Iterator[str]:
    """Spans lie inside the text, what lies in another lies in it, quotes are their text."""
    text = reading.page.text
    for span in spans(reading):
        if not 0 <= span.start < span.end <= len(text):
            yield f"span outside the text: {span}"
    for said in reading.records.statements:
        if not said.span.contains(said.verb_span):
            yield f"verb outside its statement: {said.verb_span} not in {said.span}"
        if not said.verb.strip():
            yield f"statement without a verb: {said.verb_span}"
    for kind, items in record.records(reading.records, text).items():
        for item in items if kind != "repeated" else ():
            if item["quote"] != text[slice(*item["span"])] or not item["quote"].strip():
                yield f"quote is not its text: {kind} {item['span']}"


def _blocks(shape: Outline, text: str) -> Iterator[str]:
    """Blocks and their sentences stand in order, overlap nowhere and leave nothing out."""
    at = 0
    for block in shape.blocks:
        if text[at : block.span.start].strip() or block.span.start < at:
            yield f"text between blocks, or blocks that overlap: {at} to {block.span.start}"
        if not block.span.contains(block.body):
            yield f"body outside its block: {block.body} not in {block.span}"
        inner = block.body.start
        for sentence in block.sentences:
            if sentence.start < inner or not block.span.contains(sentence):
                yield f"sentence outside its block or out of order: {sentence}"
            inner = sentence.end
        at = block.span.end
    if text[at:].strip():
        yield f"text after the last block: {at}"


def _accounts(reading: Reading, shape: Outline) -> Iterator[str]:
    """Every sentence ended somehow, and what is unread says why."""
    records = reading.records
    sentences = [span for block in shape.blocks for span in block.sentences or (block.span,)]
    if [account.span for account in records.accounts] != sentences:
        yield "sentence without an account: accounts and sentences differ"
    left = [account.span for account in records.accounts if account.fate == "unread"]
    if [unread.span for unread in records.unread] != left:
        yield "unread sentences and their accounts differ"
    if not all(unread.reason for unread in records.unread):
        yield "unread without a reason"


def _values(reading: Reading) -> Iterator[str]:
    """Ids are single, dates are dates, words of fixed meaning are those of the format."""
    records = reading.records
    sure: list[Meeting | Statement | Commitment | Request | Term] = [
        *records.meetings,
        *records.statements,
        *records.commitments,
        *records.requests,
    ]
    sure += records.terms
    ids = [item.id for item in sure]
    if len(set(ids)) != len(ids):
        yield "id given twice"
    windows = [meeting.when for meeting in records.meetings]
    windows += [promise.due for promise in records.commitments] + [asked.due for asked in records.requests]
    for window in (*windows, reading.document.published):
        if window is not None and not edtf.valid(window):
            yield f"no date: {window!r}"
    for meeting in records.meetings:
        if meeting.format not in FORMATS or meeting.status not in STATUSES:
            yield f"meeting of no known kind: {meeting.format}, {meeting.status}"
    for said in records.statements:
        if said.act not in GROUP_OF:
            yield f"act that is none of {len(ACTS)} groups: {said.act}"
    for promise in records.commitments:
        if not 1 <= promise.strength <= 5:
            yield f"commitment of no known strength: {promise.strength}"
        if not promise.what.strip():
            yield f"commitment without words: {promise.span}"
    yield from _requests(records, reading.page.text)
    yield from _confidences([item.confidence for item in sure])


def _requests(records: Records, text: str) -> Iterator[str]:
    """A request says words of its own place, rests on a statement that asks, and asks nobody of himself."""
    acts = {said.id: said.act for said in records.statements}
    for asked in records.requests:
        if not asked.span.contains(asked.what_span) or asked.what != _line(asked.what_span.of(text)):
            yield f"thing asked for that is not in its request: {asked.what_span}"
        if not asked.what or GROUP_OF.get(asked.act) != "ASK":
            yield f"request for nothing, or of no asking act: {asked.act} {asked.span}"
        if acts.get(asked.statement_id) != asked.act:
            yield f"request that rests on no statement: {asked.span}"
        if not {(a.name, a.country) for a in asked.who}.isdisjoint((a.name, a.country) for a in asked.of):
            yield f"request of oneself: {asked.span}"


def _line(words: str) -> str:
    return " ".join(words.split())


def _confidences(values: list[float]) -> Iterator[str]:
    for value in values:
        if not 0 <= value <= 1:
            yield f"confidence beyond 0 and 1: {value}"
