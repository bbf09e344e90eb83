"""``regesta follow``: what came of promises and requests, dated, each change with the words that show it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import Any

from rich.padding import Padding
from rich.text import Text

from regesta import query
from regesta.cli.opened import linked
from regesta.cli.options import FollowJob
from regesta.cli.output import console, print_json
from regesta.cli.words import plain
from regesta.export.histories import CONFIRMATION, EXISTENCE, history_json, promisers
from regesta.ledger import Ledger
from regesta.model.finding import RegestaError
from regesta.query import AnyRow, CommitmentRow, Filters, RequestRow, StepRow
from regesta.query.dates import in_words

_Row = CommitmentRow | RequestRow


def follow(job: FollowJob) -> int:
    """Print the history of what ``job`` names; the exit code is 0.

    Raises :class:`RegestaError` for an id that no commitment or request has.
    """
    with linked(job.ledger) as ledger:
        rows = _one(ledger, job) if job.name else _all(ledger, job)
    if job.as_json:
        print_json([history_json(row) for row in rows])
        return 0
    if not rows:
        sys.stderr.write("Nothing found.\n")
    out = console()
    for number, row in enumerate(rows):
        out.print(*([Text()] if number else []), *_lines(row), sep="\n")
    return 0


def _lines(row: _Row) -> Iterator[Text | Padding]:
    yield _line(f"{', '.join(sorted(promisers(row)))}: {row.record.what}", 0, "bold cyan")
    yield _line(f"“{row.quote}”", 2)
    yield _line(f"{row.citation} [{row.id}]", 6, "dim")
    yield from history_lines(row)


def history_lines(row: AnyRow) -> Iterator[Padding]:
    """Yield what came of a commitment or request, for people."""
    came = row.came
    if came is None:
        yield _line("Nothing tells when this could be known, so it is not followed.", 2)
        return
    if came.dated.when:
        yield _line(f"Due: {in_words(came.dated.when, came.dated.basis)} ({came.dated.basis})", 2)
    yield _line(EXISTENCE[came.existence].capitalize() + ".", 2)
    for step in sorted((*came.steps, *came.events), key=lambda one: one.start):
        yield from _step(step)
    if came.successor:
        yield _line(f"Its place was taken by {came.successor.id}.", 2)


def _one(ledger: Ledger, job: FollowJob) -> list[_Row]:
    found = query.record(ledger, job.name or "")
    if found is None or found.kind not in ("commitment", "request"):
        raise RegestaError(
            f"The ledger has no commitment or request {job.name!r}; the lists of both print the ids."
        )
    mine = _found(ledger, found, job.as_of)
    if mine is None:
        raise RegestaError(f"{job.name} was not published by {job.as_of}; take a later day.")
    return [mine]


def followed(ledger: Ledger, row: AnyRow) -> Any:
    """Return the row of a commitment or request with what came of it."""
    return _found(ledger, row, None) or row


def _found(ledger: Ledger, wanted: AnyRow, as_of: str | None) -> Any:
    rows = _rows(ledger, Filters(document=wanted.document.id), as_of)
    return next((row for row in rows if (row.kind, row.id) == (wanted.kind, wanted.id)), None)


def _all(ledger: Ledger, job: FollowJob) -> list[_Row]:
    """Everything of which something was heard again."""
    rows = _rows(ledger, Filters(party=job.party, topic=job.topic, status=job.status), job.as_of)
    return [row for row in rows if row.came and (row.came.events or any(s.evidence for s in row.came.steps))]


def _rows(ledger: Ledger, filters: Filters, as_of: str | None) -> Sequence[_Row]:
    promised = query.commitments(ledger, filters, as_of=as_of)
    return [*promised, *query.requests(ledger, filters, as_of=as_of)]


def _step(step: StepRow) -> Iterator[Padding]:
    told = [step.status.replace("_", " ")]
    if step.timeliness != "unknown":
        told.append(step.timeliness.replace("_", " "))
    if step.confirmation in CONFIRMATION:
        told.append(CONFIRMATION[step.confirmation or ""])
    why = f" {step.why}" if step.why else ""
    yield _line(f"{in_words(step.start)}: {', '.join(told)}.{why}", 2)
    for one in step.evidence:
        yield _line(f"“{one.place.quote}”", 6)
        yield _line(one.citation, 10, "dim")


def _line(words: str, indent: int, style: str = "") -> Padding:
    return Padding(Text(plain(words), style=style), (0, 0, 0, indent), expand=False)
