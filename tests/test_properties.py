"""What holds for the whole reader whatever the text: exact quotes, stable ids, nothing lost, no harm."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from regesta.model.finding import RegestaError
from regesta.model.reading import Reading
from tests.readouts import FURNITURE, LEAD, SENTENCES, TEXTS, check, found, read

READOUT = LEAD + "\n" + "\n\n".join(SENTENCES) + "\n"


def _readable(text: str) -> Reading | None:
    """The reading of a text; None where the door refuses it as no text."""
    try:
        return read(text)
    except RegestaError:
        return None


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_quotes_are_exact_and_every_sentence_is_accounted_for(text: str) -> None:
    reading = _readable(text)
    if reading is not None:
        check(reading)


def test_a_sentence_may_end_in_an_honorific() -> None:
    check(read(LEAD + "\nThey met H.E.\n"))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
@example("The two ministers agreed to")
@example("agreed agreed agreed")
def test_any_text_is_read_or_refused_in_one_sentence(text: str) -> None:
    try:
        reading = read(text.encode("utf-8", "surrogatepass"))
    except RegestaError as refused:
        assert "\n" not in str(refused)
    else:
        check(reading)


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS)
def test_the_same_text_gives_the_same_records_whatever_was_read_between(text: str, other: str) -> None:
    first = _readable(text)
    _readable(other)
    again = _readable(text)
    if first is not None and again is not None:
        assert (first.document, first.records) == (again.document, again.records)


@settings(max_examples=40, deadline=None)
@given(st.permutations(FURNITURE), st.permutations(range(1, 7)), st.integers(1, len(FURNITURE)))
def test_lines_of_the_page_change_no_record(lines: list[str], at: list[int], count: int) -> None:
    blocks = READOUT.strip().split("\n\n")
    for line, index in zip(lines[:count], at, strict=False):
        blocks.insert(-index, line)
    reading = read("\n\n".join([*blocks, *lines]) + "\n")
    check(reading)
    assert found(reading) == found(read(READOUT))


@pytest.mark.parametrize(
    ("change", "same"),
    [
        (lambda text: text.replace("\n", "\r\n").encode(), True),
        (lambda text: text.replace("\n", "\r").encode(), True),
        (lambda text: b"\xef\xbb\xbf" + text.encode(), True),
        (lambda text: text.encode("utf-16"), True),
        (lambda text: text.replace("\n", " \n").encode(), True),
        (lambda text: text.replace("\n\n", "\n\n\n\n").encode(), True),
        (lambda text: text.replace(" Lind ", " \u202eLind\u202c ").encode(), False),
        (lambda text: text.replace(" ", "\u00a0").encode(), True),
        (lambda text: (text + "\n<script>agreed('to pay')</script>\n").encode(), False),
    ],
    ids=[
        "crlf",
        "cr",
        "bom",
        "utf-16",
        "trailing blanks",
        "more empty lines",
        "rtl",
        "hard blanks",
        "script",
    ],
)
def test_the_form_of_a_file_changes_no_record(change: Callable[[str], bytes], same: bool) -> None:
    reading = read(change(READOUT))
    check(reading)
    assert len(reading.records.statements) >= len(read(READOUT).records.statements) - 2
    if same:
        assert found(reading) == found(read(READOUT))


@pytest.mark.parametrize(
    "text", [".", "•", "(1)", "1.", "—", "The", "I.", "\u200bx", "agreed", "Mr.", "?!", ")("]
)
def test_a_text_of_next_to_nothing_gives_no_record(text: str) -> None:
    reading = read(text)
    check(reading)
    assert [row for row in found(reading) if row[0] != "unread"] == []


@pytest.mark.parametrize(
    "words",
    [
        "x" * 10_000 + " agreed.",
        "," * 100_000,
        "(" * 5_000 + "a" + ")" * 5_000,
        "A." * 20_000,
        "agreed " * 5_000,
    ],
    ids=["a word of 10,000 letters", "100,000 commas", "nested brackets", "initials", "one verb"],
)
def test_odd_words_beside_a_readout_do_no_harm(words: str) -> None:
    reading = read(READOUT + "\n" + words + "\n")
    check(reading)
    assert len(reading.records.statements) == len(read(READOUT).records.statements)


def test_five_thousand_bullets_are_a_commitment_each() -> None:
    bullets = "".join(f"• open port number {number} to ferries\n" for number in range(5_000))
    reading = read(READOUT + "\nThe two sides agreed to:\n" + bullets)
    check(reading)
    assert sum("open port number" in promise.what for promise in reading.records.commitments) == 5_000


def test_a_line_of_two_megabytes_without_an_end_is_unread_with_a_reason() -> None:
    sentence = SENTENCES[0].replace(".", " and ")
    reading = read(sentence * (2_000_000 // len(sentence)))
    check(reading)
    [unread] = reading.records.unread
    assert unread.reason.startswith("longer than")
    assert len(found(reading)) == 1


SHAPES: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda n: "".join(f"Minister Lind praised line {i} of Brevonia.\n\n" for i in range(n)),
    "one paragraph": lambda n: "".join(f"Minister Lind praised line {i} of Brevonia. " for i in range(n)),
    "headings": lambda n: "".join(f"{i}. Ferry line {i}\n\nMinister Lind praised it.\n\n" for i in range(n)),
    "bullets": lambda n: "They agreed to:\n" + "".join(f"• open port {i}\n" for i in range(n)),
    "meetings": lambda n: "".join(f"On {i % 28 + 1} June {2031 + i} they met.\n\n" for i in range(n)),
    "honorifics": lambda n: "Mr " * n + "left.\n",
    "states": lambda n: "Minister Lind praised " + "Norway " * n + ".\n",
    "verbs": lambda n: "Minister Lind " + "goes " * n + ".\n",
    "people": lambda n: "".join(f"Minister Ana Ka{'l' * (i % 9)}{i}ro agreed.\n\n" for i in range(n)),
}


def _calls(text: str) -> int:
    """How many functions are called while ``text`` is read: a measure of work that knows no clock."""
    count = 0

    def called(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(called)
    try:
        read(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("shape", SHAPES)
def test_work_grows_with_the_text_and_not_faster(shape: str) -> None:
    make = SHAPES[shape]
    read(LEAD + make(10))
    few = _calls(LEAD + make(100))
    assert _calls(LEAD + make(400)) < 6 * few
