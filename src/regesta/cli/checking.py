"""``regesta check``."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from regesta import checks, query
from regesta.cli.output import Column, print_json, print_rows
from regesta.cli.words import plain
from regesta.ledger import Ledger
from regesta.model.finding import Finding, Place, RegestaError

FINDINGS = 3
QUOTE_LENGTH = 160


def check(path: Path, document: str | None, form: str, fail: bool) -> int:
    """Print the findings of every current document, or of the one that ``document`` names.

    The exit code is 0, or 3 when there are findings and ``fail`` is set.
    """
    with Ledger.open(path) as ledger:
        readings = list(query.readings(ledger, query.Filters(document=document)))
    if document is not None and not readings:
        raise RegestaError(f"The ledger has no document {document!r}.")
    findings = checks.run(readings)
    names = {row.id: row.file or row.id for row, _ in readings}
    if form == "json":
        print_json([_object(finding, names) for finding in findings])
    elif form == "csv":
        _print_csv(findings, names)
    else:
        _print_text(findings, names, len(readings))
    return FINDINGS if fail and findings else 0


def _object(finding: Finding, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "code": finding.code,
        "message": finding.message,
        "places": [
            {
                "document": place.document,
                "file": names[place.document],
                "span": list(place.span),
                "quote": place.quote,
            }
            for place in finding.places
        ],
    }


def _print_csv(findings: list[Finding], names: Mapping[str, str]) -> None:
    """One row a place, so that each has its own span and words."""
    columns = (
        Column("code", lambda row: row[0].code),
        Column("message", lambda row: row[0].message),
        Column("document", lambda row: row[1].document),
        Column("file", lambda row: names[row[1].document]),
        Column("start", lambda row: row[1].span.start),
        Column("end", lambda row: row[1].span.end),
        Column("quote", lambda row: row[1].quote),
    )
    print_rows([(finding, place) for finding in findings for place in finding.places], columns, "csv")


def _print_text(findings: list[Finding], names: Mapping[str, str], documents: int) -> None:
    for finding in findings:
        sys.stdout.write(f"{finding.code}: {plain(finding.message)}\n")
        for place in finding.places:
            sys.stdout.write(f"    {names[place.document]}, {_at(place)}\n")
    told = f"{len(findings)} finding{'' if len(findings) == 1 else 's'}"
    sys.stderr.write(f"{told} in {documents} document{'' if documents == 1 else 's'}.\n")


def _at(place: Place) -> str:
    words = plain(place.quote)
    short = words if len(words) <= QUOTE_LENGTH else f"{words[: QUOTE_LENGTH - 1].rstrip()}…"
    return f"characters {place.span.start} to {place.span.end}: “{short}”"
