"""``regesta accept``, ``reject``, ``correct``, ``undo`` and ``decisions``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from regesta import query
from regesta.cli.judging_options import CorrectJob, DecideJob
from regesta.cli.output import print_rows
from regesta.cli.signing import Signature, signed
from regesta.cli.words import plain
from regesta.export.table import Column
from regesta.ledger import Ledger
from regesta.query import DecisionRow
from regesta.work import judging

_QUOTE = 80


def decide(job: DecideJob) -> int:
    """Accept or reject all judgements that ``job`` names, or none of them; the exit code is 0."""
    who = signed(job.by)
    with Ledger.open(job.ledger) as ledger:
        ids = judging.decide(ledger, job.names, job.verdict, by=who.by, now=who.at, note=job.note)
    for id_ in ids:
        _say(f"{id_} {job.verdict}", who)
    return 0


def correct(job: CorrectJob) -> int:
    """Put a value in the place of what was read; the exit code is 0."""
    who = signed(job.by)
    with Ledger.open(job.ledger) as ledger:
        ref, number = judging.correct(
            ledger, job.record, job.field, job.value, by=who.by, now=who.at, note=job.note
        )
        row = query.record(ledger, ref.id)
    now = next((one for one in row.corrections if one.field == job.field), None) if row else None
    if now is not None:
        field = now.field.replace("_", " ")
        _say(f"{ref.id} {field}: {now.value or 'nothing'}, read as {now.read or 'nothing'}", who, number)
    return 0


def undo(ledger: Path, name: str, by: str | None, note: str | None) -> int:
    """Take back the decision with this number, or the one on this judgement; the exit code is 0."""
    who = signed(by)
    with Ledger.open(ledger) as held:
        number, undoing = judging.undo(held, name, by=who.by, now=who.at, note=note)
    _say(f"Decision {number} is taken back", who, undoing)
    return 0


def _say(what: str, who: Signature, number: int | None = None) -> None:
    entry = f"decision {number}, " if number is not None else ""
    sys.stdout.write(f"{plain(what)} ({entry}signed {plain(who.words)}).\n")


def decisions(path: Path, form: str, *, orphaned: bool) -> int:
    """Print what people decided, in the order in which they did; the exit code is 0."""
    with Ledger.open(path) as ledger:
        rows = query.decisions(ledger, orphaned=orphaned)
    if not rows and form == "table":
        sys.stdout.write("No decision is orphaned.\n" if orphaned else "Nobody has decided anything yet.\n")
        return 0
    print_rows(rows, _DECISIONS, form)
    return 0


def _what(row: DecisionRow) -> str:
    """What was decided, in words."""
    entry = row.entry
    if entry.undoes is not None:
        return f"took back decision {entry.undoes}"
    if entry.field is not None:
        read = f"{row.subject.target.ref.kind} {row.subject.target.ref.id}"
        return f"corrected {entry.field.replace('_', ' ')} of {read}: {entry.value or 'nothing'}"
    said = f" {entry.value}" if entry.value else ""
    return f"{entry.verdict} {entry.kind.replace('_', ' ')}{said}"


def _short(words: str) -> str:
    return words if len(words) <= _QUOTE else f"{words[: _QUOTE - 1].rstrip()}…"


def _state(row: DecisionRow) -> str:
    return f"{row.state}, orphaned" if row.orphaned else row.state


def _why(row: DecisionRow) -> list[str]:
    lost = [f"orphaned: {side.found.why}" for side in row.sides if side.found.now is None and side.found.why]
    return [*([row.entry.note] if row.entry.note else []), *lost]


def _record(row: DecisionRow) -> list[dict[str, Any]]:
    return [
        {
            "kind": side.target.ref.kind,
            "id": side.target.ref.id,
            "document": side.target.ref.document,
            "span": list(side.target.span),
            "quote": side.quote,
            "citation": side.citation,
            "fate": side.found.fate,
            "now": side.found.now.id if side.found.now else None,
            "why": side.found.why,
        }
        for side in row.sides
    ]


_DECISIONS = (
    Column("number", lambda row: row.entry.number),
    Column("when", lambda row: row.entry.at[:16].replace("T", " ")),
    Column("at", lambda row: row.entry.at, shown=False),
    Column("by", lambda row: row.entry.by),
    Column("what", _what),
    Column("words", lambda row: [_short(side.quote) for side in row.sides if side.quote]),
    Column("state", _state),
    Column("why", _why),
    Column("judgement", lambda row: row.entry.judgement_id, shown=False),
    Column("verdict", lambda row: row.entry.verdict, shown=False),
    Column("kind", lambda row: row.entry.kind, shown=False),
    Column("value", lambda row: row.entry.value, shown=False),
    Column("field", lambda row: row.entry.field, shown=False),
    Column("note", lambda row: row.entry.note, shown=False),
    Column("undoes", lambda row: row.entry.undoes, shown=False),
    Column("orphaned", lambda row: row.orphaned, shown=False),
    Column("records", _record, shown=False),
)
