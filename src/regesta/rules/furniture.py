"""The furniture table: which lines of a page are the page's own and no words of the document.

``data/furniture.yml`` is read by :mod:`regesta.reading.furniture`; its head says what each field means.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from pydantic import Field, model_validator

from regesta.rules.base import Strict, read_rules

Kind = Literal["caption", "navigation", "language_switch", "share", "print", "byline", "boilerplate"]

_ESCAPED_OR_CLASS = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_UNBOUNDED = re.compile(r"[*+]|\{\d*,\}")


class FurnitureRule(Strict):
    """One pattern for whole lines. See the head of ``furniture.yml`` for the fields."""

    id: str = Field(pattern=r"[a-z][a-z0-9_]*")
    kind: Kind
    scope: Literal["line", "tail"] = "line"
    case: bool = False
    pattern: str
    match: tuple[str, ...] = Field(min_length=1)
    never: tuple[str, ...] = Field(min_length=1)

    @property
    def source(self) -> str:
        """The pattern as a group that carries its own case rule."""
        return f"(?:{self.pattern})" if self.case else f"(?i:{self.pattern})"

    @model_validator(mode="after")
    def _examples_hold(self) -> FurnitureRule:
        if _UNBOUNDED.search(_ESCAPED_OR_CLASS.sub(".", self.pattern)):
            raise ValueError(f"rule {self.id}: a quantifier without an upper bound")
        compiled = re.compile(self.source)
        missed = [line for line in self.match if not compiled.fullmatch(line)]
        taken = [line for line in self.never if compiled.fullmatch(line)]
        if missed or taken:
            raise ValueError(f"rule {self.id}: does not match {missed} or wrongly matches {taken}")
        return self


class FurnitureRules(Strict):
    """All furniture rules, in the order in which they are tried."""

    longest: int = Field(gt=0, le=2000)
    rules: tuple[FurnitureRule, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _ids_differ(self) -> FurnitureRules:
        ids = [rule.id for rule in self.rules]
        if len(set(ids)) < len(ids):
            raise ValueError("two rules bear the same id")
        return self


@cache
def furniture_rules() -> FurnitureRules:
    """Return the furniture rules; read, checked and run against their own examples once."""
    return read_rules("furniture.yml", FurnitureRules)
