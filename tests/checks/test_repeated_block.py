"""A passage printed twice."""

from __future__ import annotations

from regesta.checks.repeated_block import check
from regesta.model.records import Records, Repeat
from regesta.model.span import Span

from .make import Paper

TEXT = "Both sides agreed to reopen the ferry. Both sides agreed to reopen the ferry."


def test_a_repeat_is_found_with_both_places() -> None:
    repeat = Repeat(Span(0, 38), Span(39, 77))
    (finding,) = check(Paper("d1", TEXT), Records(repeated=(repeat,)), TEXT)
    assert finding.code == "repeated-block"
    first, again = finding.places
    assert first.quote == again.quote == "Both sides agreed to reopen the ferry."
    assert first.span != again.span


def test_no_repeat_passes() -> None:
    assert check(Paper("d1", TEXT), Records(), TEXT) == []
