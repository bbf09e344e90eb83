"""Opening a DOCX file within bounds; what is broken is said in one sentence."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from lxml import etree

from regesta.model.finding import RegestaError
from regesta.reading.zips import check_whole, opened

_BROKEN = (
    OpcError, BadZipFile, struct.error, etree.LxmlError, zlib.error, OSError, EOFError, ValueError,
    TypeError, LookupError, AttributeError, NotImplementedError, RuntimeError, AssertionError,
)  # fmt: skip
"""What python-docx raises for broken files: it promises no exceptions of its own."""

_NOTES = (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES)


@dataclass(frozen=True, slots=True)
class Word:
    """An opened document, the title of its properties, and what of it is not read."""

    document: WordDocument
    title: str | None
    notes: tuple[str, ...]


def open_docx(raw: bytes, where: str, limit: int) -> Word:
    """Open a DOCX file whose parts together have no more than four times ``limit`` bytes.

    Raises :class:`RegestaError` for one that is broken, or of another kind.
    """
    with opened(raw, where) as archive:
        check_whole(archive, where, limit)
    with said(where):
        document = docx.Document(BytesIO(raw))
        title = " ".join((document.core_properties.title or "").split()) or None
        return Word(document, title, _left_out(document))


@contextmanager
def said(where: str) -> Iterator[None]:
    """Say in one sentence that a document is broken, whatever is raised of it inside."""
    try:
        yield
    except _BROKEN as problem:
        reason = " ".join(str(problem).split()).rstrip(".")[:120] or type(problem).__name__
        raise RegestaError(
            f"{where}: the Word document is broken ({reason}); save it again as .docx."
        ) from problem


def _left_out(document: WordDocument) -> tuple[str, ...]:
    """Say whether the document has notes at the foot of its pages or at its end: they are not read."""
    related = [one for one in document.part.rels.values() if not one.is_external and one.reltype in _NOTES]
    words = any(_has_words(one.target_part.blob) for one in related)
    return ("its footnotes or endnotes are not in the text",) if words else ()


def _has_words(blob: bytes) -> bool:
    tree = etree.fromstring(blob, etree.XMLParser(resolve_entities=False, no_network=True))
    return any((node.text or "").strip() for node in tree.iter("{*}t"))
