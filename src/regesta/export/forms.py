"""The forms in which a ledger leaves: one entry a form, one module a form, loaded when it is asked for.

A module under ``regesta.export`` gives, by what its form writes:

- ``lines``: ``lines(source) -> Iterator[str]``, text line by line without line ends;
- ``bytes``: ``write(source, stream) -> int``, into a binary stream; returns how many things it wrote;
- ``folder``: ``fill(source, folder) -> int``, into an empty folder; returns how many things it wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO, Literal, cast

from regesta.ledger import Ledger
from regesta.model.finding import RegestaError
from regesta.query import Filters

Writes = Literal["lines", "bytes", "folder"]


@dataclass(frozen=True, slots=True)
class Source:
    """What a form is written from.

    ``ledger`` is open and its views across documents are up to date. ``filters`` narrow what is written.
    ``now`` is the time to stand in what asks for one (ISO 8601, UTC). ``packs`` are topic packs beside
    those that ship. ``address`` is where a reading room shows this ledger, None where none does. ``said``
    takes sentences for whoever asked, such as what a form has no room for; they are told at the end.
    """

    ledger: Ledger
    now: str
    filters: Filters = field(default_factory=Filters)
    packs: tuple[Path, ...] = ()
    address: str | None = None
    said: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Form:
    """A form by its name: what stands in it, what it writes, and the extra that it needs, if any.

    ``across`` says that it holds what holds across documents, so that the views have to be up to date;
    ``finds`` that it holds what the checks find, so that these have to be asked.
    """

    name: str
    holds: str
    writes: Writes
    module: str
    extra: str | None = None
    across: bool = True
    finds: bool = False

    def lines(self, source: Source) -> Iterator[str]:
        """Yield the lines of a form that writes lines."""
        return cast("Callable[[Source], Iterator[str]]", self._part("lines"))(source)

    def write(self, source: Source, stream: BinaryIO) -> int:
        """Write a form of bytes."""
        return cast("Callable[[Source, BinaryIO], int]", self._part("write"))(source, stream)

    def fill(self, source: Source, folder: Path) -> int:
        """Write the files of a form that is a folder."""
        return cast("Callable[[Source, Path], int]", self._part("fill"))(source, folder)

    def _part(self, name: str) -> Any:
        return getattr(import_module(f"regesta.export.{self.module}"), name)


_ALL = (
    Form(
        "jsonl", "each document with its records, a line a document", "lines", "written_jsonl", across=False
    ),
    Form("csl", "each document as an item of CSL-JSON", "lines", "csl", across=False),
    Form("bibtex", "each document as an entry of BibTeX", "lines", "bibtex", across=False),
    Form("webannotation", "each record as a Web Annotation of the frozen text", "lines", "webannotation"),
    Form("ftm", "documents, meetings, people and records as FollowTheMoney entities", "lines", "ftm"),
    Form("plover", "meetings, statements and commitments as PLOVER events", "lines", "plover"),
    Form("tei", "texts with their records in TEI XML after the FRUS volumes", "bytes", "tei"),
    Form("timelinejs", "meetings and windows of promises for TimelineJS", "lines", "timelinejs"),
    Form("ris", "each document as a reference in RIS", "lines", "ris", across=False),
    Form("atom", "what the ledger learnt, the newest first, as a feed", "lines", "atom", finds=True),
    Form("ics", "planned meetings and open windows, as a calendar", "bytes", "ics", "exports"),
    Form(
        "csv",
        "every table as a CSV file, with a Frictionless data package",
        "folder",
        "csv_package",
        finds=True,
    ),
    Form("parquet", "every table as a Parquet file", "folder", "parquet", extra="exports", finds=True),
    Form("sqlite", "every table in an SQLite file that Datasette opens", "folder", "sqlite", finds=True),
)

FORMS: dict[str, Form] = {form.name: form for form in _ALL}


def form_named(name: str) -> Form:
    """Return the form of this name; raise :class:`RegestaError` where there is none."""
    form = FORMS.get(name)
    if form is None:
        raise RegestaError(f"There is no export format {name!r}; take one of {', '.join(FORMS)}.")
    return form
