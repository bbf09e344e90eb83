"""Rule files are read strictly."""

from __future__ import annotations

import pytest

from regesta.model.finding import RegestaError
from regesta.rules.base import Forms, Listed, parse

LISTED = "words: [ferry]\nmatch: [the ferry left]\nnever: [the fairy left]\n"


def test_a_list_is_read_with_its_examples() -> None:
    assert parse(LISTED, Listed, "x.yml").words == frozenset({"ferry"})


def test_forms_become_one_pattern_of_whole_words() -> None:
    forms = Forms(forms=("ferry", r"boats?"), match=("a",), never=("b",))
    assert [m.group() for m in forms.pattern.finditer("boat, boats and ferry; ferrying")] == [
        "boat",
        "boats",
        "ferry",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (LISTED + "more: 1\n", r"x\.yml: more: Extra inputs"),
        ("words: [ferry]\nmatch: [a]\n", r"x\.yml: never: Field required"),
        ("words: []\nmatch: [a]\nnever: [b]\n", r"x\.yml: words"),
        ("words: [ferry", r"x\.yml: not valid YAML"),
        ("- ferry", r"x\.yml"),
        ("", r"x\.yml"),
    ],
)
def test_what_is_wrong_is_named_with_its_key(text: str, words: str) -> None:
    with pytest.raises(RegestaError, match=words):
        parse(text, Listed, "x.yml")
