"""What parties are called in exports: names and codes of states and organisations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from regesta.rules.labels import labels_with
from regesta.rules.states import states


@dataclass(frozen=True, slots=True)
class Parties:
    """The names of parties by code; ``shipped`` are the codes that no pack had to add."""

    names: Mapping[str, str]
    shipped: frozenset[str]

    def name(self, code: str) -> str:
        """Return the name of a party, its code where none is known."""
        return self.names.get(code, code)


def parties_with(packs: tuple[Path, ...]) -> Parties:
    """Return the names that the shipped rules and packs and those at ``packs`` give.

    Raises :class:`RegestaError` for a pack that cannot be used.
    """
    return Parties(labels_with(packs).parties, frozenset(entry.code for entry in states()))
