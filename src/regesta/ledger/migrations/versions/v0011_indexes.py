"""People's entries are found in the log, and the newest document, without a scan."""

from __future__ import annotations

from alembic import op

revision = "0011"
down_revision: str | None = "0010"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Make the indexes."""
    op.create_index(op.f("ix_judgements_verdict_number"), "judgements", ["verdict", "number"], unique=False)
    op.create_index(op.f("ix_documents_latest"), "documents", ["latest"], unique=False)
