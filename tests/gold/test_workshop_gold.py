"""The program against the workshop's gold and corpus, where they lie beside the project.

Everything goes through the command line: the files are added with their manifest, the ledger is
exported, and the workshop's own referee scores the export.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from regesta.reading import read_file
from regesta.structure import outline
from tests.cli.make import run

SHARED = Path(__file__).parents[3] / "shared"
CORPUS = SHARED / "corpus"
UNLABELLED = CORPUS / "unlabelled"
MAIN_FIELDS = ("format", "status", "when", "place", "country", "medium", "occasion", "participants")
FATES = ("record", "furniture", "repeated", "unread")

pytestmark = [
    pytest.mark.workshop,
    pytest.mark.skipif(
        not SHARED.is_dir(), reason="the workshop's gold and corpus are not beside this checkout"
    ),
]

Figures = dict[str, dict[str, float]]


def _exported(folder: Path, target: Path) -> Path:
    """Add the texts of ``folder`` to a new ledger and export them to ``target``."""
    ledger = target.with_suffix(".db")
    texts = sorted(folder.glob("*.txt"))
    added = run("--ledger", ledger, "add", "--manifest", folder / "SOURCES.tsv", *texts)
    assert (added.code, added.err) == (0, "")
    exported = run("--ledger", ledger, "export", "--format", "jsonl", "-o", target)
    assert exported.code == 0, exported.err
    return target


def _scored(gold: Path, texts: Path, export: Path) -> Figures:
    """What the workshop's referee says of an export."""
    command = [sys.executable, str(SHARED / "score" / "score.py"), "--json"]
    done = subprocess.run(
        [*command, "--gold", str(gold), "--text", str(texts), "--export", str(export)],
        capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    figures = json.loads(done.stdout)
    assert figures.pop("documents missing") == []
    return dict(figures)


def _main_fields_right(figures: Figures) -> float:
    """The share of the main meetings' fields that are right, all fields together."""
    fields = [figures[f"main {name}"] for name in MAIN_FIELDS if f"main {name}" in figures]
    return sum(field["hit"] for field in fields) / sum(field["gold"] for field in fields)


def test_the_seeds_are_read_as_well_as_was_asked(tmp_path: Path) -> None:
    figures = _scored(SHARED / "gold", CORPUS, _exported(CORPUS, tmp_path / "seeds.jsonl"))
    assert figures["statements strict"]["f1"] >= 0.85
    assert figures["statements found"]["f1"] >= 0.92
    assert figures["meetings found"]["f1"] >= 0.80
    assert _main_fields_right(figures) >= 0.90
    assert figures["commitments found"]["f1"] >= 0.75
    assert figures["commitments due window"]["recall"] >= 0.80
    assert figures["statements topics"]["f1"] >= 0.70
    assert figures["quotes exact"]["precision"] == 1.0


def test_other_house_styles_are_read_as_well_as_was_asked(tmp_path: Path) -> None:
    styles = CORPUS / "styles"
    figures = _scored(SHARED / "gold" / "styles", styles, _exported(styles, tmp_path / "styles.jsonl"))
    assert figures["statements strict"]["f1"] >= 0.70
    assert figures["quotes exact"]["precision"] == 1.0


def test_every_sentence_of_the_unlabelled_texts_is_accounted_for(tmp_path: Path) -> None:
    ledger, texts = tmp_path / "unlabelled.db", sorted(UNLABELLED.rglob("*.txt"))
    added = run("--ledger", ledger, "add", "--manifest", UNLABELLED / "SOURCES.tsv", UNLABELLED)
    assert (added.code, added.err) == (0, "")
    shares = json.loads(run("--ledger", ledger, "shares", "--json").out)
    assert sum(row["documents"] for row in shares) == len(texts) > 300
    assert sum(row["sentences"] for row in shares) == sum(map(_sentences, texts))
    for row in shares:
        assert sum(row[fate] for fate in FATES) == pytest.approx(1, abs=1e-3)
    unread = json.loads(run("--ledger", ledger, "unread", "--json").out)
    assert unread
    assert all(row["reason"] for row in unread)


def _sentences(path: Path) -> int:
    """How many sentences, or blocks without any, a text has."""
    return sum(len(block.sentences) or 1 for block in outline(read_file(path)).blocks)
