"""A manifest: what is known about files beside their text, a row a file."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from io import StringIO
from pathlib import Path, PurePath

from regesta.model.document import Source
from regesta.model.finding import RegestaError
from regesta.reading.encoding import decode

_COUNTRY = re.compile(r"[A-Za-z]{2}")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a manifest: its number, the path it names as resolved, and what it says."""

    line: int
    path: Path
    source: Source


@dataclass(frozen=True, slots=True)
class Manifest:
    """The rows of a manifest. A row belongs to the file at its path beside the manifest; where no
    such file exists, to the file of that name. A name that several rows bear settles nothing.
    """

    path: Path
    rows: tuple[Row, ...]
    _by_path: dict[Path, Row] = field(init=False, repr=False, compare=False)
    _by_name: dict[str, Row] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        adrift = [row for row in self.rows if not row.path.is_file()]
        names = Counter(row.path.name for row in adrift)
        alone = {row.path.name: row for row in adrift if names[row.path.name] == 1}
        object.__setattr__(self, "_by_path", {row.path: row for row in self.rows})
        object.__setattr__(self, "_by_name", alone)

    def row_for(self, path: Path) -> Source | None:
        """Return what the manifest says of the file at ``path``, or None."""
        row = self._find(path)
        return row.source if row else None

    def missing(self, paths: Iterable[Path]) -> tuple[str, ...]:
        """Return the file names of the rows that belong to none of ``paths``, in order."""
        met = {row.line for path in paths if (row := self._find(path))}
        return tuple(row.source.file or "" for row in self.rows if row.line not in met)

    def _find(self, path: Path) -> Row | None:
        return self._by_path.get(path.resolve()) or self._by_name.get(path.name)


def read_manifest(path: Path) -> Manifest:
    """Read a table with tabs or commas: column ``file`` and, as known, url, publisher, country,
    date and language; further columns are passed over.

    Raises RegestaError for a file that cannot be read, has no ``file`` column or no rows, names a
    file twice, or holds a date or country of another form.
    """
    try:
        raw = path.read_bytes()
    except OSError as problem:
        reason = (problem.strerror or str(problem)).lower()
        raise RegestaError(f"{path}: the manifest cannot be read ({reason}); check the path.") from problem
    text = decode(raw, str(path)).text.removeprefix("\ufeff")
    try:
        rows = tuple(_rows(text, path))
    except csv.Error as problem:
        raise RegestaError(f"{path}: not a readable table ({problem}); mend the manifest.") from problem
    if not rows:
        raise RegestaError(f"{path}: the manifest names no file; add a row for each file.")
    _once(rows, path)
    return Manifest(path, rows)


def _rows(text: str, path: Path) -> Iterator[Row]:
    head = text.split("\n", 1)[0]
    table = csv.reader(StringIO(text, newline=""), delimiter="\t" if "\t" in head else ",", strict=True)
    columns = [name.strip().lower() for name in next(table, [])]
    if "file" not in columns:
        there = ", ".join(name for name in columns[:8] if name) or "none"
        raise RegestaError(
            f"{path}: the manifest has no column 'file' (it has: {there[:200]}); add it to the first line."
        )
    base = path.resolve().parent
    for cells in table:
        if any(cell.strip() for cell in cells):
            named = dict(zip(columns, map(str.strip, cells), strict=False))
            yield _row(named, base, table.line_num, f"{path}, line {table.line_num}")


def _row(cells: dict[str, str], base: Path, line: int, where: str) -> Row:
    file = cells.get("file", "").replace("\\", "/")
    if not PurePath(file).name:
        raise RegestaError(f"{where}: the row names no file; fill in the column 'file'.")
    published = date_cell(cells.get("date", ""), where)
    source = Source(
        file=file,
        url=cells.get("url") or None,
        publisher=cells.get("publisher") or None,
        country=country_cell(cells.get("country", ""), where),
        published=published,
        published_basis="given" if published else None,
        language=cells.get("language") or None,
    )
    return Row(line, (base / file).resolve(), source)


def date_cell(cell: str, where: str) -> str | None:
    """Return the day that a cell holds, None for an empty one; raise RegestaError for what is none."""
    try:
        return date.fromisoformat(cell).isoformat() if cell else None
    except ValueError:
        sentence = f"{where}: {cell[:40]!r} is not a date; write it as 2021-05-03 or leave it empty."
        raise RegestaError(sentence) from None


def country_cell(cell: str, where: str) -> str | None:
    """Return the code that a cell holds, None for an empty one; raise RegestaError for what is none."""
    if cell and not _COUNTRY.fullmatch(cell):
        raise RegestaError(f"{where}: {cell[:40]!r} is not a country code; write two letters such as XA.")
    return cell.upper() or None


def _once(rows: tuple[Row, ...], path: Path) -> None:
    seen: dict[Path, int] = {}
    for row in rows:
        first = seen.setdefault(row.path, row.line)
        if first != row.line:
            raise RegestaError(
                f"{path}: lines {first} and {row.line} both name {row.source.file}; keep one of them."
            )
