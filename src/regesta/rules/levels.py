"""Levels of meetings: ``data/levels.yml``."""

from __future__ import annotations

from functools import cache

from pydantic import Field, model_validator

from regesta.model.records import FORMATS
from regesta.rules.base import Strict, read_rules


class Level(Strict):
    """A level: its name and the formats that stand on it."""

    name: str
    formats: tuple[str, ...] = Field(min_length=1)
    match: tuple[str, ...] = Field(min_length=1)
    never: tuple[str, ...] = Field(min_length=1)


class Levels(Strict):
    """The whole of ``levels.yml``, in the order in which levels are shown."""

    levels: dict[str, Level]

    @model_validator(mode="after")
    def _each_format_once(self) -> Levels:
        told = sorted(format_ for level in self.levels.values() for format_ in level.formats)
        if told != sorted(FORMATS):
            raise ValueError("every format must stand on one level and on no other")
        return self

    def of(self, format_: str) -> str:
        """Return the level of a format."""
        return next(id_ for id_, level in self.levels.items() if format_ in level.formats)


@cache
def levels() -> Levels:
    """Return the levels, read once on first use."""
    return read_rules("levels.yml", Levels)
