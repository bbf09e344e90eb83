"""The migrations make the tables that the code speaks of, in one transaction."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from importlib import resources
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from sqlalchemy import JSON, Boolean, Double, Integer, LargeBinary, String, Text
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from regesta.ledger import Ledger
from regesta.ledger.connect import connect, writing
from regesta.ledger.schema import APPLICATION_ID, SCHEMA_VERSION, Base
from regesta.ledger.upgrade import upgrade
from tests.ledger.snapshot import context


def test_the_migrations_make_the_tables_of_the_schema(ledger: Ledger) -> None:
    with ledger.engine.connect() as connection:
        assert compare_metadata(context(connection), Base.metadata) == []


def test_the_file_is_marked(ledger: Ledger) -> None:
    with ledger.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION_ID
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == SCHEMA_VERSION
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"


def test_there_is_a_migration_for_each_schema() -> None:
    files = resources.files("regesta.ledger").joinpath("migrations", "versions").iterdir()
    assert sum(file.name.startswith("v") for file in files) == SCHEMA_VERSION


def test_an_upgrade_that_fails_leaves_nothing(path: Path) -> None:
    engine = connect(path, wal=False)

    def half() -> None:
        with writing(engine, path) as connection:
            upgrade(connection)
            raise KeyError

    with pytest.raises(KeyError):
        half()
    engine.dispose()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
        assert connection.execute("PRAGMA user_version").fetchone() == (0,)


def test_the_tables_are_those_of_any_database() -> None:
    plain = (Text, String, Integer, Boolean, Double, LargeBinary, JSON)
    for table in Base.metadata.sorted_tables:
        assert all(isinstance(column.type, plain) for column in table.columns)
        assert "CREATE TABLE" in str(CreateTable(table).compile(dialect=postgresql.dialect()))  # type: ignore[no-untyped-call]
