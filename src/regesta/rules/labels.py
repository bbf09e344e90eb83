"""Names in our own voice: of parties, topics and things that the sides call differently."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from regesta.model.accounts import DifferenceType
from regesta.rules.accounts import account_rules
from regesta.rules.packs import packs_with
from regesta.rules.states import states
from regesta.rules.topics import topic_rules


@dataclass(frozen=True, slots=True)
class Labels:
    """Names by code or id. What has none is called by its code or id, with its underscores as blanks.

    ``broad`` are the topics that say little.
    """

    parties: Mapping[str, str]
    topics: Mapping[str, str]
    concepts: Mapping[str, str]
    broad: frozenset[str] = frozenset()

    def party(self, code: str | None) -> str:
        """Return the name of a party."""
        return "[side unknown]" if code is None else self.parties.get(code, code)

    def topic(self, id_: str) -> str:
        """Return the name of a topic."""
        return self.topics.get(id_, id_.replace("_", " "))

    def concept(self, id_: str) -> str:
        """Return the paired name of a thing: "A (JP) / B (RU)"."""
        return self.concepts.get(id_, id_.replace("_", " "))


def labels_with(topics: tuple[Path, ...]) -> Labels:
    """Return the names that the shipped rules and packs and those at ``topics`` give.

    Raises :class:`regesta.model.finding.RegestaError` for a pack that cannot be used.
    """
    packs = packs_with(topics)
    topics_ = [*topic_rules().topics, *(one for pack in packs for one in pack.topics)]
    known = states().with_extra(entry for pack in packs for entry in pack.states)
    return Labels(
        parties={entry.code: entry.names[0] for entry in known},
        topics={one.id: one.label for one in topics_},
        concepts={one.id: one.neutral for pack in packs for one in pack.concepts},
        broad=frozenset(one.id for one in topics_ if one.broad),
    )


def difference_words(type_: DifferenceType) -> str:
    """Return a type of difference between two accounts in words."""
    return account_rules().words.types[type_]
