"""TimelineJS of a ledger: by the documentation of its format, nothing of a text in it as markup."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from regesta.export import form_named, timelinejs
from regesta.ledger import Ledger
from tests.ledger.readings import full_reading

from .ledgers import filled, source, text, two

DATE = {
    "type": "object",
    "properties": {
        "year": {"type": "integer"},
        "month": {"type": "integer", "minimum": 1, "maximum": 12},
        "day": {"type": "integer", "minimum": 1, "maximum": 31},
        "hour": {"type": "integer", "minimum": 0, "maximum": 23},
        "minute": {"type": "integer", "minimum": 0, "maximum": 59},
        "display_date": {"type": "string"},
    },
    "required": ["year"],
    "dependentRequired": {"day": ["month"], "hour": ["day"], "minute": ["hour"]},
    "additionalProperties": False,
}
SLIDE = {
    "type": "object",
    "properties": {
        "start_date": DATE,
        "end_date": DATE,
        "text": {
            "type": "object",
            "properties": {"headline": {"type": "string"}, "text": {"type": "string"}},
            "additionalProperties": False,
        },
        "media": {"type": "object", "required": ["url"]},
        "group": {"type": "string"},
        "display_date": {"type": "string"},
        "background": {"type": "object"},
        "autolink": {"type": "boolean"},
        "unique_id": {"type": "string"},
    },
    "additionalProperties": False,
}
SCHEMA = {
    "type": "object",
    "properties": {
        "title": SLIDE,
        "events": {"type": "array", "items": {**SLIDE, "required": ["start_date"]}},
        "eras": {"type": "array"},
        "scale": {"enum": ["human", "cosmological"]},
    },
    "required": ["events"],
    "additionalProperties": False,
}
"""Written from https://timeline.knightlab.com/docs/json-format.html; its makers publish no schema."""
TAGS = {"p", "blockquote", "a"}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A readout with a meeting and a promise, and a page about no meeting."""
    return two(tmp_path_factory.mktemp("timeline") / "two.db")


def timeline(ledger: Path, **asked: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text(ledger, "timelinejs", **asked))
    Draft202012Validator(SCHEMA).validate(found)
    ids = [one["unique_id"] for one in found["events"]]
    assert len(set(ids)) == len(ids)
    return found


def groups(found: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {one["group"]: one for one in found["events"]}


def test_a_meeting_a_promise_and_a_document(ledger: Path) -> None:
    found = groups(timeline(ledger))
    assert set(found) == {"Ministers", "Windows of promises", "Documents"}
    met = found["Ministers"]
    assert met["start_date"] == {"year": 2021, "month": 3, "day": 3}
    assert met["display_date"] == "3 March 2021"
    assert met["text"]["headline"].startswith("The foreign ministers of XA")
    assert "sha256 of the text: " in met["text"]["text"]
    assert 'href="https://mfa.example/4"' in met["text"]["text"]
    due = found["Windows of promises"]
    assert due["start_date"] == {"year": 2021, "month": 12, "day": 31}
    assert "Status: no_evidence from 2022-01-01." in due["text"]["text"]


def test_a_window_has_two_ends_and_says_that_it_is_one(ledger: Path) -> None:
    page = groups(timeline(ledger))["Documents"]
    assert page["start_date"] == {"year": 2031, "month": 5, "day": 1}
    assert page["end_date"] == {"year": 2031, "month": 5, "day": 10}
    assert page["display_date"] == "1–10 May [2031] (some day or days of this window), basis: inferred"


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2031-05", {"start_date": {"year": 2031, "month": 5}}),
        ("2031", {"start_date": {"year": 2031}}),
        ("../2031-05-04", {"start_date": {"year": 2031, "month": 5, "day": 4}}),
        ("XXXX-05-04", None),
        (None, None),
    ],
)
def test_a_date_is_as_precise_as_it_is(edtf: str | None, said: Any) -> None:
    assert timelinejs._dates(edtf) == said


def test_nothing_of_a_text_is_markup(ledger: Path, tmp_path: Path) -> None:
    wild = full_reading(title='<script>alert(1)</script> & "x"', url="javascript:alert(1)")
    for one in timeline(filled(tmp_path / "one.db", wild))["events"] + timeline(ledger)["events"]:
        found = _Tags()
        found.feed(one["text"]["text"])
        assert found.tags <= TAGS
        assert all(target.startswith("https://") for target in found.targets)
        assert "<" not in one["text"]["headline"] + one["display_date"] + one["group"]


def test_what_has_no_year_is_counted_and_said(tmp_path: Path) -> None:
    whole = full_reading()
    [met] = whole.records.meetings
    late = replace(met, when="XXXX-03-03", status="planned")
    ledger = filled(tmp_path / "one.db", replace(whole, records=replace(whole.records, meetings=(late,))))
    assert "Not drawn, since no year is known: 1 entries." in said(ledger)


def test_many_events_are_written_and_said_to_be_many(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(ledger) == []
    monkeypatch.setattr(timelinejs, "MOST", 2)
    [sentence] = said(ledger)
    assert sentence.startswith("TimelineJS is for a few hundred events, and these are 3; narrow it with")


def test_the_reading_room_goes_before_the_publishers_page(ledger: Path) -> None:
    found = groups(timeline(ledger, address="https://room.example"))
    [target] = re.findall(r'href="([^"]+)"', found["Ministers"]["text"]["text"])
    assert target.startswith("https://room.example/documents/d-")


def said(ledger: Path) -> list[str]:
    with Ledger.open(ledger) as opened:
        asked = source(opened)
        for _ in form_named("timelinejs").lines(asked):
            pass
    return asked.said


class _Tags(HTMLParser):
    """The tags of a piece of HTML, and where its links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.targets: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.targets += [value or "" for name, value in attrs if name == "href"]
        assert {name for name, _ in attrs} <= {"href"}
