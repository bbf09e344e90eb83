"""Batches: good pages are kept, bad ones listed, and a full disk ends the work in good order."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from regesta.ledger import Ledger
from regesta.ledger import connect as connections
from regesta.model.document import Page
from regesta.model.finding import RegestaError
from regesta.model.reading import Reading
from regesta.query import documents
from regesta.work.batch import run
from regesta.work.report import Job, Report
from tests.ledger.readings import reading
from tests.ledger.snapshot import snapshot


def _read(page: Page) -> Reading:
    """A reader that finds nothing and takes a second for each of two stages."""
    made = reading(page.text, file=page.source.file, url=None)
    return replace(made, timings=(("structure", 1.0), ("records", 1.0)))


def _job(name: str, text: str | None = None) -> Job:
    def page() -> Page:
        if text is None:
            raise RegestaError(f"{name} is empty; give a text.")
        return reading(text, file=name).page

    return Job(name, page)


def _run(path: Path, *jobs: Job, seen: list[str] | None = None) -> Report:
    return run(path, jobs, _read, now="2030-01-01T00:00:00Z", after=None if seen is None else seen.append)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "regesta.db"


def _files(path: Path) -> list[str]:
    with Ledger.open(path) as ledger:
        return sorted(row.file or "" for row in documents(ledger))


def test_good_pages_are_kept_and_bad_ones_listed(path: Path) -> None:
    seen: list[str] = []
    report = _run(path, _job("a", "A."), _job("b"), _job("c", "C."), _job("d", "A."), seen=seen)
    assert [done.name for done in report.done] == ["a", "c", "d"]
    assert [(failure.name, failure.sentence) for failure in report.failures] == [
        ("b", "b is empty; give a text.")
    ]
    assert (report.counts, report.stopped) == ({"new": 2, "known": 1}, None)
    assert seen == ["a", "b", "c", "d"]
    assert _files(path) == ["a", "c"]


def test_the_time_of_each_stage_is_added_up(path: Path) -> None:
    timings = dict(_run(path, _job("a", "A."), _job("b", "B.")).timings)
    assert list(timings) == ["open", "structure", "records", "keep"]
    assert (timings["structure"], timings["records"]) == (2.0, 2.0)


def test_a_batch_without_a_good_page_makes_no_ledger(path: Path) -> None:
    report = _run(path, _job("a"))
    assert len(report.failures) == 1
    assert list(path.parent.iterdir()) == []


def test_a_file_that_is_no_ledger_is_refused_before_anything_is_read(path: Path) -> None:
    path.write_text("A list of boats.")
    seen: list[str] = []
    with pytest.raises(RegestaError, match="not a ledger"):
        _run(path, _job("a", "A."), seen=seen)
    assert (seen, path.read_text()) == ([], "A list of boats.")


def test_a_full_disk_ends_the_batch_after_the_last_whole_document(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _run(path, _job("a", "A."))
    _fill_up(monkeypatch, pages=220)
    big = [_job(f"big {n}", f"{n} " + "The tide rose. " * 3_000) for n in range(9)]
    report = _run(path, *big)
    assert report.stopped is not None
    assert report.stopped.startswith("The disk is full")
    kept = [done.name for done in report.done]
    assert 0 < len(kept) < len(big)
    assert _files(path) == sorted(["a", *kept])
    assert snapshot(path)


def test_a_defect_of_the_reader_is_not_hidden(path: Path) -> None:
    def broken(page: Page) -> Reading:
        raise KeyError(page.text)

    with pytest.raises(KeyError):
        run(path, [_job("a", "A.")], broken, now="t")
    assert not path.exists()


def _fill_up(monkeypatch: pytest.MonkeyPatch, pages: int) -> None:
    """Let every ledger opened from now on grow to so many pages and no further."""
    usual = connections.connect

    def limited(path: Path, *, wal: bool = True, many: bool = False) -> Engine:
        engine = usual(path, wal=wal, many=many)

        @event.listens_for(engine, "connect")
        def _limit(connection: Any, _record: object) -> None:
            connection.execute(f"PRAGMA max_page_count = {pages}")

        return engine

    monkeypatch.setattr("regesta.ledger.store.connect", limited)
