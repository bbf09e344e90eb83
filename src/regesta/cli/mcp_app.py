"""The command ``regesta mcp``."""

from __future__ import annotations

import typer

from regesta.cli import doors
from regesta.cli import mcp_options as own
from regesta.cli import options as opt


def mcp(
    context: typer.Context,
    *,
    ledger: opt.Ledger = None,
    http: own.Http = False,
    host: opt.Host = opt.DEFAULT_HOST,
    port: own.Port = own.DEFAULT_PORT,
    topics: opt.Topics = None,
) -> None:
    """Run ``regesta mcp``."""
    where, packs = opt.named_ledger(context, ledger), tuple(topics or ())
    raise typer.Exit(doors.mcp(own.McpJob(where, packs, (host, port) if http else None)))
