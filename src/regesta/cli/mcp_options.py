"""The options of ``regesta mcp``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

DEFAULT_PORT = 8766
Http = Annotated[bool, typer.Option("--http", help="Streamable HTTP instead of the standard streams.")]
Port = Annotated[
    int,
    typer.Option(
        "--port", metavar="N", min=0, max=65535, help="The port; 0 takes a free one.", show_default=True
    ),
]


@dataclass(frozen=True, slots=True)
class McpJob:
    """What ``regesta mcp`` was asked; ``address`` is host and port for HTTP, None for the streams."""

    ledger: Path
    topics: tuple[Path, ...]
    address: tuple[str, int] | None
