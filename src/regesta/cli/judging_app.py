"""The commands about judgements, as typer sees them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import typer

from regesta.cli import doors
from regesta.cli import judging_options as own
from regesta.cli import options as opt


def add_to(app: typer.Typer) -> None:
    """Give ``app`` the commands with which a person decides what the machine proposes."""
    app.command("review", help="Walk through what is proposed, the least sure first.")(_review)
    app.command("accept", help="Accept proposals.")(_decide("accepted"))
    app.command("reject", help="Reject proposals.")(_decide("rejected"))
    app.command("correct", help="Put a value in the place of what was read.")(_correct)
    app.command("undo", help="Take back a decision or a correction.")(_undo)
    app.command("decisions", help="Who decided what, when and why.")(_decisions)


def _review(  # noqa: PLR0913  one parameter an option
    context: typer.Context,
    *,
    ledger: opt.Ledger = None,
    kind: own.OfKind = None,
    document: opt.Document = None,
    party: opt.Party = None,
    below: own.Below = None,
    limit: own.Most = None,
    by: own.SignedBy = None,
    listed: own.Listed = False,
    verdict: own.Verdict = None,
    as_json: opt.AsJson = False,
    as_csv: opt.AsCsv = False,
) -> None:
    where, form = opt.named_ledger(context, ledger), opt.form_of(as_json, as_csv)
    job = own.ReviewJob(where, kind, document, party, below, limit, by, listed, verdict, form)
    raise typer.Exit(doors.review(job))


def _decide(verdict: Literal["accepted", "rejected"]) -> Callable[..., None]:
    def command(
        context: typer.Context,
        names: own.Judgements,
        *,
        ledger: opt.Ledger = None,
        by: own.SignedBy = None,
        note: own.Note = None,
    ) -> None:
        where = opt.named_ledger(context, ledger)
        raise typer.Exit(doors.decide(own.DecideJob(where, tuple(names), verdict, by, note)))

    return command


def _correct(
    context: typer.Context,
    record: own.Corrected,
    field: own.Field,
    value: own.Value,
    *,
    ledger: opt.Ledger = None,
    by: own.SignedBy = None,
    note: own.Note = None,
) -> None:
    job = own.CorrectJob(opt.named_ledger(context, ledger), record, field, value, by, note)
    raise typer.Exit(doors.correct(job))


def _undo(
    context: typer.Context,
    name: own.Undone,
    *,
    ledger: opt.Ledger = None,
    by: own.SignedBy = None,
    note: own.Note = None,
) -> None:
    raise typer.Exit(doors.undo(opt.named_ledger(context, ledger), name, by, note))


def _decisions(
    context: typer.Context,
    *,
    ledger: opt.Ledger = None,
    orphaned: own.Orphaned = False,
    as_json: opt.AsJson = False,
    as_csv: opt.AsCsv = False,
) -> None:
    form = opt.form_of(as_json, as_csv)
    raise typer.Exit(doors.decisions(opt.named_ledger(context, ledger), form, orphaned=orphaned))
