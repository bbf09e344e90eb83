"""Whatever a ledger holds leaves in every form of tables, and comes back."""

from __future__ import annotations

import csv
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow.parquet as pq
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from regesta.export import form_named
from regesta.export.csv_package import plain
from regesta.ledger import Ledger
from regesta.model.reading import Reading
from regesta.model.records import Records, Statement, Term
from regesta.model.span import Span
from regesta.work.linking import link
from tests.export.filled import source
from tests.ledger.readings import reading

csv.field_size_limit(10_000_000)


def test_an_empty_ledger_leaves_empty_tables(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "none.db", create=True) as ledger:
        link(ledger, now="t")
        for form in ("csv", "parquet", "sqlite"):
            (tmp_path / form).mkdir()
            assert form_named(form).fill(source(ledger), tmp_path / form) == 0
    assert pq.read_table(tmp_path / "parquet" / "statements.parquet").num_rows == 0
    assert (tmp_path / "csv" / "terms.csv").read_text("utf-8").startswith("document_id,id,start,")


@given(st.lists(st.text(min_size=1, max_size=40), min_size=1, max_size=3, unique=True))
@settings(max_examples=10, deadline=None, phases=[Phase.explicit, Phase.generate])
@example(["=1+1", "'@a\r\nb", '\x00\ufeff\u2028\x85 ,;"'])
def test_texts_and_quotes_come_back_from_every_form(texts: list[str]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        with Ledger.open(folder / "some.db", create=True) as ledger:
            for number, text in enumerate(texts):
                ledger.add(told(text, f"{number}.txt"), now="t")
            link(ledger, now="t")
            for form in ("csv", "parquet", "sqlite"):
                (folder / form).mkdir()
                form_named(form).fill(source(ledger), folder / form)
        for table, column in (("texts", "text"), ("statements", "quote"), ("terms", "label")):
            found = [
                row[column] for row in pq.read_table(folder / "parquet" / f"{table}.parquet").to_pylist()
            ]
            assert sorted(found) == sorted(texts)
            with (folder / "csv" / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
                assert [plain(row[column]) for row in csv.DictReader(stream)] == found
            with closing(sqlite3.connect(folder / "sqlite" / "regesta.db")) as file:
                asked = file.execute(f'SELECT "{column}" FROM "{table}" ORDER BY rowid')
                assert [row[0] for row in asked] == found


def told(text: str, file: str) -> Reading:
    """A text that is one statement and one term from end to end."""
    whole = Span(0, len(text))
    said = Statement("s-1", whole, "v", whole, "agree", False, (), None, (), None, whole, "verb")
    term = Term("t-1", whole, text, "thing", None, "rule")
    return reading(text, Records(statements=(said,), terms=(term,)), file=file, url=None)
