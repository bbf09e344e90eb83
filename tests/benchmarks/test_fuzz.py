"""The harness that reads texts made by chance: it finds what is broken, and counts what it did."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from benchmarks.fuzz import trial
from benchmarks.fuzz.__main__ import main
from benchmarks.fuzz.holds import complaints
from benchmarks.fuzz.lessening import lessened
from benchmarks.fuzz.pace import Pace
from benchmarks.fuzz.run import Plan, Run
from benchmarks.fuzz.state import State
from regesta.model.reading import Reading
from regesta.model.records import Records
from regesta.model.span import Span
from tests.readouts import LEAD, SENTENCES, read

TEXT = LEAD + "\n" + "\n\n".join(SENTENCES) + "\n"
NOWHERE = Span(100_000, 100_001)
Change = Callable[[Records], Records]


def broken(change: Change) -> list[str]:
    """The rules that a reading breaks once ``change`` has spoilt its records."""
    reading = read(TEXT)
    spoilt = replace(reading, records=change(reading.records))
    return [complaint.partition(":")[0] for complaint in complaints(spoilt)]


def test_a_reading_as_it_should_be_has_no_complaint() -> None:
    assert list(complaints(read(TEXT))) == []


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (lambda r: replace(r, meetings=(replace(r.meetings[0], span=NOWHERE),)), "span outside the text"),
        (
            lambda r: replace(r, statements=(replace(r.statements[0], verb_span=Span(0, 3)),)),
            "verb outside its statement",
        ),
        (lambda r: replace(r, statements=(r.statements[0],) * 2), "id given twice"),
        (lambda r: replace(r, meetings=(replace(r.meetings[0], when="2031-02-30"),)), "no date"),
        (
            lambda r: replace(r, commitments=(replace(r.commitments[0], what=" "),)),
            "commitment without words",
        ),
        (lambda r: replace(r, accounts=r.accounts[1:]), "sentence without an account"),
        (lambda r: replace(r, unread=r.unread[1:]), "unread sentences and their accounts differ"),
        (
            lambda r: replace(r, statements=(replace(r.statements[0], act="hum"),)),
            "act that is none of 6 groups",
        ),
    ],
)
def test_each_spoilt_reading_is_found_out(change: Change, rule: str) -> None:
    assert rule in broken(change)


def test_an_exception_is_a_fault_named_by_where_it_came_from(monkeypatch: pytest.MonkeyPatch) -> None:
    def raises(text: str) -> Reading:
        raise ValueError(f"not {text}")

    monkeypatch.setattr(trial, "read", raises)
    tried = trial.tried("agreed", _pace(lambda _: 1.0))
    assert tried.rule is not None
    assert tried.rule.startswith("ValueError in")
    assert tried.fault is not None
    assert tried.fault.endswith("not agreed")


def test_a_reader_that_answers_otherwise_the_second_time_is_found_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers = iter([read(TEXT), read(LEAD)])
    monkeypatch.setattr(trial, "read", lambda _: next(answers))
    assert trial.tried(TEXT, _pace(lambda _: 1.0)).rule == "another result at the second reading"


def test_a_text_that_takes_more_than_ten_times_its_share_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "seconds", lambda _: 11.0)
    slow, quick = _pace(lambda text: 1e-9 * len(text)), _pace(lambda text: 1e6 * len(text))
    assert trial.tried(TEXT, slow).rule == "more than its share of time"
    assert trial.tried(TEXT, quick).fault is None


def _pace(seconds: Callable[[str], float]) -> Pace:
    return Pace([TEXT], seconds, Random(1))


def test_a_share_is_told_by_texts_of_the_same_size() -> None:
    pace = _pace(lambda text: len(text) / 1000 if len(text) < 5_000 else len(text) / 100)
    assert pace.share("x" * 1_000, 1.0) == pytest.approx(1.0)
    assert pace.share("x" * 9_000, 90.0) == pytest.approx(1.0)


def test_a_failing_text_is_made_as_small_as_it_can_be() -> None:
    text = "a line\nthe two sides agreed to (meet again\nlast line"
    assert lessened(text, lambda one: "(" in one) == "("
    assert "(" in lessened(text, lambda one: "(" in one, tries=3)


def test_the_same_seed_draws_the_same_texts(tmp_path: Path) -> None:
    plan = Plan(1.0, 7, (TEXT,), tmp_path / "state.json")
    one, other = Run(plan), Run(plan)
    drawn = [one.drawn() for _ in range(40)]
    assert drawn == [other.drawn() for _ in range(40)]
    assert len(set(drawn)) > 30


def test_runs_add_up_and_a_fault_is_kept_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "state.json"
    first = Run(Plan(1.0, 1, (TEXT,), file))
    assert first.one(TEXT).fault is None
    first.save()
    second = Run(Plan(1.0, 2, (TEXT,), file))
    monkeypatch.setattr(trial, "complaints", _bracketed)
    second.one("They met (twice) and left.")
    second.one("They met (again) and left.")
    second.save()
    state = State.load(file)
    assert (state.runs, state.executions) == (2, 3)
    assert state.faults["broken"].times == 2
    assert (tmp_path / state.faults["broken"].file).read_text("utf-8") == "("
    assert "1 faults" in state.figures()
    monkeypatch.undo()
    third = Run(Plan(1.0, 3, (TEXT,), file))
    assert (third.state.faults, third.state.mended) == ({}, ["broken"])
    assert "1 mended" in third.state.figures()


def _bracketed(reading: Reading) -> Iterator[str]:
    if "(" in reading.page.text:
        yield "broken: x"


def test_the_command_prints_the_figure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    state = tmp_path / "sums" / "state.json"
    assert main(["--minutes", "0", "--state", str(state)]) == 0
    assert capsys.readouterr().out.startswith("0 texts of 0 kB")
    assert State.load(state).runs == 1
