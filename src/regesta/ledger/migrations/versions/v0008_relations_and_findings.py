"""What stands between two states as narrow rows, and what the checks found, kept for pages to read."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision: str | None = "0007"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Make the tables, empty; the views are made again, and the checks put again, when next asked for."""
    _relations()
    _findings()
    op.create_index(op.f("ix_documents_added_at_previous_id"), "documents", ["added_at", "previous_id"])
    op.execute("DELETE FROM link_state WHERE name = 'made_by'")


def _relations() -> None:
    _table(
        "pair_documents", _short("pair", 16), _short("document_id", 40), _short("day", 10, needed=False),
        key=["pair", "document_id"], indexes=[["document_id"]],
    )  # fmt: skip
    _table(
        "pair_meetings", _short("pair", 16), _short("joined_id", 18), _short("earliest", 10, needed=False),
        _short("latest", 10, needed=False), _text("format"), _text("status"),
        key=["pair", "joined_id"], indexes=[["joined_id"]],
    )  # fmt: skip
    op.create_index(
        op.f("ix_pair_meetings_days"), "pair_meetings", ["pair", "earliest", "format", "status", "latest"]
    )
    _table(
        "pair_tallies", _short("pair", 16), _short("kind", 8), _text("thing"), _short("side", 8),
        _text("label"), _short("document_id", 40), _short("day", 10, needed=False), _number("count"),
        key=["pair", "kind", "thing", "side", "label", "document_id"], indexes=[["document_id"]],
    )  # fmt: skip


def _findings() -> None:
    _table(
        "findings", _number("number"), _short("code", 32), _short("level", 8), _text("message"),
        key=["number"], indexes=[["code", "level"], ["level", "number"]], rowid=True,
    )  # fmt: skip
    _table(
        "finding_places", _number("number"), _number("position"), _short("document_id", 40),
        _number("span_start"), _number("span_end"),
        key=["number", "position"], indexes=[["document_id"]],
    )  # fmt: skip
    _table("finding_state", _short("name", 16), _text("value", needed=False), key=["name"], rowid=True)
    op.create_table(
        "finding_stale",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("document_id", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_finding_stale")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_finding_stale_document_id"), "finding_stale", ["document_id"])


def _table(
    name: str, *columns: sa.Column[Any], key: list[str], indexes: list[list[str]] | None = None,
    rowid: bool = False,
) -> None:  # fmt: skip
    same: dict[str, Any] = {} if rowid else {"sqlite_with_rowid": False}
    op.create_table(name, *columns, sa.PrimaryKeyConstraint(*key, name=op.f(f"pk_{name}")), **same)
    for index in indexes or ():
        op.create_index(op.f(f"ix_{name}_{'_'.join(index)}"), name, index, unique=False)


def _text(name: str, *, needed: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=not needed)


def _short(name: str, length: int, *, needed: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.String(length=length), nullable=not needed)


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=False)
