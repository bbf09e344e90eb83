"""The zone of the time at which a meeting began, and on what it rests."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision: str | None = "0002"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Add the columns of schema 3, empty: a document that is read again fills them."""
    with op.batch_alter_table("meetings") as table:
        table.add_column(sa.Column("zone", sa.Text(), nullable=True))
        table.add_column(sa.Column("zone_basis", sa.Text(), nullable=True))
