"""The options of ``regesta export``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from regesta.cli.options import Wanted

Format = Annotated[
    str | None,
    typer.Option("--format", metavar="NAME", help="The form of the export; those of docs/exports.md."),
]
What = Annotated[
    str,
    typer.Option(
        "--what", help="Records: what the documents hold. Links: what holds across them, as JSON alone."
    ),
]
Address = Annotated[
    str | None,
    typer.Option("--address", metavar="URL", help="Where a reading room shows this ledger, for links there."),
]


@dataclass(frozen=True, slots=True)
class ExportJob:
    """What to write: ``records`` or ``links``, in which form, to which file; links as of which day."""

    ledger: Path
    what: str
    form: str | None
    output: Path | None
    as_of: str | None
    topics: tuple[Path, ...]
    wanted: Wanted
    address: str | None
