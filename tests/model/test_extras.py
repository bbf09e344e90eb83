"""A command whose extra is not installed says which, and does nothing."""

from __future__ import annotations

import pytest

from regesta.model import extras
from regesta.model.finding import RegestaError


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras, "find_spec", lambda name: None if name == "feedparser" else object())
    with pytest.raises(RegestaError, match=r"needs feedparser, .* pip install 'regesta\[fetch\]'"):
        extras.need("fetch")


@pytest.mark.parametrize("extra", ["fetch", "web"])
def test_nothing_missing_says_nothing(extra: str) -> None:
    extras.need(extra)
