"""What a check may know of a document, and how it points at words in it."""

from __future__ import annotations

from typing import Protocol

from regesta.model.finding import Place
from regesta.model.span import Span


class Subject(Protocol):
    """A document as the checks see it: only its id. A row of ``regesta.query`` fits."""

    @property
    def id(self) -> str:
        """The id under which findings name the document."""


def place(document: Subject, span: Span, text: str) -> Place:
    """Point at ``span`` of ``document``; ``text`` must be the document's frozen text."""
    return Place(document.id, span, span.of(text))
