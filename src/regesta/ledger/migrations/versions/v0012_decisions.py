"""People's entries are found in the log without a scan."""

from __future__ import annotations

from alembic import op

revision = "0012"
down_revision: str | None = "0011"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Make the index."""
    op.create_index(op.f("ix_judgements_verdict_number"), "judgements", ["verdict", "number"], unique=False)
