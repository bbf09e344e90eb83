"""The engine: stages in order, the date of the text itself, the version of the rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from regesta.engine.read import read_document
from regesta.model.document import Source
from regesta.model.finding import RegestaError
from regesta.reading import read_bytes

NORWAY = Source(publisher="Ministry of Foreign Affairs of Norway", country="NO", published="2031-05-04")
TEXT = """Norway-Iceland Foreign Ministers’ Meeting
3 May 2031

Foreign Minister Otto Lind met Foreign Minister Rada Oyelu of Iceland in Oslo.
The ministers agreed to open a joint office by the end of June.
"""


def test_a_page_without_a_date_takes_that_of_its_date_line() -> None:
    document = read_document(read_bytes(TEXT.encode(), "talks.txt")).document
    assert (document.published, document.published_basis) == ("2031-05-03", "stated")


def test_a_date_that_was_given_wins_over_the_date_line() -> None:
    document = read_document(read_bytes(TEXT.encode(), "talks.txt", NORWAY)).document
    assert (document.published, document.published_basis) == ("2031-05-04", "given")


def test_the_same_page_gives_the_same_records_with_the_same_ids() -> None:
    first, second = (read_document(read_bytes(TEXT.encode(), "talks.txt", NORWAY)) for _ in range(2))
    assert first.records == second.records
    assert [s.id for s in first.records.statements] == [s.id for s in second.records.statements]


def test_every_stage_is_timed_in_order() -> None:
    timings = read_document(read_bytes(TEXT.encode(), "talks.txt", NORWAY)).timings
    assert [stage for stage, _ in timings] == ["structure", "records"]
    assert all(seconds >= 0 for _, seconds in timings)


def test_a_pack_changes_the_version_of_the_rules(tmp_path: Path) -> None:
    pack = tmp_path / "pack.yml"
    pack.write_text("id: lakes\nname: Lakes\n", encoding="utf-8")
    page = read_bytes(TEXT.encode(), "talks.txt", NORWAY)
    assert read_document(page).rules_version != read_document(page, topics=(pack,)).rules_version


def test_a_pack_that_cannot_be_read_is_one_sentence() -> None:
    page = read_bytes(TEXT.encode(), "talks.txt", NORWAY)
    with pytest.raises(RegestaError, match=r"nowhere\.yml"):
        read_document(page, topics=(Path("nowhere.yml"),))
