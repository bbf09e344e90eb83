"""What puts a meeting ahead: the words for it, before it and behind it."""

from __future__ import annotations

import pytest

from tests.records.meeting.readouts import MET, others


@pytest.mark.parametrize(
    ("text", "status", "when"),
    [
        ("They decided that the Joint Committee would convene in June.", "planned", "2031-06"),
        ("They agreed to finish the plan of works by the Summit Meeting in September.", "planned", "2031-09"),
        ("They agreed to finish the plan of works before the Summit Meeting in March.", "planned", "2032-03"),
        ("They welcomed the plan agreed on at the Summit Meeting in March.", "referenced", "2031-03"),
        ("They recalled the plan that was adopted by the Summit Meeting in March.", "referenced", "2031-03"),
    ],
)
def test_a_meeting_that_sets_a_term_lies_ahead(text: str, status: str, when: str) -> None:
    (found,) = others(f"{MET} {text}")
    assert (found.status, found.when) == (status, when)
