"""Two texts of one address: what became of the sentences, and what stood on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from regesta.model.finding import Place
from regesta.model.judgement import Ref

ChangeKind = Literal["changed", "gone", "new", "moved"]


@dataclass(frozen=True, slots=True)
class Hold:
    """A record and the words of one version on which it stands."""

    ref: Ref
    place: Place


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one sentence. ``went`` and ``came`` are its words that differ, in order.

    ``old`` is None for a new sentence, ``new`` for one that is gone. ``stood`` are the records of
    the earlier version that were read from ``old``; ``stands`` those that are read from ``new``.
    """

    kind: ChangeKind
    old: Place | None
    new: Place | None
    went: tuple[Place, ...] = ()
    came: tuple[Place, ...] = ()
    stood: tuple[Hold, ...] = ()
    stands: tuple[Hold, ...] = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """A page read again with other words: the ids of both texts, and each sentence that differs.

    Without any ``changes`` the two texts differ in white space or layout alone. ``same`` counts
    the sentences that stand in both.
    """

    before: str
    after: str
    url: str | None
    same: int
    changes: tuple[Change, ...]
