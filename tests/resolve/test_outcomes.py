"""What a later text tells of a promise in other words than those of the promise, and what it denies."""

from __future__ import annotations

import pytest

from regesta.resolve.resolve import resolve
from tests.resolve.chains import links_of, promise
from tests.resolve.papers import MET, paper


def came_of(what: str, later: str, side: str = "XA") -> tuple[str, str]:
    """What becomes of a promise of May 4, told on July 20: the status, and the words that are cited."""
    papers = [
        paper(MET.format("May 4") + f"The ministers agreed to {what}.\n", "2031-05-04"),
        paper(MET.format("July 20") + later + "\n", "2031-07-20", side),
    ]
    last = promise(links_of(*papers), what).history[-1]
    return last.status, " ".join(place.quote for place in last.evidence)


DENIED = [
    ("open a clinic in Skerrow by June 15",
     "Minister Oyelu noted that the clinic in Skerrow was never opened."),
    ("convene a task force on dam safety in June",
     "Minister Lind regretted that the task force on dam safety,"
     " which was to have met in June, had never been convened."),
    ("sign a treaty on tax matters by June 30",
     "Minister Lind deplored that no treaty on tax matters has been"
     " signed."),
    ("build a weather mast on Skerrow by June 30",
     "The ministers noted that the weather mast on Skerrow has yet"
     " to be built."),
    ("deliver ten water pumps to Halden by June 30",
     "Minister Oyelu said that none of the water pumps for Halden"
     " has been delivered."),
    ("open the mountain tunnel to lorries in June",
     "Minister Oyelu stated that the mountain tunnel would not be"
     " opened to lorries."),
    ("restore the night train to Halden in June",
     "Minister Lind observed that the night train to Halden had not"
     " yet been restored."),
]  # fmt: skip


