"""A disk that fills up in the middle of a document: the ledger is as after the last whole one."""

from __future__ import annotations

import resource
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from regesta.ledger import Ledger, LedgerStopped
from tests.ledger.readings import TEXT, full_reading, reading, records
from tests.ledger.snapshot import snapshot

BIG = reading(TEXT + "The tide rose. " * 60_000, records(), url="big", file="big.txt")
_CHILD = """
import resource, sys
from pathlib import Path
from regesta.ledger import Ledger, LedgerStopped
from tests.ledger.test_full_disk import BIG
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
try:
    with Ledger.open(Path(sys.argv[1]), create=True) as ledger:
        ledger.add(BIG, now="t")
except LedgerStopped as problem:
    print(problem)
    sys.exit(7)
"""


def test_a_full_disk_leaves_the_ledger_as_it_was(path: Path) -> None:
    with Ledger.open(path, create=True) as ledger:
        ledger.add(full_reading(), now="t")
    before = snapshot(path)
    with Ledger.open(path) as ledger:
        _limit_pages(ledger, 100)
        with pytest.raises(LedgerStopped, match="The disk is full"):
            ledger.add(BIG, now="t")
        assert ledger.add(full_reading(), now="t").status == "known"
    assert snapshot(path) == before


def test_a_file_that_may_not_grow_leaves_the_ledger_as_it_was(path: Path) -> None:
    with Ledger.open(path, create=True) as ledger:
        ledger.add(full_reading(), now="t")
    before = snapshot(path)
    ended = _run_child(path)
    assert ended.returncode == 7, ended.stderr
    assert ended.stdout.count("\n") == 1
    assert snapshot(path) == before


def test_a_ledger_that_cannot_be_made_leaves_no_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_connection: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("regesta.ledger.store.upgrade", fail)
    with pytest.raises(LedgerStopped, match="The disk is full"):
        Ledger.open(path, create=True)
    assert list(path.parent.iterdir()) == []


def _limit_pages(ledger: Ledger, pages: int) -> None:
    @event.listens_for(ledger.engine, "connect")
    def _limit(connection: Any, _record: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}")


def _run_child(path: Path) -> subprocess.CompletedProcess[str]:
    assert resource.getrlimit(resource.RLIMIT_FSIZE)
    return subprocess.run(
        [sys.executable, "-c", _CHILD, str(path)],
        capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2],
    )  # fmt: skip
