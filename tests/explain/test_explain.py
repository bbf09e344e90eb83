"""An explanation of a whole text: what it holds, and what it leaves as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from regesta.engine.explain import explain_document
from regesta.engine.read import read_document
from regesta.model.finding import RegestaError
from regesta.model.records import Statement
from regesta.model.span import Span
from regesta.model.trace import declined, listening, tracing

from .readout import LEAD, PACK, explain, sentence

TEXTS = sorted((Path(__file__).parents[1] / "gold" / "texts").glob("*.txt"))
URGED = "Minister Lind urged Brevonia to open the port by 5 June 2031."


def test_a_sentence_shows_its_mentions_and_what_they_resolved_to() -> None:
    read, text = sentence(URGED), f"{LEAD}{URGED}\n"
    seen = {one.span.of(text): (one.kind, one.meaning, one.rule) for one in read.noticed}
    assert seen["Minister Lind"] == ("person", "Oto Lind (Foreign Minister of Arvania, XA, stated)", None)
    assert seen["urged"] == ("verb", "urge: urge", "urge")
    assert seen["Brevonia"][:2] == ("party", "Brevonia (XB, stated)")
    assert seen["by 5 June 2031"][:2] == ("date", "2031-06-05 (stated)")


def test_a_date_for_which_no_record_asked_says_so() -> None:
    words = "Minister Lind stressed that the port had been open on 5 June 2030."
    told = {one.kind: one.meaning for one in sentence(words).noticed}
    assert told["date"] == "2030-06-05 (stated); no record asked for it"


def test_a_sentence_shows_how_it_ended_and_its_records() -> None:
    read = sentence(URGED)
    assert (read.fate, read.reason, read.block.kind) == ("record", None, "paragraph")
    assert [(one.act, one.rule) for one in read.records if isinstance(one, Statement)] == [("urge", "urge")]
    unread = sentence("Snow fell.")
    assert unread.fate == "unread"
    assert unread.reason and not unread.records


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_listening_changes_nothing_and_leaves_no_sentence_out(path: Path) -> None:
    explanation = explain(path.read_text("utf-8"))
    plain = read_document(explanation.reading.page, topics=(PACK,))
    assert explanation.reading.records == plain.records
    assert [one.span for one in explanation.sentences] == [one.span for one in plain.records.accounts]
    made = {record.id for one in explanation.sentences for record in one.records}
    assert made >= {one.id for one in plain.records.statements}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_everything_told_stands_in_its_sentence(path: Path) -> None:
    text = path.read_text("utf-8")
    for one in explain(text).sentences:
        for place in [told.span for told in one.noticed] + [told.span for told in one.declined]:
            assert 0 <= one.span.start <= place.start < place.end <= len(text)


def test_an_offset_finds_its_sentence_and_white_space_the_next() -> None:
    explanation = explain(f"{LEAD}{URGED}\n\nSnow fell.\n")
    start = len(LEAD)
    assert explanation.at(start + 5).span.start == start
    assert explanation.at(start + len(URGED)).span.of(explanation.reading.page.text) == "Snow fell."
    assert explanation.at(len(explanation.reading.page.text) - 1) == explanation.sentences[-1]


@pytest.mark.parametrize("offset", [-1, 10_000])
def test_an_offset_outside_the_text_is_refused(offset: int) -> None:
    with pytest.raises(RegestaError, match=f"no character {offset} in the text"):
        explain(LEAD).at(offset)


def test_nothing_is_kept_where_nobody_listens() -> None:
    class Nowhere:
        @property
        def span(self) -> Span:
            raise AssertionError("the place was looked up")

    assert listening() is None
    assert declined("statement", Nowhere(), "for no reason") is False


def test_a_trace_ends_with_its_block_also_after_a_failure() -> None:
    with pytest.raises(ZeroDivisionError), tracing():
        _ = 1 / 0
    assert listening() is None


def test_a_reading_inside_another_trace_does_not_mix() -> None:
    page = explain(LEAD).reading.page
    with tracing() as outer:
        explain_document(page)
    assert outer.declined == [] and outer.noticed == []
