"""What a page is given to work with: the ledger, the clock, and who is reading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from fastapi import Depends, Request

from regesta import access
from regesta.access import Users
from regesta.ledger import Ledger
from regesta.rules.labels import Labels

LOCAL_READER = "local"
LOCAL_HOSTS = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True, slots=True)
class Settings:
    """How the room is opened. ``clock`` gives the time that is written beside what is kept.

    ``topics`` are the packs with which added documents are read. ``users`` is the file of the people who
    may come in; None on one's own machine, where whoever reaches the server may do everything.
    ``hosts`` are the names under which the room may be asked for, so that no other site can pass for it.
    ``secure`` says that readers come over HTTPS alone. ``reader`` signs what is decided where nobody logs
    in. ``limit`` is the size of the largest file that is read, ``at_once`` of what is sent at once, in bytes.
    ``allowed`` are private hosts from which a page may be fetched all the same.
    """

    ledger: Path
    clock: Callable[[], str]
    topics: tuple[Path, ...] = ()
    users: Path | None = None
    secure: bool = False
    hosts: tuple[str, ...] = LOCAL_HOSTS
    reader: str = LOCAL_READER
    limit: int = 8 * 2**20
    at_once: int = 64 * 2**20
    allowed: frozenset[str] = frozenset()

    def known(self) -> Users | None:
        """Return the users; None where nobody logs in."""
        return None if self.users is None else Users(self.users)


@dataclass(frozen=True, slots=True)
class Desk:
    """One reader at one request. ``reader`` signs what is decided; ``address`` is where the reader is."""

    ledger: Ledger
    settings: Settings
    labels: Labels
    reader: str
    address: str = ""

    def now(self) -> str:
        """Return the time that is written beside what is kept."""
        return self.settings.clock()

    def note(self, what: str, about: str) -> None:
        """Add to the trail of changes, where users are kept."""
        users = self.settings.known()
        if users is not None:
            access.note(users, self.reader, what, about, now=self.now(), address=self.address)


def address_of(request: Request) -> str:
    """Return where a request comes from, as the server was told."""
    return request.client.host if request.client else "unknown"


def _desk(request: Request) -> Desk:
    state = request.app.state
    settings: Settings = state.settings
    reader = getattr(request.state, "reader", None) or settings.reader
    return Desk(state.ledger, settings, state.labels, reader, address_of(request))


AtDesk = Annotated[Desk, Depends(_desk)]
"""The parameter of a page's function that asks for the desk."""
