"""The measuring of pages: which addresses are asked, and what is said of the times."""

from __future__ import annotations

import pytest

from benchmarks import rooms
from benchmarks.room_addresses import spread
from benchmarks.rooms import Timed


def test_addresses_are_spread_over_a_list() -> None:
    assert spread(list(range(101))) == [0, 25, 50, 75, 100]
    assert spread([1, 2]) == [1, 2]


def test_a_page_keeps_to_its_target_or_does_not() -> None:
    one = Timed("/people", (*[10.0] * 19, 400.0), "/people", 10)
    assert one.target(10_000) == ("p95 < 150", False)
    assert one.target(100_000) == ("all < 500", True)
    assert Timed("/search", (190.0,), "/search", 10).target(10_000) == ("p95 < 200", True)


def test_the_program_says_where_there_is_no_ledger(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        rooms.main(["no-such-ledger.db"])
    assert ended.value.code == 2
    assert "there is no ledger at no-such-ledger.db" in capsys.readouterr().err
