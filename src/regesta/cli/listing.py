"""The lists: asks the ledger and prints the rows."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from regesta import query
from regesta.cli.opened import linked
from regesta.cli.options import ListJob
from regesta.cli.output import print_rows
from regesta.cli.peopling import found
from regesta.cli.registering import print_register
from regesta.export import columns
from regesta.export.table import Column
from regesta.ledger import Ledger
from regesta.query import CommitmentRow, Filters, Order, UsageRow

DECLARED_INTENT = 1
STILL_OPEN = frozenset({"open", "in_progress", "partly_done"})


@dataclass(frozen=True, slots=True)
class _List:
    ask: Callable[[Ledger, Filters, Order], Sequence[Any]]
    columns: tuple[Column, ...]


_LISTS = {
    "documents": _List(lambda ledger, *_: query.documents(ledger), columns.DOCUMENTS),
    "statements": _List(query.statements, columns.STATEMENTS),
    "terms": _List(query.terms, columns.TERMS),
    "unread": _List(lambda ledger, filters, _: query.unread(ledger, filters), columns.UNREAD),
    "shares": _List(lambda ledger, *_: query.shares(ledger), columns.SHARES),
}


def listing(job: ListJob) -> int:
    """Print the list that ``job`` asks for; the exit code is 0, also when nothing fits."""
    filters = Filters(**asdict(job.wanted))
    if job.kind in _ACROSS:
        with linked(job.ledger) as ledger:
            _ACROSS[job.kind](ledger, filters, job)
        return 0
    with Ledger.open(job.ledger) as ledger:
        if job.kind == "people":
            print_rows(found(ledger, filters), columns.PEOPLE, job.form)
            return 0
        if job.by_side:
            _print_usage(query.usage(ledger, filters), job.form)
            return 0
        wanted = _LISTS[job.kind]
        rows = wanted.ask(ledger, filters, job.order)
    print_rows(rows, _in_view(wanted.columns, job, rows), job.form)
    return 0


def _register(ledger: Ledger, filters: Filters, job: ListJob) -> None:
    rows = query.register(ledger, filters)
    if job.form == "table":
        print_register(rows)
    else:
        print_rows(rows, columns.REGISTER, job.form)


def _print_usage(rows: list[UsageRow], form: str) -> None:
    """Print the names counted by side; the documents one by one only where a list can hold them."""
    more = {"json": (columns.USES,), "table": (columns.BASIS,)}.get(form, ())
    borrowed = any(row.first_basis or row.last_basis for row in rows)
    print_rows(rows, (*columns.USAGE, *(more if form == "json" or borrowed else ())), form)


def _in_view(fields: tuple[Column, ...], job: ListJob, rows: Sequence[Any]) -> tuple[Column, ...]:
    """The columns, with the confidence among those shown where the list stands in its order.

    A column for people says what was corrected, where anything was.
    """
    if job.form == "table" and any(getattr(row, "corrections", ()) for row in rows):
        fields = (*fields, columns.CORRECTED)
    if job.order == "date":
        return fields
    return tuple(replace(one, shown=one.shown or one.name == "confidence") for one in fields)


def _commitments(ledger: Ledger, filters: Filters, job: ListJob) -> None:
    """Print the undertakings, and apart from them the declared intents; only what is open where asked."""
    rows = query.commitments(ledger, filters, job.order, job.as_of)
    undertakings = [row for row in rows if row.record.strength > DECLARED_INTENT]
    if job.still_open:
        _print_commitments([row for row in undertakings if row.status in STILL_OPEN], [], job)
    else:
        intents = [row for row in rows if row.record.strength <= DECLARED_INTENT]
        _print_commitments(undertakings, intents, job)


def _meetings(ledger: Ledger, filters: Filters, job: ListJob) -> None:
    """Print the meetings as their documents have them, with what other documents add."""
    rows = query.meetings(ledger, filters, job.order)
    fields = (*columns.MEETINGS, *columns.across(query.seen(ledger, rows)))
    print_rows(rows, _in_view(fields, job, rows), job.form)


def _requests(ledger: Ledger, filters: Filters, job: ListJob) -> None:
    rows = query.requests(ledger, filters, job.order, job.as_of)
    print_rows(rows, _in_view(columns.REQUESTS, job, rows), job.form)


def _print_commitments(undertakings: list[CommitmentRow], intents: list[CommitmentRow], job: ListJob) -> None:
    fields = _in_view(columns.COMMITMENTS, job, [*undertakings, *intents])
    if job.form != "table" or not intents:
        print_rows([*undertakings, *intents], fields, job.form)
        return
    print_rows(undertakings, fields, job.form)
    sys.stdout.write("\nDeclared intents (strength 1)\n\n")
    print_rows(intents, fields, job.form)


_ACROSS = {"register": _register, "meetings": _meetings, "commitments": _commitments, "requests": _requests}
