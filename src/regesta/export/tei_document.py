"""A document as a division of TEI after the conventions of the FRUS volumes.

Its head with a source note, its dateline, its participants, the frozen text paragraph by paragraph, and a
note for each record, which points at the segments of the text that the record stands on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree

from regesta.export.citations import day_said
from regesta.export.xml_words import XML_ID, dated, element, name_token, on_lines, times
from regesta.model.corrections import CORRECTED
from regesta.model.records import Actor
from regesta.model.span import Span
from regesta.query import CitedDocument, RecordRow
from regesta.query.dates import in_words
from regesta.query.layout import Line
from regesta.query.marked import Mark, MarkKind, Segment, segments
from regesta.query.voice import named_in, said_of

_RENDERED = {"heading": "heading", "aside": "furniture"}


@dataclass(frozen=True, slots=True)
class Names:
    """How names lead to the lists at the end: of an actor, of a place and its country, of a party's code.

    A person of whom nothing is known across documents stands in no list.
    """

    person: Callable[[Actor], str | None]
    place: Callable[[str, str | None], str]
    party: Callable[[str], str]


def division(one: CitedDocument, number: int, names: Names, address: str | None) -> etree._Element:
    """Return the division of a document; ``number`` counts the documents of the file."""
    row = one.document
    met = next((row.record for row in one.rows if row.kind == "meeting" and row.record.main), None)
    when = met.when if met is not None and met.when else row.published
    attributes: dict[str, str | None] = {
        "type": "document",
        "subtype": "historical-document",
        XML_ID: row.id,
        "n": str(number),
        **times(when),
    }
    cut = [(line, segments(row.text, span, (), _marks(one), None)) for line, span in _spans(one)]
    notes = [_record(one, record, names, _targets(row.id, cut)) for record in one.rows]
    parts = (
        element("head", None, row.title or row.file or row.id, _source(one, address)),
        _opener(one, met, names),
        *([_participants(met, names)] if met is not None and met.participants else []),
        *(_paragraph(row.id, line, pieces) for line, pieces in cut),
        *notes,
    )
    return on_lines(element("div", attributes, *parts))


def segment_id(document: str, span: Span) -> str:
    """Return the id of a segment of a document's text."""
    return name_token(document, f"t{span.start}-{span.end}")


def _source(one: CitedDocument, address: str | None) -> etree._Element:
    row = one.document
    said = day_said(row)
    words = f"Source: {row.citation}. sha256 of the text: {row.sha256}."
    return element(
        "note",
        {"type": "source", XML_ID: name_token(row.id, "source")},
        words,
        f" The document was {said}." if said else None,
        *([" ", element("ref", {"target": row.url}, row.url)] if row.url else []),
        *([" ", element("ref", {"target": address}, address)] if address else []),
    )


def _opener(one: CitedDocument, met: Any, names: Names) -> etree._Element:
    dates: list[etree._Element | str] = []
    if met is not None and met.place:
        ref = f"#{names.place(met.place, met.country)}"
        dates += [element("placeName", {"ref": ref}, met.place), ", "]
    if met is not None and met.when:
        dates += [_date(met.when, met.when_basis, "conversation-or-meeting-date"), "; "]
    published = one.document.published
    dates.append(_date(published, one.document.published_basis, "publication-date") if published else "n.d.")
    return element("opener", None, element("dateline", None, *dates))


def _date(edtf: str, basis: str | None, type_: str) -> etree._Element:
    attributes = {"type": type_, **dated(edtf), "evidence": _evidence(basis)}
    return element("date", attributes, in_words(edtf, basis))


def _evidence(basis: str | None) -> str | None:
    """Return TEI's word for what a date rests on: the text, a convention, or what lies outside."""
    if basis is None:
        return None
    return {"convention": "conjecture", "inferred": "conjecture"}.get(
        basis, "external" if basis in ("sibling", "outside", "given", CORRECTED) else "internal"
    )


def _participants(met: Any, names: Names) -> etree._Element:
    items = [
        element("item", None, _person(actor, names), f", {actor.role}" if actor.role else None)
        for actor in met.participants
    ]
    return element("list", {"type": "participants"}, element("head", None, "Participants"), *items)


