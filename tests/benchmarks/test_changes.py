"""The command that shows what a change of rules gains and loses, on the samples."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.changes import Documents, Record, changes, main

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
FILE = "2023-07-09-xa-readout-call.txt"
SAID: Record = {
    "kind": "statement",
    "id": "s-1",
    "span": [10, 40],
    "words": "A stressed",
    "says": ["affirm", "A (XA)"],
}


def test_without_a_change_nothing_differs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = ["--to", str(tmp_path / "pinned" / "samples.json")]
    assert main(["pin", str(SAMPLES), *target]) == 0
    assert "records of 19 documents" in capsys.readouterr().out
    assert main(["show", str(SAMPLES), *target]) == 0
    assert capsys.readouterr().out == "0 gained, 0 lost, 0 changed\n"


def test_gained_lost_and_changed_records_are_shown_by_document(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "samples.json"
    main(["pin", str(SAMPLES), "--to", str(target)])
    capsys.readouterr()
    gained, was = _edit(target, _earlier)
    assert main(["show", str(SAMPLES), "--to", str(target)]) == 1
    out = capsys.readouterr().out.splitlines()
    assert out[0] == FILE
    assert any(line.startswith(f"  + statement: {gained[:40]}") for line in out)
    assert any(
        line.startswith("  - statement: words that are read no more [urge, Nobody (XC)]") for line in out
    )
    assert f"      was [reject, {was}]" in out
    assert out[-1] == "1 gained, 1 lost, 1 changed"


def _earlier(records: list[Record]) -> tuple[str, str]:
    """Make of the records what an earlier reading may have found: one less, one more, one otherwise."""
    said = [record for record in records if record["kind"] == "statement"]
    records.remove(said[0])
    said[1]["says"][0] = "reject"
    old = {"kind": "statement", "id": "s-0", "span": [0, 1], "words": "words that are read no more"}
    records.append({**old, "says": ["urge", "Nobody (XC)"]})
    return said[0]["words"], ", ".join(said[1]["says"][1:])


def _edit(target: Path, edit: Callable[[list[Record]], tuple[str, str]]) -> tuple[str, str]:
    documents: Documents = json.loads(target.read_text("utf-8"))
    told = edit(documents[FILE])
    target.write_text(json.dumps(documents), encoding="utf-8")
    return told


@pytest.mark.parametrize(
    ("change", "sort"),
    [
        ({}, []),
        ({"says": ["reject", "A (XA)"]}, ["changed"]),
        ({"span": [10, 80]}, ["changed"]),
        ({"id": "s-2"}, ["changed"]),
        ({"span": [38, 80]}, ["lost", "gained"]),
        ({"kind": "commitment"}, ["lost", "gained"]),
    ],
)
def test_a_record_is_the_same_while_it_keeps_its_kind_and_half_its_words(
    change: Record, sort: list[str]
) -> None:
    found = changes([SAID], [{**SAID, **change}])
    assert sorted(one.sort for one in found) == sorted(sort)


def test_showing_before_pinning_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(SAMPLES), "--to", str(tmp_path / "none.json")]) == 2
    assert capsys.readouterr().err.endswith("nothing is pinned there; run pin first.\n")
