"""A status is asked for in one meaning everywhere: what came of it, as the history tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from regesta.ledger import Ledger
from regesta.model.finding import RegestaError
from regesta.query import Filters, chosen_rows, commitments, register, requests
from regesta.query.keyed import records_behind
from regesta.query.promises import Wanted, promises
from regesta.query.statuses import PROMISE_STATUSES, PromiseKind
from regesta.work.judging import correct
from regesta.work.linking import link
from tests.resolve.papers import read

PROMISED = read(
    "On 20 July 2031, Foreign Minister Oto Lind of Arvania met Foreign Minister Rada Oyelu of Brevonia in"
    " Halden. Minister Lind requested Brevonia to open the Skerrow bridge. Both ministers agreed to set up a"
    " customs desk by the end of September 2031. Both ministers agreed to hold a joint exercise of rescue"
    " ships by the end of August 2031.\n",
    "2031-07-20",
)
OPENED = read(
    "On 3 September 2031, Foreign Minister Oto Lind of Arvania held a telephone call with Foreign Minister"
    " Rada Oyelu of Brevonia. The ministers welcomed the opening of the customs desk.\n",
    "2031-09-03",
)


@pytest.fixture
def held(path: Path) -> Iterator[Ledger]:
    """A ledger in which one promise is kept, of one nothing is found, and a request is not answered."""
    with Ledger.open(path, create=True) as ledger:
        for one in (PROMISED, OPENED):
            ledger.add(one, now="t")
        link(ledger, now="t")
        yield ledger


def found_by(ledger: Ledger, kind: PromiseKind, status: str) -> list[set[str | None]]:
    """The ids that every way of asking gives: the lists, their pages, an export, a program, the register."""
    filters = Filters(status=status)
    listed: Callable[..., list] = commitments if kind == "commitment" else requests  # type: ignore[type-arg]
    return [
        {row.id for row in listed(ledger, filters)},
        {row.id for row in promises(ledger, Wanted(kind, filters), 0, 50).rows},
        {row.id for row in chosen_rows(ledger, kind, filters)},
        {row.id for row in records_behind(ledger, kind, filters, None, 50).rows},
        {row.id for row in register(ledger, filters) if row.kind == kind},
    ]


@pytest.mark.parametrize("kind", ["commitment", "request"])
@pytest.mark.parametrize("status", PROMISE_STATUSES)
def test_every_way_of_asking_finds_the_same(held: Ledger, kind: PromiseKind, status: str) -> None:
    first, *others = found_by(held, kind, status)
    assert all(one == first for one in others)


def test_what_was_kept_is_not_open(held: Ledger) -> None:
    told = {row.record.what.split(" by ")[0]: row.status for row in commitments(held)}
    assert told == {
        "to set up a customs desk": "done",
        "to hold a joint exercise of rescue ships": "no_evidence",
    }
    assert found_by(held, "commitment", "open") == [set()] * 5
    assert len(found_by(held, "commitment", "done")[-1]) == 1
    assert len(found_by(held, "request", "open")[-1]) == 1


def test_the_register_says_the_status_by_which_it_is_narrowed(held: Ledger) -> None:
    for status in ("done", "no_evidence"):
        [line] = [row for row in register(held, Filters(status=status)) if row.kind == "commitment"]
        assert line.status == status
    assert {row.status for row in register(held) if row.kind == "commitment"} == {"done", "no_evidence"}


def test_a_persons_decision_goes_before_the_history(held: Ledger) -> None:
    [done] = commitments(held, Filters(status="done"))
    correct(held, done.record.id, "status", "contested", by="desk", now="t")
    link(held, now="t")
    assert found_by(held, "commitment", "contested") == [{done.id}] * 5
    assert found_by(held, "commitment", "done") == [set()] * 5


def test_a_status_that_there_is_none_of_is_refused(held: Ledger) -> None:
    for ask in (commitments, requests, register):
        with pytest.raises(RegestaError, match="There is no status 'kept'; they are held, "):
            ask(held, Filters(status="kept"))
