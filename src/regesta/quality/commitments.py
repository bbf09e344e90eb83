"""Commitments beside their gold.

- ``commitments found``: a record covers half of the needle. Declared intents (strength 1) are
  neither asked for nor counted, unless one answers the other.
- ``commitments due``, ``who`` and ``strength``: of those found.
"""

from __future__ import annotations

from regesta.model.records import Commitment
from regesta.quality.comparison import Comparison
from regesta.quality.gold import CommitmentItem
from regesta.quality.tally import Verdict
from regesta.quality.values import same_value


def score_commitments(one: Comparison) -> None:
    """Count the commitments of one document."""
    found = one.answers("commitments", one.gold.commitments, one.records.commitments, _alike)
    right = {id(read) for item, read in found.pairs if _due(item, read) and _who(one, item, read)}
    for item, read in found.pairs:
        _part(one, item, read, "due", _due(item, read))
        _part(one, item, read, "who", _who(one, item, read))
        if item.strength != (None,):
            _part(one, item, read, "strength", read.strength in item.strength)
    one.score.verdicts += [Verdict("commitments", r.confidence, id(r) in right) for r in found.counted]


def _alike(item: CommitmentItem, read: Commitment) -> int:
    return _due(item, read)


def _due(item: CommitmentItem, read: Commitment) -> bool:
    return same_value("due", item.due, read.due)


def _who(one: Comparison, item: CommitmentItem, read: Commitment) -> bool:
    return one.sides.meant(item.who) == one.sides.meant(read.who)


def _part(one: Comparison, item: CommitmentItem, read: Commitment, name: str, hit: bool) -> None:
    measure = f"commitments {name}"
    one.score.count(measure, int(hit), 1, 1)
    if not hit:
        value, asked = getattr(read, name), getattr(item, name)
        given = "+".join(value) if isinstance(value, tuple) else value
        one.mistake(measure, f"read {given}, not {'/'.join(map(str, asked))}", item.needle, read)
