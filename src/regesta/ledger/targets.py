"""Finding again what a decision hangs on, when records were read anew or a page has changed.

A text is frozen, so words never move; what changes is which records were read from them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from sqlalchemy import Connection, Select, select

from regesta.ledger.asking import asking, one_of
from regesta.ledger.names import words
from regesta.ledger.schema import ContentTable, DocumentTable
from regesta.ledger.shelves import RECORD_SHELVES, bundles
from regesta.model.finding import RegestaError
from regesta.model.judgement import Ref, Target
from regesta.model.span import Span

Fate = Literal["same", "moved", "carried", "changed", "orphaned"]


@dataclass(frozen=True, slots=True)
class Found:
    """Where a target stands now.

    ``here`` is the record in the target's own document: of the same id (``same``), or the one of
    its kind that was read from the same words (``moved``). When a newer version of the document
    is held, ``newest`` is its id, and ``newer`` the record there, if the quoted words stand
    there exactly once and a record of the kind was read from them (``carried``). Else the
    decision hangs on words that are ``changed``, or on words of which no such record is made
    any more (``orphaned``). ``why`` says in a few words how it was found, or why not.
    """

    target: Target
    fate: Fate
    here: Ref | None
    newest: str | None = None
    newer: Ref | None = None
    why: str = ""

    @property
    def now(self) -> Ref | None:
        """The record as it stands in the newest version; None when the target is lost there."""
        return self.here if self.newest is None else self.newer


def targets_of(connection: Connection, refs: Iterable[Ref]) -> dict[Ref, Target]:
    """Return the words at which each of these stands now.

    A document stands at its beginning, a person at the first place that has the name, a sentence
    where its id says. Raises :class:`RegestaError` for what the ledger does not hold.
    """
    wanted = sorted(set(refs))
    spans = _spans(connection, wanted)
    texts = _texts(connection, {ref.document for ref in wanted})
    found = {}
    for ref in wanted:
        text = texts.get(ref.document)
        span = _own_span(ref, spans, text)
        if text is None or span is None:
            raise RegestaError(f"The ledger has no {ref.kind} {ref.id!r} in {ref.document!r}; read it first.")
        found[ref] = Target(ref, span, span.of(text))
    return found


def find(connection: Connection, targets: Collection[Target]) -> dict[Target, Found]:
    """Return where each target stands now."""
    spans = _spans(connection, sorted({target.ref for target in targets}))
    documents = {target.ref.document for target in targets}
    newest = newest_versions(connection, documents)
    moved = {t.ref.document for t in targets if t.ref not in spans}
    texts = _texts(connection, moved | set(newest) | set(newest.values()))
    return {
        target: _found(connection, target, target.ref in spans, newest.get(target.ref.document), texts)
        for target in targets
    }


def newest_versions(connection: Connection, documents: Collection[str]) -> dict[str, str]:
    """Return for each document that has a later version the id of the newest."""
    came_after = {id_: id_ for id_ in documents}
    edge: set[str] = set(documents)
    while edge:
        after: dict[str, str] = {}
        for some in bundles(sorted(edge)):
            asked = select(DocumentTable.previous_id, DocumentTable.id)
            rows = connection.execute(asked.where(DocumentTable.previous_id.in_(some)))
            after |= {row[0]: row[1] for row in rows if row[0] is not None}
        came_after = {first: after.get(last, last) for first, last in came_after.items()}
        edge = set(after.values())
    return {first: last for first, last in came_after.items() if first != last}


def chain(connection: Connection, document_id: str) -> tuple[str, ...]:
    """Return the ids of all versions of the document's address, the first version first."""
    ids, before = [document_id], document_id
    while (
        previous := connection.scalar(select(DocumentTable.previous_id).where(DocumentTable.id == before))
    ) is not None:
        ids.insert(0, previous)
        before = previous
    while (
        later := connection.scalar(select(DocumentTable.id).where(DocumentTable.previous_id == ids[-1]))
    ) is not None:
        ids.append(later)
    return tuple(ids)


def _found(
    connection: Connection, target: Target, held: bool, newest: str | None, texts: Mapping[str, str]
) -> Found:
    here, why = (target.ref, "") if held else _again(connection, target, target.ref.document, texts)
    if newest is None:
        if here is None:
            return Found(target, "orphaned", None, why=why)
        return Found(target, "same" if held else "moved", here, why=why)
    fate, newer, why = _carried(connection, target, newest, texts)
    return Found(target, fate, here, newest, newer, why)


