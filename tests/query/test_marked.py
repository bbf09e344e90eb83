"""Texts cut where marks begin and end: nothing is lost, whatever overlaps."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from regesta.model.span import Span
from regesta.query.marked import Mark, Segment, blocks, parts, segments
from tests.ledger.readings import at

TEXT = "The ministers agreed to open the Low Pass in May. Rain fell."


def cut(*marks: Mark, asked: Span | None = None) -> list[Segment]:
    """The whole text, cut at these marks."""
    return segments(TEXT, Span(0, len(TEXT)), (), marks, asked)


def test_a_mark_within_another_is_told_apart_from_it() -> None:
    agreed = Mark(at(TEXT, "The ministers agreed to open the Low Pass in May."), "statement", "s")
    term = Mark(at(TEXT, "the Low Pass"), "term", "t")
    found = [(one.text, [mark.key for mark in one.marks], one.begins) for one in cut(agreed, term)]
    assert found == [
        ("The ministers agreed to open ", ["s"], ("s",)),
        ("the Low Pass", ["t", "s"], ("t",)),
        (" in May.", ["s"], ()),
        (" Rain fell.", [], ()),
    ]


def test_marks_that_overlap_share_the_words_between() -> None:
    one = Mark(at(TEXT, "agreed to open the Low"), "statement", "a")
    other = Mark(at(TEXT, "open the Low Pass in"), "statement", "b")
    assert [(piece.text, len(piece.marks)) for piece in cut(one, other)] == [
        ("The ministers ", 0),
        ("agreed to ", 1),
        ("open the Low", 2),
        (" Pass in", 1),
        (" May. Rain fell.", 0),
    ]


def test_the_words_asked_for_begin_once() -> None:
    mark = Mark(at(TEXT, "the Low Pass"), "term", "t")
    asked = at(TEXT, "open the Low Pass in")
    found = cut(mark, asked=asked)
    assert "".join(piece.text for piece in found if piece.chosen) == asked.of(TEXT)
    assert [piece.text for piece in found if piece.first] == ["open "]


SPANS = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda two: Span(min(two), max(two)))


@given(st.lists(SPANS, max_size=8), SPANS, SPANS, st.lists(st.integers(0, 60), max_size=5))
def test_segments_are_the_text(spans: list[Span], part: Span, asked: Span, starts: list[int]) -> None:
    marks = [Mark(span, "statement", f"s-{number}") for number, span in enumerate(spans)]
    found = segments(TEXT, part, starts, marks, asked)
    assert "".join(piece.text for piece in found) == part.of(TEXT)
    for piece in found:
        assert piece.span.of(TEXT) == piece.text
        assert {mark.key for mark in piece.marks} == {
            mark.key for mark in marks if mark.span.overlaps(piece.span)
        }
    lines = [(start, "paragraph") for start in sorted(set(starts))]
    together = [piece for block in blocks(found, lines) for piece in block.segments]  # type: ignore[arg-type]
    assert together == found


@given(st.text(alphabet="ab \n\r", max_size=300), st.lists(st.integers(0, 300), max_size=40))
def test_parts_are_the_text_and_none_is_too_long(text: str, starts: list[int]) -> None:
    inside = sorted(start for start in starts if start < len(text))
    found = parts(text, inside, 50, 5)
    assert "".join(part.of(text) for part in found) == text
    assert all(part.end - part.start <= 50 for part in found)
    for part in found:
        begun = [start for start in inside if part.start <= start < part.end]
        assert len(begun) <= 5 or len(set(begun)) == 1
