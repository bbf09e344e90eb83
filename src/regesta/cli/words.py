"""Words that are safe to print."""

from __future__ import annotations

_CONTROLS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), " ")


def plain(words: str) -> str:
    """Return ``words`` on one line and without control characters, safe for any terminal."""
    return " ".join(safe(words).split())


def safe(words: str) -> str:
    """Return ``words`` with blanks for control characters, letter for letter."""
    return words.translate(_CONTROLS)
