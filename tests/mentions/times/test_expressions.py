"""The table of expressions: each sentence's marked words mean what the table says, or are declined."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import get_args

import pytest

from regesta.mentions.times import Anchor, TimeMention, find_windows, resolve, why_unresolved
from regesta.mentions.times.mention import Tense
from regesta.model.span import Span

TABLE = Path(__file__).with_name("expressions.tsv")


def _rows() -> list[dict[str, str]]:
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _marked(sentence: str) -> tuple[str, Span]:
    before, rest = sentence.split("«")
    words, after = rest.split("»")
    return before + words + after, Span(len(before), len(before) + len(words))


def _context(row: dict[str, str]) -> dict[str, str]:
    return dict(part.split("=", 1) for part in row["context"].split() if part != "-")


def _tense(given: str) -> Tense:
    return next(tense for tense in get_args(Tense) if tense == given)


def _anchor(row: dict[str, str]) -> Anchor:
    context = _context(row)
    day = None if row["anchor"] == "-" else row["anchor"]
    return Anchor(day, context.get("event"), context.get("publisher"))


def _found(text: str, place: Span) -> list[TimeMention]:
    return [found for found in find_windows(text, Span(0, len(text))) if found.span.overlaps(place)]


def _declined(row: dict[str, str]) -> bool:
    return row["edtf"] == "-"


def test_the_table_is_broad() -> None:
    rows = _rows()
    assert len(rows) >= 300
    assert sum(map(_declined, rows)) >= 90
    assert len({(row["text"], row["anchor"], row["tense"], row["context"]) for row in rows}) == len(rows)


@pytest.mark.parametrize("row", _rows(), ids=lambda row: f"{row['text']} {row['anchor']} {row['context']}")
def test_expression(row: dict[str, str]) -> None:
    text, place = _marked(row["text"])
    anchor, tense = _anchor(row), _tense(row["tense"])
    found = _found(text, place)
    windows = [(mention.span.of(text), resolve(mention, anchor, tense, text)) for mention in found]
    values = [(words, window.edtf, window.basis) for words, window in windows if window is not None]
    if not _declined(row):
        assert values == [(place.of(text), row["edtf"], row["basis"])]
        return
    reasons = {why_unresolved(mention, anchor, tense, text) for mention in found}
    assert (values, reasons) == ([], set() if row["basis"] == "-" else {row["basis"]})


@pytest.mark.parametrize("row", _rows(), ids=lambda row: f"{row['text']} {row['anchor']} {row['context']}")
def test_what_has_a_window_has_no_reason_to_lack_one(row: dict[str, str]) -> None:
    text, place = _marked(row["text"])
    anchor, tense = _anchor(row), _tense(row["tense"])
    for mention in _found(text, place):
        resolved = resolve(mention, anchor, tense, text)
        assert (resolved is None) == (why_unresolved(mention, anchor, tense, text) is not None)
        assert resolved is None or resolved.span == mention.span
