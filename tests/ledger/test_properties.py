"""What goes in comes out equal; twice is once; the order of additions does not matter."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from regesta.ledger import Ledger
from regesta.model.reading import Reading
from regesta.model.records import Records
from regesta.query import DocumentRow, Filters, readings
from tests.ledger import strategies
from tests.ledger.snapshot import snapshot

quietly = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@contextmanager
def fresh() -> Iterator[Ledger]:
    with TemporaryDirectory() as folder, Ledger.open(Path(folder, "regesta.db"), create=True) as ledger:
        yield ledger


def view(ledger: Ledger) -> list[tuple[DocumentRow, Records]]:
    """The current view, without the times at which it came to be."""
    return [(replace(row, added_at="", read_at=""), records) for row, records in readings(ledger)]


@quietly
@given(strategies.readings())
def test_what_goes_in_comes_out_equal(reading: Reading) -> None:
    with fresh() as ledger:
        id_ = ledger.add(reading, now="t").document_id
        [(row, records)] = readings(ledger, Filters(document=id_))
    assert records == reading.records
    assert row.text == reading.page.text
    for name in type(reading.document).__slots__:
        assert getattr(row, name) == getattr(reading.document, name), name


@quietly
@given(strategies.batches())
def test_adding_twice_changes_nothing(batch: list[Reading]) -> None:
    with fresh() as ledger:
        for reading in batch:
            ledger.add(reading, now="t1")
        before = snapshot(ledger.path)
        again = [ledger.add(reading, now="t2").status for reading in batch]
        assert set(again) == {"known"}
        assert snapshot(ledger.path) == before


@quietly
@given(st.data())
def test_the_order_of_additions_does_not_change_the_view(data: st.DataObject) -> None:
    batch = data.draw(strategies.batches())
    other = data.draw(st.permutations(batch))
    with fresh() as one, fresh() as two:
        for reading in batch:
            one.add(reading, now="t")
        for reading in other:
            two.add(reading, now="t")
        assert view(one) == view(two)
