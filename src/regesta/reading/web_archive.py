"""Web archives (WARC, ARC): each page that was taken with success is a document."""

from __future__ import annotations

import logging
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import IO, Any

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import BufferedReader
from warcio.exceptions import ArchiveLoadFailed

from regesta.model.document import Page, Source
from regesta.model.finding import RegestaError
from regesta.reading.bounds import Budget
from regesta.reading.kinds import DOCX, PDF
from regesta.reading.media import check_size
from regesta.reading.page import read_bytes
from regesta.reading.part import Part, check_shared, failed, inside, shared

TAKEN = frozenset({"text/html", "application/xhtml+xml", "text/plain", PDF, DOCX})
"""The content types of pages; pictures, scripts and the like are passed over."""

_CHARSET = re.compile(r"charset\s{0,4}=\s{0,4}[\"']?([A-Za-z0-9._:-]{1,40})", re.IGNORECASE)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
_STEP = 2**16
_GZIP = b"\x1f\x8b"
_BROKEN = (
    ArchiveLoadFailed, ValueError, LookupError, AttributeError, TypeError, EOFError, OSError, zlib.error,
    RuntimeError,
)  # fmt: skip
"""What warcio raises for archives that are damaged."""


class _Records(ArchiveIterator):  # type: ignore[misc]  # carries no types
    """Goes through an archive without writing warnings of its own."""

    INC_RECORD = ""


@dataclass(slots=True)
class _Seen:
    """What was met in an archive: hashes of pages by address, and how many stand in another archive."""

    pages: set[tuple[str, str]]
    digests: set[str]
    elsewhere: int = 0


def of_warc(stream: IO[bytes], name: str, given: Source, budget: Budget) -> Iterator[Part]:
    """Yield the pages of a web archive in its order: answers with status 200 that are pages of text.

    Each has the address and the time that the archive gives, and is named by both. A page that the archive
    holds twice in the same words is yielded once. Where it breaks off, what was read stays. Raises
    :class:`RegestaError` for one that is broken or breaks off, and where pages were left for another archive.
    """
    check_shared(given, name)
    logging.getLogger("warcio").setLevel(logging.CRITICAL)
    seen = _Seen(set(), set())
    last, count = 0, 0
    try:
        records = _Records(stream)
        for record in records:
            count += 1
            if record.rec_type is None or record.rec_headers.get_header("Content-Length") is None:
                raise EOFError("it breaks off")
            yield from _of_record(record, name, shared(given), budget, seen)
            _to_the_end(record, budget, name)
            last = records.get_record_offset()
        if not _ends_whole(stream, last):
            raise EOFError("it breaks off")
    except _BROKEN as problem:
        told = next((line for line in str(problem).split("\n") if line.strip()), type(problem).__name__)
        why = " ".join(told.split()).rstrip(".")[:120]
        raise RegestaError(
            f"{name}: the web archive cannot be read beyond its record {count} ({why});"
            " the pages before it stay."
        ) from problem
    if seen.elsewhere:
        raise RegestaError(
            f"{name}: {seen.elsewhere} of its pages were unchanged since another archive, which holds their"
            " words; add that archive too."
        )


def _of_record(record: Any, name: str, given: Source, budget: Budget, seen: _Seen) -> Iterator[Part]:
    digest = record.rec_headers.get_header("WARC-Payload-Digest") or ""
    if record.rec_type == "revisit":
        seen.elsewhere += bool(digest) and digest not in seen.digests
        return
    if record.rec_type != "response" or record.http_headers is None:
        return
    seen.digests.add(digest)
    content = record.http_headers.get_header("Content-Type") or ""
    media_type = content.partition(";")[0].strip().lower()
    if record.http_headers.get_statuscode() != "200" or media_type not in TAKEN:
        return
    url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    when = _MOMENT.match(record.rec_headers.get_header("WARC-Date") or "")
    taken_at = f"{when[0]}Z" if when else None
    own = inside(name, f"{re.sub('[^0-9]', '', taken_at or '')}/{url}")
    try:
        raw = _body(record, own, budget)
    except RegestaError as problem:
        yield failed(budget.named(own), problem)
        return
    key = url, sha256(raw).hexdigest()
    if key in seen.pages:
        return
    seen.pages.add(key)
    budget.member(name)
    own = budget.named(own)
    charset = _CHARSET.search(content)
    source = Source(
        file=own,
        url=url if url.startswith(("http://", "https://")) else None,
        publisher=given.publisher,
        country=given.country,
        language=given.language,
        fetched=taken_at,
    )
    yield Part(own, partial(_page, raw, own, source, budget.limit, charset[1] if charset else None))


def _page(raw: bytes, name: str, source: Source, limit: int, charset: str | None) -> Page:
    return read_bytes(raw, name, source, limit=limit, charset=charset)


def _body(record: Any, name: str, budget: Budget) -> bytes:
    """Return the body of an answer, unpacked; no more of it than the budget allows is ever held."""
    coding = (record.http_headers.get_header("Content-Encoding") or "identity").strip().lower()
    if coding != "identity" and coding not in BufferedReader.get_supported_decompressors():
        raise RegestaError(f"{name}: the page is packed in a way that is not known here ({coding[:40]}).")
    body, stream = bytearray(), record.content_stream()
    while len(body) <= budget.limit and (piece := stream.read(_STEP)):
        body += piece
        budget.take(len(piece), name)
    check_size(len(body), name, budget.limit)
    return bytes(body)


def _to_the_end(record: Any, budget: Budget, name: str) -> None:
    """Go to the end of a record. Raises EOFError where the archive breaks off in it."""
    stream = record.raw_stream
    while piece := stream.read(_STEP):
        budget.pass_over(len(piece), name)
    if getattr(stream, "limit", 0) > 0:
        raise EOFError("it breaks off in a record")


def _ends_whole(stream: IO[bytes], last: int) -> bool:
    """Say whether an archive packed record by record ends with the end of a packed record."""
    stream.seek(last)
    if stream.read(2) != _GZIP:
        return True
    stream.seek(last)
    unpack, whole = zlib.decompressobj(31), True
    while piece := stream.read(_STEP):
        while piece:
            unpack.decompress(piece, _STEP)
            whole = unpack.eof
            piece = unpack.unused_data if whole else unpack.unconsumed_tail
            if whole:
                unpack = zlib.decompressobj(31)
    return whole
