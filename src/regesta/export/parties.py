"""What parties are called in exports: names and codes of states and organisations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from regesta.model.records import Actor
from regesta.rules.packs import packs_with
from regesta.rules.states import states


@dataclass(frozen=True, slots=True)
class Parties:
    """The names of parties by code; ``shipped`` are the codes that no pack had to add."""

    names: Mapping[str, str]
    shipped: frozenset[str]

    def name(self, code: str) -> str:
        """Return the name of a party, its code where none is known."""
        return self.names.get(code, code)

    def actor(self, actor: Actor) -> str:
        """Return an actor in words: "Ada Quill (XA)"."""
        known = actor.country if actor.country != actor.name else None
        return f"{actor.name} ({known})" if known else actor.name

    def actors(self, actors: Iterable[Actor]) -> str:
        """Return actors in words, in order of the codes of their sides."""
        return ", ".join(self.actor(one) for one in sorted(actors, key=lambda one: one.country or "~"))


def parties_with(packs: tuple[Path, ...]) -> Parties:
    """Return the names that the shipped rules and packs and those at ``packs`` give.

    Raises :class:`RegestaError` for a pack that cannot be used.
    """
    shipped = states()
    known = shipped.with_extra(entry for pack in packs_with(packs) for entry in pack.states)
    return Parties(
        {entry.code: entry.names[0] for entry in known}, frozenset(entry.code for entry in shipped)
    )
