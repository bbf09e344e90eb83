"""The workshop's texts through the program: every one is read, nothing is lost, every quote is exact."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from .make import run

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
pytestmark = [
    pytest.mark.workshop,
    pytest.mark.skipif(not CORPUS.is_dir(), reason="the workshop's corpus is not here"),
]


def test_the_seeds_are_exported_with_exact_quotes(tmp_path: Path) -> None:
    ledger, target = tmp_path / "seeds.db", tmp_path / "seeds.jsonl"
    seeds = sorted(CORPUS.glob("*.txt"))
    done = run("--ledger", ledger, "add", "--manifest", CORPUS / "SOURCES.tsv", *seeds)
    assert done.code == 0, done.err
    assert run("--ledger", ledger, "export", "--format", "jsonl", "-o", target).code == 0
    exported = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert {line["document"]["file"] for line in exported} == {seed.name for seed in seeds}
    for line in exported:
        text = (CORPUS / line["document"]["file"]).read_bytes().decode("utf-8")
        for part in ("meetings", "statements", "commitments", "requests", "terms", "unread"):
            assert all(item["quote"] == text[slice(*item["span"])] for item in line[part])


def test_every_unlabelled_text_is_read_and_shared_out_by_publisher(tmp_path: Path) -> None:
    ledger, folder = tmp_path / "unlabelled.db", CORPUS / "unlabelled"
    texts = len(list(folder.rglob("*.txt")))
    done = run("--ledger", ledger, "add", "--manifest", folder / "SOURCES.tsv", folder)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"{texts} documents: ")
    rows = json.loads(run("--ledger", ledger, "shares", "--json").out)
    assert sum(row["documents"] for row in rows) == texts
    for row in rows:
        assert row["publisher"]
        assert sum(row[fate] for fate in ("record", "furniture", "repeated", "unread")) == pytest.approx(
            1, abs=1e-3
        )


def test_the_seeds_are_linked_as_the_referee_wants_it(tmp_path: Path) -> None:
    ledger, target = tmp_path / "seeds.db", tmp_path / "links.json"
    seeds = sorted(CORPUS.glob("*.txt"))
    assert run("--ledger", ledger, "add", "--manifest", CORPUS / "SOURCES.tsv", *seeds).code == 0
    assert run("--ledger", ledger, "export", "--what", "links", "-o", target).code == 0
    gold, referee = CORPUS.parent / "gold" / "links.json", CORPUS.parent / "score" / "links.py"
    done = subprocess.run(
        [sys.executable, referee, "--gold", gold, "--text", CORPUS, "--export", target],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    found = {line[:24].strip(): line[24:].split()[0] for line in done.stdout.splitlines() if line[0] != " "}
    assert found.pop("falsely joined").startswith("0/")
    # A person of whom the seeds say no more than one name in passing is not asked for here.
    people = found.pop("people").split("/")
    assert int(people[0]) >= 5
    assert {kind: len(set(share.split("/"))) for kind, share in found.items()} == dict.fromkeys(found, 1)
    assert set(found) == {"same meeting", "within visit", "follow-through", "deferrals", "years"}
