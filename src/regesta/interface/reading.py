"""Reading one document without a ledger."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from regesta.engine.read import read_document
from regesta.model.document import Source
from regesta.model.reading import Reading
from regesta.reading import read_bytes, read_file
from regesta.rules.packs import rules_with


def read(
    text: str | bytes | Path,
    source: Source | None = None,
    *,
    publisher: str | None = None,
    country: str | None = None,
    published: str | None = None,
    topics: Sequence[str | Path] = (),
) -> Reading:
    """Read a text, the bytes of a page, or the file at a path; return page, document and records.

    ``publisher``, ``country`` (the code of the side that publishes) and ``published`` (an ISO day) are what
    is known beside the text; ``source`` says all of it at once and more. The words of a record are
    ``record.span.of(reading.page.text)``. ``topics`` are packs beside those that ship. Raises
    :class:`RegestaError` for what is no text, is empty, or for a pack that is broken.
    """
    given = source or Source(publisher=publisher, country=country, published=published)
    packs = tuple(Path(one) for one in topics)
    with rules_with(packs):
        if isinstance(text, Path):
            page = read_file(text, given)
        else:
            page = read_bytes(text.encode() if isinstance(text, str) else text, given.file or "-", given)
        return read_document(page, topics=packs)
