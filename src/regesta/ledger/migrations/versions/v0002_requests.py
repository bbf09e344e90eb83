"""Requests, and of terms the rule and the confidence that every other record has."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision: str | None = "0001"
branch_labels: str | None = None
depends_on: str | None = None

_UNKNOWN = 0.5


def upgrade() -> None:
    """Make the tables of schema 2. What schema 1 held stays as it is."""
    _requests()
    _terms()


def _requests() -> None:
    """Requests begin empty: they are made when a document is read again."""
    op.create_table(
        "requests",
        sa.Column("document_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.Column("rules_version", sa.Text(), nullable=False),
        sa.Column("earliest", sa.String(length=10), nullable=True),
        sa.Column("latest", sa.String(length=10), nullable=True),
        sa.Column("heading_id", sa.Text(), nullable=True),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("who", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("asked", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("what_start", sa.Integer(), nullable=False),
        sa.Column("what_end", sa.Integer(), nullable=False),
        sa.Column("again", sa.Boolean(), nullable=False),
        sa.Column("negated", sa.Boolean(), nullable=False),
        sa.Column("due", sa.Text(), nullable=True),
        sa.Column("due_basis", sa.Text(), nullable=True),
        sa.Column("due_as_written", sa.Text(), nullable=True),
        sa.Column("condition", sa.Text(), nullable=True),
        sa.Column("topics", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("statement_id", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_requests_document_id")),
        sa.PrimaryKeyConstraint("document_id", "id", name=op.f("pk_requests")),
    )
    op.create_index(op.f("ix_requests_act"), "requests", ["act"], unique=False)
    op.create_index(op.f("ix_requests_earliest"), "requests", ["earliest"], unique=False)
    op.create_index(op.f("ix_requests_id"), "requests", ["id"], unique=False)


def _terms() -> None:
    """Say of each term which rule found it; how sure that was, schema 1 did not say."""
    with op.batch_alter_table("terms") as table:
        table.add_column(sa.Column("rule", sa.Text(), nullable=True))
        table.add_column(sa.Column("confidence", sa.Double(), nullable=True))
    terms = sa.table("terms", sa.column("rule"), sa.column("concept"), sa.column("confidence"))
    op.execute(terms.update().values(rule=sa.literal("term.") + terms.c.concept, confidence=_UNKNOWN))
    with op.batch_alter_table("terms") as table:
        table.alter_column("rule", existing_type=sa.Text(), nullable=False)
        table.alter_column("confidence", existing_type=sa.Double(), nullable=False)
