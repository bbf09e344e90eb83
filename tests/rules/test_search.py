"""British and American spellings: the file's own examples."""

from __future__ import annotations

import pytest

from regesta.rules.search import OtherSpelling, search_rules


@pytest.mark.parametrize("rule", search_rules().spellings, ids=lambda rule: rule.match[0][0])
def test_spellings(rule: OtherSpelling) -> None:
    assert [(word, rule.of(word)) for word, _ in rule.match] == list(rule.match)
    assert [word for word in rule.never if rule.of(word)] == []
