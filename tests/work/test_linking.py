"""What holds across documents is kept up to date, whatever comes when, and in whatever order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from regesta.engine.read import read_document
from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.dossiers import dossiers
from regesta.ledger.link_pending import pending
from regesta.ledger.schema import DocumentTable
from regesta.model.document import Source
from regesta.model.links import Links
from regesta.model.reading import Reading
from regesta.query import Judged, proposals, rulings
from regesta.query.current import current
from regesta.query.links import links, up_to_date
from regesta.reading import read_bytes, read_file, read_manifest
from regesta.resolve.resolve import resolve
from regesta.resolve.update import update
from regesta.work import linking
from regesta.work.judging import decide
from regesta.work.linking import Linked, link
from tests.ledger.snapshot import snapshot

SAMPLES = Path(__file__).parent.parent.parent / "samples"
COUNT = len(list(SAMPLES.glob("2*")))
LATER = "\nThe page was edited by the ministry.\n"


@cache
def readings() -> tuple[Reading, ...]:
    """The samples: two years between two invented states, each page with its address."""
    manifest = read_manifest(SAMPLES / "SOURCES.tsv")
    found = []
    for path in sorted(SAMPLES.glob("2*")):
        page = read_file(path, manifest.row_for(path) or Source())
        found.append(read_document(page, topics=(SAMPLES / "pack.yml",)))
    return tuple(found)


def edited(reading: Reading) -> Reading:
    """The same page, read again later with other words in its last line."""
    page = read_bytes((reading.page.text + LATER).encode(), "edited.txt", reading.page.source)
    return read_document(page, topics=(SAMPLES / "pack.yml",))


@dataclass(frozen=True)
class Act:
    """One thing that happens to a ledger: ``what``, and which document or judgement it is about."""

    what: str
    number: int


ADD = st.builds(Act, st.just("add"), st.integers(0, COUNT - 1))
ACTS = st.lists(
    st.one_of(
        ADD, ADD, ADD, ADD,
        st.builds(Act, st.just("edit"), st.integers(0, COUNT - 1)),
        st.builds(Act, st.just("reread"), st.integers(0, COUNT - 1)),
        st.builds(Act, st.sampled_from(["accepted", "rejected"]), st.integers(0, 30)),
        st.builds(Act, st.just("link"), st.integers(1, 4)),
    ),
    min_size=4,
    max_size=14,
)  # fmt: skip


def do(ledger: Ledger, act: Act) -> None:
    """Let one thing happen."""
    if act.what == "link":
        link(ledger, now="t", bundle=act.number)
    elif act.what in ("accepted", "rejected"):
        found = proposals(ledger, Judged(verdict="proposed"))
        if found:
            decide(ledger, [found[act.number % len(found)].id], act.what, by="A. Reader", now="t")  # type: ignore[arg-type]
    else:
        reading = readings()[act.number]
        if act.what == "reread":
            reading = replace(reading, rules_version="other rules")
        ledger.add(edited(reading) if act.what == "edit" else reading, now="t")


def whole(ledger: Ledger) -> Links:
    """What all current documents give together, worked out from nothing."""
    with looking(ledger.engine, ledger.path) as connection:
        ids = connection.scalars(select(DocumentTable.id).where(current())).all()
        return resolve(dossiers(connection, ids).values(), rulings(connection))


def standing(ledger: Ledger) -> Links:
    """What the views hold."""
    with looking(ledger.engine, ledger.path) as connection:
        assert up_to_date(connection)
        return links(connection)


def ids(found: Links) -> list[str]:
    return sorted({judgement.id for judgement in found.judgements})


def assert_same(ledger: Ledger) -> None:
    one, other = standing(ledger), whole(ledger)
    assert ids(one) == ids(other)
    assert replace(one, judgements=()) == replace(other, judgements=())


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(ACTS)
def test_whatever_happens_the_views_are_those_of_all_documents_together(acts: list[Act]) -> None:
    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "l.db", create=True) as ledger:
        for act in acts:
            do(ledger, act)
        link(ledger, now="t")
        assert_same(ledger)


@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.permutations(range(COUNT)), st.sampled_from([1, 3, 100]))
def test_the_order_in_which_all_documents_come_does_not_matter(order: list[int], bundle: int) -> None:
    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "l.db", create=True) as ledger:
        for place, number in enumerate(order):
            ledger.add(readings()[number], now="t")
            if bundle == 1 or place % 5 == 0:
                link(ledger, now="t", bundle=bundle)
        link(ledger, now="t", bundle=bundle)
        assert replace(standing(ledger), judgements=()) == replace(in_one_go(), judgements=())


@cache
def in_one_go() -> Links:
    """What all samples give together."""
    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "l.db", create=True) as ledger:
        for reading in readings():
            ledger.add(reading, now="t")
        return whole(ledger)


@pytest.fixture
def some(tmp_path: Path) -> Iterator[Ledger]:
    """Five samples that the views have not taken in."""
    with Ledger.open(tmp_path / "l.db", create=True) as ledger:
        for reading in readings()[:5]:
            ledger.add(reading, now="t")
        yield ledger


def test_a_run_that_is_cut_off_leaves_the_rest_marked(some: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []

    def cut_off(*arguments: Any) -> None:
        calls.append(1)
        update(*arguments)
        if len(calls) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(linking, "update", cut_off)
    with pytest.raises(KeyboardInterrupt):
        link(some, now="t", bundle=2)
    with looking(some.engine, some.path) as connection:
        assert len(pending(connection, 100)) == 3
        assert not up_to_date(connection)
    monkeypatch.undo()
    assert link(some, now="t").documents == 3
    assert_same(some)


def test_nothing_marked_nothing_written(some: Ledger) -> None:
    assert link(some, now="t").documents == 5
    before = snapshot(some.path)
    assert link(some, now="later") == Linked()
    assert snapshot(some.path) == before


def test_other_rules_make_everything_again_and_decisions_stay(
    some: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    link(some, now="t")
    [first, *_] = proposals(some, Judged(verdict="proposed"))
    decide(some, [first.id], "rejected", by="A. Reader", now="t")
    link(some, now="t")
    monkeypatch.setattr(linking, "maker", lambda: "other rules")
    again = link(some, now="t")
    assert (again.documents, again.again) == (5, True)
    assert [row.id for row in proposals(some, Judged(verdict="rejected"))] == [first.id]
    assert_same(some)
