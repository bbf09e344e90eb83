"""What the measure of exports calls too much, and that it measures what the command writes."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console

from benchmarks.exports import measured, over, table
from regesta.ledger import Ledger
from tests.ledger.readings import full_reading


@pytest.mark.parametrize(
    ("seconds", "megabytes", "documents", "too_much"),
    [(59, 499, 10_000, False), (61, 499, 10_000, True), (59, 501, 10_000, True), (7, 100, 1_000, True)],
)
def test_a_form_may_take_a_minute_and_half_a_gigabyte(
    seconds: float, megabytes: float, documents: int, too_much: bool
) -> None:
    assert over({"seconds": seconds, "peak_megabytes": megabytes}, documents) is too_much


def test_a_form_is_measured_on_a_copy(tmp_path: Path) -> None:
    path = tmp_path / "one.db"
    with Ledger.open(path, create=True) as ledger:
        ledger.add(full_reading(), now="t")
    before = path.read_bytes()
    rows, documents = measured(path, ["jsonl", "csv"])
    assert documents == 1
    assert path.read_bytes() == before
    assert [row["form"] for row in rows] == ["(findings, once)", "jsonl", "csv"]
    assert all(0 < row["megabytes"] < 1 and row["peak_megabytes"] > 20 for row in rows[1:])
    told = io.StringIO()
    Console(file=told, width=120).print(table(rows, documents))
    assert "csv" in told.getvalue()
