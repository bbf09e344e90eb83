"""The tables of a ledger. Types are those that every SQL database has.

A document is one frozen text: its id is made from the text's sha256. A sighting is one name
(a file, else an address) under which that text was handed in. Records belong to a document
and stand in the order in which the reader gave them (``position``). ``earliest``, ``latest``
and ``heading_id`` and the facets are the filing, worked out from the record when it is written.
"""

from __future__ import annotations

from typing import Any, ClassVar

from sqlalchemy import JSON, Double, ForeignKey, Index, LargeBinary, MetaData, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

SCHEMA_VERSION = 13
APPLICATION_ID = 0x52474553  # "RGES", so that other programs can tell the file from any other

Json = list[Any] | dict[str, Any]


class Base(DeclarativeBase):
    """The root of all tables; constraints have names, so that a migration can speak of them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text,
        float: Double,
        bytes: LargeBinary,
        Json: JSON(none_as_null=True),
    }


class DocumentTable(Base):
    """One frozen text and what the reader knows about it; the text itself is in ``contents``."""

    __tablename__ = "documents"
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64), unique=True)
    name: Mapped[str]
    file: Mapped[str | None]
    url: Mapped[str | None] = mapped_column(index=True)
    publisher: Mapped[str | None]
    publisher_basis: Mapped[str | None]
    publisher_words: Mapped[str]
    side: Mapped[str | None] = mapped_column(index=True)
    side_basis: Mapped[str | None]
    counterpart: Mapped[str | None]
    kind: Mapped[str]
    kind_reason: Mapped[str]
    language: Mapped[str | None]
    title: Mapped[str | None]
    title_start: Mapped[int | None]
    title_end: Mapped[int | None]
    published: Mapped[str | None]
    published_basis: Mapped[str | None]
    earliest: Mapped[str | None] = mapped_column(String(10), index=True)
    latest: Mapped[str | None] = mapped_column(String(10), index=True)
    rules_version: Mapped[str]
    digest: Mapped[str] = mapped_column(String(64))
    version: Mapped[int]
    previous_id: Mapped[str | None] = mapped_column(ForeignKey("documents.id"), index=True)
    added_at: Mapped[str]
    read_at: Mapped[str]
    __table_args__ = (Index(None, "added_at", "previous_id"),)


class ContentTable(Base):
    """The frozen text of a document. It is written once and never changed."""

    __tablename__ = "contents"
    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id"), primary_key=True)
    text: Mapped[str]


class BlobTable(Base):
    """Source bytes, once each, by their own sha256. They are written once and never removed."""

    __tablename__ = "blobs"
    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    raw: Mapped[bytes]


class SightingTable(Base):
    """A name under which a text was handed in, with the bytes and the facts that came with it.

    ``way`` leads from the text back into the bytes; ``notes`` say what of them is not in the text.
    ``fetched_at`` is when an archive says that it took the page.
    """

    __tablename__ = "sightings"
    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id"), primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    file: Mapped[str | None] = mapped_column(index=True)
    url: Mapped[str | None]
    media_type: Mapped[str]
    encoding: Mapped[str]
    blob_sha256: Mapped[str] = mapped_column(ForeignKey("blobs.sha256"))
    facts: Mapped[Json]
    digest: Mapped[str] = mapped_column(String(64))
    seen_at: Mapped[str]
    way: Mapped[Json | None]
    notes: Mapped[Json | None]
    fetched_at: Mapped[str | None]


class Spanned:
    """What every row that is read from a text has: its document, its place in order, its words."""

    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id"), primary_key=True, sort_order=-9)
    position: Mapped[int] = mapped_column(sort_order=-7)
    span_start: Mapped[int] = mapped_column(sort_order=-6)
    span_end: Mapped[int] = mapped_column(sort_order=-5)


class Filed(Spanned):
    """What every record has beside: its id, the rules that made it, and where it is filed."""

    id: Mapped[str] = mapped_column(primary_key=True, index=True, sort_order=-8)
    rules_version: Mapped[str] = mapped_column(sort_order=-4)
    earliest: Mapped[str | None] = mapped_column(String(10), index=True, sort_order=-3)
    latest: Mapped[str | None] = mapped_column(String(10), sort_order=-2)
    heading_id: Mapped[str | None] = mapped_column(sort_order=-1)


class MeetingTable(Filed, Base):
    """Meetings that a document names."""

    __tablename__ = "meetings"
    main: Mapped[bool]
    format: Mapped[str]
    medium: Mapped[str]
    status: Mapped[str]
    when_edtf: Mapped[str | None]
    when_basis: Mapped[str | None]
    as_written: Mapped[str | None]
    place: Mapped[str | None]
    country: Mapped[str | None]
    participants: Mapped[Json]
    parties: Mapped[Json]
    parties_basis: Mapped[str]
    start_time: Mapped[str | None]
    duration_minutes: Mapped[int | None]
    parts: Mapped[Json]
    occasion: Mapped[str | None]
    ordinal_total: Mapped[int | None]
    ordinal_year: Mapped[int | None]
    round: Mapped[int | None]
    condition: Mapped[str | None]
    reason: Mapped[str | None]
    also: Mapped[Json]
    rule: Mapped[str]
    confidence: Mapped[float]
    topics: Mapped[Json]
    zone: Mapped[str | None]
    zone_basis: Mapped[str | None]


class StatementTable(Filed, Base):
    """What a document says that somebody said or did with words."""

    __tablename__ = "statements"
    verb: Mapped[str]
    verb_start: Mapped[int]
    verb_end: Mapped[int]
    act: Mapped[str] = mapped_column(index=True)
    negated: Mapped[bool]
    actors: Mapped[Json]
    addressee: Mapped[Json | None]
    topics: Mapped[Json]
    section: Mapped[str | None]
    content_start: Mapped[int | None]
    content_end: Mapped[int | None]
    rule: Mapped[str]
    confidence: Mapped[float]


class CommitmentTable(Filed, Base):
    """Undertakings that can be checked later."""

    __tablename__ = "commitments"
    who: Mapped[Json]
    what: Mapped[str]
    strength: Mapped[int]
    due: Mapped[str | None]
    due_basis: Mapped[str | None]
    due_as_written: Mapped[str | None]
    condition: Mapped[str | None]
    topics: Mapped[Json]
    rule: Mapped[str]
    confidence: Mapped[float]


class RequestTable(Filed, Base):
    """Who asked whom for what."""

    __tablename__ = "requests"
    act: Mapped[str] = mapped_column(index=True)
    who: Mapped[Json]
    asked: Mapped[Json]
    what: Mapped[str]
    what_start: Mapped[int]
    what_end: Mapped[int]
    again: Mapped[bool]
    negated: Mapped[bool]
    due: Mapped[str | None]
    due_basis: Mapped[str | None]
    due_as_written: Mapped[str | None]
    condition: Mapped[str | None]
    topics: Mapped[Json]
    statement_id: Mapped[str]
    rule: Mapped[str]
    confidence: Mapped[float]


class TermTable(Filed, Base):
    """Names in use for things that the sides may call differently."""

    __tablename__ = "terms"
    label: Mapped[str]
    concept: Mapped[str] = mapped_column(index=True)
    side: Mapped[str | None]
    rule: Mapped[str]
    confidence: Mapped[float]


class Listed(Spanned):
    """A row without an id of its own: its place in the list is its key."""

    position: Mapped[int] = mapped_column(primary_key=True, sort_order=-7)
    rules_version: Mapped[str] = mapped_column(sort_order=-4)


class UnreadTable(Listed, Base):
    """Sentences from which no record was made, and why."""

    __tablename__ = "unread"
    reason: Mapped[str]


class RepeatTable(Listed, Base):
    """Passages printed twice: the span is the second printing."""

    __tablename__ = "repeats"
    first_start: Mapped[int]
    first_end: Mapped[int]


class AccountTable(Listed, Base):
    """How each sentence ended."""

    __tablename__ = "accounts"
    fate: Mapped[str]


class FurnitureTable(Listed, Base):
    """Words of the page rather than of the document."""

    __tablename__ = "furniture"
    kind: Mapped[str]
    rule: Mapped[str]


class FacetTable(Base):
    """What a record can be found by: a party, a topic, or a person's folded name."""

    __tablename__ = "facets"
    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id"), primary_key=True)
    record_kind: Mapped[str] = mapped_column(String(16), primary_key=True)
    record_id: Mapped[str] = mapped_column(primary_key=True)
    facet: Mapped[str] = mapped_column(String(16), primary_key=True)
    value: Mapped[str] = mapped_column(primary_key=True)
    __table_args__ = (Index(None, "facet", "value"),)


RECORD_TABLES: tuple[type[Filed], ...] = (
    MeetingTable, StatementTable, CommitmentTable, RequestTable, TermTable,
)  # fmt: skip
LIST_TABLES: tuple[type[Listed], ...] = (UnreadTable, RepeatTable, AccountTable, FurnitureTable)
