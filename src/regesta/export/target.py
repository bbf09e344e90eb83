"""Writing an export so that a failure loses nothing."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from typing import BinaryIO, TextIO

from regesta.model.finding import RegestaError


def write_lines(lines: Iterable[str], target: Path | None) -> int:
    """Write ``lines`` to ``target``, or to standard output when it is None; return their number.

    A file is written beside the target and renamed onto it when it is whole, so that a failure
    leaves the old file as it was. Raises :class:`RegestaError` when the target cannot be written.
    """
    if target is None:
        return _each(sys.stdout, lines)
    return write_bytes(lambda stream: _encoded(stream, lines), target)


def write_bytes(writer: Callable[[BinaryIO], int], target: Path | None) -> int:
    """Have ``writer`` write to ``target``, or to standard output when it is None; return what it returns.

    Promises and raises what :func:`write_lines` does.
    """
    if target is None:
        count = writer(sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return count
    try:
        return _beside(target, writer)
    except OSError as problem:
        raise RegestaError(_sentence(target, problem)) from problem


def write_folder(filler: Callable[[Path], int], target: Path) -> int:
    """Have ``filler`` fill a new folder that then stands at ``target``; return what it returns.

    The target may be an empty folder; one that holds anything is left as it is. Raises
    :class:`RegestaError` for such a target, for a file, and where it cannot be written.
    """
    whole = target.resolve()
    draft = whole.with_name(f".{whole.name}.{os.getpid()}.part")
    try:
        if whole.exists() and (not whole.is_dir() or any(whole.iterdir())):
            what = "the folder is not empty" if whole.is_dir() else "this is a file, and a folder is written"
            raise RegestaError(f"{target}: {what}; nothing was changed. Name a new folder.")
        draft.mkdir()
        count = filler(draft)
        draft.replace(whole)
    except OSError as problem:
        raise RegestaError(_sentence(target, problem)) from problem
    finally:
        rmtree(draft, ignore_errors=True)
    return count


def _beside(target: Path, writer: Callable[[BinaryIO], int]) -> int:
    whole = target.resolve()
    if whole.exists() and not whole.is_file():  # a pipe or a device is written to, a folder refuses
        with whole.open("wb") as stream:
            return writer(stream)
    draft = whole.with_name(f".{whole.name}.{os.getpid()}.part")
    try:
        with draft.open("wb") as stream:
            count = writer(stream)
            stream.flush()
            os.fsync(stream.fileno())
        if whole.exists():
            draft.chmod(whole.stat().st_mode)
        draft.replace(whole)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise
    return count


def _encoded(stream: BinaryIO, lines: Iterable[str]) -> int:
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="\n", write_through=False)
    count = _each(text, lines)
    text.flush()
    text.detach()
    return count


def _each(stream: TextIO, lines: Iterable[str]) -> int:
    count = 0
    for line in lines:
        stream.write(f"{line}\n")
        count += 1
    return count


def _sentence(target: Path, problem: OSError) -> str:
    if problem.errno == errno.ENOSPC:
        return f"The disk is full; nothing was written to {target}."
    return f"Cannot write {target}: {problem.strerror or problem}; nothing was changed."
