"""The version of the rules: a hash of every rule file that was in force."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path


@lru_cache(maxsize=8)
def rules_version(packs: tuple[Path, ...] = ()) -> str:
    """Return 12 hex digits that change when any shipped rule file or any of ``packs`` changes."""
    digest = hashlib.sha256()
    for file in _files(resources.files("regesta.rules").joinpath("data")):
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    for pack in packs:
        digest.update(pack.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def _files(folder: Traversable) -> Iterator[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir():
            yield from _files(entry)
        elif entry.name.endswith((".yml", ".tsv")):
            yield entry
