"""The log of judgements, what it comes to, and corrected values."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision: str | None = "0003"
branch_labels: str | None = None
depends_on: str | None = None

_KEPT = (
    "CREATE TRIGGER judgements_keep_update BEFORE UPDATE ON judgements BEGIN"
    " SELECT RAISE(ABORT, 'judgements are only ever added to'); END",
    "CREATE TRIGGER judgements_keep_delete BEFORE DELETE ON judgements BEGIN"
    " SELECT RAISE(ABORT, 'judgements are only ever added to'); END",
    "CREATE TRIGGER judgements_keep_insert BEFORE INSERT ON judgements"
    " WHEN EXISTS (SELECT 1 FROM judgements WHERE number = NEW.number) BEGIN"
    " SELECT RAISE(ABORT, 'judgements are only ever added to'); END",
)


def upgrade() -> None:
    """Make the tables of judgements; they begin empty."""
    _judgements()
    _standings()
    _overlays()
    if op.get_bind().dialect.name == "sqlite":
        for trigger in _KEPT:
            op.execute(trigger)


def _judgements() -> None:
    op.create_table(
        "judgements",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("judgement_id", sa.String(length=18), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("subject_document", sa.String(length=40), nullable=False),
        sa.Column("subject_kind", sa.String(length=16), nullable=False),
        sa.Column("subject_record", sa.Text(), nullable=False),
        sa.Column("subject_start", sa.Integer(), nullable=False),
        sa.Column("subject_end", sa.Integer(), nullable=False),
        sa.Column("subject_quote", sa.Text(), nullable=False),
        sa.Column("object_document", sa.String(length=40), nullable=True),
        sa.Column("object_kind", sa.String(length=16), nullable=True),
        sa.Column("object_record", sa.Text(), nullable=True),
        sa.Column("object_start", sa.Integer(), nullable=True),
        sa.Column("object_end", sa.Integer(), nullable=True),
        sa.Column("object_quote", sa.Text(), nullable=True),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("verdict", sa.String(length=10), nullable=False),
        sa.Column("field", sa.Text(), nullable=True),
        sa.Column("score", sa.Double(), nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("features", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("evidence", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["undoes"], ["judgements.number"], name=op.f("fk_judgements_undoes")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_judgements")),
        sqlite_autoincrement=True,
    )
    for columns in (["judgement_id", "number"], ["subject_document"], ["object_document"]):
        op.create_index(op.f(f"ix_judgements_{'_'.join(columns)}"), "judgements", columns, unique=False)


def _standings() -> None:
    op.create_table(
        "standings",
        sa.Column("judgement_id", sa.String(length=18), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("subject_document", sa.String(length=40), nullable=False),
        sa.Column("subject_kind", sa.String(length=16), nullable=False),
        sa.Column("subject_record", sa.Text(), nullable=False),
        sa.Column("object_document", sa.String(length=40), nullable=True),
        sa.Column("object_kind", sa.String(length=16), nullable=True),
        sa.Column("object_record", sa.Text(), nullable=True),
        sa.Column("verdict", sa.String(length=10), nullable=False),
        sa.Column("score", sa.Double(), nullable=True),
        sa.Column("machine", sa.String(length=10), nullable=True),
        sa.Column("machine_number", sa.Integer(), nullable=True),
        sa.Column("machine_digest", sa.String(length=16), nullable=True),
        sa.Column("person", sa.String(length=10), nullable=True),
        sa.Column("person_number", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["machine_number"], ["judgements.number"], name=op.f("fk_standings_machine_number")
        ),
        sa.ForeignKeyConstraint(
            ["person_number"], ["judgements.number"], name=op.f("fk_standings_person_number")
        ),
        sa.PrimaryKeyConstraint("judgement_id", name=op.f("pk_standings")),
    )
    for columns in (
        ["verdict", "score"],
        ["person"],
        ["subject_document", "subject_record"],
        ["object_document", "object_record"],
    ):
        op.create_index(op.f(f"ix_standings_{'_'.join(columns)}"), "standings", columns, unique=False)


def _overlays() -> None:
    op.create_table(
        "overlays",
        sa.Column("document_id", sa.String(length=40), nullable=False),
        sa.Column("record_kind", sa.String(length=16), nullable=False),
        sa.Column("record_id", sa.Text(), nullable=False),
        sa.Column("field", sa.String(length=24), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_overlays_document_id")),
        sa.ForeignKeyConstraint(["number"], ["judgements.number"], name=op.f("fk_overlays_number")),
        sa.PrimaryKeyConstraint("document_id", "record_kind", "record_id", "field", name=op.f("pk_overlays")),
    )
