"""Every page of the room is one that the benchmark of pages asks for."""

from __future__ import annotations

from pathlib import Path

from benchmarks.room_addresses import addresses

from .addresses import ADDRESSES

NOT_PAGES_OF_A_LEDGER = {"/api", "/login", "/users"}


def test_every_page_is_measured(demo: Path) -> None:
    asked = addresses(demo)
    assert set(asked) == set(ADDRESSES) - NOT_PAGES_OF_A_LEDGER
    assert [path for path, some in asked.items() if not some] == []
