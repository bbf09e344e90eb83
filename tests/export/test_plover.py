"""PLOVER events of a ledger: the manual's fields and names, nothing forced, everything cited."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from regesta.export import form_named
from regesta.export.plover import party_code
from regesta.ledger import Ledger
from regesta.rules.plover import plover_rules
from tests.cli.make import run
from tests.ledger.readings import full_reading

from .ledgers import filled, source, text, two

RULES = plover_rules()
ENTITIES = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "code": {"type": "string", "pattern": "^[A-Z]{3}$"},
            "actor_text": {"type": "string", "minLength": 1},
            "identifier_text": {"type": "string"},
            "office": {"type": "string"},
        },
        "required": ["actor_text"],
        "additionalProperties": False,
    },
}
DAY = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}
SCHEMA = {
    "type": "object",
    "properties": {
        "id": {"type": "string"},
        "date": DAY,
        "enddate": DAY,
        "event": {"type": "array", "items": {"enum": [*RULES.types]}, "minItems": 1},
        "mode": {"type": "array", "items": {"type": "string"}},
        "context": {"type": "array", "items": {"enum": [*RULES.contexts, *RULES.auxiliary]}},
        "quad_code": {"enum": [1, 2, 3, 4]},
        "actor": {**ENTITIES, "minItems": 1},
        "recipient": ENTITIES,
        "event_loc": {"type": "object"},
        "link": {"type": "string"},
        "event_text": {"type": "array", "items": {"type": "string"}, "minItems": 1},
        "text_info": {"type": "object", "required": ["start", "end"]},
        "cite_info": {"type": "object", "required": ["citation", "codebook", "coder", "sha256"]},
        "comment": {"type": "string"},
    },
    "required": ["id", "date", "event", "actor"],
    "additionalProperties": False,
}
"""The fields of the manual's table of JSON, with those that it requires."""


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A readout with a record of every kind, and a page without one."""
    return two(tmp_path_factory.mktemp("plover") / "two.db")


def events(ledger: Path, **filters: Any) -> list[dict[str, Any]]:
    """The events, each validated on the way."""
    found = [json.loads(line) for line in text(ledger, "plover", **filters).splitlines()]
    check = Draft202012Validator(SCHEMA)
    for one in found:
        check.validate(one)
        [type_] = one["event"]
        assert set(one["mode"]) <= set(RULES.types[type_].modes)
        assert one["quad_code"] == RULES.types[type_].quad
    assert len({one["id"] for one in found}) == len(found)
    return found


def test_a_readout_is_coded(ledger: Path) -> None:
    found = {one["event"][0]: one for one in events(ledger)}
    assert set(found) == {"REQUEST", "AGREE", "CONSULT"}
    urged = found["REQUEST"]
    assert [one["actor_text"] for one in urged["actor"]] == ["Odile Tarn"]
    assert [one["actor_text"] for one in urged["recipient"]] == ["Brevia"]
    assert (urged["date"], urged["context"]) == ("2021-03-03", [])
    assert [one["actor_text"] for one in found["AGREE"]["actor"]] == ["Odile Tarn", "Pavo Reth"]
    assert found["AGREE"]["link"] == urged["link"] == found["CONSULT"]["id"]


def test_every_event_has_its_words_their_place_and_their_citation(ledger: Path) -> None:
    whole = full_reading().page.text
    for one in events(ledger):
        place = one["text_info"]
        assert whole[place["start"] : place["end"]] == one["event_text"][0]
        assert one["cite_info"]["citation"].startswith("Ministry of Foreign Affairs of Arlund, ")
        assert one["cite_info"]["url"] == "https://mfa.example/4"


def test_who_visits_acts_and_who_is_visited_receives(ledger: Path) -> None:
    [met] = [one for one in events(ledger) if one["event"] == ["CONSULT"]]
    assert met["mode"] == ["visit"]
    assert ([one["actor_text"] for one in met["actor"]], [one["actor_text"] for one in met["recipient"]]) == (
        ["XA"],
        ["XB"],
    )
    assert met["event_loc"] == {"name": "Vasterhame"}


def test_what_has_no_type_is_counted_not_forced(ledger: Path, tmp_path: Path) -> None:
    done = run("--ledger", ledger, "export", "--format", "plover", "-o", tmp_path / "events.jsonl")
    assert done.code == 0
    said = done.err.splitlines()
    assert "Not coded as events: statements of explain, 1 (PLOVER codes no comments)." in said
    assert "Not coded as events: commitments, 1 (told by the statement it rests on)." in said
    assert "Not coded as events: requests, 1 (told by the statement it rests on)." in said
    assert said[-1].endswith("events.jsonl: 3 lines written.")


def test_a_window_is_no_day_and_says_so(tmp_path: Path) -> None:
    whole = full_reading()
    [met] = whole.records.meetings
    late = replace(met, when="2021-03-01/2021-03-10", when_basis="content")
    ledger = filled(tmp_path / "one.db", replace(whole, records=replace(whole.records, meetings=(late,))))
    [found] = [one for one in events(ledger) if one["event"] == ["CONSULT"]]
    assert (found["date"], found["enddate"]) == ("2021-03-01", "2021-03-10")
    assert found["comment"].startswith("when: 1–10 March [2021], on some day or days of this window")


def test_a_meeting_of_no_known_year_is_counted(tmp_path: Path) -> None:
    whole = full_reading()
    [met] = whole.records.meetings
    found = replace(whole.records, meetings=(replace(met, when="XXXX-03-03", status="planned", main=False),))
    ledger = filled(tmp_path / "one.db", replace(whole, records=found))
    with Ledger.open(ledger) as opened:
        asked = source(opened)
        list(form_named("plover").lines(asked))
    assert "Not coded as events: meetings with status planned, 1 (no day is known)." in asked.said


def test_filters_choose(ledger: Path) -> None:
    assert [one["event"] for one in events(ledger, act="urge")] == [["REQUEST"]]


def test_parties_have_the_codes_of_the_manual() -> None:
    assert [party_code(code) for code in ("NZ", "EU", "UN", "XK", "XA", None)] == [
        "NZL", "EUR", "UNO", "KOS", None, None,
    ]  # fmt: skip
