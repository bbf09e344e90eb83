"""Pages are values: what a template may show stands in a dataclass that says what each field means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

TEMPLATES: dict[type[Page], str] = {}
"""Which template shows which page."""


class Page:
    """The root of all pages. Its docstring names every field; its template uses every field."""

    __slots__ = ()


P = TypeVar("P", bound=Page)


@dataclass_transform(frozen_default=True)
def shown_by(template: str) -> Callable[[type[P]], type[P]]:
    """Make a class the page that ``template`` shows: a frozen dataclass, handed to it as ``page``."""

    def register(kind: type[P]) -> type[P]:
        made = dataclass(frozen=True, slots=True)(kind)
        TEMPLATES[made] = template
        return made

    return register
