"""The sentences of a document, as the reader counted them, found by place."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from regesta.model.links import Dossier
from regesta.model.span import Span


class Sentences:
    """The sentences of one document that are words of the document and not of its page."""

    def __init__(self, dossier: Dossier) -> None:
        """Hold the sentences that ended as records or unread, in order, repetitions left out."""
        self.text = dossier.text
        self.spans = sorted(a.span for a in dossier.records.accounts if a.fate in ("record", "unread"))

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span in self.spans]

    def at(self, span: Span) -> Span:
        """Return the sentence in which ``span`` begins; ``span`` itself where there is none."""
        index = bisect_right(self._starts, span.start) - 1
        if index >= 0 and span.start < self.spans[index].end:
            return self.spans[index]
        return span

    def before(self, span: Span) -> Span | None:
        """Return the sentence before that in which ``span`` begins; None for the first."""
        index = bisect_right(self._starts, span.start) - 2
        return self.spans[index] if index >= 0 else None

    def words(self, span: Span) -> str:
        """Return the words of the sentence in which ``span`` begins."""
        return self.at(span).of(self.text)
