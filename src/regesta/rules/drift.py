"""The scale of acts and what counts as a word when tellings are compared: ``data/drift.yml``."""

from __future__ import annotations

from functools import cache, cached_property
from itertools import chain

from pydantic import Field, model_validator

from regesta.model.records import GROUP_OF
from regesta.rules.base import Listed, Strict, read_rules

_VOWELS = "aeiouy"
_DOUBLED = frozenset("bdgmnprt")


class Level(Strict):
    """One step of the scale. See the head of ``drift.yml`` for the fields."""

    acts: tuple[str, ...] = Field(min_length=1)
    why: str
    match: tuple[str, ...] = Field(min_length=1)
    never: tuple[str, ...] = Field(min_length=1)


class WordForms(Strict):
    """Endings that are taken off a word, the longest first, if enough of it is left."""

    endings: dict[str, str]
    shortest: int
    match: tuple[tuple[str, str], ...] = Field(min_length=1)
    never: tuple[tuple[str, str], ...] = Field(min_length=1)

    @cached_property
    def _in_order(self) -> tuple[tuple[str, str], ...]:
        return tuple(sorted(self.endings.items(), key=lambda pair: (-len(pair[0]), pair[0])))

    def root(self, word: str) -> str:
        """Return what ``word`` shares with its other forms. It need not be a word itself."""
        low = word.casefold()
        for ending, put in self._in_order:
            left = low.removesuffix(ending)
            if left == low or len(left) + len(put) < self.shortest or not any(c in _VOWELS for c in left):
                continue
            return _bare(left + put, cut=ending in ("ed", "ing"))
        return _bare(low, cut=False)


class DriftRules(Strict):
    """The whole of ``drift.yml``."""

    scale: tuple[Level, ...]
    stop: Listed
    forms: WordForms

    @model_validator(mode="after")
    def _every_act_stands_once(self) -> DriftRules:
        named = list(chain.from_iterable(level.acts for level in self.scale))
        if sorted(named) != sorted(GROUP_OF):
            wrong = sorted({act for act in named if named.count(act) > 1} | set(named) ^ set(GROUP_OF))
            raise ValueError(f"scale: these acts must stand exactly once: {', '.join(wrong)}")
        return self

    @cached_property
    def force(self) -> dict[str, int]:
        """The place of each act on the scale, from 1."""
        return {act: step for step, level in enumerate(self.scale, 1) for act in level.acts}


@cache
def drift_rules() -> DriftRules:
    """Return the shipped scale and words, read once."""
    return read_rules("drift.yml", DriftRules)


def _bare(word: str, *, cut: bool) -> str:
    """Drop a final e, and the doubled letter that an ending leaves behind."""
    if cut and len(word) > 3 and word[-1] == word[-2] and word[-1] in _DOUBLED:
        return word[:-1]
    return word[:-1] if len(word) > 3 and word.endswith("e") else word
