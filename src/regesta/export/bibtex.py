"""BibTeX of a whole ledger: an entry a document."""

from __future__ import annotations

from collections.abc import Iterator

from regesta.export.citations import as_bibtex
from regesta.export.forms import Source
from regesta.export.references import references


def lines(source: Source) -> Iterator[str]:
    """Yield the entries, each with an empty line after it."""
    for words, address in references(source):
        yield from as_bibtex(words, address).split("\n")
