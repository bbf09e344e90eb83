"""What entries come to, for any order of deciding and undoing."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from regesta.ledger import Ledger
from regesta.ledger.fold import MACHINE, Standing, Step, fold, in_force
from regesta.ledger.judgement_tables import OverlayTable, StandingTable
from regesta.ledger.judging import Scope, correct, decide, propose, rebuild, undo
from regesta.model.finding import RegestaError
from tests.ledger.judged import DESK, MET_A, PASS, both, kept, same_meeting, write, year


@st.composite
def logs(draw: st.DrawFn) -> list[Step]:
    """Entries as the ledger adds them: an undoing names an earlier entry of a person that is in force."""
    steps: list[Step] = []
    for number in range(1, draw(st.integers(1, 12)) + 1):
        valid = in_force(steps)
        may = [one.number for one in steps if one.number in valid and one.verdict not in MACHINE]
        verdict = draw(st.sampled_from(["proposed", "withdrawn", "accepted", "rejected", "undone"]))
        if verdict == "undone" and may:
            steps.append(Step(number, "undone", draw(st.sampled_from(may))))
        elif verdict != "undone":
            steps.append(Step(number, verdict))
    return steps


@given(logs())
def test_undoing_the_last_decision_gives_what_stood_before_it(steps: list[Step]) -> None:
    end = max((one.number for one in steps), default=0)
    decided = [*steps, Step(end + 1, "accepted")]
    undone = [*decided, Step(end + 2, "undone", end + 1)]
    again = [*undone, Step(end + 3, "undone", end + 2)]
    assert fold(undone) == fold(steps)
    assert fold(again) == fold(decided)
    assert fold(decided).verdict == "accepted"


@given(logs())
def test_the_order_in_which_entries_are_looked_at_does_not_matter(steps: list[Step]) -> None:
    assert fold(steps) == fold(steps[::-1])


@given(logs())
def test_a_decision_that_holds_is_in_force_and_none_after_it_is(steps: list[Step]) -> None:
    standing, valid = fold(steps), in_force(steps)
    decided = [one for one in steps if one.verdict in {"accepted", "rejected"} and one.number in valid]
    assert standing.person_number == (decided[-1].number if decided else None)
    said = [one for one in steps if one.verdict in MACHINE]
    assert standing.machine == (said[-1].verdict if said else None)


def test_nothing_said_is_undone() -> None:
    assert fold([]) == Standing()
    assert fold([]).verdict == "undone"


_acts = st.lists(
    st.one_of(
        st.tuples(st.just("propose"), st.sets(st.integers(0, 2))),
        st.tuples(st.sampled_from(["accepted", "rejected"]), st.integers(0, 2)),
        st.tuples(st.just("undo"), st.integers(1, 14)),
        st.tuples(st.just("correct"), st.integers(0, 3)),
    ),
    max_size=12,
)
_VALUES = (
    (MET_A, "place", "Low Quay"),
    (MET_A, "status", "planned"),
    (DESK, "due", "2022"),
    (PASS, "who", ""),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_acts)
def test_standings_made_again_from_the_log_are_the_same(acts: list[tuple[str, object]]) -> None:
    every = [same_meeting(), kept(), year()]
    with TemporaryDirectory() as folder, Ledger.open(Path(folder, "l.db"), create=True) as ledger:
        both(ledger)
        for number, (act, what) in enumerate(acts):
            now = f"t{number}"
            try:
                match act, what:
                    case "propose", set():
                        write(ledger, propose, Scope(), [every[place] for place in what], "r", now)
                    case "undo", int():
                        write(ledger, undo, what, "p", now)
                    case "correct", int():
                        write(ledger, correct, *_VALUES[what], "p", now)
                    case _, int():
                        write(ledger, decide, [every[what].id], act, "p", now)
            except RegestaError:
                continue
        before = _standing(ledger)
        write(ledger, rebuild)
        assert _standing(ledger) == before


def _standing(ledger: Ledger) -> list[tuple[object, ...]]:
    with ledger.engine.connect() as connection:
        return sorted(
            (
                tuple(row)
                for table in (StandingTable, OverlayTable)
                for row in connection.execute(select(table))
            ),
            key=repr,
        )
