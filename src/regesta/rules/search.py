"""Words that are looked for together, as data. ``data/search.yml`` says what each field means."""

from __future__ import annotations

import re
from functools import cache, cached_property

from pydantic import Field

from regesta.rules.base import Strict, read_rules


class OtherSpelling(Strict):
    """One way in which British and American spelling differ. See the head of ``search.yml``."""

    find: str
    put: str
    match: tuple[tuple[str, str], ...] = Field(min_length=1)
    never: tuple[str, ...] = Field(min_length=1)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The end of a word that is written otherwise; compiled on first use."""
        return re.compile(self.find)

    def of(self, word: str) -> str | None:
        """Return the other spelling of a word in lower case, None where it has none of this kind."""
        other = self.pattern.sub(self.put, word)
        return other if other != word else None


class SearchRules(Strict):
    """The whole of ``search.yml``."""

    spellings: tuple[OtherSpelling, ...]


@cache
def search_rules() -> SearchRules:
    """Return the shipped spellings, read once."""
    return read_rules("search.yml", SearchRules)
