"""The command ``regesta brief``."""

from __future__ import annotations

import typer

from regesta.cli import brief_options as out
from regesta.cli import doors
from regesta.cli import options as opt


def brief(
    context: typer.Context,
    first: out.Side,
    second: out.Side,
    *,
    ledger: opt.Ledger = None,
    as_of: opt.AsOf = None,
    form: out.Form = None,
    output: out.Output = None,
    topics: opt.Topics = None,
) -> None:
    """Run ``regesta brief``."""
    where, packs = opt.named_ledger(context, ledger), tuple(topics or ())
    kind = form.value if form else None
    raise typer.Exit(doors.brief(out.BriefJob(where, (first, second), as_of, kind, output, packs)))
