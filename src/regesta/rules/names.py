"""Words that are no names of persons, as data. ``data/names.yml`` says what each field means."""

from __future__ import annotations

from functools import cache, cached_property

from regesta.rules.base import Listed, Strict, read_rules


class NameRules(Strict):
    """What a personal name does not hold, and what may be joined to one."""

    small: frozenset[str]
    calendar: frozenset[str]
    nouns: Listed
    verbs: Listed
    adverbs: Listed
    joined: frozenset[str]
    places_after: frozenset[str]
    surnames: Listed
    family: Listed
    topics_after: frozenset[str]

    @cached_property
    def no_names(self) -> frozenset[str]:
        """All words that no personal name holds."""
        return self.small | self.calendar | self.nouns.words | self.verbs.words | self.adverbs.words


@cache
def name_rules() -> NameRules:
    """Return the shipped words that are no names, read once."""
    return read_rules("names.yml", NameRules)
