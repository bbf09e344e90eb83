"""The command ``regesta export``."""

from __future__ import annotations

import typer

from regesta.cli import doors
from regesta.cli import export_options as out
from regesta.cli import options as opt


def export(  # noqa: PLR0913  one parameter an option
    context: typer.Context,
    *,
    ledger: opt.Ledger = None,
    what: out.What = "records",
    form: out.Format = None,
    as_of: opt.AsOf = None,
    topics: opt.Topics = None,
    output: opt.Output = None,
    address: out.Address = None,
    between: opt.Between = None,
    party: opt.Party = None,
    person: opt.Person = None,
    topic: opt.Topic = None,
    since: opt.Since = None,
    until: opt.Until = None,
    act: opt.Act = None,
    status: opt.Status = None,
    document: opt.Document = None,
    publisher: opt.ByPublisher = None,
) -> None:
    """Run ``regesta export``."""
    where, packs = opt.named_ledger(context, ledger), tuple(topics or ())
    wanted = opt.Wanted(party, person, topic, since, until, act, status, document, publisher, between)
    raise typer.Exit(doors.export(out.ExportJob(where, what, form, output, as_of, packs, wanted, address)))
