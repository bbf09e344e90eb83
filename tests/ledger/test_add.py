"""What becomes of a text that is handed in once, twice, under two names, or changed."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

import pytest
from sqlalchemy import select, text

from regesta.ledger import Ledger
from regesta.ledger.schema import BlobTable, ContentTable
from regesta.model.finding import RegestaError
from regesta.query import document, documents, readings
from tests.ledger.readings import TEXT, full_reading, reading, records
from tests.ledger.snapshot import snapshot


def test_a_new_text_is_kept_with_all_its_records(ledger: Ledger) -> None:
    added = ledger.add(full_reading(), now="2030-01-01T00:00:00Z")
    assert added.status == "new"
    [(row, kept)] = list(readings(ledger))
    assert kept == records()
    assert (row.id, row.text, row.added_at) == (added.document_id, TEXT, "2030-01-01T00:00:00Z")
    assert row.rules_version == "r1"


def test_the_text_and_the_source_bytes_are_frozen(ledger: Ledger) -> None:
    raw = b"<p>" + TEXT.encode("utf-16")
    ledger.add(full_reading(raw=raw), now="t")
    with ledger.engine.connect() as connection:
        assert connection.scalars(select(ContentTable.text)).all() == [TEXT]
        [(digest, kept)] = connection.execute(select(BlobTable.sha256, BlobTable.raw)).all()
    assert (digest, kept) == (sha256(raw).hexdigest(), raw)


def test_the_same_reading_again_writes_nothing(ledger: Ledger) -> None:
    first = ledger.add(full_reading(), now="t1")
    before = snapshot(ledger.path)
    again = ledger.add(full_reading(), now="t2")
    assert (again.document_id, again.status) == (first.document_id, "known")
    assert snapshot(ledger.path) == before


def test_a_second_name_is_remembered(ledger: Ledger) -> None:
    ledger.add(full_reading(file="b.txt"), now="t")
    assert ledger.add(full_reading(file="a.txt"), now="t").status == "known"
    assert ledger.add(full_reading(file="c.txt"), now="t").status == "known"
    [row] = documents(ledger)
    assert row.files == ("a.txt", "b.txt", "c.txt")


def test_newer_rules_replace_the_records_in_one_step(ledger: Ledger) -> None:
    first = ledger.add(full_reading(), now="t1")
    fewer = replace(records(), statements=records().statements[:1], terms=())
    newer = replace(full_reading(rules="r2"), records=fewer)
    again = ledger.add(newer, now="t2")
    assert (again.document_id, again.status) == (first.document_id, "reread")
    [(row, kept)] = list(readings(ledger))
    assert kept == fewer
    assert kept.statements[0].id == records().statements[0].id
    assert (row.rules_version, row.added_at, row.read_at) == ("r2", "t1", "t2")


def test_corrected_facts_are_read_again(ledger: Ledger) -> None:
    ledger.add(full_reading(publisher="Ministry of Fish"), now="t")
    assert ledger.add(full_reading(), now="t").status == "reread"
    [row] = documents(ledger)
    assert row.publisher == "Ministry of Foreign Affairs of Arlund"


def test_the_name_with_more_given_facts_stands_for_the_text(ledger: Ledger) -> None:
    ledger.add(full_reading(file="z.txt"), now="t")
    guessed = full_reading(file="a.txt", publisher="Arlund", publisher_basis="inferred")
    assert ledger.add(guessed, now="t").status == "known"
    [row] = documents(ledger)
    assert (row.publisher, row.files) == ("Ministry of Foreign Affairs of Arlund", ("z.txt", "a.txt"))


def test_a_changed_page_is_a_new_version_beside_the_old(ledger: Ledger) -> None:
    old = ledger.add(full_reading(), now="t1")
    new = ledger.add(reading(TEXT + "Corrected.\n", records()), now="t2")
    assert (old.status, new.status) == ("new", "version")
    known = {row.id: row for row in documents(ledger)}
    assert known[new.document_id].previous_id == old.document_id
    assert (known[old.document_id].current, known[new.document_id].current) == (False, True)
    assert (known[old.document_id].version, known[new.document_id].version) == (1, 2)
    kept = document(ledger, old.document_id)
    assert kept is not None
    assert kept.text == TEXT
    assert [row.id for row, _ in readings(ledger)] == [new.document_id]


def test_texts_without_an_address_are_no_versions_of_one_another(ledger: Ledger) -> None:
    ledger.add(reading("One.\n", url=None), now="t")
    assert ledger.add(reading("Two.\n", url=None), now="t").status == "new"
    assert all(row.current for row in documents(ledger))


def test_a_corrected_address_leaves_the_other_chain_whole(ledger: Ledger) -> None:
    ids = [ledger.add(reading(f"{n}.\n", file=f"{n}.txt", url="u"), now="t").document_id for n in range(3)]
    ledger.add(reading("1.\n", file="1.txt", url="elsewhere"), now="t")
    known = {row.id: row for row in documents(ledger)}
    assert known[ids[2]].previous_id == ids[0]
    assert (known[ids[1]].previous_id, known[ids[1]].version) == (None, 1)
    assert [known[id_].current for id_ in ids] == [False, True, True]


def test_two_records_with_one_id_are_refused_and_nothing_is_kept(ledger: Ledger) -> None:
    ledger.add(reading("Before.\n"), now="t")
    before = snapshot(ledger.path)
    twice = replace(records(), terms=records().terms * 2)
    with pytest.raises(RegestaError, match="nothing was changed"):
        ledger.add(reading(TEXT, twice), now="t")
    assert snapshot(ledger.path) == before


def test_a_broken_character_is_refused_in_one_sentence(ledger: Ledger) -> None:
    broken = full_reading()
    page = replace(broken.page, text="half \ud800 a pair")
    with pytest.raises(RegestaError, match="broken character"):
        ledger.add(replace(broken, page=page), now="t")


def test_two_documents_may_share_record_ids(ledger: Ledger) -> None:
    ledger.add(full_reading(), now="t")
    ledger.add(reading(TEXT + "More.\n", records(), url="other", file="other.txt"), now="t")
    assert [kept for _, kept in readings(ledger)] == [records(), records()]


def test_the_rules_version_stands_with_each_record(ledger: Ledger) -> None:
    ledger.add(full_reading(rules="r7"), now="t")
    with ledger.engine.connect() as connection:
        for table in (
            "meetings",
            "statements",
            "commitments",
            "requests",
            "terms",
            "unread",
            "repeats",
            "accounts",
        ):
            found = connection.scalars(text(f"SELECT DISTINCT rules_version FROM {table}")).all()
            assert found == ["r7"], table
