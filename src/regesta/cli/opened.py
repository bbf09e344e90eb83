"""Opening a ledger for questions about what holds across its documents."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from regesta.clock import now
from regesta.ledger import Ledger
from regesta.work.linking import link


@contextmanager
def linked(path: Path) -> Iterator[Ledger]:
    """Open the ledger at ``path`` and take in what its views across documents do not hold yet."""
    with Ledger.open(path) as ledger:
        link(ledger, now=now())
        yield ledger
