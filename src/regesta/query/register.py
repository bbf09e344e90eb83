"""The register: dated abstracts in order, a meeting above what was said and promised at it."""

from __future__ import annotations

from regesta.ledger import Ledger
from regesta.query.filters import Filters
from regesta.query.rows import RegisterRow

_ALL = Filters()


def register(ledger: Ledger, filters: Filters = _ALL) -> list[RegisterRow]:
    """Return the entries of the register that fit."""
    raise NotImplementedError
