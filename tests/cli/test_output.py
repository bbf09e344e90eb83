"""Tables, JSON and CSV of any rows."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from regesta.cli.output import print_rows
from regesta.cli.words import plain
from regesta.export.table import Column, cell

COLUMNS = (
    Column("id", lambda row: row["id"]),
    Column("who", lambda row: row["who"]),
    Column("quote", lambda row: row["quote"]),
    Column("rule", lambda row: row["rule"], shown=False),
)
ROWS: list[dict[str, Any]] = [
    {"id": "s1", "who": ["XA", "XB"], "quote": "“Twice,\nthen” [not bold] \x1b[31mred", "rule": None}
]


def test_json_gives_every_value_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    print_rows(ROWS, COLUMNS, "json")
    assert json.loads(capsys.readouterr().out) == ROWS


def test_csv_gives_every_column_on_one_row(capsys: pytest.CaptureFixture[str]) -> None:
    print_rows(ROWS, COLUMNS, "csv")
    head, row = csv.reader(io.StringIO(capsys.readouterr().out))
    assert head == ["id", "who", "quote", "rule"]
    assert row == ["s1", "XA; XB", ROWS[0]["quote"], ""]


def test_a_table_takes_no_markup_and_no_control_characters(capsys: pytest.CaptureFixture[str]) -> None:
    print_rows(ROWS, COLUMNS, "table")
    out = capsys.readouterr().out
    assert "“Twice, then” [not bold] [31mred" in out
    assert "\x1b" not in out
    assert "rule" not in out


def test_nothing_found_is_said_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    print_rows([], COLUMNS, "table")
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == "Nothing found.\n"


def test_nothing_found_is_an_empty_list_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    print_rows([], COLUMNS, "json")
    assert json.loads(capsys.readouterr().out) == []
    print_rows([], COLUMNS, "csv")
    assert capsys.readouterr().out == "id,who,quote,rule\n"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        (True, "yes"),
        (False, "no"),
        (0, "0"),
        (["a", None], "a; "),
        ({"n": "A", "c": "XA"}, "A XA"),
    ],
)
def test_cells(value: object, words: str) -> None:
    assert cell(value) == words


def test_plain_is_one_line() -> None:
    assert plain(" a\r\n\tb\x07\x9bc ") == "a b c"
