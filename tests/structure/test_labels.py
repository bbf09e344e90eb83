"""Numbers and bullets before a block."""

from __future__ import annotations

import pytest

from regesta.rules.sentences import LabelForm, sentence_rules
from regesta.structure.labels import Label, Labels, roman


def label(text: str) -> Label | None:
    """Read the label of the last line of ``text``, counting through the lines before it."""
    starts = [0, *(at + 1 for at, sign in enumerate(text) if sign == "\n")]
    labels = Labels(text, starts)
    return [labels.at(start, len(text)) for start in starts][-1]


def words(text: str) -> str | None:
    found = label(text)
    return text[text.rfind("\n") + 1 : found.end].strip() if found else None


@pytest.mark.parametrize("form", sentence_rules().labels, ids=lambda form: form.id)
def test_each_form_does_what_its_examples_say(form: LabelForm) -> None:
    for text in form.match:
        assert any(_second(before + text) for before in _lists(form)), text
    for text in form.never:
        assert not any(_second(before + text) for before in _lists(form)[:1]), text


def _lists(form: LabelForm) -> list[str]:
    """Return lists of different lengths in this form that an example may carry on."""
    sign = next(sign for sign in "1aA①" if sign in form.form)
    rows = {"1": "1 2 3 4 5 6 7 8 9 10 11", "a": "i ii iii", "A": "I II III", "①": "①"}[sign].split()
    lines = [form.form.replace(sign, row) + " x\n" for row in rows]
    return ["".join(lines[:number]) for number in range(len(lines) + 1)]


def _second(text: str) -> bool:
    """Say whether the last line carries a label, be it followed by the next of its kind or not."""
    follower = text.replace("1", "2").replace("I", "II").replace("a.", "b.").replace("A.", "B.")
    return words(text) is not None or words(f"{follower}\n{text}") is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. 1. Energy", "1. 1."),
        ("1.1 Energy", "1.1"),
        ("2.3.4. Energy", "2.3.4."),
        ("1. (1) Energy", "1. (1)"),
        ("• Energy", "•"),
        ("•Energy", "•"),
        ("- Energy", "-"),
        ("– Energy", "–"),
        ("* Energy", "*"),
        ("· Energy", "·"),
        ("-5 degrees", None),
        ("1.5 million", None),
        ("S. Varna met the minister", None),
        ("A. Varna met the minister", None),
        ("2016. A good year", None),
    ],
)
def test_what_is_a_label(text: str, expected: str | None) -> None:
    assert words(text) == expected


def test_a_letter_that_may_be_roman_is_read_by_the_count() -> None:
    letters = "\n".join(f"({sign}) x" for sign in "abcdefgh")
    carried = label(letters + "\n(i) x")
    alone = label("(i) x")
    assert carried is not None
    assert alone is not None
    assert (carried.styles, carried.value) == (("bracketed_lower letter",), 9)
    assert (alone.styles, alone.value) == (("bracketed_lower roman",), 1)


def test_an_initial_counts_as_a_label_only_when_the_next_one_is_there() -> None:
    text = "A. Energy\nB. Trade"
    labels = Labels(text, [0, 10])
    assert labels.at(0, len(text)) is not None
    assert labels.at(10, len(text)) is not None


def test_in_the_middle_of_a_sentence_only_the_next_number_counts() -> None:
    text = "1. Energy\n2. Trade\n18. The ministers\n– both\n• Ports"
    starts = [0, 10, 19, 37, 44]
    labels = Labels(text, starts)
    assert labels.at(0, len(text)) is not None
    found = [labels.at(start, len(text), loose=False) for start in starts[1:]]
    assert [one is not None for one in found] == [True, False, False, True]


@pytest.mark.parametrize(
    ("word", "value"), [("i", 1), ("iv", 4), ("ix", 9), ("xiv", 14), ("iiii", 0), ("via", 0), ("", 0)]
)
def test_roman_numerals(word: str, value: int) -> None:
    assert roman(word) == value
