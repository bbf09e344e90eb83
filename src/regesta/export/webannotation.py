"""W3C Web Annotations of a whole ledger: a collection of one page, an annotation a record and line.

What was read stands in a body in terms of our own, listed in :data:`TERMS` and ``docs/exports.md``. The
ids of the page and the collection are made from those of the annotations, and stand after them, so that
nothing is held.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from regesta import query
from regesta.export import record
from regesta.export.citations import broken, selectors, text_address
from regesta.export.columns import corrections
from regesta.export.forms import Source
from regesta.export.jsonl import json_line
from regesta.export.references import address_of
from regesta.model.finding import RegestaError
from regesta.model.judgement import Ref
from regesta.model.span import Span
from regesta.query import CitedDocument, RecordRow

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
VOCABULARY = "urn:regesta:"
_PLACES = ("verb_span", "content", "what_span")
_RENAMED = {"format": "meeting_format"}
_LEFT = frozenset({"id", "span", "quote", "also"})
_MADE: dict[str, Callable[[Any, str], dict[str, Any]]] = {
    "meeting": record.meeting,
    "statement": record.statement,
    "commitment": record.commitment,
    "request": record.request,
    "term": record.term,
}
TERMS = (
    "Meeting", "Statement", "Commitment", "Request", "Term",
    "record", "document", "citation", "corrections", "field", "read", "by", "at", "note", "number",
    "main", "meeting_format", "medium", "status", "when", "when_basis", "as_written", "start_time",
    "duration_minutes", "parts", "place", "country", "occasion", "ordinal_total", "ordinal_year", "round",
    "condition", "participants", "reason", "parties", "parties_basis", "zone", "zone_basis", "topics",
    "title", "publisher", "rule", "confidence", "verb", "verb_span", "act", "negated", "actors", "addressee",
    "section", "content",
    "kind", "role", "basis", "who", "of", "what", "what_span", "strength", "due", "due_basis",
    "due_as_written", "again", "statement_id", "concept", "side", "meeting", "since", "existence",
    "rules_version",
)  # fmt: skip
"""What our own context adds to that of the W3C; every term is its name behind ``urn:regesta:``."""
HEAD = (
    f'{{"@context": {json.dumps([CONTEXT, {term: VOCABULARY + term for term in TERMS}])},'
    ' "type": "AnnotationCollection", "label": "Regesta",'
    ' "first": {"type": "AnnotationPage", "startIndex": 0, "items": ['
)


def lines(source: Source) -> Iterator[str]:
    """Yield the collection: its head, an annotation a line, its foot."""
    yield HEAD
    ids, total = sha256(), 0
    with query.choice(source.ledger, source.filters) as chosen:
        for one in query.cited_documents(chosen):
            for row in one.rows:
                made = annotation_of(one, row, address_of(source, one.document.id))
                ids.update(made["id"].encode())
                yield f"{',' if total else ' '}{json_line(made)}"
                total += 1
    yield _foot(ids.hexdigest(), total)


def annotation_of(one: CitedDocument, row: RecordRow[Any], address: str | None = None) -> dict[str, Any]:
    """Return the annotation of a record; raise :class:`RegestaError` where its words would be broken.

    It has a target for each place at which the record stands: a meeting may be named several times.
    """
    text, name = text_address(one.document), f"{row.kind}:{row.id}"
    spans = (row.span, *getattr(row.record, "also", ()))
    targets = [_target(one, row, span) for span in spans]
    made: dict[str, Any] = {
        "id": f"urn:uuid:{uuid5(NAMESPACE_URL, f'{text}#{name}')}",
        "type": "Annotation",
        "motivation": "describing",
        "generated": one.document.read_at,
        "body": [_cited(row), _read(one, row)],
        "target": targets if len(targets) > 1 else targets[0],
    }
    return made | ({"via": address} if address else {})


def _cited(row: RecordRow[Any]) -> dict[str, str]:
    return {
        "type": "TextualBody",
        "purpose": "identifying",
        "format": "text/plain",
        "value": row.citation,
    }


def _read(one: CitedDocument, row: RecordRow[Any]) -> dict[str, Any]:
    """Return what was read: the fields of the record format that have a value, and what came of it."""
    fields = {
        _RENAMED.get(name, name): _place(value) if name in _PLACES else value
        for name, value in _MADE[row.kind](row.record, "").items()
        if name not in _LEFT and value not in (None, [])
    }
    return {
        "id": f"{VOCABULARY}{one.document.id}:{row.kind}:{row.id}",
        "type": ["Dataset", row.kind.capitalize()],
        "record": row.id,
        **fields,
        **{name: value for name, value in _across(one, row).items() if value is not None},
        "document": _document(one),
        **({"corrections": corrections(row)} if row.corrections else {}),
    }


def _across(one: CitedDocument, row: RecordRow[Any]) -> dict[str, Any]:
    if row.kind == "meeting":
        return {"meeting": one.joined.get(row.id or "")}
    if row.kind not in ("commitment", "request"):
        return {}
    last, known = one.last(row), one.followed.get(Ref(one.document.id, row.kind, row.id or ""))
    return {
        "status": one.status(row),
        "since": last.start if last else None,
        "existence": known.existence if known else None,
    }


def _document(one: CitedDocument) -> dict[str, Any]:
    row = one.document
    known = {"language": row.language, "via": row.url, "title": row.title, "publisher": row.publisher}
    return {
        "id": text_address(row),
        "type": "Text",
        "format": "text/plain",
        "record": row.id,
        **{name: value for name, value in known.items() if value is not None},
        "rules_version": row.rules_version,
    }


def _place(span: list[int]) -> dict[str, Any]:
    return {"type": "TextPositionSelector", "start": span[0], "end": span[1]}


def _target(one: CitedDocument, row: RecordRow[Any], span: Span) -> dict[str, Any]:
    made = {
        "type": "SpecificResource",
        "source": text_address(one.document),
        "selector": selectors(one.document.text, span),
    }
    problem = broken({"target": made}, one.document.text)
    if problem is not None:
        raise RegestaError(f"The citation of {row.kind} {row.id} of {one.document.id} is broken: {problem}")
    return made


def _foot(digest: str, total: int) -> str:
    """Return what closes the page and the collection, with their ids."""
    page, whole = (
        json.dumps(f"urn:uuid:{uuid5(NAMESPACE_URL, f'regesta:{part}:{digest}')}")
        for part in ("page", "collection")
    )
    return f'], "id": {page}, "partOf": {whole}}}, "id": {whole}, "last": {page}, "total": {total}}}'
