"""What a page is given to work with: the ledger, the clock, and who is reading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from fastapi import Depends, Request

from regesta.ledger import Ledger
from regesta.web.labels import Labels

LOCAL_READER = "local"
LOCAL_HOSTS = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True, slots=True)
class Settings:
    """How the room is opened. ``clock`` gives the time that is written beside what is kept.

    ``topics`` are the packs with which added documents are read. ``users`` is the file of the people who
    may come in; None on one's own machine, where whoever reaches the server may do everything.
    ``hosts`` are the names under which the room may be asked for, so that no other site can pass for it.
    ``secure`` says that readers come over HTTPS alone.
    """

    ledger: Path
    clock: Callable[[], str]
    topics: tuple[Path, ...] = ()
    users: Path | None = None
    secure: bool = False
    hosts: tuple[str, ...] = LOCAL_HOSTS


@dataclass(frozen=True, slots=True)
class Desk:
    """One reader at one request. ``reader`` signs what is decided."""

    ledger: Ledger
    settings: Settings
    labels: Labels
    reader: str

    def now(self) -> str:
        """Return the time that is written beside what is kept."""
        return self.settings.clock()


def _desk(request: Request) -> Desk:
    state = request.app.state
    return Desk(
        state.ledger, state.settings, state.labels, getattr(request.state, "reader", None) or LOCAL_READER
    )


AtDesk = Annotated[Desk, Depends(_desk)]
"""The parameter of a page's function that asks for the desk."""
