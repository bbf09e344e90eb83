"""The figures beside those of the workshop's referee, on its own gold: every count that both have."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from regesta.quality.measures import MEASURES
from tests.cli.make import run

SHARED = Path(__file__).parents[3] / "shared"
OURS = {
    "statements act (6 groups)": "statements act",
    "statements act (fine)": "statements fine act",
    "commitments due window": "commitments due",
    "quotes exact": "quotes",
}
"""What the referee calls otherwise. Beside these, we have sums of fields, the acts that are negated,
contents and concepts, which it does not ask for."""

pytestmark = [
    pytest.mark.workshop,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the workshop's gold is not beside this checkout"),
]

Counts = dict[str, tuple[int, int, int]]


def referee(gold: Path, texts: Path, folder: Path) -> Counts:
    """The referee's counts for an export of ``texts``."""
    ledger, export = folder / "ledger.db", folder / "export.jsonl"
    listed = sorted(texts.glob("*.txt"))
    assert run("--ledger", ledger, "add", "--manifest", texts / "SOURCES.tsv", *listed).code == 0
    assert run("--ledger", ledger, "export", "-o", export).code == 0
    command = [sys.executable, str(SHARED / "score" / "score.py"), "--json"]
    done = subprocess.run(
        [*command, "--gold", str(gold), "--text", str(texts), "--export", str(export)],
        capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    told = json.loads(done.stdout)
    assert told.pop("documents missing") == []
    return {OURS.get(name, name): (one["hit"], one["gold"], one["found"]) for name, one in told.items()}


def ours(gold: Path, texts: Path) -> Counts:
    """The counts that the command prints."""
    done = run("quality", gold, "--texts", texts, "--json")
    assert done.code == 0, done.err
    told = json.loads(done.out)["measures"]
    return {name: (one["right"], one["asked"], one["read"]) for name, one in told.items()}


@pytest.mark.parametrize("part", ["", "styles"], ids=["seeds", "styles"])
def test_every_count_is_the_referees(part: str, tmp_path: Path) -> None:
    gold, texts = SHARED / "gold" / part, SHARED / "corpus" / part
    expected, counted = referee(gold, texts, tmp_path), ours(gold, texts)
    assert len(expected) > 30
    assert set(expected) <= set(MEASURES)
    nothing = (0, 0, 0)
    assert {name: counted.get(name, nothing) for name in expected} == expected
