"""The table of trackers: how readouts pasted one after another are told apart.

``data/trackers.yml`` is read by :mod:`regesta.reading.word.tracker`; its head says what each field means.
"""

from __future__ import annotations

from functools import cache

from regesta.rules.base import Strict, read_rules
from regesta.rules.printed import Lines


class TrackerRules(Strict):
    """All that is known of trackers. See the head of ``trackers.yml`` for the fields."""

    addresses: Lines
    separators: Lines
    titles: Lines

    def address(self, line: str) -> str | None:
        """Return the address that a paragraph is, as it is written; None for any other paragraph."""
        words = line.strip()
        found = self.addresses.pattern.fullmatch(words.lower())
        return words[slice(*found.span(1))] if found else None


@cache
def tracker_rules() -> TrackerRules:
    """Return the table; read, checked and run against its own examples once."""
    return read_rules("trackers.yml", TrackerRules)
