"""``regesta people`` and a person in ``regesta show``."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any

from rich.padding import Padding
from rich.text import Text

from regesta import query
from regesta.cli.output import console, print_json
from regesta.cli.words import plain
from regesta.clock import now
from regesta.export import columns
from regesta.export.judged import PROPOSALS
from regesta.ledger import Ledger
from regesta.query import Filters, PersonRow, PersonSheet, ShownRow, StandingRow
from regesta.work.linking import link


def found(ledger: Ledger, filters: Filters) -> list[PersonRow]:
    """Return the persons that fit, after what was added or decided since was taken in."""
    _take_in(ledger)
    return query.people(ledger, filters)


def one_person(ledger: Ledger, name: str) -> PersonSheet | None:
    """Return the person with this id, or the beginning of it, after the same; None when there is none."""
    if not query.names_person(name):
        return None
    _take_in(ledger)
    return query.person(ledger, name)


def _take_in(ledger: Ledger) -> None:
    link(ledger, now=now())


def print_person(sheet: PersonSheet, form: str) -> None:
    """Print a person: names and offices, the documents that name them, the judgements behind it."""
    if form == "json":
        print_json(_json(sheet))
        return
    out = console()
    for words in _head(sheet.person):
        out.print(Text(plain(words)))
    _print_part("Documents", (_shown(one) for one in sheet.shown))
    _print_part("Judgements", (_judged(one) for one in sheet.judgements))


def _head(row: PersonRow) -> Iterable[str]:
    country = f" ({row.country})" if row.country else ""
    yield f"{row.name}{country}, {row.id}"
    if row.others:
        yield f"also written {'; '.join(row.others)}"
    yield from columns.offices(row)


def _print_part(title: str, entries: Iterable[tuple[str, list[str]]]) -> None:
    told = list(entries)
    if not told:
        return
    sys.stdout.write(f"\n{title}\n")
    out = console()
    for head, lines in told:
        out.print(Text(plain(head)))
        for line in lines:
            out.print(Padding(Text(plain(line)), (0, 0, 0, 4)))


def _shown(one: ShownRow) -> tuple[str, list[str]]:
    return f"{one.document.published or 'n.d.'}: “{_line(one.quote)}”", [one.citation]


def _judged(one: StandingRow) -> tuple[str, list[str]]:
    kind = one.entry.kind.replace("_", " ")
    head = f"{one.id}, {one.verdict}, {kind}, {one.entry.score or 0:.2f}: {one.entry.why}"
    return head, [f"“{_line(place.quote)}” {citation}" for place, citation in one.evidence]


def _line(quote: str) -> str:
    return " ".join(quote.split())


def _json(sheet: PersonSheet) -> dict[str, Any]:
    values = {"entry": "person"} | {field.name: field.value(sheet.person) for field in columns.PEOPLE}
    shown = [
        {
            "document": one.document.id,
            "file": one.document.file,
            "published": one.document.published,
            "name": one.name,
            "offices": list(one.offices),
            "span": list(one.span),
            "quote": one.quote,
            "citation": one.citation,
        }
        for one in sheet.shown
    ]
    judged = [{column.name: column.value(row) for column in PROPOSALS} for row in sheet.judgements]
    return values | {"shown": shown, "judgements": judged}
