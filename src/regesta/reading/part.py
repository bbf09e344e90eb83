"""A document of a file, as it is handed on to be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import IO

from regesta.model.document import Page, Source
from regesta.model.finding import RegestaError
from regesta.reading.bounds import Budget


@dataclass(frozen=True, slots=True)
class Part:
    """A document of a file: the name it goes by, and how to come by its page.

    ``page`` raises :class:`RegestaError` where it cannot be had.
    """

    name: str
    page: Callable[[], Page]


Expand = Callable[[IO[bytes], str, Source, Budget, int], Iterator[Part]]
"""Yields the documents of a stream: given are its name, its facts, what is left, and how deep it lies."""


def failed(name: str, problem: RegestaError) -> Part:
    """Return a part that cannot be had, and why."""

    def page() -> Page:
        raise problem

    return Part(name, page)


def shared(given: Source) -> Source:
    """Return what of a file's facts holds for each of its documents: the publisher, and the language."""
    return Source(publisher=given.publisher, country=given.country, language=given.language)


def check_shared(given: Source, name: str, count: int | None = None) -> None:
    """Raise :class:`RegestaError` where an address or date of one document is given for several."""
    if given.url or given.published:
        many = f"{count} documents" if count else "several documents"
        raise RegestaError(
            f"{name}: it holds {many}, and an address or date is that of one; leave them out here."
        )


def inside(name: str, member: str) -> str:
    """Return the name of a document in a file: both, with "!" between, on one line."""
    line = "".join(c if c.isprintable() else " " for c in " ".join(member.split()))
    return f"{name}!{line[-_LONGEST:]}"


def noted(part: Part, *notes: str) -> Part:
    """Return the part with notes on its page."""

    def page() -> Page:
        found = part.page()
        return replace(found, notes=(*found.notes, *notes))

    return Part(part.name, page)


_LONGEST = 400
