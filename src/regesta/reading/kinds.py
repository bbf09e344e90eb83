"""What kind of file some bytes are, by what is in them; the suffix of a name only settles doubts."""

from __future__ import annotations

from pathlib import PurePath
from typing import IO, Literal

from regesta.model.finding import RegestaError
from regesta.reading.zips import opened

Kind = Literal["text", "pdf", "docx"]
"""What can be read. The kind ``text`` is plain text or a web page."""

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

SINGLE: frozenset[Kind] = frozenset({"text", "pdf", "docx"})
"""The kinds of which a file is one document."""

_PDF, _ZIP = b"%PDF-", b"PK\x03\x04"
_BEFORE_PDF = 1024
_OFFICE = frozenset({"[Content_Types].xml", "content.xml", "mimetype"})


def kind_of(raw: bytes, name: str) -> Kind:
    """Return what kind of file some bytes are.

    Raises :class:`RegestaError` for a ZIP file that is broken, or is a document that cannot be read.
    """
    late = PurePath(name).suffix.lower() == ".pdf" and _PDF in raw[:_BEFORE_PDF] and b" obj" in raw
    if raw.startswith(_PDF) or late:
        return "pdf"
    if raw.startswith(_ZIP):
        return packed_kind(raw, name)
    return "text"


def packed_kind(source: bytes | IO[bytes], name: str) -> Kind:
    """Return what kind of file a ZIP file is, by what it lists. Raises as :func:`kind_of` does."""
    with opened(source, name) as archive:
        names = set(archive.namelist())
    if "word/document.xml" in names:
        return "docx"
    if _OFFICE & names:
        raise RegestaError(f"{name}: this is an office document other than Word's; save it as .docx or PDF.")
    raise RegestaError(f"{name}: this is a zip archive; unpack it.")
