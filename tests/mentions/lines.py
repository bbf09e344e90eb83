"""Lines about invented states, cut into tokens, with the states marked as the recognisers are told them."""

from __future__ import annotations

import re

from regesta.mentions.tokens import Token, tokens
from regesta.model.span import Span

STATES = {"Arvania": "XA", "Arvanian": "XA", "Brevonia": "XB", "Brevonian": "XB", "Corvian": "XC"}
_NAMED = re.compile(r"(?:Republic of )?\b(Arvanian?|Brevonian?|Corvian)\b")


def cut(text: str) -> list[Token]:
    """Return the tokens of ``text``."""
    return tokens(text, Span(0, len(text)))


def marked(text: str) -> dict[int, tuple[int, str | None]]:
    """Return where states are named in ``text``: the start of each, its end and its code."""
    return {found.start(): (found.end(), STATES[found.group(1)]) for found in _NAMED.finditer(text)}
