"""A ledger with two hand-made readings."""

from __future__ import annotations

from pathlib import Path

import pytest

from .make import fill, first, second


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """The accounts of both sides of one meeting."""
    return fill(tmp_path / "two.db", first(), second())
