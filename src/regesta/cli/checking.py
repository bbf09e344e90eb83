"""``regesta check``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from typing import Any

from regesta import checks, query
from regesta.checks.narrow import narrowed
from regesta.cli.grounding import grounded
from regesta.cli.opened import linked
from regesta.cli.options import CheckJob
from regesta.cli.output import print_json, print_rows
from regesta.cli.words import plain
from regesta.export.table import Column
from regesta.ledger import Ledger
from regesta.model.finding import Finding, Place, RegestaError
from regesta.query import Across
from regesta.query.dates import in_words

FINDINGS = 3
QUOTE_LENGTH = 160
_MARK = {"conflict": "conflict", "open": "", "note": "note"}


def check(job: CheckJob) -> int:
    """Print the findings that ``job`` asks for.

    The exit code is 0, or 3 when there are findings and ``fail`` is set; notes are no findings.
    Raises :class:`RegestaError` for a code or a document that there is none of.
    """
    _known((*job.only, *job.without))
    with linked(job.ledger) as ledger:
        documents = [_document(ledger, name) for name in job.documents]
        found, ground = grounded(ledger, job.as_of)
        edited = query.edits(ledger)
    codes = [code for code in checks.CODES if code in (job.only or checks.CODES) and code not in job.without]
    parties = [party.upper() for party in job.parties]
    findings = narrowed(checks.run(ground, codes), ground, [row.id for row in documents], parties)
    shown = [finding for finding in findings if job.notes or finding.level != "note"]
    names = {paper.id: paper.document.file or paper.id for paper in ground.dossiers}
    texts = [*documents, *(row for edit in edited for row in (edit.before, edit.after))]
    names |= {row.id: row.file or row.id for row in texts}
    if job.form == "json":
        print_json([_object(finding, names, ground.as_of) for finding in shown])
    elif job.form == "csv":
        _print_csv(shown, names)
    else:
        _print_text(shown, names)
        _print_sum(found, len(shown), len(findings) - len(shown), job)
    return FINDINGS if job.fail and any(finding.level != "note" for finding in shown) else 0


def _known(codes: Iterable[str]) -> None:
    for code in codes:
        if code not in checks.CODES:
            raise RegestaError(f"There is no finding {code!r}; they are {', '.join(checks.CODES)}.")


def _document(ledger: Ledger, name: str) -> query.DocumentRow:
    row = query.document(ledger, name)
    if row is None:
        raise RegestaError(f"The ledger has no document {name!r}.")
    return row


def _object(finding: Finding, names: Mapping[str, str], as_of: str | None) -> dict[str, Any]:
    return {
        "code": finding.code,
        "level": finding.level,
        "as_of": as_of,
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
        Column("level", lambda row: row[0].level),
        Column("message", lambda row: row[0].message),
        Column("document", lambda row: row[1].document),
        Column("file", lambda row: names[row[1].document]),
        Column("start", lambda row: row[1].span.start),
        Column("end", lambda row: row[1].span.end),
        Column("quote", lambda row: row[1].quote),
    )
    print_rows([(finding, place) for finding in findings for place in finding.places], columns, "csv")


def _print_text(findings: list[Finding], names: Mapping[str, str]) -> None:
    for finding in findings:
        mark = _MARK[finding.level]
        sys.stdout.write(f"{finding.code}{f' ({mark})' if mark else ''}: {plain(finding.message)}\n")
        for place in finding.places:
            sys.stdout.write(f"    {names[place.document]}, {_at(place)}\n")


def _print_sum(found: Across, shown: int, notes: int, job: CheckJob) -> None:
    """Say on standard error how much was found in what, as of which day, and what is not shown."""
    told = f"{_count(shown, 'finding')} in {_count(len(found.dossiers), 'document')}"
    if found.as_of is not None:
        whose = "" if job.as_of else ", the newest publication"
        told += f", as of {in_words(found.as_of)}{whose}"
    sys.stderr.write(f"{told}.\n")
    if notes:
        sys.stderr.write(f"{_count(notes, 'note')} not shown; --notes shows them.\n")
    if found.left_out:
        sys.stderr.write(f"{_count(found.left_out, 'document')} not published by then left out.\n")


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


def _at(place: Place) -> str:
    words = plain(place.quote)
    short = words if len(words) <= QUOTE_LENGTH else f"{words[: QUOTE_LENGTH - 1].rstrip()}…"
    return f"characters {place.span.start} to {place.span.end}: “{short}”"
