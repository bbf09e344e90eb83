"""Whole lists as CSV and JSON: sent as they are worked out, refused before anything is sent."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from regesta.web.lists import together


def test_lines_are_sent_together() -> None:
    assert list(together(["a", "b", "c", "d", "e"], 2)) == ["ab", "cd", "e"]
    assert list(together([])) == []


def test_no_more_is_worked_out_than_is_sent() -> None:
    made: list[int] = []

    def lines() -> Iterator[str]:
        for number in range(1000):
            made.append(number)
            yield str(number)

    next(together(lines(), 10))
    assert made == list(range(10))


@pytest.mark.parametrize("form", ["csv", "json", "html"])
@pytest.mark.parametrize("address", ["/statements?act=sing", "/meetings?status=sung"])
def test_what_cannot_be_asked_is_refused_in_every_form(visitor: TestClient, address: str, form: str) -> None:
    answer = visitor.get(f"{address}&format={form}")
    assert answer.status_code == 400
    assert "There is no" in answer.text


@pytest.mark.parametrize("form", ["csv", "json"])
def test_an_empty_list_is_a_list(visitor: TestClient, form: str) -> None:
    answer = visitor.get(f"/statements?until=1900&format={form}")
    assert answer.status_code == 200
    assert answer.text.startswith({"csv": "id,", "json": "[]"}[form])
