"""The sentences of one document as they are searched for: the day of each, and what it is found by."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from regesta.ledger.filing import Record, mains, parties, said_on
from regesta.ledger.names import folded
from regesta.model.document import Document
from regesta.model.records import Account, Actor, Meeting, Records, Request, Statement, Term
from regesta.model.span import Span

FACETS = ("party", "person", "act", "topic", "publisher", "kind", "fate")


@dataclass(frozen=True, slots=True)
class Sentence:
    """``day`` is the day it is filed under, None where none is known.

    ``facets`` are pairs of facet and value, each with the value as it is written: ``party``, ``person``
    (a folded name), ``act`` and ``topic`` of the records in the sentence, ``publisher`` and ``kind`` of
    the document, and the sentence's ``fate``. A sentence without a record that has a party belongs to
    the document's two sides.
    """

    span: Span
    fate: str
    day: str | None
    facets: tuple[tuple[str, str, str], ...]


def sentences_of(document: Document, records: Records) -> tuple[Sentence, ...]:
    """Return the sentences of a document in the order of its text. They do not overlap."""
    accounts = sorted(records.accounts, key=lambda account: account.span)
    found: list[dict[tuple[str, str], str]] = [{} for _ in accounts]
    starts = [account.span.start for account in accounts]
    filed: tuple[Record, ...] = (
        *records.meetings, *records.statements, *records.commitments, *records.requests,
    )  # fmt: skip
    for record in filed:
        facets = list(_of_record(record, document))
        for number in _touched(accounts, starts, record.span):
            for facet, value, label in facets:
                found[number].setdefault((facet, value), label)
    above, shared = mains(records), list(_of_document(document))
    return tuple(
        Sentence(
            account.span, account.fate, said_on(account.span, document, above),
            _whole(facets, shared, account, document),
        )
        for account, facets in zip(accounts, found, strict=True)
    )  # fmt: skip


def _touched(accounts: Sequence[Account], starts: Sequence[int], span: Span) -> Iterator[int]:
    """Yield the numbers of the sentences that share a letter with ``span``."""
    number = bisect_left(starts, span.end) - 1
    while number >= 0 and accounts[number].span.end > span.start:
        yield number
        number -= 1


def _whole(
    found: dict[tuple[str, str], str],
    shared: Sequence[tuple[str, str, str]],
    account: Account,
    document: Document,
) -> tuple[tuple[str, str, str], ...]:
    own = [(facet, value, label) for (facet, value), label in found.items()]
    if not any(facet == "party" for facet, _ in found):
        own += [("party", code, code) for code in (document.side, document.counterpart) if code]
    return tuple(sorted({*own, *shared, ("fate", account.fate, account.fate)}))


def _of_document(document: Document) -> Iterator[tuple[str, str, str]]:
    if document.publisher:
        yield "publisher", document.publisher, document.publisher
    yield "kind", document.kind, document.kind


def _of_record(record: Record, document: Document) -> Iterator[tuple[str, str, str]]:
    yield from (("party", code, code) for code in parties(record, document))
    if not isinstance(record, Term):
        yield from (("topic", topic, topic) for topic in record.topics)
    if isinstance(record, Statement | Request):
        yield "act", record.act, record.act
    for actor in _actors(record):
        if actor.kind == "person" and (value := folded(actor.name).strip()):
            yield "person", value, actor.name


def _actors(record: Record) -> tuple[Actor, ...]:
    match record:
        case Meeting():
            return record.participants
        case Statement():
            return record.actors + ((record.addressee,) if record.addressee else ())
        case Request():
            return record.who + record.of
    return ()
