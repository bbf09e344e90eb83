"""What the checks look at, out of a ledger."""

from __future__ import annotations

from regesta import checks, query
from regesta.checks import Ground
from regesta.ledger import Ledger
from regesta.query import Across


def grounded(ledger: Ledger, as_of: str | None) -> tuple[Across, Ground]:
    """Return what holds across the documents of a ledger by ``as_of``, and the ground for checks on it."""
    found = query.across(ledger, as_of)
    edits = [row.edit for row in query.edits(ledger) if as_of is None or _by(row.after, as_of)]
    return found, checks.ground(found.dossiers, found.links, found.as_of, edits)


def _by(row: query.DocumentRow, day: str) -> bool:
    return row.published is not None and row.published <= day
