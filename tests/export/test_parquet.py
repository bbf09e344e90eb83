"""The Parquet files, read by pyarrow and by pandas."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest

from regesta import query
from regesta.export import form_named, parquet
from regesta.export.tables import TABLES, rows
from regesta.ledger import Ledger
from tests.export.filled import source


@pytest.fixture
def folder(filled: Ledger, tmp_path: Path) -> Path:
    form_named("parquet").fill(source(filled), tmp_path)
    return tmp_path


def test_every_row_comes_back_by_pyarrow(filled: Ledger, folder: Path) -> None:
    with query.choice(filled) as choice:
        for name, table in TABLES.items():
            days = {one.name for one in table.columns if one.type == "date"}
            names = [one.name for one in table.columns]
            wanted = [dict(zip(names, row, strict=True)) for _, row in rows(choice, [table])]
            found = pq.read_table(folder / f"{name}.parquet").to_pylist()
            told = [
                {key: plain(value) if key in days else value for key, value in row.items()} for row in found
            ]
            assert told == wanted, name


def plain(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def test_columns_have_types_and_say_what_they_mean(folder: Path) -> None:
    schema = pq.read_schema(folder / "statements.parquet")
    kinds = {
        name: str(schema.field(name).type)
        for name in ("start", "negated", "topics", "confidence", "filed_earliest")
    }
    assert kinds == {
        "start": "int64", "negated": "bool", "topics": "list<element: string>", "confidence": "double",
        "filed_earliest": "date32[day]",
    }  # fmt: skip
    assert schema.field("act").metadata[b"description"] == b"one of the 24 acts of the record format"
    assert not schema.field("act").nullable
    assert json.loads(schema.metadata[b"primary_key"]) == ["document_id", "id"]
    assert {"columns": ["document_id"], "table": "documents", "to": ["id"]} in json.loads(
        schema.metadata[b"foreign_keys"]
    )


def test_pandas_joins_promises_with_their_documents(folder: Path) -> None:
    promises = pd.read_parquet(folder / "commitments.parquet")
    documents = pd.read_parquet(folder / "documents.parquet")
    both = promises.merge(documents, left_on="document_id", right_on="id", suffixes=("", "_document"))
    assert len(both) == len(promises) > 0
    assert set(both["text_sha256"]) <= set(documents["text_sha256"])
    assert both["due_latest"].dropna().map(lambda day: isinstance(day, date)).all()


def test_a_long_table_is_written_in_groups(
    filled: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that memory does not grow with the ledger."""
    monkeypatch.setattr(parquet, "_GROUP", 40)
    count = form_named("parquet").fill(source(filled), tmp_path)
    file = pq.ParquetFile(tmp_path / "statements.parquet")
    assert file.num_row_groups > 1
    assert max(file.metadata.row_group(at).num_rows for at in range(file.num_row_groups)) == 40
    assert count == sum(pq.ParquetFile(path).metadata.num_rows for path in tmp_path.glob("*.parquet"))
