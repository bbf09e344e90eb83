"""Columns of the list of meetings, one row a meeting."""

from __future__ import annotations

from regesta.export.table import Column

MET = (
    Column("id", lambda row: row.joined.id),
    Column("when", lambda row: row.joined.dated.when),
    Column("when_basis", lambda row: row.joined.dated.basis),
    Column("status", lambda row: row.joined.status),
    Column("format", lambda row: row.joined.format),
    Column("medium", lambda row: row.joined.medium),
    Column("parties", lambda row: list(row.joined.parties)),
    Column("place", lambda row: row.joined.place),
    Column("country", lambda row: row.joined.country),
    Column("series", lambda row: row.joined.series),
    Column("round", lambda row: row.joined.round),
    Column("within", lambda row: row.joined.within),
    Column("documents", lambda row: row.documents),
    Column("tellers", lambda row: [code or "unknown" for code in row.tellers]),
    Column("quote", lambda row: row.place.quote),
    Column("document", lambda row: row.place.document),
    Column("start", lambda row: row.place.span.start),
    Column("end", lambda row: row.place.span.end),
    Column("citation", lambda row: row.citation),
)
