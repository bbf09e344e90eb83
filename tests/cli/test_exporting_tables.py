"""``regesta export`` of tables: to a new folder, whole or not at all, by the filters."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from regesta.ledger import Ledger

from .make import first, run, second


@pytest.mark.parametrize("form", ["csv", "parquet", "sqlite"])
def test_tables_go_into_a_new_folder(ledger: Path, tmp_path: Path, form: str) -> None:
    done = run("--ledger", ledger, "export", "--format", form, "-o", tmp_path / "out")
    assert (done.code, done.out) == (0, "")
    assert done.err.endswith("items written.\n")
    assert list((tmp_path / "out").iterdir())


@pytest.mark.parametrize("form", ["csv", "parquet", "sqlite"])
def test_what_stands_at_the_target_stays(ledger: Path, tmp_path: Path, form: str) -> None:
    kept = tmp_path / "out" / "mine.csv"
    kept.parent.mkdir()
    kept.write_text("mine", "utf-8")
    done = run("--ledger", ledger, "export", "--format", form, "-o", kept.parent)
    assert done.code != 0
    assert "the folder is not empty" in done.err
    assert [path.name for path in tmp_path.glob("**/*") if path.suffix == ".csv"] == ["mine.csv"]


def test_tables_need_a_folder(ledger: Path) -> None:
    done = run("--ledger", ledger, "export", "--format", "csv")
    assert done.code != 0
    assert "name it with -o" in done.err


def test_a_form_that_cannot_be_written_leaves_nothing(ledger: Path, tmp_path: Path) -> None:
    done = run("--ledger", ledger, "export", "--format", "csv", "--act", "dance", "-o", tmp_path / "out")
    assert done.code != 0
    assert "There is no act 'dance'" in done.err
    assert [path for path in tmp_path.iterdir() if path != ledger and "two.db" not in path.name] == []


def test_filters_ask_for_records(ledger: Path, tmp_path: Path) -> None:
    done = run("--ledger", ledger, "export", "--format", "csv", "--act", "urge", "-o", tmp_path / "out")
    assert done.code == 0
    with (tmp_path / "out" / "statements.csv").open(encoding="utf-8", newline="") as stream:
        assert {row["act"] for row in csv.DictReader(stream)} == {"urge"}


def test_a_status_is_known_in_a_ledger_that_is_not_linked_yet(tmp_path: Path) -> None:
    """What is asked across documents is worked out first, also for a form that does not hold it."""
    path = tmp_path / "fresh.db"
    with Ledger.open(path, create=True) as ledger:
        for one in (first(), second("2031-07-01")):
            ledger.add(one, now="t")
    closed = run("--ledger", path, "export", "--status", "no_evidence")
    [line] = map(json.loads, closed.out.splitlines())
    assert [one["due"] for one in line["commitments"]] == ["2031-06-05"]
    assert line["statements"] == []
    assert run("--ledger", path, "export", "--status", "contested").out == ""
