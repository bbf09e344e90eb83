"""ZIP files and WACZ archives: each file in one is a document, or holds several itself."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath
from typing import IO
from zipfile import ZipFile, ZipInfo

from regesta.model.document import Source
from regesta.model.finding import RegestaError
from regesta.reading.bounds import DEPTH, Budget
from regesta.reading.files import SUFFIXES
from regesta.reading.part import Expand, Part, check_shared, failed, inside, noted, shared
from regesta.reading.zips import BROKEN, member, opened, reason

_ARCHIVES = (".warc", ".warc.gz")
_TABLES = (".csv", ".tsv")
_SHOWN = 5


def of_zip(
    stream: IO[bytes], name: str, given: Source, budget: Budget, depth: int, expand: Expand
) -> Iterator[Part]:
    """Yield the documents of a ZIP file, in the order in which it lists them.

    Files of other kinds, by their suffix, are passed over, and the first document has a note on them. Raises
    :class:`RegestaError` for one that is broken, packed too deep, or holds nothing to read.
    """
    check_shared(given, name)
    if depth >= DEPTH:
        raise RegestaError(
            f"{name}: archives in it are packed {DEPTH} deep; unpack it and add what is in it."
        )
    with opened(stream, name) as archive:
        infos = [info for info in archive.infolist() if not info.is_dir() and not _is_hidden(info)]
        wanted = [info for info in infos if _is_wanted(info)]
        if not wanted:
            raise RegestaError(f"{name}: the archive holds no file to read ({', '.join(SUFFIXES)}).")
        notes = _passed_over([info.filename for info in infos if info not in wanted])
        for info in wanted:
            own = budget.named(inside(name, info.filename))
            for part in _of_member(archive, info, own, given, budget, depth, expand):
                yield noted(part, *notes) if notes else part
                notes = ()


def of_wacz(
    stream: IO[bytes], name: str, given: Source, budget: Budget, depth: int, expand: Expand
) -> Iterator[Part]:
    """Yield the pages of the web archives that a WACZ archive holds; they are not unpacked as a whole."""
    check_shared(given, name)
    with opened(stream, name) as archive:
        for info in archive.infolist():
            if not info.filename.startswith("archive/") or not info.filename.endswith(_ARCHIVES):
                continue
            try:
                with archive.open(info) as inner:
                    yield from expand(inner, name, given, budget, depth)
            except (RuntimeError, *BROKEN) as problem:
                yield failed(name, RegestaError(f"{name}: {info.filename} is damaged ({reason(problem)})."))


def _of_member(
    archive: ZipFile, info: ZipInfo, name: str, given: Source, budget: Budget, depth: int, expand: Expand
) -> Iterator[Part]:
    try:
        raw = member(archive, info, name, budget)
    except RegestaError as problem:
        yield failed(name, problem)
        return
    yield from expand(BytesIO(raw), name, shared(given), budget, depth + 1)


def _is_hidden(info: ZipInfo) -> bool:
    """Say whether a file is one that programs leave for themselves."""
    parts = PurePosixPath(info.filename).parts
    return any(part == "__MACOSX" or (part[0] == "." and part.strip(".") != "") for part in parts)


def _is_wanted(info: ZipInfo) -> bool:
    name = info.filename.lower()
    return name.endswith((*SUFFIXES, *_TABLES)) or not PurePosixPath(name).suffix


def _passed_over(names: list[str]) -> tuple[str, ...]:
    if not names:
        return ()
    told = ", ".join(names[:_SHOWN]) + (" …" if len(names) > _SHOWN else "")
    return (f"files of other kinds in its archive were passed over: {len(names)} ({told})",)
