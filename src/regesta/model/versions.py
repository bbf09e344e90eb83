"""Two texts of one address: what became of the sentences, and what stood on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from regesta.model.finding import Place
from regesta.model.judgement import Ref

ChangeKind = Literal["changed", "gone", "new", "moved"]


@dataclass(frozen=True, slots=True)
class Hold:
    """A record that was read from a sentence. ``heir`` is the one that took its place in the later text.

    An heir is of the same kind and was read from the sentence that took the place of the old one.
    """

    ref: Ref
    place: Place
    heir: Ref | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one sentence. ``went`` and ``came`` are its words that differ, in order.

    ``old`` is None for a new sentence, ``new`` for one that is gone. ``stood`` are the records of
    the earlier text that were read from ``old``; ``stands`` those that are read from ``new``.
    """

    kind: ChangeKind
    old: Place | None
    new: Place | None
    went: tuple[Place, ...] = ()
    came: tuple[Place, ...] = ()
    stood: tuple[Hold, ...] = ()
    stands: tuple[Hold, ...] = ()

    @property
    def fresh(self) -> tuple[Hold, ...]:
        """The records that are read from the new words and took no other's place."""
        heirs = {hold.heir for hold in self.stood}
        return tuple(hold for hold in self.stands if hold.ref not in heirs)


@dataclass(frozen=True, slots=True)
class Edit:
    """A page read again with other words: the ids of both texts, and each sentence that differs.

    Without any ``changes`` the texts differ in white space or layout alone. ``same`` counts the
    sentences that stand in both at the same place in the order.
    """

    before: str
    after: str
    same: int
    changes: tuple[Change, ...]

    def count(self, kind: ChangeKind) -> int:
        """Return how many sentences are changed, gone, new or moved."""
        return sum(change.kind == kind for change in self.changes)
