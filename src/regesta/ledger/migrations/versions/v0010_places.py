"""Where joined meetings were held, in columns, so that the meetings of a place are found by an index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision: str | None = "0009"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Make the columns and fill them from the bodies of the meetings, where there are any."""
    op.add_column("joined", sa.Column("place", sa.Text(), nullable=True))
    op.add_column("joined", sa.Column("country", sa.Text(), nullable=True))
    op.create_index(op.f("ix_joined_place_country"), "joined", ["place", "country"], unique=False)
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "UPDATE joined SET place = json_extract(body, '$[8]'), country = json_extract(body, '$[9]')"
        )