def _again(
    connection: Connection, target: Target, document: str, texts: Mapping[str, str]
) -> tuple[Ref | None, str]:
    """Find the record of the target's kind in ``document`` that was read from the target's words."""
    kind = target.ref.kind
    if kind == "sentence":
        return Ref(document, kind, f"{target.span.start}-{target.span.end}"), "the words are there"
    if kind not in RECORD_SHELVES:
        return None, f"there is no {kind} of this name in the document"
    overlaps = [
        (min(span.end, target.span.end) - max(span.start, target.span.start), id_)
        for id_, span in _records_at(connection, document, kind, target.span)
        if words(span.of(texts[document])) == words(target.quote)
    ]
    if not overlaps:
        return None, f"no {kind} is read from these words any more"
    most = max(shared for shared, _ in overlaps)
    best = [id_ for shared, id_ in overlaps if shared == most]
    if len(best) > 1:
        return None, f"several {kind}s are read from these words"
    return Ref(document, kind, best[0]), "found again by its words"


def _carried(
    connection: Connection, target: Target, newest: str, texts: Mapping[str, str]
) -> tuple[Fate, Ref | None, str]:
    """Find the target in the newest version of its document."""
    text, kind = texts[newest], target.ref.kind
    if kind == "person":
        if target.quote and target.quote in text:
            return "carried", Ref(newest, kind, target.ref.id), "the newer version has the name too"
        return "changed", None, "the newer version has the name no more"
    if kind not in (*RECORD_SHELVES, "sentence") or not target.quote:
        return "changed", None, "the page has changed as a whole"
    times = _times(target.quote, text)
    if times != 1:
        told = "are not in the newer version" if times == 0 else "stand several times in the newer version"
        return "changed", None, f"the words {told}"
    start = text.index(target.quote)
    there = Target(target.ref, Span(start, start + len(target.quote)), target.quote)
    newer, why = _again(connection, there, newest, texts)
    if newer is None:
        return "orphaned", None, f"{why}, in the newer version"
    return "carried", newer, "the same words stand once in the newer version"


def _times(quote: str, text: str) -> int:
    """Count to two how often ``quote`` stands in ``text``, also where it overlaps itself."""
    first = text.find(quote)
    return 0 if first < 0 else 1 if text.find(quote, first + 1) < 0 else 2


def _own_span(ref: Ref, spans: Mapping[Ref, Span], text: str | None) -> Span | None:
    if ref.kind == "sentence":
        first, _, last = ref.id.partition("-")
        return Span(int(first), int(last)) if first.isdecimal() and last.isdecimal() else None
    if ref.kind != "person":
        return spans.get(ref)
    name = ref.id.partition(":")[2]
    if text is None or not name:
        return spans.get(ref)
    start = text.find(name)
    if start >= 0:
        return Span(start, start + len(name))
    broken = re.search(r"\s{1,4}".join(re.escape(word) for word in name.split()), text)
    return Span(*broken.span()) if broken else spans.get(ref)


def _spans(connection: Connection, refs: Iterable[Ref]) -> dict[Ref, Span]:
    """Return the spans of those that the ledger holds; documents and persons stand at the beginning."""
    by_kind: dict[str, list[Ref]] = defaultdict(list)
    for ref in refs:
        by_kind[ref.kind].append(ref)
    found: dict[Ref, Span] = {}
    for kind, some in by_kind.items():
        wanted = set(some)
        for documents in bundles(sorted({ref.document for ref in some})):
            found |= {ref: span for ref, span in _held(connection, kind, documents, wanted) if ref in wanted}
    return found


def _held(
    connection: Connection, kind: str, documents: Sequence[str], wanted: Collection[Ref]
) -> Iterator[tuple[Ref, Span]]:
    if kind in RECORD_SHELVES:
        asked = _spans_of(kind)
        those = set(documents)
        ids = sorted({ref.id for ref in wanted if ref.document in those})
        for some in bundles(ids):
            rows = connection.execute(asked, {"some": documents, "records": some})
            yield from ((Ref(row[0], kind, row[1]), Span(row[2], row[3])) for row in rows)
        return
    held = set(connection.scalars(asking(DocumentTable.id, DocumentTable.id), {"some": documents}))
    yield from ((ref, Span(0, 0)) for ref in wanted if ref.document in held)


@cache
def _spans_of(kind: str) -> Select[Any]:
    table = RECORD_SHELVES[kind].table
    asked = asking(table.document_id, table.document_id, table.id, table.span_start, table.span_end)
    return asked.where(one_of(table.id, "records"))


def _records_at(connection: Connection, document: str, kind: str, span: Span) -> list[tuple[str, Span]]:
    table = RECORD_SHELVES[kind].table
    asked = select(table.id, table.span_start, table.span_end).where(
        table.document_id == document, table.span_start < span.end, table.span_end > span.start
    )
    return [(row[0], Span(row[1], row[2])) for row in connection.execute(asked.order_by(table.position))]


def _texts(connection: Connection, documents: Collection[str]) -> dict[str, str]:
    asked = asking(ContentTable.document_id, ContentTable.document_id, ContentTable.text)
    return {
        row.document_id: row.text
        for some in bundles(sorted(documents))
        for row in connection.execute(asked, {"some": some})
    }
