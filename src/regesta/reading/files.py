"""Which files a caller means: files, folders to any depth, and globs."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from regesta.model.finding import RegestaError

TEXTS = (".txt", ".text", ".html", ".htm", ".xhtml", ".shtml")
"""The endings of plain texts and web pages."""
SUFFIXES = (*TEXTS, ".pdf", ".docx", ".eml", ".zip", ".warc", ".warc.gz", ".wacz")
"""The files that are taken out of a folder; a file that is named itself is read whatever its suffix."""


def expand(inputs: Sequence[str], suffixes: tuple[str, ...] = SUFFIXES) -> list[Path]:
    """Return the files that ``inputs`` name, each once, folders and globs in order of name.

    Out of a folder, and out of its folders, come the files whose names end as ``suffixes`` say and
    have no leading dot; links to folders are not followed. Raises RegestaError for a path that does
    not exist, a glob or folder that holds nothing to read, and a folder without rights.
    """
    found: dict[Path, None] = {}
    for given in inputs:
        found.update(dict.fromkeys(_files(given, suffixes)))
    return list(found)


def _files(given: str, suffixes: tuple[str, ...]) -> list[Path]:
    path = Path(given)
    if _exists(path):
        return _folder(path, suffixes) if path.is_dir() else [path]
    if not glob.has_magic(given):
        raise RegestaError(f"{given}: there is no such file or folder; check the path.")
    files: list[Path] = []
    matched = glob.glob(given, recursive=True)  # noqa: PTH207  a pattern may be absolute
    for one in map(Path, sorted(matched)):
        files += sorted(_walk(one, suffixes)) if one.is_dir() else [one]
    if not files:
        raise RegestaError(f"{given}: no file matches this pattern; check it, and quote it in the shell.")
    return files


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError) as problem:
        raise RegestaError(f"{path}: cannot be looked at ({_reason(problem)}); check the path.") from problem


def _folder(folder: Path, suffixes: tuple[str, ...]) -> list[Path]:
    files = sorted(_walk(folder, suffixes))
    if not files:
        kinds = ", ".join(sorted(suffixes))
        raise RegestaError(f"{folder}: the folder holds no file to read ({kinds}); name the files.")
    return files


def _walk(folder: Path, suffixes: tuple[str, ...]) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder, onerror=_refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if name.lower().endswith(suffixes) and not name.startswith("."):
                yield Path(parent, name)


def _refuse(problem: OSError) -> None:
    raise RegestaError(
        f"{problem.filename}: the folder cannot be opened ({_reason(problem)}); "
        "give yourself the right to read it or leave it out."
    ) from problem


def _reason(problem: OSError | ValueError) -> str:
    return (getattr(problem, "strerror", None) or str(problem)).lower()
