"""What kind of file some bytes are, by what is in them; the suffix of a name only settles doubts."""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import PurePath
from typing import IO, Literal

from regesta.model.finding import RegestaError
from regesta.reading.mail import is_mail
from regesta.reading.table_head import delimiter_of
from regesta.reading.zips import opened

Kind = Literal["text", "pdf", "docx", "mail", "table", "zip", "warc", "wacz"]
"""What can be read. The kind ``text`` is plain text or a web page."""

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

SINGLE: frozenset[Kind] = frozenset({"text", "pdf", "docx", "mail"})
"""The kinds of which a file can be read as one document."""

_PDF, _ZIP, _GZIP, _WARC = b"%PDF-", b"PK\x03\x04", b"\x1f\x8b", b"WARC/"
_HEAD = 2**16
_BEFORE_PDF = 1024
_LINE = 4096
_OFFICE = frozenset({"[Content_Types].xml", "content.xml", "mimetype"})
_TABLES = (".csv", ".tsv")


def kind_of(source: bytes | IO[bytes], name: str) -> Kind:
    """Return what kind of file some bytes, or a stream at its beginning, are; the stream is set back.

    Raises :class:`RegestaError` for a ZIP file that is broken, or is a document that cannot be read.
    """
    stream = BytesIO(source) if isinstance(source, bytes) else source
    head = stream.read(_HEAD)
    stream.seek(0)
    suffix = PurePath(name).suffix.lower()
    if head.startswith(_PDF) or (suffix == ".pdf" and _PDF in head[:_BEFORE_PDF] and b" obj" in head):
        return "pdf"
    if head.startswith(_ZIP):
        return _packed(stream, name)
    if (_unpacked(head) if head.startswith(_GZIP) else head).startswith(_WARC):
        return "warc"
    if is_mail(head, name):
        return "mail"
    is_table = suffix in _TABLES or delimiter_of(head[:_LINE].decode("utf-8", "replace"))
    return "table" if is_table else "text"


def _packed(stream: IO[bytes], name: str) -> Kind:
    with opened(stream, name) as archive:
        names = set(archive.namelist())
    stream.seek(0)
    if "word/document.xml" in names:
        return "docx"
    if any(one.startswith("archive/") and ".warc" in one for one in names) and "datapackage.json" in names:
        return "wacz"
    if _OFFICE & names:
        raise RegestaError(f"{name}: this is an office document other than Word's; save it as .docx or PDF.")
    return "zip"


def _unpacked(head: bytes) -> bytes:
    """Return the first bytes of what is packed with gzip; none where it is not."""
    try:
        return zlib.decompressobj(31).decompress(head, len(_WARC))
    except zlib.error:
        return b""
