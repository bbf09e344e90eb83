"""The table of expressions: each sentence's marked words mean what the table says, or are declined."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import get_args

import pytest

from regesta.mentions.times import Anchor, TimeMention, find_windows, resolve
from regesta.mentions.times.mention import Order, Tense
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


def _order(given: str | None) -> Order | None:
    return next((order for order in get_args(Order) if order == given), None)


def _tense(given: str) -> Tense:
    return next(tense for tense in get_args(Tense) if tense == given)


def _anchor(row: dict[str, str]) -> Anchor:
    context = _context(row)
    day = None if row["anchor"] == "-" else row["anchor"]
    return Anchor(day, context.get("event"), _order(context.get("order")))


def _resolved(text: str, place: Span, row: dict[str, str]) -> list[tuple[TimeMention, str, str]]:
    found: list[tuple[TimeMention, str, str]] = []
    for mention in find_windows(text, Span(0, len(text))):
        if not mention.span.overlaps(place):
            continue
        window = resolve(mention, _anchor(row), _tense(row["tense"]), text, _context(row).get("fiscal"))
        if window is not None:
            assert window.span == mention.span
            found.append((mention, window.edtf, window.basis))
    return found


def test_the_table_is_broad() -> None:
    assert len(_rows()) >= 150


@pytest.mark.parametrize("row", _rows(), ids=lambda row: f"{row['text']} {row['anchor']} {row['tense']}")
def test_expression(row: dict[str, str]) -> None:
    text, place = _marked(row["text"])
    found = _resolved(text, place, row)
    if row["edtf"] == "-":
        assert found == []
        return
    assert [(mention.span.of(text), edtf, basis) for mention, edtf, basis in found] == [
        (place.of(text), row["edtf"], row["basis"])
    ]
