"""The tables: every row cited, every value of the type that its column declares, every key answered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from regesta import query
from regesta.export.tables import TABLES, Column, Table, rows
from regesta.ledger import Ledger
from regesta.model.edtf import UNKNOWN_YEAR, valid
from regesta.model.finding import RegestaError
from regesta.model.way import Way
from regesta.query import Filters
from regesta.work.linking import link
from tests.resolve.papers import read
from tools.tables import PAGE, page

PYTHON = {
    "string": str,
    "edtf": str,
    "date": str,
    "integer": int,
    "number": float,
    "boolean": bool,
    "list": list,
}
Rows = dict[str, list[dict[str, Any]]]


def gathered(ledger: Ledger, filters: Filters = Filters()) -> Rows:  # noqa: B008  frozen
    found: Rows = defaultdict(list)
    with query.choice(ledger, filters) as choice:
        for table, row in rows(choice, TABLES.values()):
            found[table.name].append(dict(zip([one.name for one in table.columns], row, strict=True)))
    return found


@pytest.fixture
def held(filled: Ledger) -> Rows:
    return gathered(filled)


def test_a_ledger_of_the_samples_fills_every_table(held: Rows) -> None:
    assert {name for name in TABLES if not held[name]} <= {"meeting_parts", "repeats", "file_places"}


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_a_table_says_what_it_holds(table: Table) -> None:
    names = [column.name for column in table.columns]
    assert len(names) == len(set(names))
    assert set(table.primary) <= set(names)
    assert table.about.endswith(".")
    assert all(column.about for column in table.columns)
    for key in table.keys:
        assert set(key.columns) <= set(names)
        assert set(key.to) <= {column.name for column in TABLES[key.table].columns}


def test_every_value_is_of_the_type_of_its_column(held: Rows) -> None:
    for name, table in TABLES.items():
        for row in held[name]:
            for column in table.columns:
                assert fits(column, row[column.name]), (name, column.name, row[column.name])


def fits(column: Column, value: Any) -> bool:
    if value is None:
        return column.empty
    if PYTHON[column.type] not in (type(value),):
        return False
    if column.type == "date":
        return bool(date.fromisoformat(value).isoformat() == value)
    if column.type == "edtf":
        return valid(value) or UNKNOWN_YEAR in value
    return column.type != "list" or all(isinstance(one, str) for one in value)


def test_keys_are_single_and_lead_to_a_row(held: Rows) -> None:
    for name, table in TABLES.items():
        own = [tuple(row[column] for column in table.primary) for row in held[name]]
        assert len(own) == len(set(own)), name
        for key in table.keys:
            there = {tuple(row[column] for column in key.to) for row in held[key.table]}
            for row in held[name]:
                point = tuple(row[column] for column in key.columns)
                assert None in point or point in there, (name, key)


def test_every_quote_is_the_words_of_its_text(held: Rows) -> None:
    """The texts are in the export itself: whoever has it can check it."""
    texts = {row["text_sha256"]: row["text"] for row in held["texts"]}
    assert all(sha256(text.encode()).hexdigest() == digest for digest, text in texts.items())
    checked = 0
    for name, some in held.items():
        for row in some:
            if row.get("quote") is not None and name != "decisions":
                assert row["quote"] == texts[row["text_sha256"]][row["start"] : row["end"]]
                checked += 1
    assert checked > 500


def test_a_date_that_is_no_day_stays_what_it_is(held: Rows) -> None:
    windows = [row for row in held["commitments"] if row["due"] and row["due_earliest"] != row["due_latest"]]
    assert windows
    assert all(row["due"] not in (row["due_earliest"], row["due_latest"]) for row in windows)
    unknown = [row for row in held["meetings"] if row["when"] and UNKNOWN_YEAR in row["when"]]
    assert all(row["when_earliest"] is None for row in unknown)


def test_what_came_of_a_promise_cites_the_later_document(held: Rows) -> None:
    shown = [row for row in held["commitment_history"] if row["evidence"]]
    assert any(row["citing_document_id"] != row["document_id"] for row in shown)
    assert all(row["date"] >= published(held, row["citing_document_id"]) for row in shown)
    last = {
        (row["document_id"], row["commitment_id"]): row
        for row in held["commitment_history"]
        if row["step"] == "status"
    }
    for row in held["commitments"]:
        step = last.get((row["document_id"], row["id"]))
        assert (row["status"], row["status_since"]) == (
            (step["status"], step["date"]) if step else ("open", None)
        )


def published(held: Rows, document: str) -> str:
    return next(row["published_latest"] or "" for row in held["documents"] if row["id"] == document)


def test_corrections_stand_beside_what_was_read(held: Rows) -> None:
    [one] = held["corrections"]
    row = next(row for row in held["meetings"] if row["id"] == one["record_id"])
    assert row["place"] == one["value"] != one["read"]
    assert held["decisions"][0]["number"] == one["decision"]


@pytest.mark.parametrize(
    "filters",
    [
        Filters(act="agree"),
        Filters(status="held"),
        Filters(party="XA", since="2024"),
        Filters(between="XA-XB", until="2023"),
    ],
)
def test_a_narrowed_export_is_smaller_and_its_keys_lead_to_rows(filled: Ledger, filters: Filters) -> None:
    whole, some = gathered(filled), gathered(filled, filters)
    assert 0 < len(some["documents"]) <= len(whole["documents"])
    assert sum(map(len, some.values())) < sum(map(len, whole.values()))
    for name, table in TABLES.items():
        assert [
            row
            for row in some[name]
            if row not in whole[name] and name not in ("joined_meetings", "tellings")
        ] == []
        for key in table.keys:
            there = {tuple(row[column] for column in key.to) for row in some[key.table]}
            for row in chain(some[name]) if not key.whole else ():
                point = tuple(row[column] for column in key.columns)
                assert None in point or point in there, (name, key)


def test_a_document_that_is_not_linked_yet_stops_the_tables(path_with_one: Ledger) -> None:
    path_with_one.add(read("Arvania thanked Brevonia.\n", "2031-01-01"), now="t")
    with pytest.raises(RegestaError, match="export it again"), query.choice(path_with_one) as choice:
        next(rows(choice, TABLES.values()))


@pytest.fixture
def path_with_one(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "one.db", create=True) as ledger:
        yield ledger


def test_the_data_dictionary_is_as_the_tables_are() -> None:
    """Where it is not: python tools/tables.py."""
    assert PAGE.read_text("utf-8") == page()


def test_a_text_out_of_pages_tells_its_pages(tmp_path: Path) -> None:
    one = read("Arvania thanked Brevonia.\n", "2031-01-01")
    paged = replace(
        one, page=replace(one.page, way=Way("page", ((0, 1), (8, 2))), notes=("A figure is left out.",))
    )
    with Ledger.open(tmp_path / "paged.db", create=True) as ledger:
        ledger.add(paged, now="t")
        link(ledger, now="t")
        found = gathered(ledger)
    assert [(row["start"], row["unit"], row["place"]) for row in found["file_places"]] == [
        (0, "page", 1), (8, "page", 2),
    ]  # fmt: skip
    assert found["documents"][0]["notes"] == ["A figure is left out."]
