"""Writing an export so that a failure loses nothing."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from regesta.model.finding import RegestaError


def write_lines(lines: Iterable[str], target: Path | None) -> int:
    """Write ``lines`` to ``target``, or to standard output when it is None; return their number.

    A file is written beside the target and renamed onto it when it is whole, so that a failure
    leaves the old file as it was. Raises :class:`RegestaError` when the target cannot be written.
    """
    if target is None:
        return _to(sys.stdout, lines)
    try:
        return _beside(target, lines)
    except OSError as problem:
        raise RegestaError(_sentence(target, problem)) from problem


def _beside(target: Path, lines: Iterable[str]) -> int:
    whole = target.resolve()
    if whole.exists() and not whole.is_file():  # a pipe or a device is written to, a folder refuses
        with whole.open("w", encoding="utf-8", newline="\n") as stream:
            return _to(stream, lines)
    draft = whole.with_name(f".{whole.name}.{os.getpid()}.part")
    try:
        with draft.open("w", encoding="utf-8", newline="\n") as stream:
            count = _to(stream, lines)
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


def _to(stream: TextIO, lines: Iterable[str]) -> int:
    count = 0
    for line in lines:
        stream.write(f"{line}\n")
        count += 1
    return count


def _sentence(target: Path, problem: OSError) -> str:
    if problem.errno == errno.ENOSPC:
        return f"The disk is full; nothing was written to {target}."
    return f"Cannot write {target}: {problem.strerror or problem}; nothing was changed."
