"""In what words a later text tells what came of something, beyond plain words for deeds, as data.

``data/outcomes.yml`` holds the forms; its head says what each field means.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from typing import Literal

from regesta.rules.base import Forms, Strict, read_rules
from regesta.rules.outlook import begins_with, first_letter_first


class Ending(Forms):
    """Ways of putting things that stand at the end of a text."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """All forms as one pattern that ends where the text does; compiled on first use."""
        return re.compile(rf"\b(?:{'|'.join(self.forms)})\s*$")


class Breaks(Forms):
    """Ways of going on, which may begin with a mark."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """All forms as one pattern; compiled on first use."""
        return re.compile(rf"(?:(?<=\w)|(?<=\s))(?:{'|'.join(self.forms)})(?=\s)", re.IGNORECASE)


class Told(Forms):
    """Words that tell of deeds: that they were done, are under way, failed, or are promised."""

    deeds: tuple[str, ...]
    things: bool = False
    tells: Literal["promised", "done", "begun", "failed", "waiting"]


class OutcomeRules(Strict):
    """Words of outcomes. See the head of ``outcomes.yml`` for each field."""

    told: tuple[Told, ...]
    negated: Ending
    waiting: Forms
    lasting: Forms
    until: Forms
    talk: Forms
    breaks: Breaks
    share: Forms
    purpose: Forms
    leading: Forms
    ahead: Forms
    one_more: Forms
    delegates: Forms
    pronoun: Forms
    numbered: Forms
    ordinals: tuple[str, ...]
    faint: frozenset[str]

    def numbers(self, low: str) -> frozenset[int]:
        """Return the numbers by which a text in lower case names sessions, rounds and the like."""
        return frozenset(self._number(match["number"]) for match in self.numbered.pattern.finditer(low))

    def _number(self, word: str) -> int:
        if word[0].isdigit():
            return int(word[:-2])
        return 1 if word == "inaugural" else self.ordinals.index(word) + 1

    def promised(self, low: str) -> Iterator[tuple[str, Told]]:
        """Yield the words of a promise in lower case that name a deed, and the entry that has them."""
        for match in self._promise.finditer(low):
            yield match[0], self.told[int((match.lastgroup or "_")[1:])]

    def special(self, low: str) -> Iterator[tuple[re.Match[str], Told]]:
        """Yield where a text in lower case tells of a deed in special words, and which these are."""
        for match in self._telling.finditer(low):
            yield match, self.told[int((match.lastgroup or "_")[1:])]

    @cached_property
    def _telling(self) -> re.Pattern[str]:
        return self._named(n for n, one in enumerate(self.told) if one.tells != "promised")

    @cached_property
    def _promise(self) -> re.Pattern[str]:
        return self._named(n for n, one in enumerate(self.told) if one.tells == "promised")

    def _named(self, numbers: Iterable[int]) -> re.Pattern[str]:
        ways = []
        for number in numbers:
            forms = self.told[number].forms
            letters = begins_with("|".join(forms))
            look = f"(?={letters})" if letters else ""
            ways.append(f"{look}(?P<t{number}>{first_letter_first(forms)})")
        return re.compile(rf"\b(?:{'|'.join(ways)})\b")


@cache
def outcome_rules() -> OutcomeRules:
    """Return the shipped rules, read once."""
    return read_rules("outcomes.yml", OutcomeRules)
