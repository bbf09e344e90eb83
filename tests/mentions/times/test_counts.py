"""The table of lengths, ordinals and times of day: value, span and what is declined."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from regesta.mentions.times import find_clock_times, find_durations, find_ordinals
from regesta.model.span import Span

TABLE = Path(__file__).with_name("counts.tsv")


def _rows() -> list[dict[str, str]]:
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _marked(sentence: str) -> tuple[str, list[str]]:
    words = [part.split("»")[0] for part in sentence.split("«")[1:]]
    return sentence.replace("«", "").replace("»", ""), words


def _found(kind: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield the words and the value, as the table writes it, of everything of a kind in ``text``."""
    whole = Span(0, len(text))
    if kind == "length":
        for length in find_durations(text, whole):
            yield length.span.of(text), f"{length.minutes}{'~' if length.approximate else ''}"
    elif kind == "ordinal":
        for count in find_ordinals(text, whole):
            yield count.span.of(text), f"{count.value} {count.scope}"
    else:
        for clock in find_clock_times(text, whole):
            yield clock.span.of(text), f"{clock.value} {clock.zone or ''}".strip()


def test_the_table_is_broad() -> None:
    declined = [row["kind"] for row in _rows() if row["value"] == "-"]
    assert all(declined.count(kind) >= 15 for kind in ("length", "ordinal", "clock"))
    assert {row["kind"] for row in _rows()} == {"length", "ordinal", "clock"}


@pytest.mark.parametrize("row", _rows(), ids=lambda row: f"{row['kind']} {row['text']}")
def test_count(row: dict[str, str]) -> None:
    text, words = _marked(row["text"].replace("\\n", "\n"))
    values = [] if row["value"] == "-" else row["value"].split("; ")
    assert list(_found(row["kind"], text)) == list(zip(words, values, strict=True))
