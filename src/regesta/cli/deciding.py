"""``regesta accept``, ``reject``, ``correct``, ``undo`` and ``decisions``."""

from __future__ import annotations

import sys
from pathlib import Path

from regesta import query
from regesta.cli.judging_options import CorrectJob, DecideJob
from regesta.cli.output import print_rows
from regesta.cli.signing import Signature, signed
from regesta.cli.words import plain
from regesta.export.judged import DECISIONS
from regesta.ledger import Ledger
from regesta.work import judging


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
    print_rows(rows, DECISIONS, form)
    return 0
