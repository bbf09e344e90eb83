"""Findings as rows: one a finding, its places in order."""

from __future__ import annotations

from regesta.export.table import Column

FOUND = (
    Column("code", lambda row: row.finding.code),
    Column("level", lambda row: row.finding.level),
    Column("message", lambda row: row.finding.message),
    Column(
        "places",
        lambda row: [
            {
                "document": one.place.document,
                "file": file,
                "span": list(one.place.span),
                "quote": one.place.quote,
                "citation": one.citation,
            }
            for one, file in zip(row.cited, row.files, strict=True)
        ],
    ),
)