def _person(actor: Actor, names: Names, role: str | None = None) -> etree._Element:
    if actor.kind == "party":
        ref = f"#{names.party(actor.country)}" if actor.country else None
        return element("orgName", {"ref": ref, "role": role}, actor.name)
    known = names.person(actor)
    return element("persName", {"ref": f"#{known}" if known else None, "role": role}, actor.name)


def _spans(one: CitedDocument) -> Iterator[tuple[Line, Span]]:
    """Yield each line that begins a paragraph, with the words up to the next one."""
    text = one.document.text
    starts = [line for line in one.layout.lines if line.role != "goes_on"]
    for line, end in zip(starts, [*(line.start for line in starts[1:]), len(text)], strict=True):
        yield line, _trimmed(text, Span(line.start, end))


def _marks(one: CitedDocument) -> list[Mark]:
    return [Mark(row.span, _KINDS[row.kind], _key(row)) for row in one.rows]


def _paragraph(document: str, line: Line, pieces: Sequence[Segment]) -> etree._Element:
    """Return a paragraph of the frozen text; its id says at which character of the text it begins."""
    place = {XML_ID: name_token(document, f"c{pieces[0].span.start}"), "rend": _RENDERED.get(line.role)}
    return element("p", place, *(_segment(document, piece) for piece in pieces))


def _segment(document: str, piece: Segment) -> etree._Element | str:
    if not piece.marks:
        return piece.text
    about = " ".join(f"#{name_token(document, mark.key)}" for mark in piece.marks)
    return element("seg", {XML_ID: segment_id(document, piece.span), "ana": about}, piece.text)


def _targets(document: str, cut: Iterable[tuple[Line, Sequence[Segment]]]) -> dict[str, list[str]]:
    """Return the segments on which each record stands, by its key."""
    found: dict[str, list[str]] = defaultdict(list)
    for _, pieces in cut:
        for piece in pieces:
            for mark in piece.marks:
                found[mark.key].append(f"#{segment_id(document, piece.span)}")
    return found


def _trimmed(text: str, span: Span) -> Span:
    """Leave out the line ends after a paragraph."""
    words = span.of(text)
    return Span(span.start, span.start + len(words.rstrip("\r\n")))


def _key(row: RecordRow[Any]) -> str:
    return f"{row.kind}.{row.id}"


def _record(
    one: CitedDocument, row: RecordRow[Any], names: Names, targets: Mapping[str, Sequence[str]]
) -> etree._Element:
    """Return the note on a record: in our own voice, with those named, its dates and its citation."""
    item = row.record
    attributes: dict[str, str | None] = {
        "type": "record",
        "subtype": row.kind,
        XML_ID: name_token(one.document.id, _key(row)),
        "ana": f"#act-{item.act}" if row.kind in ("statement", "request") else None,
        "target": " ".join(targets.get(_key(row), ())) or None,
        "corresp": f"#{one.joined[row.id or '']}" if row.kind == "meeting" and row.id in one.joined else None,
    }
    return element("note", attributes, *_said(one, row, names), element("bibl", None, row.citation))


def _said(one: CitedDocument, row: RecordRow[Any], names: Names) -> Iterator[etree._Element | str]:
    yield said_of(row)
    yield " "
    for role, actor in named_in(row):
        yield _person(actor, names, role)
        yield " "
    item = row.record
    if row.kind == "meeting" and item.when:
        yield _date(item.when, item.when_basis, "conversation-or-meeting-date")
        yield " "
    if getattr(item, "due", None):
        yield _date(item.due, item.due_basis, "due")
        yield " "
    last = one.last(row)
    if last is not None:
        status = one.status(row) or last.status
        yield element("seg", {"type": "status"}, f"{status} from ", _date(last.start, None, "known"))
        yield " "


_KINDS: Mapping[str, MarkKind] = {
    "meeting": "meeting",
    "statement": "statement",
    "commitment": "commitment",
    "request": "request",
    "term": "term",
}
