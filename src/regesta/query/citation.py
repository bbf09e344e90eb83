"""Citations for people: publisher, title, kind, date, section, paragraph, address, hash."""

from __future__ import annotations

from regesta.model.document import Document
from regesta.model.span import Span
from regesta.model.way import Way
from regesta.query.dates import in_words
from regesta.query.layout import Layout

_HASH_LENGTH = 12


def cite(
    document: Document, layout: Layout | None = None, span: Span | None = None, way: Way | None = None
) -> str:
    """Return the citation of a document, or of the words at ``span`` of it.

    ``way`` leads back to the pages or paragraphs of its file. What is not known is left out; a missing date
    is said to be missing ("n.d.").
    """
    section, paragraph = layout.place(span) if layout is not None and span is not None else (None, None)
    title = " ".join((document.title or "").split())
    date = in_words(document.published, document.published_basis) if document.published else "n.d."
    parts = (
        document.publisher,
        f"“{title}”" if title else None,
        document.kind.replace("_", " ") if document.kind != "other" else None,
        date,
        section,
        f"para. {paragraph}" if paragraph else None,
        way.at(span) if way is not None and span is not None else None,
        document.url,
        f"sha256:{document.sha256[:_HASH_LENGTH]}",
    )
    return ", ".join(part for part in parts if part)
