"""ZIP files: what is in one, read in memory and within bounds. No name in one is ever used as a path."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import IO
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from regesta.model.finding import RegestaError
from regesta.reading.bounds import MEMBERS, Budget, check_ratio
from regesta.reading.media import check_size

BROKEN = (
    BadZipFile, LargeZipFile, struct.error, zlib.error, OSError, EOFError, ValueError, LookupError,
    NotImplementedError, OverflowError,
)  # fmt: skip
"""What the standard library raises for a ZIP file that is none, or is damaged."""

_LOCKED = 0x1


def opened(source: bytes | IO[bytes], where: str) -> ZipFile:
    """Open a ZIP file. Raises :class:`RegestaError` for one that is broken or lists too much."""
    try:
        found = ZipFile(BytesIO(source) if isinstance(source, bytes) else source)
    except BROKEN as problem:
        raise RegestaError(
            f"{where}: the ZIP file is broken ({reason(problem)}); fetch it again."
        ) from problem
    if len(found.infolist()) > MEMBERS:
        raise RegestaError(f"{where}: it lists more than {MEMBERS:,} files; split it.")
    return found


def member(archive: ZipFile, info: ZipInfo, where: str, budget: Budget) -> bytes:
    """Return the bytes of a file in a ZIP file.

    Raises :class:`RegestaError` for one that is locked, damaged, larger than the budget allows, or that
    swells beyond any text.
    """
    if info.flag_bits & _LOCKED:
        raise RegestaError(f"{where}: it is locked with a password; unpack it and add it again.")
    check_size(info.file_size, where, budget.limit)
    check_ratio(info.compress_size, info.file_size, where)
    budget.take(info.file_size, where)
    try:
        with archive.open(info) as stream:
            raw = stream.read(budget.limit + 1)
    except (RuntimeError, *BROKEN) as problem:
        raise RegestaError(f"{where}: it is damaged ({reason(problem)}); fetch it again.") from problem
    check_size(len(raw), where, budget.limit)
    return raw


def check_whole(archive: ZipFile, where: str, limit: int) -> None:
    """Raise :class:`RegestaError` where all files of an archive together are too large or swell too much.

    For what a library opens as a whole.
    """
    infos = archive.infolist()
    unpacked = sum(info.file_size for info in infos)
    check_ratio(sum(info.compress_size for info in infos), unpacked, where)
    check_size(unpacked, where, 4 * limit)


def reason(problem: BaseException) -> str:
    """Say in a few words what is wrong."""
    return " ".join(str(problem).split()).rstrip(".")[:120] or type(problem).__name__
