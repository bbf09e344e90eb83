"""Whether confidence means something: of the records with so much of it, the share that is right.

A statement is right when it is strictly right (group of act, sides); a meeting when it is in the gold
with its format, status and window; a commitment when it is there with its window and its sides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from regesta.quality.tally import Verdict

KINDS = ("statements", "meetings", "commitments")
BOUNDS = (0.9, 0.8, 0.7, 0.6, 0.5, 0.0)


@dataclass(frozen=True, slots=True)
class Bin:
    """The records of one kind whose confidence is at least ``low`` and under ``high`` (None: no bound)."""

    kind: str
    low: float
    high: float | None
    records: int
    right: int

    @property
    def share(self) -> float | None:
        """The share that is right; None where there is no record."""
        return self.right / self.records if self.records else None


def bins(verdicts: Iterable[Verdict]) -> Iterator[Bin]:
    """Sort records into bins, kind by kind, the surest first; empty bins too."""
    listed = list(verdicts)
    for kind in KINDS:
        high: float | None = None
        for low in BOUNDS:
            held = [v.right for v in listed if v.kind == kind and low <= v.confidence < (high or 2)]
            yield Bin(kind, low, high, len(held), sum(held))
            high = low
