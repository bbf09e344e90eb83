"""The options of the commands that fetch."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

DEFAULT_SOURCES = Path("sources.toml")
DEFAULT_EVERY = 60.0

Names = Annotated[
    list[str] | None, typer.Argument(metavar="SOURCE", help="Sources by id; all when none is named.")
]
SourcesFile = Annotated[
    Path, typer.Option("--sources", metavar="FILE", help="The file of sources.", show_default=True)
]
Every = Annotated[
    float, typer.Option("--every", metavar="MINUTES", min=1.0, help="How often.", show_default=True)
]
Verbose = Annotated[bool, typer.Option("--verbose", help="Say what came of each page as it comes.")]


@dataclass(frozen=True, slots=True)
class FetchJob:
    """What a command that fetches was asked."""

    ledger: Path
    sources: Path
    names: tuple[str, ...]
    topics: tuple[Path, ...]
    verbose: bool
    form: str
