"""The data package, read by the library of its format and cell by cell."""

from __future__ import annotations

import csv
import json
from hashlib import sha256
from pathlib import Path

import pytest
from frictionless import Package
from hypothesis import given
from hypothesis import strategies as st

from regesta.export import form_named
from regesta.export.csv_package import plain, safe
from regesta.export.tables import TABLES
from regesta.ledger import Ledger
from regesta.query import Filters
from tests.export.filled import FORMULA, source

csv.field_size_limit(10_000_000)


def written(ledger: Ledger, folder: Path, filters: Filters = Filters()) -> Path:  # noqa: B008  frozen
    folder.mkdir()
    form_named("csv").fill(source(ledger, filters), folder)
    return folder


def cells(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.parametrize("filters", [Filters(), Filters(act="agree"), Filters(since="2024", party="XB")])
def test_frictionless_finds_the_package_valid(filled: Ledger, tmp_path: Path, filters: Filters) -> None:
    """Types, required cells, keys and foreign keys of every file."""
    folder = written(filled, tmp_path / "package", filters)
    report = Package(str(folder / "datapackage.json")).validate()
    assert [error.message for task in report.tasks for error in task.errors] == []
    assert report.valid
    assert len(report.tasks) == len(TABLES)


@pytest.mark.parametrize(("table", "column"), [("tellings", "meeting_id"), ("joined_meetings", "within_id")])
def test_frictionless_sees_a_key_that_leads_nowhere(
    filled: Ledger, tmp_path: Path, table: str, column: str
) -> None:
    """So that the test above could fail; one key leads to another table, one to its own."""
    path = written(filled, tmp_path / "package") / f"{table}.csv"
    rows = cells(path)
    next(row for row in rows if row[column])[column] = "nowhere"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    report = Package(str(path.parent / "datapackage.json")).validate()
    assert {error.type for task in report.tasks for error in task.errors} == {"foreign-key"}


def test_the_package_describes_every_column(filled: Ledger, tmp_path: Path) -> None:
    package = json.loads((written(filled, tmp_path / "package") / "datapackage.json").read_text("utf-8"))
    for resource in package["resources"]:
        heads = cells(tmp_path / "package" / resource["path"])
        fields = resource["schema"]["fields"]
        assert all(field["description"] for field in fields)
        assert not heads or list(heads[0]) == [field["name"] for field in fields]


def test_a_narrowed_package_says_by_what(filled: Ledger, tmp_path: Path) -> None:
    folder = written(filled, tmp_path / "package", Filters(act="agree"))
    assert json.loads((folder / "datapackage.json").read_text())["description"].startswith(
        "Only what meets: act agree."
    )


def test_texts_come_back_to_the_last_character(filled: Ledger, tmp_path: Path) -> None:
    folder = written(filled, tmp_path / "package")
    for row in cells(folder / "texts.csv"):
        assert sha256(plain(row["text"]).encode()).hexdigest() == row["text_sha256"]


def test_no_cell_is_a_formula(filled: Ledger, tmp_path: Path) -> None:
    """A place was corrected to one; it comes back as it was corrected."""
    folder = written(filled, tmp_path / "package")
    seen = [
        (column, value)
        for path in sorted(folder.glob("*.csv"))
        for row in cells(path)
        for column, value in row.items()
    ]
    assert [value for _, value in seen if value[:1] in tuple("=+-@\t\r\n")] == []
    places = {value for column, value in seen if column == "place" and FORMULA in value}
    assert places == {f"'{FORMULA}"}
    assert {plain(place) for place in places} == {FORMULA}


@given(st.text(alphabet="'=+-@\t\r\n＝ab", max_size=6))
def test_what_is_made_safe_comes_back(text: str) -> None:
    assert plain(safe(text)) == text
    assert safe(text)[:1] not in tuple("=+-@\t\r\n＝")
