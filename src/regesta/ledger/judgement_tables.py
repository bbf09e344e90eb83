"""The tables of judgements: a log that is only added to, and what is worked out from it.

``judgements`` is the log. ``standings`` holds for each judgement what its entries come to, and
``overlays`` the corrected values of the records that stand in the ledger now; both are kept in
the transaction that adds an entry and can be made again from the log at any time.
"""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from regesta.ledger.schema import Base, Json


class JudgementTable(Base):
    """One entry: who says what of which judgement, when, why, and on what evidence.

    ``kind`` is that of the judgement, or ``correction`` for a person's value of a ``field``. The
    span and quote of subject and object are those at the time of the entry. Of what a machine
    proposes ``why`` is its reason; ``note`` is a person's. ``undoes`` is the number of an entry.
    """

    __tablename__ = "judgements"
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    judgement_id: Mapped[str] = mapped_column(String(18))
    kind: Mapped[str] = mapped_column(String(16))
    subject_document: Mapped[str] = mapped_column(String(40))
    subject_kind: Mapped[str] = mapped_column(String(16))
    subject_record: Mapped[str]
    subject_start: Mapped[int]
    subject_end: Mapped[int]
    subject_quote: Mapped[str]
    object_document: Mapped[str | None] = mapped_column(String(40))
    object_kind: Mapped[str | None] = mapped_column(String(16))
    object_record: Mapped[str | None]
    object_start: Mapped[int | None]
    object_end: Mapped[int | None]
    object_quote: Mapped[str | None]
    value: Mapped[str | None]
    verdict: Mapped[str] = mapped_column(String(10))
    field: Mapped[str | None]
    score: Mapped[float | None]
    why: Mapped[str]
    features: Mapped[Json]
    evidence: Mapped[Json]
    by: Mapped[str]
    at: Mapped[str]
    note: Mapped[str | None]
    undoes: Mapped[int | None] = mapped_column(ForeignKey("judgements.number"))
    __table_args__ = (
        Index(None, "judgement_id", "number"),
        Index(None, "verdict", "number"),
        Index(None, "subject_document"),
        Index(None, "object_document"),
        {"sqlite_autoincrement": True},
    )


class StandingTable(Base):
    """What the entries of one judgement come to. ``verdict`` is the person's, else the machine's."""

    __tablename__ = "standings"
    judgement_id: Mapped[str] = mapped_column(String(18), primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))
    subject_document: Mapped[str] = mapped_column(String(40))
    subject_kind: Mapped[str] = mapped_column(String(16))
    subject_record: Mapped[str]
    object_document: Mapped[str | None] = mapped_column(String(40))
    object_kind: Mapped[str | None] = mapped_column(String(16))
    object_record: Mapped[str | None]
    verdict: Mapped[str] = mapped_column(String(10))
    score: Mapped[float | None]
    machine: Mapped[str | None] = mapped_column(String(10))
    machine_number: Mapped[int | None] = mapped_column(ForeignKey("judgements.number"))
    machine_digest: Mapped[str | None] = mapped_column(String(16))
    person: Mapped[str | None] = mapped_column(String(10))
    person_number: Mapped[int | None] = mapped_column(ForeignKey("judgements.number"))
    __table_args__ = (
        Index(None, "verdict", "score"),
        Index(None, "person"),
        Index(None, "subject_document", "subject_record"),
        Index(None, "object_document", "object_record"),
    )


class OverlayTable(Base):
    """A corrected value of a record as it stands now; ``number`` is the entry of the decision."""

    __tablename__ = "overlays"
    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id"), primary_key=True)
    record_kind: Mapped[str] = mapped_column(String(16), primary_key=True)
    record_id: Mapped[str] = mapped_column(primary_key=True)
    field: Mapped[str] = mapped_column(String(24), primary_key=True)
    value: Mapped[str | None]
    number: Mapped[int] = mapped_column(ForeignKey("judgements.number"))
