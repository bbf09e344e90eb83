"""Names summed up over all documents, so that one more document costs no more in a large ledger."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision: str | None = "0005"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Make the tables, empty; the views are made again when they are next asked for."""
    op.create_table(
        "link_bearers",
        sa.Column("bearer", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("bearer", name=op.f("pk_link_bearers")),
    )
    op.create_table(
        "link_keys",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("bearer", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", "bearer", name=op.f("pk_link_keys")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_link_keys_bearer"), "link_keys", ["bearer"], unique=False)
    op.execute("DELETE FROM link_state WHERE name = 'made_by'")
