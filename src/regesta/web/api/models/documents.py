"""Documents, their sentences, and their words cited in every form."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from regesta.web.api.models.shared import Basis, Cited, Codes, Item, Topics, When


class Document(Item):
    """A document: a frozen text, where it came from, what is known of it."""

    id: str = Field(examples=["d-1c6f8a2db874347c"])
    sha256: str = Field(description="The sha256 of the frozen text (UTF-8).")
    title: str | None
    publisher: str | None
    publisher_basis: str | None
    side: str | None = Field(description="The code of the side that published it.")
    side_basis: str | None
    counterpart: str | None
    kind: str
    kind_reason: str
    language: str | None
    published: When
    published_basis: Basis
    url: str | None
    files: list[str]
    version: int = Field(description="Which text of its address it is, from 1.")
    previous: str | None = Field(description="The id of the text before it at the same address.")
    current: bool = Field(description="Whether no later text of the same address is held.")
    added_at: str
    rules_version: str
    citation: str
    href: str = Field(description="The address of the document in the reading room.")


class DocumentText(Document):
    """A document with its frozen text, if that was asked for."""

    text: str | None = Field(description="The frozen text, whose characters every span counts; see `text`.")


class Hit(Item):
    """A sentence that holds the words asked for."""

    cited: Cited
    before: str = Field(description="The words before it on its line.")
    after: str = Field(description="The words behind it on its line.")
    marks: list[tuple[int, int]] = Field(description="Where in the quote the words stand.")
    day: str | None
    fate: Literal["record", "furniture", "repeated", "unread"]
    parties: Codes
    persons: list[str]
    acts: list[str]
    topics: Topics


class Citation(Item):
    """Words of a document, or a document, cited in every form."""

    document: str
    start: int | None
    end: int | None
    quote: str = Field(description="The words; empty for a document as a whole.")
    sha256: str
    place: str = Field(description="Where the words stand: section and paragraph.")
    citation: str
    source: str | None
    href: str
    bibtex: str
    csl: str = Field(description="A list with one item of CSL-JSON, as text.")
    annotation: str = Field(description="A W3C Web Annotation in JSON-LD, as text.")
