"""Which documents ``regesta add`` was given, and what is said about each beside its text."""

from __future__ import annotations

import glob
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from regesta.cli.options import AddJob
from regesta.model.document import Page, Source
from regesta.model.finding import RegestaError
from regesta.reading import (
    Manifest,
    Part,
    expand,
    parts_of,
    parts_of_file,
    read_bytes,
    read_file,
    read_manifest,
)
from regesta.work import given

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Given:
    """One file to be read: the name it goes by, its path (None: standard input), its facts."""

    name: str
    path: Path | None
    source: Source
    limit: int

    def page(self) -> Page:
        """Read the document, up to ``limit`` bytes. Raises :class:`RegestaError` when it cannot be read."""
        if self.path is None:
            return read_bytes(sys.stdin.buffer.read(self.limit + 1), STDIN, self.source, limit=self.limit)
        return read_file(self.path, self.source, limit=self.limit)

    def parts(self) -> Iterator[Part]:
        """Yield the documents that it holds: most often itself alone. What cannot be read is one of them."""
        if self.path is None:
            raw = sys.stdin.buffer.read(self.limit + 1)
            yield from parts_of(raw, STDIN, self.source, limit=self.limit)
        else:
            yield from parts_of_file(self.path, self.name, self.source, limit=self.limit)


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gave no document, and one sentence that says why."""

    name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Gathered:
    """The documents of a job in the order given, the inputs that gave none, and the rows of the
    manifest that name no file that was given.
    """

    documents: tuple[Given, ...]
    failures: tuple[Failure, ...]
    unnamed: tuple[str, ...]


def gather(job: AddJob) -> Gathered:
    """Find the documents of ``job``, each file once, with what is known of them.

    An input that names nothing readable is a failure and stops no other. Raises
    :class:`RegestaError` when the whole job makes no sense: facts of one document given for
    several, a malformed date or country, a manifest that cannot be read or names none of the files.
    """
    facts = given_facts(job)
    found, failures = _find(job)
    if job.facts and len(found) + len(failures) != 1:
        raise RegestaError(
            f"{' and '.join(job.facts)} can be given for a single document only, and {len(found)} were named;"
            " use a manifest."
        )
    manifest = read_manifest(job.manifest) if job.manifest else None
    paths = [given.path for given in found if given.path]
    unnamed = manifest.missing(paths) if manifest else ()
    if manifest and found and len(unnamed) == len(manifest.rows):
        raise RegestaError(
            f"{manifest.path}: the manifest names none of the files given; check its column 'file'."
        )
    documents = tuple(_with_facts(given, manifest, facts) for given in found)
    return Gathered(documents, tuple(failures), unnamed)


def _find(job: AddJob) -> tuple[list[Given], list[Failure]]:
    aside = {path.resolve() for path in (*job.topics, *([job.manifest] if job.manifest else []))}
    found: dict[Path | None, Given] = {}
    failures = []
    for text in job.inputs:
        try:
            paths: list[Path | None] = [None] if text == STDIN else [*expand([text])]
        except RegestaError as problem:
            failures.append(Failure(text, str(problem)))
            continue
        for path in paths:
            key = path and path.resolve()
            if key not in aside:
                found.setdefault(key, Given(_name(text, path), path, Source(), job.limit * 2**20))
    return list(found.values()), failures


def _name(text: str, path: Path | None) -> str:
    """The name of a document relative to the input that led to it: folders below it are kept."""
    if path is None:
        return STDIN
    root = Path(text)
    if not root.is_dir() and glob.has_magic(text) and not root.exists():
        fixed = root.parts[: next(i for i, part in enumerate(root.parts) if glob.has_magic(part))]
        root = Path(*fixed)
    name = path.relative_to(root) if path.is_relative_to(root) else Path(path.name)
    return name.as_posix() if name.parts else path.name


def given_facts(job: AddJob) -> Callable[[Source], Source]:
    """Return what lays the facts that the command line gives of the one document over what is known.

    Raises :class:`RegestaError` for a malformed date or country.
    """
    known = {
        "publisher": job.publisher,
        "country": given.country(job.country, "--country"),
        "published": given.day(job.published, "--date"),
        "published_basis": "given" if job.published else None,
        "url": job.url,
    }
    return partial(replace, **{name: value for name, value in known.items() if value is not None})


def _with_facts(given: Given, manifest: Manifest | None, facts: Callable[[Source], Source]) -> Given:
    row = manifest.row_for(given.path) if manifest and given.path else None
    return replace(given, source=facts(replace(row or Source(), file=given.name)))
