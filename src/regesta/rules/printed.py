"""The table of printed pages: page numbers, signs of symbol fonts, words broken at the ends of lines.

``data/printed.yml`` is read by :mod:`regesta.reading.pdf`; its head says what each field means.
"""

from __future__ import annotations

import re
from functools import cache, cached_property

from pydantic import Field, model_validator

from regesta.rules.base import Strict, read_rules


class Lines(Strict):
    """Regular expressions for whole lines in lower case."""

    forms: tuple[str, ...] = Field(min_length=1)
    match: tuple[str, ...] = Field(min_length=1)
    never: tuple[str, ...] = Field(min_length=1)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """All forms as one pattern; compiled on first use."""
        return re.compile("|".join(f"(?:{form})" for form in self.forms))

    def fits(self, line: str) -> bool:
        """Say whether a line, blanks cut off, is one of these."""
        return self.pattern.fullmatch(line.strip().lower()) is not None

    @model_validator(mode="after")
    def _examples_hold(self) -> Lines:
        missed = [line for line in self.match if not self.fits(line)]
        taken = [line for line in self.never if self.fits(line)]
        if missed or taken:
            raise ValueError(f"does not match {missed} or wrongly matches {taken}")
        return self


class SplitWords(Strict):
    """First parts that keep their hyphen at the end of a line, with examples of what is joined how."""

    keep: frozenset[str] = Field(min_length=1)
    match: tuple[tuple[str, str, str], ...] = Field(min_length=1)


class PrintedRules(Strict):
    """All that is known of printed pages. See the head of ``printed.yml`` for the fields."""

    titles: Lines
    page_numbers: Lines
    bullets: dict[str, str] = Field(min_length=1)
    split_words: SplitWords


@cache
def printed_rules() -> PrintedRules:
    """Return the table; read, checked and run against its own examples once."""
    return read_rules("printed.yml", PrintedRules)
