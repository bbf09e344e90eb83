"""The ledger of the samples, and the brief on its two states."""

from __future__ import annotations

from pathlib import Path

import pytest

from regesta.export.brief.content import Brief
from tests.cli.make import run

from .make import PACK, ROOT, brief_of


@pytest.fixture(scope="session")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of two years between two states."""
    path = tmp_path_factory.mktemp("samples") / "samples.db"
    manifest = ROOT / "samples/SOURCES.tsv"
    done = run("--ledger", path, "add", "--topics", PACK, "--manifest", manifest, ROOT / "samples")
    assert done.code == 0, done.err
    return path


@pytest.fixture(scope="session")
def rich(sampled: Path) -> Brief:
    """The brief on two years between two states."""
    return brief_of(sampled)
