"""What the checks found, kept so that a page need not ask them again.

A finding is a code, a level and a sentence; the places that show it are spans of frozen texts.
``finding_stale`` names the documents that came, went, changed or were judged since, in the order in
which the views took them in; ``finding_state`` says as of which state of the ledger the findings were
worked out. All are views: they can be emptied and made again.
"""

from __future__ import annotations

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from regesta.ledger.schema import Base

_NO_ROWID = {"sqlite_with_rowid": False}


class FindingTable(Base):
    """One finding; ``number`` puts them in the order in which ``regesta check`` prints them."""

    __tablename__ = "findings"
    number: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(32))
    level: Mapped[str] = mapped_column(String(8))
    message: Mapped[str]
    __table_args__ = (Index(None, "code", "level"), Index(None, "level", "number"))


class FindingPlaceTable(Base):
    """Words that show a finding."""

    __tablename__ = "finding_places"
    number: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[str] = mapped_column(String(40))
    span_start: Mapped[int]
    span_end: Mapped[int]
    __table_args__ = (Index(None, "document_id"), _NO_ROWID)


class FindingStateTable(Base):
    """As of what the findings were worked out: ``made_by``, ``at``, ``as_of``, ``documents``."""

    __tablename__ = "finding_state"
    name: Mapped[str] = mapped_column(String(16), primary_key=True)
    value: Mapped[str | None]


class StaleTable(Base):
    """A document whose coming, going or change the findings do not know of yet."""

    __tablename__ = "finding_stale"
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    document_id: Mapped[str] = mapped_column(String(40))
    __table_args__ = (Index(None, "document_id"), {"sqlite_autoincrement": True})
