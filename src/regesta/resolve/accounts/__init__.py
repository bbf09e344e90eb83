"""Two accounts of one meeting, aligned and compared. ``compare`` is the door."""

from __future__ import annotations

from regesta.resolve.accounts.compare import compare, comparisons
from regesta.resolve.accounts.passages import Part

__all__ = ["Part", "compare", "comparisons"]
