"""How a readout tells what was talked about without a reporting verb: "on the agenda were …".

``data/agenda.yml`` holds the patterns; its head says what each field means.
"""

from __future__ import annotations

import re
from functools import cache, cached_property

from pydantic import Field

from regesta.rules.base import Strict, read_rules

# "During the talks," before the topics.
_FRONT = r"(?:[a-z]+(?: [^ ,]+){0,9} , )?"
_PARTS = ("topic", "raised", "talk", "be", "rank", "listing")


class Agenda(Strict):
    """Words and patterns of agenda sentences. See the head of ``agenda.yml`` for each field."""

    topic: tuple[str, ...]
    raised: tuple[str, ...]
    talk: tuple[str, ...]
    be: tuple[str, ...]
    rank: tuple[str, ...]
    listing: tuple[str, ...]
    leading: tuple[str, ...]
    closing: tuple[str, ...]
    inverted: tuple[str, ...]
    signing: tuple[str, ...]
    pending: tuple[str, ...]
    match: tuple[str, ...] = Field(min_length=1)
    signed: tuple[str, ...] = Field(min_length=1)
    never: tuple[str, ...] = Field(min_length=1)

    @cached_property
    def opening(self) -> re.Pattern[str]:
        """What a sentence begins with that goes on to name its topics."""
        return self._compiled((*self.leading, *self.inverted), rf"\A{_FRONT}")

    @cached_property
    def ending(self) -> re.Pattern[str]:
        """What follows the words that were talked about."""
        return self._compiled(self.closing, r"(?<= )")

    @cached_property
    def papers(self) -> re.Pattern[str]:
        """What tells that documents were signed."""
        return self._compiled(self.signing, rf"\A{_FRONT}")

    @cached_property
    def ahead(self) -> re.Pattern[str]:
        """What says that the talk is still to come."""
        return self._compiled(self.pending, r"(?<= )")

    @cached_property
    def cues(self) -> frozenset[str]:
        """Words of which a sentence must hold one for any pattern to fit."""
        return frozenset(
            (
                *self.topic,
                *self.talk,
                "agenda",
                "focus",
                "signed",
                "signing",
                "emphasis",
                "accent",
                "prominence",
            )
        )

    def _compiled(self, patterns: tuple[str, ...], before: str) -> re.Pattern[str]:
        lists = {part: f"(?:{'|'.join(getattr(self, part))})" for part in _PARTS}
        filled = [_filled(pattern, lists) for pattern in patterns]
        return re.compile(rf"{before}(?:{'|'.join(filled)})(?= |\Z)")


def _filled(pattern: str, lists: dict[str, str]) -> str:
    """Put the lists in their places; other braces are bounds of repetitions and stay."""
    return re.sub(r"\{(\w+)\}", lambda m: lists.get(m[1], m[0]), pattern)


@cache
def agenda() -> Agenda:
    """Return the shipped patterns, read once."""
    return read_rules("agenda.yml", Agenda)
