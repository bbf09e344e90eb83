"""The documents of a file: one, or several where it holds several. A bad one never stops the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from regesta.model.document import Page, Source
from regesta.model.extras import need
from regesta.model.finding import RegestaError
from regesta.reading.bounds import Budget
from regesta.reading.kinds import DOCX, kind_of
from regesta.reading.media import check_size
from regesta.reading.page import extracted, named, read_bytes, read_whole


@dataclass(frozen=True, slots=True)
class Part:
    """A document of a file: the name it goes by, and how to come by its page.

    ``page`` raises :class:`RegestaError` where it cannot be had.
    """

    name: str
    page: Callable[[], Page]


def parts_of_file(path: Path, name: str, given: Source, *, limit: int) -> Iterator[Part]:
    """Yield the documents of the file at ``path``, which goes by ``name``; see :func:`parts_of`."""
    try:
        raw = read_whole(path, limit)
    except RegestaError as problem:
        yield failed(name, problem)
        return
    yield from parts_of(raw, name, given, limit=limit)


def parts_of(raw: bytes, name: str, given: Source, *, limit: int) -> Iterator[Part]:
    """Yield the documents of some bytes that go by ``name``; ``given`` is what the caller says of them.

    Of several each is named after the file and where it stands in it ("tracker.docx!paragraphs 12-40"), and
    has the publisher, country and language that are given; an address and a date are those of one document,
    and given for a file of several they make it a failure. What cannot be read is a part whose page raises.
    """
    budget = Budget(limit=limit)
    try:
        check_size(len(raw), name, limit)
        kind = kind_of(raw, name)
        if kind == "docx":
            yield from _of_docx(raw, name, named(given, name), budget)
            return
    except RegestaError as problem:
        yield failed(name, problem)
        return
    yield Part(name, partial(read_bytes, raw, name, given, limit=limit))


def failed(name: str, problem: RegestaError) -> Part:
    """Return a part that cannot be had, and why."""

    def page() -> Page:
        raise problem

    return Part(name, page)


def _of_docx(raw: bytes, name: str, given: Source, budget: Budget) -> Iterator[Part]:
    need("formats")
    from regesta.reading.word import split_docx  # noqa: PLC0415  a library that other files do not need

    found = split_docx(raw, name, budget.limit)
    if len(found) > 1:
        check_shared(given, name, len(found))
    for one in found:
        budget.member(name)
        if len(found) == 1:
            yield Part(name, partial(extracted, one.extract, given, raw, DOCX))
            continue
        own = f"{given.file}!paragraphs {one.first}-{one.last}"
        source = replace(
            given,
            file=budget.named(own),
            url=one.url,
            published=one.published,
            published_basis="stated" if one.published else None,
            title=one.extract.title,
        )
        yield Part(source.file or own, partial(extracted, one.extract, source, raw, DOCX))


def check_shared(given: Source, name: str, count: int | None = None) -> None:
    """Raise :class:`RegestaError` where an address or date of one document is given for several."""
    if given.url or given.published:
        many = f"{count} documents" if count else "several documents"
        raise RegestaError(
            f"{name}: it holds {many}, and an address or date is that of one; leave them out here."
        )
