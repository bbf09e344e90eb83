"""How a sentence goes on with what the one before it said.

``data/elaboration.yml`` holds the words; its head says what each field means.
"""

from __future__ import annotations

import re
from functools import cache, cached_property

from pydantic import Field

from regesta.rules.base import Strict, read_rules


class ElaborationRules(Strict):
    """Openers and words that take something up again. See the head of ``elaboration.yml``."""

    openers: tuple[str, ...]
    again: frozenset[str]
    unspecific: frozenset[str]
    match: tuple[tuple[str, str], ...] = Field(min_length=1)
    never: tuple[tuple[str, str], ...] = Field(min_length=1)

    @cached_property
    def opening(self) -> re.Pattern[str]:
        """All openers as one pattern, for the beginning of a sentence."""
        return re.compile(rf"(?:{'|'.join(self.openers)})\b")


@cache
def elaboration_rules() -> ElaborationRules:
    """Return the shipped words, read once."""
    return read_rules("elaboration.yml", ElaborationRules)
