"""The words of the resolver: the file's own examples."""

from __future__ import annotations

import pytest

from regesta.rules.base import Forms
from regesta.rules.resolve import ResolveRules, content_stems, name_stems, resolve_rules, stem

FORMS = [name for name in ResolveRules.model_fields if isinstance(getattr(resolve_rules(), name), Forms)]
AS_WRITTEN = {"titled"}
"""What is looked for in text with its capitals."""


@pytest.mark.parametrize("name", FORMS)
def test_forms_are_met_in_their_phrases(name: str) -> None:
    forms = getattr(resolve_rules(), name)
    written = str if name in AS_WRITTEN else str.lower
    found = {phrase: bool(forms.pattern.search(written(phrase))) for phrase in forms.match + forms.never}
    assert found == dict.fromkeys(forms.match, True) | dict.fromkeys(forms.never, False)


def test_weights_lie_between_none_and_all() -> None:
    rules = resolve_rules()
    assert all(-1 <= weight <= 1 for weight in rules.weights.values())
    assert 0 < rules.threshold < 1


def test_words_that_tell_a_subject() -> None:
    assert content_stems("The ministers discussed the ferries") == {stem("ferry")}
    assert stem("island’s") == stem("islands") == stem("island")
    assert name_stems("the Northern Lakes Forum") == {stem("Northern"), stem("Lakes")}
    assert name_stems("the forum of the lakes") == set()


def test_every_list_of_words_for_one_thing_has_a_first_word_of_its_own() -> None:
    heads = [kin[0] for kin in resolve_rules().kin]
    assert len(set(heads)) == len(heads)
