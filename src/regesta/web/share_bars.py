"""The room that topics have in two accounts, as bars."""

from __future__ import annotations

from dataclasses import dataclass

from regesta.model.accounts import Comparison, Share

WIDTH = 300
"""How long the bar of a topic is that has the largest share."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A topic with the share of each account and the lengths of its two bars."""

    label: str
    shares: tuple[Share, Share]
    lengths: tuple[float, float]


def bars(found: Comparison) -> tuple[Bar, ...]:
    """Return a pair of bars for each topic of a comparison, in its order."""
    most = max((share.share for share in found.shares), default=0.0)
    return tuple(
        Bar(row.label, row.shares, (_length(row.shares[0], most), _length(row.shares[1], most)))
        for row in found.topics
    )


def _length(share: Share, most: float) -> float:
    return round(WIDTH * share.share / most, 1) if most else 0.0
