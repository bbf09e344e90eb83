"""The options about who may come in."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class Role(StrEnum):
    """What a user may do."""

    READER = "reader"
    REVIEWER = "reviewer"
    EDITOR = "editor"


Name = Annotated[str, typer.Argument(metavar="NAME", help="The name of a user.")]
OfRole = Annotated[
    Role, typer.Option("--role", help="What the user may do: read; also decide and correct; also add.")
]
WithUsers = Annotated[bool, typer.Option("--users", help="Ask for a log-in on this machine too.")]
Names = Annotated[
    list[str] | None,
    typer.Option("--name", metavar="HOST", help="A name under which readers reach the room."),
]
Secure = Annotated[bool, typer.Option("--secure", help="Readers come over HTTPS alone, through a proxy.")]
Revoke = Annotated[bool, typer.Option("--revoke", help="Take back all tokens of the user.")]
