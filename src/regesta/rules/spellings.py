"""How one personal name may be written, as data. ``data/spellings.yml`` says what each field means."""

from __future__ import annotations

import re
from functools import cache, cached_property

from pydantic import Field, model_validator

from regesta.rules.base import Strict, read_rules


class SpellingClass(Strict):
    """Letters that stand for one another. See the head of ``spellings.yml`` for the fields."""

    id: str
    find: str
    put: tuple[str, ...] = Field(min_length=1, max_length=2)
    match: tuple[tuple[str, str], ...] = Field(min_length=1)
    never: tuple[tuple[str, str], ...] = Field(min_length=1)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The spellings as a pattern; compiled on first use."""
        return re.compile(self.find)


class SpellingRules(Strict):
    """All ways of writing one name."""

    letters: dict[str, str]
    classes: tuple[SpellingClass, ...]
    syllables: tuple[str, ...] = Field(min_length=1)
    given: tuple[tuple[str, ...], ...]
    families: tuple[tuple[str, ...], ...]
    soft: frozenset[str]
    always: frozenset[str]
    son: frozenset[str]
    article: frozenset[str]

    @model_validator(mode="after")
    def _each_name_stands_once(self) -> SpellingRules:
        for what, groups in (("given", self.given), ("family", self.families)):
            names = [name for group in groups for name in group]
            twice = sorted({name for name in names if names.count(name) > 1})
            if twice:
                raise ValueError(f"in two lists of {what} names: {', '.join(twice)}")
        return self

    @cached_property
    def family_of(self) -> dict[str, str]:
        """The first way of writing each family name that is written in several."""
        return {name: group[0] for group in self.families for name in group}

    @cached_property
    def syllable_pattern(self) -> re.Pattern[str]:
        """A word of one or two Chinese syllables."""
        return re.compile(rf"(?:{'|'.join(self.syllables)}){{1,2}}")

    @cached_property
    def strange(self) -> dict[int, str]:
        """The letters as a table for ``str.translate``."""
        return str.maketrans(self.letters)


@cache
def spelling_rules() -> SpellingRules:
    """Return the shipped ways of writing names, read once."""
    return read_rules("spellings.yml", SpellingRules)
