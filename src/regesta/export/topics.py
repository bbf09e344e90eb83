"""Columns of the list of topics between two sides."""

from __future__ import annotations

from regesta.export.table import Column

TOPICS = (
    Column("topic", lambda row: row.topic),
    Column("first_side_statements", lambda row: row.first),
    Column("second_side_statements", lambda row: row.second),
    Column("documents", lambda row: row.documents),
    Column("since", lambda row: row.since),
    Column("until", lambda row: row.until),
)
