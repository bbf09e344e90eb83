"""The reader as a whole against the gold: no measure falls under its floor."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gold import floors
from tests.gold.documents import documents, scores

DOCUMENTS = sorted(documents())


@pytest.mark.parametrize(
    "where", sorted({"all"} | {gold.document.publisher for gold, _ in documents().values()})
)
def test_no_measure_falls_under_its_floor(where: str) -> None:
    low = [f"{f.measure}: {f.side} {f.value:.3f} < {f.floor:.3f}" for f in floors.fallen(where)]
    assert not low, f"{where}\n" + "\n".join([*low, floors.difference(scores()[where])])


def test_every_floor_holds_something_that_is_measured() -> None:
    held = {(where, measure, side) for where, measure, side, _ in floors.measured()}
    pinned = floors.pinned()
    listed = {
        (where, measure, side)
        for where, of in pinned.items()
        for measure, ends in of.items()
        for side in ends
    }
    assert listed == held


def test_floors_are_raised_and_never_lowered() -> None:
    high = floors.raised({"all": {"statements found": {"precision": 0.999, "recall": 0.1}}})
    assert high["all"]["statements found"]["precision"] == 0.999
    assert high["all"]["statements found"]["recall"] > 0.1


@pytest.mark.parametrize(("floor", "code"), [(0.1, 0), (2.0, 1)])
def test_known_mistakes_are_noted_only_while_every_floor_holds(
    floor: float, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(floors, "FILE", tmp_path / "floors.toml")
    monkeypatch.setattr(floors, "KNOWN", tmp_path / "mistakes.txt")
    every = {
        where: {measure: {"precision": floor, "recall": floor} for at, measure, _, _ in held if at == where}
        for held in [list(floors.measured())]
        for where, *_ in held
    }
    floors.FILE.touch()
    floors.FILE.write_text(floors.written(every), encoding="utf-8")
    assert floors.main() == code
    assert floors.KNOWN.exists() == (code == 0)
    assert floors.pinned()["all"]["statements found"]["precision"] >= floor


def test_a_failing_floor_names_what_was_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    one = scores()["all"]
    monkeypatch.setattr(floors, "known", lambda: [floors.line(mistake) for mistake in one.mistakes[1:]])
    assert floors.difference(one) == f"- {floors.line(one.mistakes[0])}"


@pytest.mark.parametrize("file", DOCUMENTS)
def test_the_gold_is_sound(file: str) -> None:
    gold, reading = documents()[file]
    text = reading.page.text
    assert [needle for needle in gold.needles() if text.count(needle) != 1] == []
    assert gold.main, "every document is about something"
    assert gold.statements
