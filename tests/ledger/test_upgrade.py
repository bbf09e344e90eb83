"""A ledger that an older version made is brought up to date with everything in it.

``schema_1.sql`` is a ledger as the version with schema 1 wrote it, in SQL, with one document in it;
``schema_2.sql`` is one of the version with schema 2, ``schema_4.sql`` one of that with schema 4, in
which somebody has accepted a proposal.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from sqlalchemy import Connection, select

from regesta.ledger import Ledger
from regesta.ledger import upgrade as upgrading
from regesta.ledger.judgement_tables import StandingTable
from regesta.ledger.link_tables import PendingTable
from regesta.ledger.schema import SCHEMA_VERSION, Base, DocumentTable
from regesta.model.finding import RegestaError
from regesta.model.records import Records
from regesta.query import documents, readings, register, requests
from tests.ledger.readings import full_reading, records
from tests.ledger.snapshot import context, snapshot


@pytest.fixture(params=[1, 2, 4])
def schema(request: pytest.FixtureRequest) -> int:
    """The number of an older schema."""
    return int(request.param)


@pytest.fixture
def old(path: Path, schema: int) -> Path:
    """A ledger file of an older schema."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(Path(__file__).with_name(f"schema_{schema}.sql").read_text("utf-8"))
    return path


def held(schema: int) -> Records:
    """What an older schema could hold of the records: all since schema 3, and before it no zones.

    Schema 1 had no requests, and of terms only which rule found them.
    """
    if schema > 2:
        return records()
    meetings = tuple(replace(one, zone=None, zone_basis=None) for one in records().meetings)
    found = replace(records(), meetings=meetings)
    if schema > 1:
        return found
    terms = tuple(replace(term, rule="term.islets", confidence=0.5) for term in records().terms)
    return replace(found, requests=(), terms=terms)


def test_everything_is_found_after_the_upgrade(old: Path, schema: int) -> None:
    with Ledger.open(old) as ledger:
        [(document, found)] = readings(ledger)
        assert found == held(schema)
        assert document.text == full_reading().page.text
        assert (document.publisher, document.kind, document.rules_version) == (
            "Ministry of Foreign Affairs of Arlund", "readout", "r1",
        )  # fmt: skip
        assert (document.files, document.added_at) == (("tarn-reth.txt",), "2031-01-02T03:04:05Z")
        assert [row.kind for row in register(ledger)] == [
            "meeting", "request" if schema > 1 else "statement", "statement", "commitment", "statement",
        ]  # fmt: skip
        assert len(requests(ledger)) == (schema > 1)


def test_the_upgraded_tables_are_those_of_a_new_ledger(old: Path, tmp_path: Path) -> None:
    Ledger.open(old).close()
    with Ledger.open(tmp_path / "new.db", create=True) as new, Ledger.open(old) as ledger:
        with ledger.engine.connect() as connection:
            assert compare_metadata(context(connection), Base.metadata) == []
        tables = [_tables(one) for one in (new, ledger)]
    assert tables[0] == tables[1]


def test_the_file_is_marked_and_whole_and_upgraded_once(old: Path) -> None:
    Ledger.open(old).close()
    once = snapshot(old)
    assert str((SCHEMA_VERSION,)) in once
    Ledger.open(old).close()
    assert snapshot(old) == once
    assert list(old.parent.iterdir()) == [old]


def test_all_documents_are_still_to_be_joined_and_decisions_are_kept(old: Path, schema: int) -> None:
    with Ledger.open(old) as ledger, ledger.engine.connect() as connection:
        held_ids = connection.scalars(select(DocumentTable.id)).all()
        assert connection.scalars(select(PendingTable.document_id)).all() == held_ids
        verdicts = connection.scalars(select(StandingTable.verdict)).all()
        assert verdicts == (["accepted"] if schema == 4 else [])


def test_a_document_that_is_read_again_brings_its_requests_and_zones(old: Path) -> None:
    with Ledger.open(old) as ledger:
        assert ledger.add(full_reading(rules="r2"), now="t").status == "reread"
        assert [row.id for row in requests(ledger)] == ["r-1"]
        assert [kept for _, kept in readings(ledger)] == [records()]


def test_an_upgrade_that_fails_leaves_the_old_ledger_as_it_was(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = snapshot(old)

    def broken(connection: Connection) -> None:
        upgrading.upgrade(connection)
        connection.exec_driver_sql("INSERT INTO meetings VALUES (1)")

    monkeypatch.setattr("regesta.ledger.store.upgrade", broken)
    with pytest.raises(RegestaError, match="nothing was changed"):
        Ledger.open(old)
    assert snapshot(old) == before
    monkeypatch.undo()
    with Ledger.open(old) as ledger:
        assert len(documents(ledger)) == 1


def test_a_question_upgrades_a_ledger_too_and_waits_for_nobody(old: Path) -> None:
    with closing(sqlite3.connect(old)) as reader:
        assert reader.execute("SELECT count(*) FROM terms").fetchone() == (1,)
        with Ledger.open(old) as ledger:
            assert len(documents(ledger)) == 1


def _tables(ledger: Ledger) -> set[str]:
    """The columns, keys and indexes of each table, in order."""
    with ledger.engine.connect() as connection:
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars()
        found = set()
        for name in names.all():
            columns = connection.exec_driver_sql(f"PRAGMA table_info({name})").all()
            indexes = connection.exec_driver_sql(f"PRAGMA index_list({name})").all()
            keys = connection.exec_driver_sql(f"PRAGMA foreign_key_list({name})").all()
            indexed = sorted(str(row[1]) for row in indexes)
            found.add(
                f"{name}: {[tuple(row)[1:] for row in columns]} {indexed} {[tuple(row) for row in keys]}"
            )
        return found
