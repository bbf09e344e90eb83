"""Folders of gold: which files are gold, and whose."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from regesta.model.finding import RegestaError
from regesta.quality.gold import Gold, parse_gold


@dataclass(frozen=True, slots=True)
class GoldFile:
    """Gold and the file that it stands in."""

    path: Path
    gold: Gold


@dataclass(frozen=True, slots=True)
class GoldFolder:
    """The documents of a folder, in order of name, and the JSON files in it that are of no document."""

    path: Path
    files: tuple[GoldFile, ...]
    passed: tuple[Path, ...]


def read_gold(folder: Path) -> GoldFolder:
    """Read the gold files (``*.json``) of ``folder``; those without a ``file`` are of no document.

    Raises :class:`RegestaError` for a folder without gold, a file that is no JSON or not of the
    form, and for two files about one document.
    """
    if not folder.is_dir():
        raise RegestaError(f"{folder}: there is no such folder of gold; check the path.")
    read = [(path, _json(path)) for path in sorted(folder.glob("*.json"))]
    ours = [(path, data) for path, data in read if isinstance(data, dict) and "file" in data]
    files = tuple(GoldFile(path, parse_gold(data, str(path))) for path, data in ours)
    if not files:
        raise RegestaError(f"{folder}: the folder holds no gold (*.json with a key 'file'); check the path.")
    _once(files)
    return GoldFolder(folder, files, tuple(path for path, data in read if (path, data) not in ours))


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_bytes())
    except OSError as problem:
        reason = (problem.strerror or str(problem)).lower()
        raise RegestaError(f"{path}: the gold cannot be read ({reason}); check its rights.") from problem
    except ValueError as problem:
        raise RegestaError(f"{path}: the gold is no JSON ({problem}); mend the file.") from problem


def _once(files: tuple[GoldFile, ...]) -> None:
    seen: dict[str, Path] = {}
    for one in files:
        first = seen.setdefault(one.gold.file, one.path)
        if first != one.path:
            raise RegestaError(f"{first} and {one.path} are both gold of {one.gold.file}; keep one of them.")


def only(folder: GoldFolder, publisher: str | None, without: str | None) -> GoldFolder:
    """The gold of one publisher alone, or of all but one.

    Raises :class:`RegestaError` for a publisher of whom there is no gold, and when nothing is left.
    """
    known = sorted({one.gold.document.publisher for one in folder.files})
    for name in (publisher, without):
        if name is not None and name not in known:
            raise RegestaError(
                f"{folder.path}: no gold of a publisher {name!r}; there is {', '.join(known)}."
            )
    kept = tuple(
        one
        for one in folder.files
        if publisher in (None, one.gold.document.publisher) and without != one.gold.document.publisher
    )
    if not kept:
        raise RegestaError(f"{folder.path}: no gold is left without {without!r}; leave --without away.")
    return replace(folder, files=kept)
