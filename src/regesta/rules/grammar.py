"""Closed classes of words by which clauses and their subjects are told apart.

``data/grammar.yml`` holds them; its head says what each field means.
"""

from __future__ import annotations

from functools import cache

from regesta.rules.base import Strict, read_rules

Words = frozenset[str]


class Grammar(Strict):
    """The closed classes, each a set of words in lower case. See the head of ``grammar.yml``."""

    prepositions: Words
    subordinators: Words
    coordinators: Words
    clause_marks: Words
    past_auxiliaries: Words
    future_modals: Words
    obligations: Words
    expected: Words
    contrasts: Words
    participle_fronts: Words
    aside_openers: Words
    thing_stops: Words
    late_places: Words
    inclusive: Words
    such_as: Words
    negatives: Words
    after_not: Words
    affirming: Words
    joiners: Words
    determiners: Words
    articles: Words
    possessives: Words
    own: Words
    peers: Words
    object_pronouns: Words
    wh: Words
    object_stops: Words
    object_frames: Words
    about: Words
    concerning: Words
    calendar: Words
    course_verbs: Words
    day_parts: Words
    day_openers: Words
    circumstances: Words
    names_open: Words
    have_before: Words
    subject_gap: Words
    partner_marks: Words
    tails: Words
    between_verbs: Words
    doers: Words
    speaking_for_self: Words
    assertions: Words
    past_assertions: Words


@cache
def grammar() -> Grammar:
    """Return the shipped closed classes, read once."""
    return read_rules("grammar.yml", Grammar)
