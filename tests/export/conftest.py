"""One ledger of the samples for every form."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from regesta.ledger import Ledger
from tests.export.filled import fill


@pytest.fixture(scope="session")
def filled_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger's file; it is not to be changed."""
    return fill(tmp_path_factory.mktemp("filled") / "samples.db")


@pytest.fixture
def filled(filled_path: Path) -> Iterator[Ledger]:
    """The ledger, open."""
    with Ledger.open(filled_path) as ledger:
        yield ledger