KEPT = [
    ("send six forestry advisers to Skerrow by June 30",
     "Minister Oyelu said that the forestry advisers took up their posts in Skerrow in May.", "done"),
    ("deploy eight mine specialists to Skerrow by June 30",
     "Minister Oyelu noted that experts on mine clearance have been at work in Skerrow since May.", "done"),
    ("transfer 40 million crowns to the reconstruction fund by June 30",
     "Minister Oyelu said that a first payment of 15 million crowns had reached the reconstruction fund.",
     "partly_done"),
    ("open a trade office in Skerrow by June 30",
     "The ministers noted that the trade office in Skerrow received its first visitors on June 20.", "done"),
    ("begin negotiations on a fisheries treaty by June 30",
     "Minister Lind noted that delegations sat down in Halden on June 4 for talks on a fisheries treaty.",
     "done"),
    ("establish a dialogue on inland shipping by June 30",
     "The transport ministers co-chaired the inaugural dialogue on inland shipping in Halden.", "done"),
    ("purchase the land for the solar plant by June 30",
     "Minister Oyelu said that three quarters of the land for the solar plant had been acquired.",
     "partly_done"),
    ("allow inspectors free access to the Orm quarry from June 1",
     "Minister Lind protested that inspectors were turned away at the gate of the Orm quarry on June 9.",
     "not_done"),
    ("allow inspectors free access to the Orm quarry from June 1",
     "Minister Lind noted that inspectors had been granted access to the Orm quarry in June.", "done"),
    ("make legal help available to the detained sailors by June 30",
     "Minister Oyelu said that lawyers have represented the detained sailors since June 2.", "done"),
    ("return the bronze bells to Arvania by June 30",
     "Minister Oyelu said that the museum is packing the bronze bells.", "in_progress"),
    ("abolish the visa requirement for students by June 30",
     "Minister Oyelu said that since May students have entered Arvania without a visa.", "done"),
    ("take a decision on the fishing licences by June 30",
     "Minister Oyelu said that the fishing licences were issued.", "done"),
    ("complete a survey of the reefs by June 30",
     "Minister Oyelu presented the findings of the survey of the reefs, which was handed over on June 3.",
     "done"),
    ("release the two engineers by June 30",
     "Minister Oyelu said that the engineers had returned home.", "done"),
    ("conclude the treaty on river tolls by June 30",
     "Minister Oyelu said that the treaty on river tolls was initialled in Halden.", "done"),
    ("conclude the treaty on river tolls by June 30",
     "Minister Lind regretted that the talks on the treaty on river tolls had broken down.", "not_done"),
    ("supply thirty buses to Halden by June 30",
     "Minister Oyelu said that twelve of the buses had been delivered and a further eighteen will follow.",
     "partly_done"),
]  # fmt: skip
NOT_OF_IT = [
    ("send six forestry advisers to Skerrow by June 30",
     "Minister Oyelu said that the dairy advisers in Halden took up their posts in May."),
    ("send six forestry advisers to Skerrow by June 30",
     "Minister Oyelu hoped that the forestry advisers would take up their posts in Skerrow."),
    ("open a trade office in Skerrow by June 30",
     "The ministers noted that the museum in Skerrow received its first visitors on June 20."),
    ("open a trade office in Skerrow by June 30",
     "The ministers noted that the trade office in Skerrow will receive its first visitors in winter."),
    ("begin negotiations on a fisheries treaty by June 30",
     "Minister Lind noted that delegations sat down in Halden on June 4 for talks on a tax treaty."),
    ("purchase the land for the solar plant by June 30",
     "Minister Oyelu said that three quarters of the steel for the bridge had been acquired."),
    ("allow inspectors free access to the Orm quarry from June 1",
     "Minister Lind protested that fishermen were turned away at the gate of the harbour on June 9."),
    ("supply thirty buses to Halden by June 30",
     "Minister Oyelu said that two of the ministers were interested in the buses."),
    ("open the ferry line between Halden and Skerrow by June 30",
     "The ministers welcomed the signing of an agreement on the ferry line between Halden and Skerrow."),
    ("build a dam on the Orm river by June 30",
     "Minister Lind noted that the sale of the dam on the Orm river had been approved."),
    ("send six forestry advisers to Skerrow by June 30",
     "Minister Oyelu said that two forestry advisers from Skerrow are now in Halden."),
    ("deliver ten water pumps to Halden by June 30",
     "Minister Oyelu said that the pumps had reached the end of their life."),
    ("release the two engineers by June 30",
     "Minister Oyelu said that the bridge engineers took up their posts in June."),
    ("abolish the visa requirement for students by June 30",
     "Minister Oyelu said that since May pilots have entered Arvania without a visa."),
    ("take a decision on the fishing licences by June 30",
     "Minister Oyelu said that the hunting licences were issued."),
    ("return the bronze bells to Arvania by June 30",
     "Minister Oyelu said that the museum intends to pack the bronze bells."),
]  # fmt: skip


@pytest.mark.parametrize(("what", "later", "status"), KEPT)
def test_a_deed_is_told_by_what_comes_of_it(what: str, later: str, status: str) -> None:
    assert came_of(what, later) == (status, later)


@pytest.mark.parametrize(("what", "later"), NOT_OF_IT)
def test_the_same_words_of_something_else_or_of_a_wish_tell_nothing(what: str, later: str) -> None:
    assert came_of(what, later)[0] in ("open", "no_evidence")


@pytest.mark.parametrize(("what", "later"), DENIED)
def test_what_is_denied_was_not_done(what: str, later: str) -> None:
    status, cited = came_of(what, later)
    assert (status, cited) == ("not_done", later)


def test_not_yet_says_nothing_before_the_time_is_over() -> None:
    mast = "build a weather mast on Skerrow"
    for words in ("has not yet been built", "has yet to be built", "has so far not been built"):
        later = f"The ministers noted that the weather mast on Skerrow {words}."
        assert came_of(f"{mast} by December 31", later) == ("no_evidence", ""), words
    never = "The ministers noted that the weather mast on Skerrow has never been built."
    assert came_of(f"{mast} by December 31", never)[0] == "no_evidence"


