"""The tables of what holds across documents. All are views: they can be emptied and made again.

``link_facts`` holds what each current document says that may hold across documents, worked out
from it alone; it is found by ``link_cells``, ``link_words`` and ``link_names``. What follows from all
facts and from people's decisions are ``joined``, ``histories``, ``deferrals`` and ``people``.
``link_pending`` names the documents whose coming, going or change is not yet taken into these; it
is written in the transaction of the change itself. ``link_state`` says what made the views.
A ``body`` is JSON of one value; see :mod:`regesta.ledger.link_codec`.
"""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from regesta.ledger.schema import Base

_NO_ROWID = {"sqlite_with_rowid": False}


class PendingTable(Base):
    """A document that came, went, changed or was judged since the views were brought up to date."""

    __tablename__ = "link_pending"
    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id"), primary_key=True)


class StateTable(Base):
    """What made the views: ``made_by`` is a hash of the rules and of the form of the facts."""

    __tablename__ = "link_state"
    name: Mapped[str] = mapped_column(String(16), primary_key=True)
    value: Mapped[str]


class FactsTable(Base):
    """What one current document says that may hold across documents."""

    __tablename__ = "link_facts"
    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id"), primary_key=True)
    body: Mapped[str]


class CellTable(Base):
    """The cells under which a document is compared with others: a block of mentions, and a year."""

    __tablename__ = "link_cells"
    block: Mapped[str] = mapped_column(primary_key=True)
    year: Mapped[str] = mapped_column(primary_key=True)
    document_id: Mapped[str] = mapped_column(String(40), primary_key=True)
    __table_args__ = (Index(None, "document_id"), _NO_ROWID)


class WordTable(Base):
    """The words by which promises, and what is told of them later, find each other."""

    __tablename__ = "link_words"
    word: Mapped[str] = mapped_column(primary_key=True)
    document_id: Mapped[str] = mapped_column(String(40), primary_key=True)
    __table_args__ = (Index(None, "document_id"), _NO_ROWID)


class ShowingTable(Base):
    """What a document shows of a person or office; ``bearer`` is the country and full name, if given."""

    __tablename__ = "link_showings"
    document_id: Mapped[str] = mapped_column(String(40), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    bearer: Mapped[str | None] = mapped_column(index=True)
    body: Mapped[str]


class NameTable(Base):
    """The keys of names and offices under which a showing is found."""

    __tablename__ = "link_names"
    key: Mapped[str] = mapped_column(primary_key=True)
    document_id: Mapped[str] = mapped_column(String(40), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    __table_args__ = (Index(None, "document_id"), _NO_ROWID)


class SumTable(Base):
    """What all documents together show of a country and full name."""

    __tablename__ = "link_bearers"
    bearer: Mapped[str] = mapped_column(primary_key=True)
    body: Mapped[str]


class KeyTable(Base):
    """The keys of names and offices under which a country and full name is found."""

    __tablename__ = "link_keys"
    key: Mapped[str] = mapped_column(primary_key=True)
    bearer: Mapped[str] = mapped_column(primary_key=True)
    __table_args__ = (Index(None, "bearer"), _NO_ROWID)


class JoinedTable(Base):
    """One meeting of one or many mentions. ``earliest`` and ``latest`` are its days, where known."""

    __tablename__ = "joined"
    id: Mapped[str] = mapped_column(String(18), primary_key=True)
    when_edtf: Mapped[str | None]
    earliest: Mapped[str | None] = mapped_column(String(10), index=True)
    latest: Mapped[str | None] = mapped_column(String(10))
    format: Mapped[str]
    status: Mapped[str]
    series: Mapped[str | None]
    within: Mapped[str | None] = mapped_column(String(18), index=True)
    body: Mapped[str]
    place: Mapped[str | None]
    country: Mapped[str | None]
    __table_args__ = (Index(None, "series", "when_edtf"), Index(None, "place", "country"))


class MemberTable(Base):
    """A mention of a meeting (``kind`` is ``meeting``) or the occasion that names it (``occasion``)."""

    __tablename__ = "joined_members"
    joined_id: Mapped[str] = mapped_column(String(18), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[str] = mapped_column(String(40))
    kind: Mapped[str] = mapped_column(String(16))
    record_id: Mapped[str]
    __table_args__ = (Index(None, "document_id", "record_id"), _NO_ROWID)


class HistoryTable(Base):
    """What came of one commitment or request (``kind``), with the evidence."""

    __tablename__ = "histories"
    document_id: Mapped[str] = mapped_column(String(40), primary_key=True)
    kind: Mapped[str] = mapped_column(String(16), primary_key=True)
    record_id: Mapped[str] = mapped_column(primary_key=True)
    body: Mapped[str]


class StepTable(Base):
    """A status of a commitment or request, and the day from which it could be known."""

    __tablename__ = "history_steps"
    document_id: Mapped[str] = mapped_column(String(40), primary_key=True)
    kind: Mapped[str] = mapped_column(String(16), primary_key=True)
    record_id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    start: Mapped[str] = mapped_column(String(10))
    status: Mapped[str] = mapped_column(String(16))
    __table_args__ = (Index(None, "status", "start"), _NO_ROWID)


class DeferralTable(Base):
    """What a document says was put off, and what took its place."""

    __tablename__ = "deferrals"
    document_id: Mapped[str] = mapped_column(String(40), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    body: Mapped[str]


class PersonTable(Base):
    """One person under all spellings; the body is a ``regesta.resolve.people.Standing``."""

    __tablename__ = "people"
    id: Mapped[str] = mapped_column(String(18), primary_key=True)
    country: Mapped[str | None]
    name: Mapped[str] = mapped_column(index=True)
    body: Mapped[str]


class BearerTable(Base):
    """A name of one country's documents (``regesta.resolve.bearers``) and the person whose it is."""

    __tablename__ = "people_bearers"
    bearer: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[str] = mapped_column(String(18), index=True)


VIEWS: tuple[type[Base], ...] = (
    FactsTable, CellTable, WordTable, ShowingTable, NameTable, JoinedTable, MemberTable, HistoryTable,
    StepTable, DeferralTable, PersonTable, BearerTable, SumTable, KeyTable,
)  # fmt: skip
