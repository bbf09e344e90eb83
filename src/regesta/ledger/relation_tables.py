"""What stands between two states, as narrow rows that a page can count and page through.

``pair`` is two codes in their order with a hyphen between ("XA-XB"). The rows follow from the facts and
from the joined meetings and are kept in the transactions that keep these. A document or meeting of
more than two states stands in each of their pairs.
"""

from __future__ import annotations

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from regesta.ledger.schema import Base

_NO_ROWID = {"sqlite_with_rowid": False}


class PairDocumentTable(Base):
    """A document on the relationship of two states; ``day`` is its last day of publication, if known."""

    __tablename__ = "pair_documents"
    pair: Mapped[str] = mapped_column(String(16), primary_key=True)
    document_id: Mapped[str] = mapped_column(String(40), primary_key=True)
    day: Mapped[str | None] = mapped_column(String(10))
    __table_args__ = (Index(None, "document_id"), _NO_ROWID)


class PairMeetingTable(Base):
    """A joined meeting in which two states take part, with what a timeline draws of it."""

    __tablename__ = "pair_meetings"
    pair: Mapped[str] = mapped_column(String(16), primary_key=True)
    joined_id: Mapped[str] = mapped_column(String(18), primary_key=True)
    earliest: Mapped[str | None] = mapped_column(String(10))
    latest: Mapped[str | None] = mapped_column(String(10))
    format: Mapped[str]
    status: Mapped[str]
    __table_args__ = (
        Index(None, "joined_id"),
        Index("ix_pair_meetings_days", "pair", "earliest", "format", "status", "latest"),
        _NO_ROWID,
    )


class TallyTable(Base):
    """How often a document on two states has one of them speak of something or call it so.

    ``kind`` is ``topic`` or ``term``: ``thing`` is the topic of statements or the concept of names,
    ``label`` the name, "" for topics. ``side`` is who speaks of the topic, or who published the name.
    """

    __tablename__ = "pair_tallies"
    pair: Mapped[str] = mapped_column(String(16), primary_key=True)
    kind: Mapped[str] = mapped_column(String(8), primary_key=True)
    thing: Mapped[str] = mapped_column(primary_key=True)
    side: Mapped[str] = mapped_column(String(8), primary_key=True)
    label: Mapped[str] = mapped_column(primary_key=True)
    document_id: Mapped[str] = mapped_column(String(40), primary_key=True)
    day: Mapped[str | None] = mapped_column(String(10))
    count: Mapped[int]
    __table_args__ = (Index(None, "document_id"), _NO_ROWID)


RELATION_VIEWS: tuple[type[Base], ...] = (PairDocumentTable, PairMeetingTable, TallyTable)
