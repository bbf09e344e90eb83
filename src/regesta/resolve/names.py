"""How alike two written names are."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import fuzz

_SAME = 85.0


@dataclass(frozen=True, slots=True)
class Likeness:
    """Whether two names are one person's, how surely (0 to 1), and in what way they agree."""

    same: bool
    score: float
    kind: str


def alike(one: str, other: str) -> Likeness:
    """Compare two names; a family name alone is never the same as a full name, only ``family_only``."""
    score = fuzz.token_set_ratio(one.lower(), other.lower())
    family = min(len(one.split()), len(other.split())) == 1
    kind = "family_only" if family and score > _SAME else "spelling" if score > _SAME else "different"
    return Likeness(score > _SAME and not family, score / 100, kind)
