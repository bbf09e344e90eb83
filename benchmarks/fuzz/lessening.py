"""A failing text made smaller for as long as it fails in the same way."""

from __future__ import annotations

from collections.abc import Callable


def lessened(text: str, fails: Callable[[str], bool], tries: int = 400) -> str:
    """Return a shorter text for which ``fails`` still holds: without lines, words, then characters.

    ``fails(text)`` must hold. At most ``tries`` texts are tried.
    """
    left = tries

    def still(one: str) -> bool:
        nonlocal left
        left -= 1
        return left >= 0 and fails(one)

    for gap in ("\n", " ", ""):
        text = _without(text, gap, still)
    return text


def _without(text: str, gap: str, fails: Callable[[str], bool]) -> str:
    """Leave out runs of what ``gap`` parts, long runs first, while the rest fails."""
    pieces = text.split(gap) if gap else list(text)
    size = len(pieces) // 2
    while size:
        at = 0
        while at < len(pieces):
            fewer = [*pieces[:at], *pieces[at + size :]]
            if fails(gap.join(fewer)):
                pieces = fewer
            else:
                at += size
        size //= 2
    return gap.join(pieces)
