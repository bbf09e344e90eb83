"""What could be known on a day: only what was published by then, and what follows from that."""

from __future__ import annotations

from pathlib import Path

import pytest

from regesta.ledger import Ledger
from regesta.model.finding import RegestaError
from regesta.query import Judged, across, commitments, proposals
from regesta.work.linking import link
from tests.resolve.papers import MET, read

ADDRESS = "https://mfa.brevonia.example/talks"
DESK = "set up a customs desk on the Skerrow bridge"
PROMISED = read(MET.format("May 4") + f"The ministers agreed to {DESK} by the end of June.\n", "2031-05-04")
DONE = read(
    MET.format("July 20")
    + "The ministers welcomed that the customs desk on the Skerrow bridge had been opened.\n",
    "2031-07-20",
    "XB",
    url=ADDRESS,
)
UNDATED = read(
    "Foreign Minister Lind Visits Brevonia\n\nOn July 20, Mr. Oto Lind, Minister for Foreign Affairs of"
    " Arvania, who is visiting Brevonia, held a meeting with Ms. Rada Oyelu, Minister of Foreign Affairs of"
    " Brevonia, in Halden.\n",
    None,
)


@pytest.fixture
def ledger(path: Path) -> Ledger:
    held = Ledger.open(path, create=True)
    for one in (DONE, UNDATED, PROMISED):
        held.add(one, now="t")
    link(held, now="t")
    return held


def status(ledger: Ledger, day: str | None) -> list[str | None]:
    return [row.status for row in commitments(ledger, as_of=day) if DESK in row.quote]


def test_the_status_on_a_day_rests_on_what_was_published_by_then(ledger: Ledger) -> None:
    days = ("2031-05-03", "2031-05-04", "2031-06-30", "2031-07-01", "2031-07-19", "2031-07-20", None)
    found = [status(ledger, day) for day in days]
    assert found == [[], ["open"], ["open"], ["no_evidence"], ["no_evidence"], ["done"], ["done"]]


def test_no_evidence_is_of_a_later_day(ledger: Ledger) -> None:
    for day in ("2031-05-04", "2031-07-19", "2031-07-20"):
        found = across(ledger, day)
        dates = {paper.id: paper.document.published for paper in found.dossiers}
        steps = [step for one in found.links.commitments for step in (*one.history, *one.events)]
        assert all(step.start <= day for step in steps)
        assert all((dates[place.document] or "") <= day for step in steps for place in step.evidence)


def test_an_undated_text_counts_from_the_day_it_tells_of_once_a_sibling_gives_the_year(
    ledger: Ledger,
) -> None:
    assert [len(across(ledger, day).dossiers) for day in ("2031-07-19", "2031-07-20")] == [1, 3]
    assert [one.value for one in across(ledger, "2031-07-20").links.years] == ["2031"]


def test_when_the_sibling_goes_the_inference_goes(ledger: Ledger) -> None:
    assert [one.value for one in across(ledger).links.years] == ["2031"]
    assert [row.entry.kind for row in proposals(ledger, Judged(kind="year", verdict="proposed"))] == ["year"]
    ledger.add(read("The page has moved. Look for it elsewhere.\n", "2031-07-20", "XB", url=ADDRESS), now="t")
    link(ledger, now="t")
    assert across(ledger).links.years == ()
    assert proposals(ledger, Judged(kind="year", verdict="proposed")) == []
    assert len(proposals(ledger, Judged(kind="year", verdict="withdrawn"))) == 1


def test_views_that_are_behind_are_worked_out_on_the_spot(ledger: Ledger) -> None:
    before = across(ledger).links
    later = read(MET.format("August 8") + "The ministers discussed trade.\n", "2031-08-08")
    ledger.add(later, now="t")
    behind = across(ledger).links
    assert len(behind.meetings) == len(before.meetings) + 1
    link(ledger, now="t")
    assert across(ledger).links.meetings == behind.meetings


def test_what_is_no_day_is_refused(ledger: Ledger) -> None:
    with pytest.raises(RegestaError, match="is not a day"):
        across(ledger, "2031-05")