def test_what_was_not_done_until_a_day_was_done_in_the_end() -> None:
    late = "Minister Oyelu explained that the clinic in Skerrow was not opened until July 9."
    assert came_of("open a clinic in Skerrow by June 15", late) == ("done", late)
    still = "Minister Oyelu explained that the clinic in Skerrow was not opened until now."
    assert came_of("open a clinic in Skerrow by June 15", still)[0] == "not_done"


def test_no_fewer_and_not_only_deny_nothing() -> None:
    pumps = "deliver ten water pumps to Halden by June 30"
    for words in (
        "Minister Oyelu said that no fewer than ten water pumps for Halden had been delivered.",
        "Minister Oyelu said that not only had the water pumps for Halden been delivered.",
    ):
        assert came_of(pumps, words)[0] == "done", words


def test_a_clause_tells_of_what_it_names_and_not_of_what_the_next_one_names() -> None:
    later = (
        "Minister Lind noted that the clinic in Skerrow had been opened in June and that the weather mast"
        " on the cliffs had not been built."
    )
    assert came_of("open a clinic in Skerrow by June 15", later) == (
        "done", "Minister Lind noted that the clinic in Skerrow had been opened in June",
    )  # fmt: skip
    assert came_of("build a weather mast on the cliffs by June 30", later) == (
        "not_done", "the weather mast on the cliffs had not been built.",
    )  # fmt: skip


def test_what_is_said_not_to_have_been_welcomed_was_not_denied() -> None:
    later = "Minister Oyelu did not welcome the opening of the clinic in Skerrow."
    assert came_of("open a clinic in Skerrow by June 15", later)[0] == "no_evidence"


def test_another_deed_that_failed_is_not_the_one_promised() -> None:
    later = "Minister Oyelu said that no agreement on the fees of the clinic in Skerrow had been signed."
    papers = [
        paper(
            MET.format("May 4") + "The ministers agreed to open a clinic in Skerrow by June 15.\n",
            "2031-05-04",
        ),
        paper(MET.format("July 20") + later + "\n", "2031-07-20"),
    ]
    assert promise(resolve(papers), "clinic").history[-1].status == "no_evidence"


def after(first: str, later: str) -> list[str]:
    """The steps of the promise in these words, when a text of July 20 says this."""
    papers = [
        paper(MET.format("May 4") + first + "\n", "2031-05-04"),
        paper(MET.format("July 20") + later + "\n", "2031-07-20"),
    ]
    words = first.rpartition("agreed ")[2].rpartition("that ")[2].rstrip(".")
    return [step.status for step in promise(links_of(*papers), words).history]


def test_whoever_a_pronoun_stands_for_must_be_told_of() -> None:
    first = (
        "Minister Lind raised the case of the detained sailors. Minister Oyelu promised that they would be"
        " allowed to return home by June 30."
    )
    went = "Minister Oyelu said that all {} had gone back to their families on June 2."
    assert after(first, went.format("sailors"))[-1] == "done"
    assert after(first, went.format("pupils"))[-1] == "no_evidence"


def test_another_number_is_another_session() -> None:
    first = "The ministers agreed to convene the fourth session of the Harbour Commission in June."
    held = "The ministers recalled that the {} session of the Harbour Commission was held in Halden."
    assert after(first, held.format("fourth"))[-1] == "done"
    assert after(first, held.format("third"))[-1] == "no_evidence"


def test_a_meeting_of_leaders_is_none_of_their_teams() -> None:
    first = "The ministers agreed that their teams would meet in Skerrow in June."
    called = (
        "On June 9, President of Arvania Una Brask received Minister of Foreign Affairs of Brevonia Rada"
        " Oyelu in Skerrow."
    )
    papers = [
        paper(MET.format("May 4") + first + "\n", "2031-05-04"),
        paper(f"Reception\n\n{called}\n", "2031-06-10"),
    ]
    assert promise(links_of(*papers), "their teams").history[-1].status == "no_evidence"
