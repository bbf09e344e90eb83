"""A complaint is a value: a code, a sentence and the places that show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from regesta.model.span import Span

Level = Literal["conflict", "open", "note"]
"""``conflict``: not all of it can be so. ``open``: something to look at. ``note``: nothing to be done."""


@dataclass(frozen=True, slots=True)
class Place:
    """Words in a document: its ledger id or file name, their span, and the words themselves."""

    document: str
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found. ``code`` has a section in ``docs/findings.md``; ``message`` is one sentence."""

    code: str
    message: str
    places: tuple[Place, ...]
    level: Level = "open"


class RegestaError(Exception):
    """Bad input or a broken ledger: one clear sentence that says what, where and what to do."""
