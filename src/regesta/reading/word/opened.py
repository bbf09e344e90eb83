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
from docx.opc.exceptions import OpcError
from lxml import etree

from regesta.model.finding import RegestaError
from regesta.reading.word.feet import Feet, feet
from regesta.reading.zips import check_whole, opened

_BROKEN = (
    OpcError, BadZipFile, struct.error, etree.LxmlError, zlib.error, OSError, EOFError, ValueError,
    TypeError, LookupError, AttributeError, NotImplementedError, RuntimeError, AssertionError,
)  # fmt: skip
"""What python-docx raises for broken files: it promises no exceptions of its own."""


@dataclass(frozen=True, slots=True)
class Word:
    """An opened document, the title of its properties, and the notes at its feet and at its end."""

    document: WordDocument
    title: str | None
    feet: Feet


def open_docx(raw: bytes, where: str, limit: int) -> Word:
    """Open a DOCX file whose parts together have no more than four times ``limit`` bytes.

    Raises :class:`RegestaError` for one that is broken, or of another kind.
    """
    with opened(raw, where) as archive:
        check_whole(archive, where, limit)
    with said(where):
        document = docx.Document(BytesIO(raw))
        title = " ".join((document.core_properties.title or "").split()) or None
        return Word(document, title, feet(document))


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
