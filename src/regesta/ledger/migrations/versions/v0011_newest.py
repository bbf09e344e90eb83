"""The newest document is found by an index: most pages say how far the ledger goes."""

from __future__ import annotations

from alembic import op

revision = "0011"
down_revision: str | None = "0010"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Make the index."""
    op.create_index(op.f("ix_documents_latest"), "documents", ["latest"], unique=False)
