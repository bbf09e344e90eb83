"""The SQLite file, opened by Datasette as its users open it."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from datasette.app import Datasette

from regesta.export import form_named
from regesta.export.sqlite_views import SEARCHED, VIEWS
from regesta.export.tables import TABLES
from regesta.ledger import Ledger
from regesta.query import Filters
from tests.export.filled import source


@pytest.fixture(scope="module")
def folder(filled_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("sqlite")
    with Ledger.open(filled_path) as ledger:
        form_named("sqlite").fill(source(ledger), made)
    return made


@pytest.fixture
def file(folder: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(folder / "regesta.db")) as opened:
        yield opened


def pages(folder: Path, *paths: str) -> list[tuple[int, Any]]:
    """What Datasette answers, opened on the folder, as ``datasette FOLDER`` does."""

    async def asked() -> list[tuple[int, Any]]:
        room = Datasette([], config_dir=folder)
        await room.invoke_startup()
        found = [await room.client.get(path) for path in paths]
        return [
            (one.status_code, one.json() if ".json" in path else one.text)
            for one, path in zip(found, paths, strict=True)
        ]

    return asyncio.run(asked())


def test_datasette_shows_every_table_and_view(folder: Path) -> None:
    names = [*TABLES, *VIEWS]
    for name, (status, text) in zip(
        names, pages(folder, *(f"/regesta/{name}" for name in names)), strict=True
    ):
        assert status == 200, name
        assert name not in TABLES or TABLES[name].about.split(";")[0] in text.replace("&#39;", "'"), name


def test_datasette_leads_from_a_row_to_its_document_and_back(folder: Path, file: sqlite3.Connection) -> None:
    document, record = file.execute("SELECT document_id, id FROM statements LIMIT 1").fetchone()
    (status, text), (_, row), (_, paper) = pages(
        folder,
        f"/regesta/statements?document_id={document}",
        f"/regesta/statements/{document},{record}",
        f"/regesta/documents/{document}",
    )
    assert status == 200
    assert f'href="/regesta/documents/{document}"' in text
    assert record in row
    assert f"/regesta/meetings?document_id={document}" in paper


def test_datasette_searches_statements_and_documents(folder: Path) -> None:
    (_, page), (_, said), (_, papers), (_, none) = pages(
        folder,
        "/regesta/statements",
        f"/regesta/statements.json?_search={quote('ferries')}&_shape=array",
        f"/regesta/documents.json?_search={quote('ferry')}&_shape=array",
        "/regesta/documents.json?_search=unheardof&_shape=array",
    )
    assert 'name="_search"' in page
    assert said
    assert all("ferr" in (row["quote"] + (row["content"] or "")).lower() for row in said)
    assert papers
    assert {row["document_id"] for row in said} <= {row["id"] for row in papers}
    assert none == []


def test_datasette_counts_facets_and_lists(folder: Path) -> None:
    [(status, found)] = pages(folder, "/regesta/statements.json?_facet=act_group&_facet_array=topics&_size=0")
    assert status == 200
    groups = found["facet_results"]["act_group"]["results"]
    assert sum(one["count"] for one in groups) == found["filtered_table_rows_count"] > 0
    assert found["facet_results"]["topics"]["results"]


def test_a_meeting_stands_beside_its_accounts(file: sqlite3.Connection) -> None:
    asked = "SELECT joined_id, count(DISTINCT side) FROM meeting_accounts GROUP BY joined_id ORDER BY 2 DESC"
    assert file.execute(asked).fetchone()[1] == 2
    told, all_told = file.execute("SELECT count(*), sum(mention = 'meeting') FROM tellings").fetchone()
    assert file.execute("SELECT count(*) FROM meeting_accounts").fetchone()[0] == all_told <= told


def test_every_promise_in_the_view_is_unsettled_and_every_statement_has_its_speakers(
    file: sqlite3.Connection,
) -> None:
    assert file.execute("SELECT count(*) FROM open_promises WHERE status = 'done'").fetchone()[0] == 0
    assert file.execute("SELECT count(*) FROM open_promises").fetchone()[0] > 0
    assert file.execute("SELECT count(DISTINCT statement_id) FROM who_said_what").fetchone() == (
        file.execute("SELECT count(*) FROM statements").fetchone()
    )


def test_keys_are_real_and_kept(file: sqlite3.Connection) -> None:
    assert file.execute("PRAGMA foreign_key_check").fetchall() == []
    file.execute("PRAGMA foreign_keys = ON")
    with pytest.raises(sqlite3.IntegrityError):
        file.execute("DELETE FROM documents")
    for name, table in TABLES.items():
        listed = file.execute(f'PRAGMA foreign_key_list("{name}")').fetchall()
        assert len({row[0] for row in listed}) == len(table.keys), name


def test_a_text_is_found_by_the_row_of_its_document(file: sqlite3.Connection) -> None:
    """Documents are searched by the index of their texts."""
    asked = "SELECT count(*) FROM documents d JOIN texts t ON t.rowid = d.rowid AND t.document_id = d.id"
    assert file.execute(asked).fetchone() == file.execute("SELECT count(*) FROM documents").fetchone()
    assert set(SEARCHED) <= set(TABLES)


def test_a_narrowed_file_keeps_its_keys(filled: Ledger, tmp_path: Path) -> None:
    form_named("sqlite").fill(source(filled, Filters(act="request")), tmp_path)
    with closing(sqlite3.connect(tmp_path / "regesta.db")) as file:
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []
        assert {row[0] for row in file.execute("SELECT act FROM statements")} == {"request"}
        assert file.execute("SELECT count(*) FROM requests").fetchone()[0] > 0
