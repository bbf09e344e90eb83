"""The whole result of reading one document, as the engine hands it on."""

from __future__ import annotations

from dataclasses import dataclass

from regesta.model.document import Document, Page
from regesta.model.records import Records


@dataclass(frozen=True, slots=True)
class Reading:
    """A page, what is known about it, its records, and the version of the rules that read it."""

    page: Page
    document: Document
    records: Records
    rules_version: str
    timings: tuple[tuple[str, float], ...] = ()
