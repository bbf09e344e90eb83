"""Hand-made records for the checks: each takes the words it stands for and finds their span."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from regesta.model.records import Actor, Meeting
from regesta.model.span import Span


@dataclass(frozen=True)
class Paper:
    """A document as a check sees it."""

    id: str
    text: str


def at(text: str, words: str) -> Span:
    """Where ``words`` stand in ``text``; they must stand there."""
    start = text.index(words)
    return Span(start, start + len(words))


def meeting(text: str, words: str, **fields: Any) -> Meeting:
    """A foreign ministers' meeting in person, held, read from ``words``."""
    known: dict[str, Any] = {
        "id": f"m-{words}",
        "span": at(text, words),
        "main": True,
        "format": "foreign_ministers",
        "medium": "in_person",
        "status": "held",
        "when": None,
        "when_basis": None,
        "as_written": None,
        "place": None,
        "country": None,
    }
    return Meeting(**(known | fields))


def person(name: str, country: str) -> Actor:
    """A named person of ``country``."""
    return Actor("person", name, country)
