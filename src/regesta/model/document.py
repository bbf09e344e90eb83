"""A document: frozen text, where it came from, and what is known about it."""

from __future__ import annotations

from dataclasses import dataclass, field

from regesta.model.span import Span
from regesta.model.way import Way

KINDS = ("readout", "announcement", "joint_statement", "statement", "press_conference", "other")


@dataclass(frozen=True, slots=True)
class Source:
    """What a caller, a manifest or a page says about a document beside its text.

    Every field may be unknown. ``published`` is an ISO date. ``file`` is the name under which
    the document was read; it is kept so that an export can be laid beside the folder. A part of a file
    is named after it: ``archive.zip!folder/name.pdf``. ``fetched`` is the time at which an archive says
    that it took the page.
    """

    file: str | None = None
    url: str | None = None
    publisher: str | None = None
    country: str | None = None
    published: str | None = None
    published_basis: str | None = None
    language: str | None = None
    title: str | None = None
    fetched: str | None = None


@dataclass(frozen=True, slots=True)
class Furniture:
    """Words of the page rather than of the document: captions, navigation, language switches."""

    span: Span
    kind: str
    rule: str


@dataclass(frozen=True, slots=True)
class Page:
    """What ``reading`` makes of bytes: the frozen text and what the page itself says.

    ``text`` is frozen: every span of every record counts its characters. For plain text it is
    the decoded file, line ends untouched. ``way`` leads back to the pages or paragraphs of the file;
    ``notes`` are sentences on what of the file is not in the text, or is not sure.
    """

    text: str
    source: Source
    sha256: str
    raw: bytes = field(repr=False)
    media_type: str = "text/plain"
    encoding: str = "utf-8"
    furniture: tuple[Furniture, ...] = ()
    way: Way | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """What the reader knows about a document as a whole.

    ``*_basis`` says on what a value rests: ``given`` (manifest or command line), ``stated``
    (the text or the page says so), ``inferred`` (worked out; the reason is in ``kind_reason``
    or visible in the span), or None when the value is unknown.
    """

    file: str | None
    sha256: str
    url: str | None
    publisher: str | None
    publisher_basis: str | None
    side: str | None
    side_basis: str | None
    counterpart: str | None
    kind: str
    kind_reason: str
    language: str | None
    title: str | None
    title_span: Span | None
    published: str | None
    published_basis: str | None
