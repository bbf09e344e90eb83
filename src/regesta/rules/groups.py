"""How groups and sides are referred to, as data. ``data/groups.yml`` says what each field means."""

from __future__ import annotations

from functools import cache

from regesta.rules.base import Listed, Strict, read_rules

Words = frozenset[str]


class GroupRules(Strict):
    """Numbers, determiners and pronouns by which several persons or sides are referred to."""

    numbers: dict[str, int]
    pronouns: dict[str, str]
    determiners: Words
    closing: Words
    reopened_by: Words
    marking: Words
    one_each: Words
    other: Words
    adjectives: Listed
    joints: Words
    state_words: Words
    edges: Words
    after: Words
    between: Words
    opens_clause: frozenset[str]
    pointing: Words
    after_pointing: Listed
    after_number: Listed


@cache
def group_rules() -> GroupRules:
    """Return the shipped words of groups, read once."""
    return read_rules("groups.yml", GroupRules)
