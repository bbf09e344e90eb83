"""The tables as which a ledger leaves: declared once, written as CSV, Parquet, SQLite and data frames."""

from __future__ import annotations

from regesta.export.tables.all import TABLES, rows
from regesta.export.tables.table import Column, Key, Table, Type

__all__ = ["TABLES", "Column", "Key", "Table", "Type", "rows"]
