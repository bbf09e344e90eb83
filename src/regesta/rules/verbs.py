"""The verb table: which words report an act, and which act it is.

``data/verbs.yml`` is read by :mod:`regesta.mentions.verbs`; its head says what each field means.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import Field, model_validator

from regesta.model.records import GROUP_OF
from regesta.rules.base import Strict, joined, read_rules
from regesta.rules.force import added, per_rules

Complement = Literal["that", "to", "np", "ing", "with", "on", "for", "wh", "none"]


class VerbGroup(Strict):
    """Verbs that do the same with words. See the head of ``verbs.yml`` for the fields."""

    id: str
    act: str
    joint: str | None = None
    verbs: tuple[str, ...]
    complements: dict[Complement, str] = Field(default_factory=dict)
    only: tuple[Complement, ...] = ()
    objects: dict[str, str] = Field(default_factory=dict)
    needs_object: tuple[str, ...] = ()
    addressee: Literal["object", "to", "none"] = "none"
    passes_on: bool = False
    announces: bool = False
    match: tuple[str, ...] = Field(min_length=1)
    never: tuple[str, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _acts_are_known(self) -> VerbGroup:
        named = [self.act, self.joint, *self.complements.values(), *self.objects.values()]
        unknown = [act for act in named if act is not None and act not in GROUP_OF and act != "-"]
        if unknown:
            raise ValueError(f"group {self.id}: no such act: {', '.join(unknown)}")
        return self


class NounClass(Strict):
    """Nouns that carry an act when a light verb takes them ("expressed concern")."""

    id: str
    act: str
    joint: str | None = None
    nouns: tuple[str, ...]
    light: tuple[str, ...]
    match: tuple[str, ...] = Field(min_length=1)
    never: tuple[str, ...] = Field(min_length=1)


class Predicate(Strict):
    """Adjectives and fixed phrases after "be" that report a stance ("are convinced that")."""

    id: str
    act: str
    joint: str | None = None
    words: tuple[str, ...]
    of_thing: bool = False
    infinitive: bool = False
    grounded: bool = False
    not_before: tuple[str, ...] = ()
    match: tuple[str, ...] = Field(min_length=1)
    never: tuple[str, ...] = Field(min_length=1)


class VerbRules(Strict):
    """The whole verb table."""

    irregular: dict[str, tuple[str, ...]]
    light_verbs: dict[str, tuple[str, ...]]
    adverbs: tuple[str, ...]
    no_verbs: frozenset[str]
    before_noun: frozenset[str]
    phrase_ends: frozenset[str]
    groups: tuple[VerbGroup, ...]
    nouns: tuple[NounClass, ...]
    predicates: tuple[Predicate, ...]
    events: tuple[str, ...]

    @model_validator(mode="after")
    def _light_classes_are_known(self) -> VerbRules:
        unknown = {name for noun in self.nouns for name in noun.light} - set(self.light_verbs)
        if unknown:
            raise ValueError(f"no such class of light verbs: {', '.join(sorted(unknown))}")
        return self


class MoreVerbs(Strict):
    """What a pack adds to the verb table; each list has the form it has in ``verbs.yml``.

    Its groups go before the shipped ones: a verb of both is the pack's.
    """

    irregular: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    groups: tuple[VerbGroup, ...] = ()
    nouns: tuple[NounClass, ...] = ()
    predicates: tuple[Predicate, ...] = ()
    events: tuple[str, ...] = ()


@per_rules
def verb_rules() -> VerbRules:
    """Return the verb table in force: the shipped one with what packs add. Made once for each set."""
    rules = _shipped()
    for more in added().verbs:
        rules = joined(rules, more, first=("groups",))
    return rules


@cache
def _shipped() -> VerbRules:
    return read_rules("verbs.yml", VerbRules)
