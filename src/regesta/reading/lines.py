"""The lines of a frozen text, as spans without the blanks at their ends."""

from __future__ import annotations

from collections.abc import Iterator

from regesta.model.span import Span

_BLANK = " \t\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029\u3000\ufeff"


def lines(text: str) -> list[Span]:
    """Return the span of each line that holds more than blanks, in order; linear in ``text``."""
    return list(_stripped(text))


def _stripped(text: str) -> Iterator[Span]:
    end = -1
    for row in text.replace("\r", "\n").split("\n"):
        end += len(row) + 1
        kept = row.lstrip(_BLANK)
        if kept:
            start = end - len(kept)
            yield Span(start, start + len(kept.rstrip(_BLANK)))
