"""Names folded for comparison: no accents, no case, words apart."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")


def words(name: str) -> tuple[str, ...]:
    """Return the folded words of ``name`` in the order in which they stand."""
    plain = unicodedata.normalize("NFKD", name)
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return tuple(_WORD.findall(bare.casefold()))


def folded(name: str | None) -> str:
    """Return ``name`` as folded words with a space before, between and after; "" when it has none.

    The spaces let a store look for a whole word with a plain pattern.
    """
    found = words(name or "")
    return f" {' '.join(found)} " if found else ""
