"""The words of outcomes: the file's own examples."""

from __future__ import annotations

import pytest

from regesta.rules.base import Forms
from regesta.rules.outcomes import OutcomeRules, outcome_rules

FORMS = [name for name in OutcomeRules.model_fields if isinstance(getattr(outcome_rules(), name), Forms)]
TOLD = outcome_rules().told


@pytest.mark.parametrize("name", FORMS)
def test_forms_are_met_in_their_phrases(name: str) -> None:
    forms = getattr(outcome_rules(), name)
    found = {phrase: bool(forms.pattern.search(phrase)) for phrase in forms.match + forms.never}
    assert found == dict.fromkeys(forms.match, True) | dict.fromkeys(forms.never, False)


@pytest.mark.parametrize("number", range(len(TOLD)))
def test_what_is_told_of_a_deed_is_met_in_its_phrases(number: int) -> None:
    forms = TOLD[number]
    found = {phrase: bool(forms.pattern.search(phrase)) for phrase in forms.match + forms.never}
    assert found == dict.fromkeys(forms.match, True) | dict.fromkeys(forms.never, False)
