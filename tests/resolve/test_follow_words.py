"""In what words a later text may tell that a promise was kept, in part, put off, or that it has begun."""

from __future__ import annotations

import pytest

from regesta.resolve.resolve import resolve
from regesta.rules.resolve import pair_stems
from tests.resolve.chains import links_of, promise
from tests.resolve.papers import MET, paper

KEPT = [
    ("launch a joint fisheries patrol", "The ministers noted that the first joint fisheries patrol had set"
     " out from Halden on June 3.", "done"),
    ("conduct a joint study on tuna stocks", "The ministers welcomed the results of the joint study on tuna"
     " stocks.", "done"),
    ("waive the visa fees for students", "The ministers welcomed the waiver of the visa fees for students,"
     " which took effect on July 1.", "done"),
    ("supply two patrol boats to Brevonia", "The ministers welcomed the delivery of the first of the two"
     " patrol boats.", "partly_done"),
    ("supply two patrol boats to Brevonia", "Minister Oyelu thanked Minister Lind for the patrol boats, which"
     " were handed over in June.", "done"),
    ("build a cyclone shelter in Halden", "The ministers were informed that work on the cyclone shelter had"
     " begun in June.", "in_progress"),
    ("convene the Joint Economic Committee in June", "Minister Lind recalled that the Joint Economic"
     " Committee met in Halden in July.", "done"),
    ("set up a flood warning centre", "The ministers noted that the flood warning centre has been postponed"
     " to next year.", "deferred"),
]  # fmt: skip
SOMETHING_ELSE = [
    ("submit the list of projects to the Joint Economic Committee", "The Joint Economic Committee met in"
     " Halden and discussed the list of projects."),
    ("launch a joint fisheries patrol", "The ministers welcomed the signing of an agreement on fisheries."),
    ("open the ferry line", "Minister Lind stated that the pier for the ferry line is being repaired."),
    ("build a cyclone shelter in Halden", "The ministers were informed that the roof of the shelter had been"
     " delivered."),
    ("open a consulate in Halden", "The ministers regretted that the repairs of the consulate had not been"
     " completed."),
]  # fmt: skip


def promised(what: str) -> str:
    return MET.format("May 4") + f"The ministers agreed to {what}.\n"


@pytest.mark.parametrize(("what", "later", "status"), KEPT)
def test_what_came_of_it(what: str, later: str, status: str) -> None:
    papers = [paper(promised(what), "2031-05-04"), paper(MET.format("July 20") + later + "\n", "2031-07-20")]
    last = promise(links_of(*papers), what).history[-1]
    assert (last.start, last.status) == ("2031-07-20", status)


@pytest.mark.parametrize(("what", "later"), SOMETHING_ELSE)
def test_what_is_told_of_something_else_shows_nothing_done(what: str, later: str) -> None:
    papers = [paper(promised(what), "2031-05-04"), paper(MET.format("July 20") + later + "\n", "2031-07-20")]
    assert promise(resolve(papers), what).history[-1].status in ("open", "in_progress")


def test_two_patrol_boats_are_two_and_one_patrol_is_one() -> None:
    later = (
        MET.format("July 20") + "The ministers noted that the first of the two consulates had been opened.\n"
    )
    papers = [paper(promised("open two consulates in Halden"), "2031-05-04"), paper(later, "2031-07-20")]
    assert promise(resolve(papers), "open two consulates").history[-1].status == "partly_done"


def test_an_intent_is_not_assessed_until_a_text_tells_of_it() -> None:
    hoped = MET.format("May 4") + "Minister Lind expressed his intention to release the two engineers.\n"
    freed = MET.format("July 20") + "The ministers welcomed the release of the two engineers in June.\n"
    papers = [paper(hoped, "2031-05-04"), paper(freed, "2031-07-20")]
    assert [step.status for step in promise(resolve(papers[:1]), "engineers").history] == ["not_assessable"]
    assert [step.status for step in promise(resolve(papers), "engineers").history] == [
        "not_assessable",
        "done",
    ]


def test_words_that_stand_side_by_side_are_one_name() -> None:
    assert pair_stems("to build a cyclone shelter in Halden") == {"cyclon_shelter"}
    assert pair_stems("a shelter for cyclones, stocks of tuna") == set()
