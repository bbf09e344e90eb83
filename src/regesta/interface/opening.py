"""Opening a ledger."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from regesta.interface.register import Register
from regesta.ledger import Ledger
from regesta.rules.packs import packs_with


def open(path: str | Path, *, topics: Sequence[str | Path] = ()) -> Register:
    """Open the ledger at ``path``, which `regesta add` has made; use it as a context manager, or close it.

    ``topics`` are topic packs beside those that ship, for the names that comparisons tell. What the ledger's
    views across documents do not hold yet is taken in when something across documents is first asked for.
    Raises :class:`RegestaError` where there is no ledger at ``path`` or a pack is broken.
    """
    packs = packs_with(tuple(Path(one) for one in topics))
    return Register(Ledger.open(Path(path)), packs)
