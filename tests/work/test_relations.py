"""What stands between two states follows the documents, whatever happens to them."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from regesta.ledger import Ledger
from regesta.ledger.connect import looking, writing
from regesta.ledger.link_pending import start_again
from regesta.ledger.relation_tables import (
    RELATION_VIEWS,
    PairDocumentTable,
    PairMeetingTable,
    TallyTable,
)
from regesta.work.judging import correct
from regesta.work.linking import link, maker
from regesta.work.relations import pairs_of

from .test_linking import edited, readings

NOW = "2025-06-01T09:00:00+00:00"


def held(ledger: Ledger) -> list[set[tuple[object, ...]]]:
    """All rows of the tables of relationships."""
    with looking(ledger.engine, ledger.path) as connection:
        return [
            {tuple(row) for row in connection.execute(select(*table.__table__.columns))}
            for table in RELATION_VIEWS
        ]


def made_again(ledger: Ledger) -> list[set[tuple[object, ...]]]:
    """The rows as they are when all views are made from nothing."""
    with writing(ledger.engine, ledger.path) as connection:
        start_again(connection, maker())
    assert held(ledger) == [set(), set(), set()]
    link(ledger, now=NOW)
    return held(ledger)


def test_pairs_are_in_order_of_code_and_each_once() -> None:
    assert list(pairs_of(["XC", "XA", "XB", "XA"])) == ["XA-XB", "XA-XC", "XB-XC"]
    assert list(pairs_of(["XA"])) == []


def test_documents_come_are_edited_and_corrected(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "ledger.db", create=True) as ledger:
        for reading in readings():
            ledger.add(reading, now=NOW)
            link(ledger, now=NOW)
        first = held(ledger)
        assert all(first)
        assert first == made_again(ledger)

        version = ledger.add(edited(readings()[0]), now=NOW)
        link(ledger, now=NOW)
        with looking(ledger.engine, ledger.path) as connection:
            there = set(connection.scalars(select(PairDocumentTable.document_id)))
            tallied = set(connection.scalars(select(TallyTable.document_id)))
        assert version.document_id in there
        assert len(there) == len(first[0])
        assert tallied <= there
        assert held(ledger) == made_again(ledger)


def test_a_corrected_date_moves_the_meeting_of_the_pair(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "ledger.db", create=True) as ledger:
        call = next(one for one in readings() if "call" in (one.document.file or ""))
        ledger.add(call, now=NOW)
        link(ledger, now=NOW)
        [meeting] = [one for one in call.records.meetings if one.main]
        correct(ledger, meeting.id, "when", "2023-07-01", by="ada", now=NOW)
        link(ledger, now=NOW)
        with looking(ledger.engine, ledger.path) as connection:
            assert "2023-07-01" in set(connection.scalars(select(PairMeetingTable.earliest)))
        assert held(ledger) == made_again(ledger)
