"""What the entries of one judgement come to. An entry is never changed; an undoing is an entry too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

MACHINE = frozenset({"proposed", "withdrawn"})
BY_PERSONS = ("accepted", "corrected", "rejected", "undone")


@dataclass(frozen=True, slots=True)
class Step:
    """An entry as far as it counts: its number, its verdict, and the number of the entry it undoes."""

    number: int
    verdict: str
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """The last word of the machine, and the last decision of a person that is not undone."""

    machine: str | None = None
    machine_number: int | None = None
    person: str | None = None
    person_number: int | None = None

    @property
    def verdict(self) -> str:
        """What holds: the person's decision, else what the machine says, else ``undone``."""
        return self.person or self.machine or "undone"


def in_force(steps: Sequence[Step]) -> frozenset[int]:
    """Return the numbers of the entries that no entry in force undoes.

    Undoing an undoing brings back what it undid. An entry undoes only an earlier one.
    """
    undone: set[int] = set()
    for step in sorted(steps, key=lambda one: one.number, reverse=True):
        if step.undoes is not None and step.number not in undone:
            undone.add(step.undoes)
    return frozenset(step.number for step in steps) - undone


def fold(steps: Sequence[Step]) -> Standing:
    """Return what the entries of one judgement come to."""
    valid = in_force(steps)
    said = [step for step in steps if step.verdict in MACHINE]
    decided = [
        step
        for step in steps
        if step.number in valid and step.verdict not in MACHINE and step.verdict != "undone"
    ]
    machine = max(said, key=lambda step: step.number, default=None)
    person = max(decided, key=lambda step: step.number, default=None)
    return Standing(
        machine.verdict if machine else None,
        machine.number if machine else None,
        person.verdict if person else None,
        person.number if person else None,
    )
