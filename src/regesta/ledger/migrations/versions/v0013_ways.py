"""The way from a text back to the pages or paragraphs of its file, and what of that is not in the text."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision: str | None = "0012"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Make the columns; what was handed in before has no way back but the text itself."""
    op.add_column("sightings", sa.Column("way", sa.JSON(none_as_null=True), nullable=True))
    op.add_column("sightings", sa.Column("notes", sa.JSON(none_as_null=True), nullable=True))
    op.add_column("sightings", sa.Column("fetched_at", sa.Text(), nullable=True))
