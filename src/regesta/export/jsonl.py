"""The export in JSON Lines: a document a line, in the form of ``docs/record-format.md``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from regesta.export import record
from regesta.model.records import Records
from regesta.model.span import Span
from regesta.model.way import Way

_LINE_ENDS = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})


class Exported(Protocol):
    """A document as the export needs it. A row of ``regesta.query`` fits."""

    @property
    def id(self) -> str:
        """The ledger's id of the document."""

    @property
    def text(self) -> str:
        """The frozen text that the records' spans count."""

    @property
    def files(self) -> tuple[str, ...]:
        """Every name under which this text was added, the first one first."""

    # What is known about the document as a whole, as in ``regesta.model.document.Document``.
    @property
    def sha256(self) -> str: ...
    @property
    def url(self) -> str | None: ...
    @property
    def publisher(self) -> str | None: ...
    @property
    def side(self) -> str | None: ...
    @property
    def counterpart(self) -> str | None: ...
    @property
    def kind(self) -> str: ...
    @property
    def language(self) -> str | None: ...
    @property
    def title(self) -> str | None: ...
    @property
    def published(self) -> str | None: ...
    @property
    def published_basis(self) -> str | None: ...
    @property
    def publisher_basis(self) -> str | None: ...
    @property
    def side_basis(self) -> str | None: ...
    @property
    def kind_reason(self) -> str: ...
    @property
    def title_span(self) -> Span | None: ...
    @property
    def rules_version(self) -> str: ...
    @property
    def way(self) -> Way | None: ...
    @property
    def corrections(self) -> Sequence[tuple[str, str, record.Corrected]]: ...


_FIELDS = (
    "sha256", "url", "publisher", "side", "counterpart", "kind", "language", "title", "published",
    "published_basis", "id", "publisher_basis", "side_basis", "kind_reason", "title_span", "rules_version",
)  # fmt: skip


def lines(readings: Iterable[tuple[Exported, Records]]) -> Iterator[str]:
    """Yield one line of JSON for each name of each document, without the line end.

    A text that was added under two names gives two lines that differ in ``file`` only. A line
    holds no character that any reader takes for a line end.
    """
    for document, found in readings:
        rest = record.records(found, document.text)
        if document.corrections:
            rest["corrected"] = [record.corrected(*one) for one in document.corrections]
        known = {name: getattr(document, name) for name in _FIELDS}
        if document.way:
            known["way"] = record.way(document.way)
        for file in document.files or (None,):
            yield json_line({"document": {"file": file, **known}, **rest})


def json_line(value: record.Json) -> str:
    """Return a value as one line of JSON that no reader breaks in two, whatever it takes for a line end."""
    return json.dumps(value, ensure_ascii=False).translate(_LINE_ENDS)
