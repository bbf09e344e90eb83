"""The first tables: documents and their texts, records, and what finds them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision: str | None = None
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Make the tables of schema 1."""
    _documents()
    _contents()
    _blobs()
    _sightings()
    _meetings()
    _statements()
    _commitments()
    _terms()
    _unread()
    _repeats()
    _accounts()
    _furniture()
    _facets()


def _documents() -> None:
    op.create_table(
        "documents",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("publisher_basis", sa.Text(), nullable=True),
        sa.Column("publisher_words", sa.Text(), nullable=False),
        sa.Column("side", sa.Text(), nullable=True),
        sa.Column("side_basis", sa.Text(), nullable=True),
        sa.Column("counterpart", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("kind_reason", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("title_start", sa.Integer(), nullable=True),
        sa.Column("title_end", sa.Integer(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("published_basis", sa.Text(), nullable=True),
        sa.Column("earliest", sa.String(length=10), nullable=True),
        sa.Column("latest", sa.String(length=10), nullable=True),
        sa.Column("rules_version", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("previous_id", sa.String(length=40), nullable=True),
        sa.Column("added_at", sa.Text(), nullable=False),
        sa.Column("read_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["previous_id"], ["documents.id"], name=op.f("fk_documents_previous_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
        sa.UniqueConstraint("sha256", name=op.f("uq_documents_sha256")),
    )
    op.create_index(op.f("ix_documents_earliest"), "documents", ["earliest"], unique=False)
    op.create_index(op.f("ix_documents_previous_id"), "documents", ["previous_id"], unique=False)
    op.create_index(op.f("ix_documents_side"), "documents", ["side"], unique=False)
    op.create_index(op.f("ix_documents_url"), "documents", ["url"], unique=False)


def _contents() -> None:
    op.create_table(
        "contents",
        sa.Column("document_id", sa.String(length=40), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_contents_document_id")),
        sa.PrimaryKeyConstraint("document_id", name=op.f("pk_contents")),
    )


def _blobs() -> None:
    op.create_table(
        "blobs",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_blobs")),
    )


def _sightings() -> None:
    op.create_table(
        "sightings",
        sa.Column("document_id", sa.String(length=40), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("encoding", sa.Text(), nullable=False),
        sa.Column("blob_sha256", sa.String(length=64), nullable=False),
        sa.Column("facts", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("seen_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["blob_sha256"], ["blobs.sha256"], name=op.f("fk_sightings_blob_sha256")),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_sightings_document_id")),
        sa.PrimaryKeyConstraint("document_id", "name", name=op.f("pk_sightings")),
    )
    op.create_index(op.f("ix_sightings_file"), "sightings", ["file"], unique=False)


def _meetings() -> None:
    op.create_table(
        "meetings",
        sa.Column("document_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.Column("rules_version", sa.Text(), nullable=False),
        sa.Column("earliest", sa.String(length=10), nullable=True),
        sa.Column("latest", sa.String(length=10), nullable=True),
        sa.Column("heading_id", sa.Text(), nullable=True),
        sa.Column("main", sa.Boolean(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("medium", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("when_edtf", sa.Text(), nullable=True),
        sa.Column("when_basis", sa.Text(), nullable=True),
        sa.Column("as_written", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("participants", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("parties", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("parties_basis", sa.Text(), nullable=False),
        sa.Column("start_time", sa.Text(), nullable=True),
        sa.Column("duration_minutes", sa.Integer(), nullable=True),
        sa.Column("parts", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("occasion", sa.Text(), nullable=True),
        sa.Column("ordinal_total", sa.Integer(), nullable=True),
        sa.Column("ordinal_year", sa.Integer(), nullable=True),
        sa.Column("round", sa.Integer(), nullable=True),
        sa.Column("condition", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("also", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("topics", sa.JSON(none_as_null=True), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_meetings_document_id")),
        sa.PrimaryKeyConstraint("document_id", "id", name=op.f("pk_meetings")),
    )
    op.create_index(op.f("ix_meetings_earliest"), "meetings", ["earliest"], unique=False)
    op.create_index(op.f("ix_meetings_id"), "meetings", ["id"], unique=False)


def _statements() -> None:
    op.create_table(
        "statements",
        sa.Column("document_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.Column("rules_version", sa.Text(), nullable=False),
        sa.Column("earliest", sa.String(length=10), nullable=True),
        sa.Column("latest", sa.String(length=10), nullable=True),
        sa.Column("heading_id", sa.Text(), nullable=True),
        sa.Column("verb", sa.Text(), nullable=False),
        sa.Column("verb_start", sa.Integer(), nullable=False),
        sa.Column("verb_end", sa.Integer(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("negated", sa.Boolean(), nullable=False),
        sa.Column("actors", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("addressee", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("topics", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("section", sa.Text(), nullable=True),
        sa.Column("content_start", sa.Integer(), nullable=True),
        sa.Column("content_end", sa.Integer(), nullable=True),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_statements_document_id")),
        sa.PrimaryKeyConstraint("document_id", "id", name=op.f("pk_statements")),
    )
    op.create_index(op.f("ix_statements_act"), "statements", ["act"], unique=False)
    op.create_index(op.f("ix_statements_earliest"), "statements", ["earliest"], unique=False)
    op.create_index(op.f("ix_statements_id"), "statements", ["id"], unique=False)


def _commitments() -> None:
    op.create_table(
        "commitments",
        sa.Column("document_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.Column("rules_version", sa.Text(), nullable=False),
        sa.Column("earliest", sa.String(length=10), nullable=True),
        sa.Column("latest", sa.String(length=10), nullable=True),
        sa.Column("heading_id", sa.Text(), nullable=True),
        sa.Column("who", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("strength", sa.Integer(), nullable=False),
        sa.Column("due", sa.Text(), nullable=True),
        sa.Column("due_basis", sa.Text(), nullable=True),
        sa.Column("due_as_written", sa.Text(), nullable=True),
        sa.Column("condition", sa.Text(), nullable=True),
        sa.Column("topics", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_commitments_document_id")),
        sa.PrimaryKeyConstraint("document_id", "id", name=op.f("pk_commitments")),
    )
    op.create_index(op.f("ix_commitments_earliest"), "commitments", ["earliest"], unique=False)
    op.create_index(op.f("ix_commitments_id"), "commitments", ["id"], unique=False)


def _terms() -> None:
    op.create_table(
        "terms",
        sa.Column("document_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.Column("rules_version", sa.Text(), nullable=False),
        sa.Column("earliest", sa.String(length=10), nullable=True),
        sa.Column("latest", sa.String(length=10), nullable=True),
        sa.Column("heading_id", sa.Text(), nullable=True),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("concept", sa.Text(), nullable=False),
        sa.Column("side", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_terms_document_id")),
        sa.PrimaryKeyConstraint("document_id", "id", name=op.f("pk_terms")),
    )
    op.create_index(op.f("ix_terms_concept"), "terms", ["concept"], unique=False)
    op.create_index(op.f("ix_terms_earliest"), "terms", ["earliest"], unique=False)
    op.create_index(op.f("ix_terms_id"), "terms", ["id"], unique=False)


def _unread() -> None:
    op.create_table(
        "unread",
        sa.Column("document_id", sa.String(length=40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.Column("rules_version", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_unread_document_id")),
        sa.PrimaryKeyConstraint("document_id", "position", name=op.f("pk_unread")),
    )


def _repeats() -> None:
    op.create_table(
        "repeats",
        sa.Column("document_id", sa.String(length=40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.Column("rules_version", sa.Text(), nullable=False),
        sa.Column("first_start", sa.Integer(), nullable=False),
        sa.Column("first_end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_repeats_document_id")),
        sa.PrimaryKeyConstraint("document_id", "position", name=op.f("pk_repeats")),
    )


def _accounts() -> None:
    op.create_table(
        "accounts",
        sa.Column("document_id", sa.String(length=40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.Column("rules_version", sa.Text(), nullable=False),
        sa.Column("fate", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_accounts_document_id")),
        sa.PrimaryKeyConstraint("document_id", "position", name=op.f("pk_accounts")),
    )


def _furniture() -> None:
    op.create_table(
        "furniture",
        sa.Column("document_id", sa.String(length=40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.Column("rules_version", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_furniture_document_id")),
        sa.PrimaryKeyConstraint("document_id", "position", name=op.f("pk_furniture")),
    )


def _facets() -> None:
    op.create_table(
        "facets",
        sa.Column("document_id", sa.String(length=40), nullable=False),
        sa.Column("record_kind", sa.String(length=16), nullable=False),
        sa.Column("record_id", sa.Text(), nullable=False),
        sa.Column("facet", sa.String(length=16), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_facets_document_id")),
        sa.PrimaryKeyConstraint(
            "document_id", "record_kind", "record_id", "facet", "value", name=op.f("pk_facets")
        ),
    )
    op.create_index(op.f("ix_facets_facet_value"), "facets", ["facet", "value"], unique=False)
