"""The lines of a frozen text, as spans without the blanks at their ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from regesta.model.span import Span

_LINE = re.compile(r"[^\r\n]+")
_BLANK = " \t\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029\u3000\ufeff"


def lines(text: str) -> list[Span]:
    """Return the span of each line that holds more than blanks, in order; linear in ``text``."""
    return list(_stripped(text))


def _stripped(text: str) -> Iterator[Span]:
    for match in _LINE.finditer(text):
        words = match.group()
        kept = words.lstrip(_BLANK)
        if kept:
            start = match.end() - len(kept)
            yield Span(start, start + len(kept.rstrip(_BLANK)))
