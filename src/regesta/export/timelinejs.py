"""TimelineJS: meetings, documents about none, windows of promises: one JSON object, an event a line."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from typing import Any

from regesta import query
from regesta.export.citations import one_line
from regesta.export.forms import Source
from regesta.export.jsonl import json_line
from regesta.export.references import address_of
from regesta.model.edtf import OPEN, UNKNOWN_YEAR, bounds
from regesta.query import CitedDocument, DocumentRow, RecordRow
from regesta.query.abstract import of_document
from regesta.query.dates import decided, in_words, inferred
from regesta.query.told import ToldMeeting, told_meetings
from regesta.query.voice import said_of
from regesta.rules.levels import levels

Slide = dict[str, Any]
MOST = 500
"""How many events TimelineJS shows with ease; its makers speak of a few hundred at most."""
_POINT = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?")
_TITLE = {
    "text": {
        "headline": "Regesta",
        "text": "<p>Meetings as published accounts tell of them, every one cited.</p>",
    },
    "unique_id": "title",
}


def lines(source: Source) -> Iterator[str]:
    """Yield the timeline: its head, an event a line, its foot."""
    yield f'{{"title": {json_line(_TITLE)}, "scale": "human", "events": ['
    drawn, undated = 0, 0
    for slide in _slides(source):
        if slide is None:
            undated += 1
            continue
        yield f"{',' if drawn else ' '}{json_line(slide)}"
        drawn += 1
    yield "]}"
    if undated:
        source.said.append(f"Not drawn, since no year is known: {undated} entries.")
    if drawn > MOST:
        narrower = "narrow it with --between, --since, --until or --party"
        source.said.append(f"TimelineJS is for a few hundred events, and these are {drawn:,}; {narrower}.")


def _slides(source: Source) -> Iterator[Slide | None]:
    with query.choice(source.ledger, source.filters) as chosen:
        for met in told_meetings(chosen):
            yield _meeting(source, met)
        for one in query.cited_documents(chosen):
            if not any(row.kind == "meeting" and row.record.main for row in one.rows):
                yield _document(source, one)
            for row in one.rows:
                if row.kind == "commitment" and row.record.due:
                    yield _promise(source, one, row)


def _meeting(source: Source, met: ToldMeeting) -> Slide | None:
    row, when = met.whole, met.joined.dated
    told = met.rows or (row,)
    parts = [
        f"<p>{_safe(f'Status: {met.joined.status}; told in {_counted(len(told))}.')}</p>",
        *(_quoted(source, one) for one in told),
    ]
    said = said_of(row)
    group = levels().levels[levels().of(met.joined.format)].name
    return _slide(met.joined.id, group, said, parts, when.when, when.basis)


def _document(source: Source, one: CitedDocument) -> Slide | None:
    row = one.document
    parts = [f"<p>{_link(source, row)}</p>"]
    said = of_document(row.known)
    return _slide(row.id, "Documents", said, parts, row.published, row.published_basis)


def _promise(source: Source, one: CitedDocument, row: RecordRow[Any]) -> Slide | None:
    item, last = row.record, one.last(row)
    status = f"{one.status(row)}{f' from {last.start}' if last else ''}"
    parts = [f"<p>{_safe(f'Status: {status}.')}</p>", _quoted(source, row)]
    id_ = f"{one.document.id}.{row.id}"
    return _slide(id_, "Windows of promises", said_of(row), parts, item.due, item.due_basis)


def _slide(
    id_: str, group: str, said: str, parts: Iterable[str], when: str | None, basis: str | None
) -> Slide | None:
    """Return an event; None where it has no place in time."""
    dates = _dates(when)
    if dates is None:
        return None
    return {
        **dates,
        "display_date": _said_date(when, basis),
        "text": {"headline": _safe(said), "text": "".join(parts)},
        "group": group,
        "autolink": False,
        "unique_id": id_,
    }


def _dates(edtf: str | None) -> dict[str, Any] | None:
    """Return the start, and for a window the end, as precise as they are."""
    days = bounds(edtf) if edtf else None
    if edtf is None or days is None or UNKNOWN_YEAR in edtf:
        return None
    if _POINT.fullmatch(edtf):
        return {"start_date": _date(edtf)}
    begin, _, end = edtf.partition("/")
    if OPEN in (begin, end):
        return {"start_date": _date(days[1] if begin == OPEN else days[0])}
    return {"start_date": _date(days[0]), "end_date": _date(days[1])}


def _date(edtf: str) -> dict[str, int]:
    found = _POINT.match(edtf)
    parts = found.groups() if found else ()
    names = ("year", "month", "day")
    return {name: int(part) for name, part in zip(names, parts, strict=False) if part is not None}


def _said_date(when: str | None, basis: str | None) -> str:
    window = when is not None and "/" in when
    sure = f", basis: {basis}" if inferred(basis) or decided(basis) else ""
    return _safe(f"{in_words(when, basis)}{' (some day or days of this window)' if window else ''}{sure}")


def _quoted(source: Source, row: RecordRow[Any]) -> str:
    return f"<blockquote>{_safe(row.quote)}</blockquote><p>{_link(source, row.document, row.citation)}</p>"


def _link(source: Source, row: DocumentRow, words: str | None = None) -> str:
    """Return a citation that leads to the reading room, else to the publisher's page, where there is one."""
    said, target = _safe(words or row.citation), address_of(source, row.id) or row.url or ""
    whole = f"{said} (sha256 of the text: {row.sha256})"
    if not target.startswith(("http://", "https://")):
        return whole
    return f'<a href="{html.escape(target)}">{whole}</a>'


def _counted(number: int) -> str:
    return "1 mention" if number == 1 else f"{number} mentions"


def _safe(words: str) -> str:
    """Return words on one line that stand for themselves where TimelineJS puts them into a page."""
    return html.escape(one_line(words))
