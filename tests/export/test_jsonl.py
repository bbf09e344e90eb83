"""The record format, key for key."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from regesta.export.jsonl import lines

from .make import RECORDS, TEXT, Paper

KEYS = {
    "document": "file sha256 url publisher side counterpart kind language title published published_basis",
    "meetings": "id span quote main format medium status when when_basis as_written start_time"
    " duration_minutes parts place country occasion ordinal_total ordinal_year round condition participants",
    "statements": "id span quote verb act negated actors addressee topics section rule",
    "commitments": "id span quote who what strength due due_basis condition topics",
    "requests": "id span quote act who of what what_span again negated due due_basis due_as_written condition"
    " topics statement_id rule confidence",
    "terms": "span quote label concept",
    "repeated": "first again",
    "unread": "span quote reason",
}
BEYOND = {
    "document": "id publisher_basis side_basis kind_reason title_span rules_version",
    "meetings": "reason parties parties_basis zone zone_basis also topics rule confidence",
    "statements": "confidence verb_span content",
    "commitments": "due_as_written rule confidence",
    "requests": "",
    "terms": "id side rule confidence",
    "repeated": "",
    "unread": "",
}


def exported() -> Any:
    (line,) = lines([(Paper(), RECORDS)])
    return json.loads(line)


def test_the_parts_of_a_line_stand_in_order() -> None:
    assert list(exported()) == list(KEYS)


@pytest.mark.parametrize("part", KEYS)
def test_keys_stand_in_the_order_of_the_format_and_extras_at_the_end(part: str) -> None:
    value = exported()[part]
    keys = list(value if part == "document" else value[0])
    asked = KEYS[part].split()
    assert keys[: len(asked)] == asked
    assert keys[len(asked) :] == BEYOND[part].split()


def test_actors_and_participants_stand_in_order() -> None:
    line = exported()
    assert list(line["meetings"][0]["participants"][0])[:3] == ["name", "role", "country"]
    assert list(line["statements"][0]["actors"][0])[:3] == ["kind", "name", "country"]
    assert line["statements"][0]["addressee"]["name"] == "Bo Tarn"


def test_every_quote_is_its_text() -> None:
    line = exported()
    items = [
        item
        for part in ("meetings", "statements", "commitments", "requests", "terms", "unread")
        for item in line[part]
    ]
    assert len(items) == 6
    for item in items:
        start, end = item["span"]
        assert item["quote"] == TEXT[start:end] != ""


def test_values_come_through() -> None:
    meeting = exported()["meetings"][0]
    assert meeting["parts"] == [{"kind": "plenary", "start_time": None, "duration_minutes": 35}]
    assert meeting["when"] == "2031-05-04"
    asked = exported()["requests"][0]
    assert TEXT[slice(*asked["what_span"])] == asked["what"]
    assert (asked["who"][0]["name"], asked["of"][0]["name"], asked["again"]) == ("Ada Quill", "Bo Tarn", True)
    assert TEXT[slice(*exported()["statements"][0]["content"])] == "Mr. Tarn."
    assert exported()["repeated"][0]["again"][0] == TEXT.rindex("Twice.")


def test_two_names_of_one_text_give_two_lines() -> None:
    one, two = (json.loads(line) for line in lines([(Paper(files=("a.txt", "b/c.txt")), RECORDS)]))
    assert (one["document"].pop("file"), two["document"].pop("file")) == ("a.txt", "b/c.txt")
    assert one == two


def test_a_text_without_a_name_gives_one_line() -> None:
    (line,) = lines([(Paper(files=()), RECORDS)])
    assert json.loads(line)["document"]["file"] is None


def test_no_line_breaks_for_any_reader() -> None:
    ends = "\u2028\u2029\x85\x0b\x0c\x1c\x1d\x1e"
    paper = Paper(title=f"A{ends}B")
    (line,) = lines([(paper, replace(RECORDS, unread=()))])
    assert len(line.splitlines()) == 1
    assert json.loads(line)["document"]["title"] == paper.title
    assert "“" not in line and "é" in next(lines([(Paper(title="é"), RECORDS)]))
