"""The samples, opened as a user of the package opens a ledger."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import regesta
from tests.export.filled import SAMPLES, fill


@pytest.fixture(scope="session")
def samples_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger's file; it is not to be changed."""
    return fill(tmp_path_factory.mktemp("interface") / "samples.db")


@pytest.fixture
def register(samples_path: Path) -> Iterator[regesta.Register]:
    """The ledger of the samples."""
    with regesta.open(samples_path, topics=[SAMPLES / "pack.yml"]) as opened:
        yield opened
