"""What a comparison comes to: counts, mistakes, and whether each record is right."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple


class Mistake(NamedTuple):
    """One thing that is not as the gold has it.

    ``asked`` are the gold's words and ``found`` the record's, None where there are none; ``error``
    says what differs. ``measure`` is the measure that it lowers.
    """

    measure: str
    file: str
    error: str
    asked: str | None
    found: str | None


class Verdict(NamedTuple):
    """A record that was counted, the confidence it has, and whether it is right."""

    kind: str
    confidence: float
    right: bool


@dataclass(slots=True)
class Tally:
    """Hits, what the gold asks for, and what the reader gives."""

    hits: int = 0
    asked: int = 0
    given: int = 0

    @property
    def precision(self) -> float:
        """The share of what was given that is right; 1 where nothing was given."""
        return self.hits / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """The share of what was asked for that was given; 1 where nothing was asked for."""
        return self.hits / self.asked if self.asked else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two; 1 where nothing was asked for and nothing given."""
        both = self.asked + self.given
        return 2 * self.hits / both if both else 1.0

    def add(self, other: Tally) -> None:
        """Count the other's figures too."""
        self.hits += other.hits
        self.asked += other.asked
        self.given += other.given


@dataclass(slots=True)
class Score:
    """What one document, or several together, came to: by measure, and statements also by act."""

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    acts: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    mistakes: list[Mistake] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)
    documents: int = 0

    def count(self, measure: str, hits: int, asked: int, given: int) -> None:
        """Add to the counts of ``measure``."""
        self.tallies[measure].add(Tally(hits, asked, given))

    def add(self, other: Score) -> None:
        """Take in another score."""
        for mine, theirs in ((self.tallies, other.tallies), (self.acts, other.acts)):
            for name, tally in theirs.items():
                mine[name].add(tally)
        self.mistakes += other.mistakes
        self.verdicts += other.verdicts
        self.documents += other.documents
