"""The rules for sentences, labels and titles: ``data/sentences.yml``."""

from __future__ import annotations

from functools import cache
from typing import Literal

from regesta.rules.base import Strict, read_rules

Breaks = Literal["never", "starter", "capital"]


class Abbreviations(Strict):
    """Words whose full stop is often no end; ``breaks`` says before what it is one."""

    id: str
    breaks: Breaks
    words: tuple[str, ...]
    match: tuple[str, ...]
    never: tuple[str, ...]


class LabelForm(Strict):
    """One form of a number before a block; ``form`` shows the first of its kind."""

    id: str
    form: str
    glued: bool = False
    initial: bool = False
    match: tuple[str, ...]
    never: tuple[str, ...]


class Bullets(Strict):
    """Signs before a list item; ``dash`` marks those that also stand inside sentences."""

    signs: str
    glued: bool
    dash: bool


class Titles(Strict):
    """What tells a title from the name of a site's section and from a place line."""

    events: frozenset[str]
    letterheads: frozenset[str]
    caption: str
    credit: str
    places: frozenset[str]
    match: tuple[str, ...]
    never: tuple[str, ...]


class SentenceRules(Strict):
    """Everything in ``data/sentences.yml``."""

    abbreviations: tuple[Abbreviations, ...]
    starters: frozenset[str]
    starters_or_names: frozenset[str]
    pronouns: frozenset[str]
    linking: frozenset[str]
    labels: tuple[LabelForm, ...]
    bullets: tuple[Bullets, ...]
    titles: Titles

    def breaks(self) -> dict[str, Breaks]:
        """Return for each abbreviation, written without its last full stop, when it ends a sentence."""
        return {word: group.breaks for group in self.abbreviations for word in group.words}


@cache
def sentence_rules() -> SentenceRules:
    """Return the shipped rules, read on first use."""
    return read_rules("sentences.yml", SentenceRules)
