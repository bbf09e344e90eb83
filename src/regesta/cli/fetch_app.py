"""The commands that fetch, as typer sees them."""

from __future__ import annotations

import typer

from regesta.cli import doors
from regesta.cli import fetch_options as own
from regesta.cli import options as opt


def add_to(app: typer.Typer) -> None:
    """Give ``app`` the commands with which documents come in by themselves."""
    app.command("fetch", help="Go through the sources once and keep what is new or changed.")(_fetch)
    app.command("watch", help="Go through the sources again and again.")(_watch)
    app.command("sources", help="Print the sources that ship with Regesta.")(_sources)


def _fetch(
    context: typer.Context,
    names: own.Names = None,
    *,
    ledger: opt.Ledger = None,
    sources: own.SourcesFile = own.DEFAULT_SOURCES,
    topics: opt.Topics = None,
    verbose: own.Verbose = False,
    as_json: opt.AsJson = False,
) -> None:
    where, packs = opt.named_ledger(context, ledger), tuple(topics or ())
    form = "json" if as_json else "table"
    raise typer.Exit(doors.fetch(own.FetchJob(where, sources, tuple(names or ()), packs, verbose, form)))


def _watch(
    context: typer.Context,
    names: own.Names = None,
    *,
    ledger: opt.Ledger = None,
    sources: own.SourcesFile = own.DEFAULT_SOURCES,
    every: own.Every = own.DEFAULT_EVERY,
    topics: opt.Topics = None,
) -> None:
    where, packs = opt.named_ledger(context, ledger), tuple(topics or ())
    job = own.FetchJob(where, sources, tuple(names or ()), packs, False, "table")
    raise typer.Exit(doors.watch(job, every))


def _sources() -> None:
    raise typer.Exit(doors.sources())
