"""Which files are ledgers, and that what is refused is not touched."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from regesta.ledger import Ledger
from regesta.model.finding import RegestaError
from regesta.query import documents
from tests.ledger.readings import full_reading


def _refused(path: Path, words: str, *, create: bool = True) -> None:
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(RegestaError, match=words) as caught:
        Ledger.open(path, create=create)
    assert "\n" not in str(caught.value)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert sorted(path.parent.iterdir()) == ([path] if path.exists() else [])


def test_a_missing_ledger_is_made_only_on_request(path: Path) -> None:
    _refused(path, "no ledger at", create=False)
    Ledger.open(path, create=True).close()
    Ledger.open(path).close()


def test_an_empty_file_becomes_a_ledger_on_request(path: Path) -> None:
    path.touch()
    _refused(path, "no ledger at", create=False)
    Ledger.open(path, create=True).close()
    Ledger.open(path).close()


def test_a_text_is_not_a_ledger(path: Path) -> None:
    path.write_text("These are the minutes of the harbour board. " * 50)
    _refused(path, "not a ledger")


def test_a_short_file_is_not_a_ledger(path: Path) -> None:
    path.write_text("no")
    _refused(path, "not a ledger")


def test_a_database_of_another_program_is_not_a_ledger(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE documents (id TEXT)")
    _refused(path, "not a ledger")


def test_a_ledger_of_a_newer_version_is_refused(path: Path) -> None:
    Ledger.open(path, create=True).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    _refused(path, "newer version of Regesta")


def test_a_folder_is_not_a_ledger(tmp_path: Path) -> None:
    with pytest.raises(RegestaError, match="is a folder"):
        Ledger.open(tmp_path, create=True)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(RegestaError, match="there is no folder"):
        Ledger.open(tmp_path / "none" / "regesta.db", create=True)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_ledger_without_rights_is_refused(path: Path) -> None:
    Ledger.open(path, create=True).close()
    path.chmod(0)
    with pytest.raises(RegestaError, match="check your rights"):
        Ledger.open(path)


def test_a_damaged_ledger_is_said_to_be_damaged(path: Path) -> None:
    with Ledger.open(path, create=True) as ledger:
        ledger.add(full_reading(), now="t")
    content = bytearray(path.read_bytes())
    content[100 : len(content)] = b"\x17" * (len(content) - 100)
    path.write_bytes(bytes(content))
    with Ledger.open(path) as ledger, pytest.raises(RegestaError, match="is damaged"):
        documents(ledger)


def test_nothing_is_left_beside_a_closed_ledger(path: Path) -> None:
    with Ledger.open(path, create=True) as ledger:
        ledger.add(full_reading(), now="t")
    Ledger.open(path).close()
    assert list(path.parent.iterdir()) == [path]


def test_a_second_writer_waits_for_the_first(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("regesta.ledger.connect._WAIT_SECONDS", 0.05)
    with Ledger.open(path, create=True) as ledger, closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RegestaError, match="Another program is writing"):
            ledger.add(full_reading(), now="t")
        other.rollback()
        assert ledger.add(full_reading(), now="t").status == "new"
