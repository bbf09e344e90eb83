"""What holds across documents: facts, joined meetings, histories, people, and what is still to be done."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision: str | None = "0004"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Make the views, empty, and put every document on the list of what is still to be taken in."""
    _found_by()
    _meetings()
    _promises()
    _people()
    op.execute("INSERT INTO link_pending (document_id) SELECT id FROM documents")


def _found_by() -> None:
    _table("link_pending", _short("document_id", 40), key=["document_id"], of_document=True)
    _table("link_state", _short("name", 16), _text("value"), key=["name"])
    _table("link_facts", _short("document_id", 40), _text("body"), key=["document_id"], of_document=True)
    _table(
        "link_cells", _text("block"), _text("year"), _short("document_id", 40),
        key=["block", "year", "document_id"], indexes=[["document_id"]], rowid=False,
    )  # fmt: skip
    _table(
        "link_words", _text("word"), _short("document_id", 40),
        key=["word", "document_id"], indexes=[["document_id"]], rowid=False,
    )  # fmt: skip


def _meetings() -> None:
    _table(
        "joined", _short("id", 18), _text("when_edtf", needed=False), _short("earliest", 10, needed=False),
        _short("latest", 10, needed=False), _text("format"), _text("status"), _text("series", needed=False),
        _short("within", 18, needed=False), _text("body"),
        key=["id"], indexes=[["earliest"], ["within"], ["series", "when_edtf"]],
    )  # fmt: skip
    _table(
        "joined_members", _short("joined_id", 18), _number("position"), _short("document_id", 40),
        _short("kind", 16), _text("record_id"),
        key=["joined_id", "position"], indexes=[["document_id", "record_id"]], rowid=False,
    )  # fmt: skip


def _promises() -> None:
    record = (_short("document_id", 40), _short("kind", 16), _text("record_id"))
    _table("histories", *record, _text("body"), key=["document_id", "kind", "record_id"])
    record = (_short("document_id", 40), _short("kind", 16), _text("record_id"))
    _table(
        "history_steps", *record, _number("position"), _short("start", 10), _short("status", 16),
        key=["document_id", "kind", "record_id", "position"], indexes=[["status", "start"]], rowid=False,
    )  # fmt: skip
    _table(
        "deferrals", _short("document_id", 40), _number("position"), _text("body"),
        key=["document_id", "position"],
    )  # fmt: skip


def _people() -> None:
    _table(
        "link_showings", _short("document_id", 40), _number("position"), _text("bearer", needed=False),
        _text("body"),
        key=["document_id", "position"], indexes=[["bearer"]],
    )  # fmt: skip
    _table(
        "link_names", _text("key"), _short("document_id", 40), _number("position"),
        key=["key", "document_id", "position"], indexes=[["document_id"]], rowid=False,
    )  # fmt: skip
    _table(
        "people", _short("id", 18), _text("country", needed=False), _text("name"), _text("body"),
        key=["id"], indexes=[["name"]],
    )  # fmt: skip
    _table(
        "people_bearers", _text("bearer"), _short("person_id", 18),
        key=["bearer"], indexes=[["person_id"]],
    )  # fmt: skip


def _table(
    name: str,
    *columns: sa.Column[Any],
    key: list[str],
    indexes: list[list[str]] | None = None,
    of_document: bool = False,
    rowid: bool = True,
) -> None:
    foreign = [
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f(f"fk_{name}_document_id"))
        for _ in range(of_document)
    ]
    primary = sa.PrimaryKeyConstraint(*key, name=op.f(f"pk_{name}"))
    op.create_table(name, *columns, *foreign, primary, sqlite_with_rowid=rowid)
    for fields in indexes or ():
        op.create_index(op.f(f"ix_{name}_{'_'.join(fields)}"), name, fields, unique=False)


def _text(name: str, *, needed: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=not needed)


def _short(name: str, length: int, *, needed: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.String(length=length), nullable=not needed)


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=False)
