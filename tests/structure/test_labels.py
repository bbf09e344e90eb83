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
        first = form.form.replace("A", "I") if "I" in text else form.form.replace("a", "i")
        assert any(words(before + text) for before in ("", *_counts(form, first))), text
    for text in form.never:
        assert words(text) is None, text


def _counts(form: LabelForm, roman_first: str) -> list[str]:
    """Return lists that lead up to an example: letters or Roman numerals from the first on."""
    sign = next(sign for sign in "1aA" if sign in form.form)
    low = ["i", "ii", "iii"] if sign == "a" else ["I", "II", "III"]
    rows = [form.form.replace(sign, one) for one in low]
    letters = [form.form.replace(sign, one) for one in (["a", "b"] if sign == "a" else ["A", "B"])]
    return ["".join(f"{row} x\n" for row in rows[:n]) for n in (1, 2, 3)] + [
        f"{letters[1]} x\n",
        f"{roman_first} x\n",
    ]


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
