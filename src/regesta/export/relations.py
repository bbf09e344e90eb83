"""Relationships as rows."""

from __future__ import annotations

from regesta.export.table import Column

RELATIONS = (
    Column("pair", lambda row: row.pair),
    Column("documents", lambda row: row.documents),
    Column("meetings", lambda row: row.meetings),
    Column("first", lambda row: row.first),
    Column("last", lambda row: row.last),
    Column("newest_document", lambda row: row.newest),
)
