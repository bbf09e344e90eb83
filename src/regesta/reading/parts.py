"""The documents of a file: one, or several where it holds several. A bad one never stops the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import IO

from regesta.model.document import Source
from regesta.model.extras import need
from regesta.model.finding import RegestaError
from regesta.reading.bounds import Budget
from regesta.reading.kinds import DOCX, kind_of
from regesta.reading.mail import of_mail, read_mail
from regesta.reading.media import check_size
from regesta.reading.packed import of_wacz, of_zip
from regesta.reading.page import extracted, mail_page, named, open_file, read_bytes
from regesta.reading.part import Part, check_shared, failed
from regesta.reading.table import of_csv


def parts_of_file(path: Path, name: str, given: Source, *, limit: int) -> Iterator[Part]:
    """Yield the documents of the file at ``path``, which goes by ``name``; see :func:`parts_of`.

    An archive is read as it lies on the disk, whatever its size; ``limit`` holds for what is in it.
    """
    try:
        stream = open_file(path)
    except RegestaError as problem:
        yield failed(name, problem)
        return
    with stream:
        yield from _expand(stream, name, named(given, name), Budget(limit=limit), 0)


def parts_of(raw: bytes, name: str, given: Source, *, limit: int) -> Iterator[Part]:
    """Yield the documents of some bytes that go by ``name``; ``given`` is what the caller says of them.

    Of several each is named after the file and where it stands in it ("archive.zip!folder/talks.pdf",
    "tracker.docx!paragraphs 12-40", "texts.csv!row 7"), and has the publisher, country and language that are
    given; an address and a date are those of one document, and given for a file of several they make it a
    failure. What cannot be read is a part whose page raises. No document has more than ``limit`` bytes, nor
    has all that is given.
    """
    if len(raw) > limit:
        yield Part(name, partial(read_bytes, raw, name, given, limit=limit))  # which says so
        return
    yield from _expand(BytesIO(raw), name, named(given, name), Budget(limit=limit), 0)


def _expand(stream: IO[bytes], name: str, given: Source, budget: Budget, depth: int) -> Iterator[Part]:
    given = replace(given, file=given.file or name)
    try:
        yield from _parts(stream, name, given, budget, depth)
    except RegestaError as problem:
        yield failed(name, problem)
    except OSError as problem:
        told = (problem.strerror or str(problem)).lower()
        yield failed(name, RegestaError(f"{name}: cannot be read to its end ({told}); check the disk."))


def _parts(stream: IO[bytes], name: str, given: Source, budget: Budget, depth: int) -> Iterator[Part]:
    kind = kind_of(stream, name)
    if kind == "zip":
        yield from of_zip(stream, name, given, budget, depth, _expand)
    elif kind == "wacz":
        yield from of_wacz(stream, name, given, budget, depth, _expand)
    elif kind == "warc":
        need("formats")
        from regesta.reading.web_archive import of_warc  # noqa: PLC0415  a library that others do not need

        yield from of_warc(stream, name, given, budget)
    else:
        raw = stream.read(budget.limit + 1)
        check_size(len(raw), name, budget.limit)
        budget.member(name)
        if kind == "docx":
            yield from _of_docx(raw, name, given, budget)
        elif kind == "table":
            yield from of_csv(raw, name, given, budget)
        elif kind == "mail":
            yield from _of_mail(raw, name, given, budget, depth)
        else:
            yield Part(name, partial(read_bytes, raw, name, given, limit=budget.limit))


def _of_mail(raw: bytes, name: str, given: Source, budget: Budget, depth: int) -> Iterator[Part]:
    message = read_mail(raw, name, budget.limit)
    if message.extract.text or not message.files:
        yield Part(name, partial(mail_page, message, raw, name, given))
    yield from of_mail(message, name, given, budget, depth, _expand)


def _of_docx(raw: bytes, name: str, given: Source, budget: Budget) -> Iterator[Part]:
    need("formats")
    from regesta.reading.word import split_docx  # noqa: PLC0415  a library that other files do not need

    found = split_docx(raw, name, budget.limit)
    if len(found) == 1:
        yield Part(name, partial(extracted, found[0].extract, given, raw, DOCX))
        return
    check_shared(given, name, len(found))
    for one in found:
        budget.member(name)
        own = budget.named(f"{given.file}!paragraphs {one.first}-{one.last}")
        source = replace(
            given,
            file=own,
            url=one.url,
            published=one.published,
            published_basis="stated" if one.published else None,
            title=one.extract.title,
        )
        yield Part(own, partial(extracted, one.extract, source, raw, DOCX))
