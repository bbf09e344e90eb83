"""Every line of an export is valid by the published schema, which allows nothing else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from regesta.export import form_named
from regesta.ledger import Ledger
from regesta.model.edtf import valid
from regesta.model.way import Way
from regesta.query import Filters
from tests.export.filled import source
from tests.ledger.readings import full_reading
from tools.jsonl_schema import (
    COMMITMENT,
    DATES,
    DOCUMENT,
    FILES,
    FORMAT,
    MEETING,
    REQUEST,
    STATEMENT,
    meanings,
    schema,
)

SCHEMA = json.loads(FILES[0].read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def lines(ledger: Ledger, filters: Filters = Filters()) -> list[Any]:  # noqa: B008  frozen
    return [json.loads(line) for line in form_named("jsonl").lines(source(ledger, filters))]


@pytest.fixture
def by_hand(tmp_path: Path) -> Iterator[Ledger]:
    """A document with a record of every kind, each field filled, taken out of pages."""
    one = full_reading()
    with Ledger.open(tmp_path / "hand.db", create=True) as ledger:
        ledger.add(replace(one, page=replace(one.page, way=Way("page", ((0, 1),)))), now="t")
        yield ledger


def test_the_schema_is_one_of_its_draft_and_what_the_tool_writes_today() -> None:
    """Where it is not: python tools/jsonl_schema.py."""
    Draft202012Validator.check_schema(SCHEMA)
    assert [json.loads(file.read_text("utf-8")) for file in FILES] == [schema(), schema()]


@pytest.mark.parametrize("filters", [Filters(), Filters(act="agree"), Filters(party="XB")])
def test_every_line_of_the_samples_is_valid(filled: Ledger, filters: Filters) -> None:
    found = lines(filled, filters)
    assert len(found) > 2
    assert [error.message for line in found for error in VALIDATOR.iter_errors(line)] == []
    assert filters != Filters() or any("corrected" in line for line in found)


def test_a_line_made_by_hand_is_valid(by_hand: Ledger) -> None:
    [line] = lines(by_hand)
    VALIDATOR.validate(line)
    assert line["document"]["way"]["marks"] == [[0, 1]]
    assert all(
        line[kind]
        for kind in ("meetings", "statements", "commitments", "requests", "terms", "unread", "repeated")
    )


def objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from objects(one)


def test_the_schema_allows_no_key_more_and_none_less(by_hand: Ledger) -> None:
    [line] = lines(by_hand)
    count = len(list(objects(line)))
    assert count > 15
    for at in range(count):
        more = deepcopy(line)
        list(objects(more))[at]["unheard_of"] = 1
        with pytest.raises(ValidationError):
            VALIDATOR.validate(more)
        for key in list(objects(line))[at]:
            less = deepcopy(line)
            del list(objects(less))[at][key]
            if key not in ("way",):
                with pytest.raises(ValidationError):
                    VALIDATOR.validate(less)


@pytest.mark.parametrize(
    ("where", "value"),
    [
        (("document", "kind"), "poem"),
        (("document", "sha256"), "abc"),
        (("meetings", 0, "when"), "3 March 2021"),
        (("meetings", 0, "start_time"), "25:00"),
        (("statements", 0, "act"), "dance"),
        (("statements", 0, "span"), [3]),
        (("commitments", 0, "strength"), 6),
        (("requests", 0, "act"), "thank"),
        (("terms", 0, "confidence"), 1.5),
    ],
)
def test_the_schema_knows_what_values_there_are(
    by_hand: Ledger, where: tuple[Any, ...], value: object
) -> None:
    [line] = lines(by_hand)
    at = line
    for step in where[:-1]:
        at = at[step]
    at[where[-1]] = value
    with pytest.raises(ValidationError):
        VALIDATOR.validate(line)


@pytest.mark.parametrize(
    "edtf",
    [
        "2017",
        "2017-03",
        "2017-22",
        "2017-03-20",
        "XXXX-12-02",
        "2017-03/2017-04-02",
        "../2017",
        "2017-03-20/..",
    ],
)
def test_dates_of_the_model_are_dates_of_the_schema(edtf: str) -> None:
    assert valid(edtf) or "XXXX" in edtf
    assert re.search(DATES, edtf)


def test_the_page_says_what_every_field_means() -> None:
    told = meanings(FORMAT.read_text("utf-8"))
    plain = {"id", "span", "quote", "rule", "confidence"}
    parts = {
        "document": DOCUMENT,
        "meetings": MEETING,
        "statements": STATEMENT,
        "commitments": COMMITMENT,
        "requests": REQUEST,
    }
    missing = [
        (part, name)
        for part, fields in parts.items()
        for name in fields
        if (part, name) not in told and name not in plain
    ]
    assert missing == []
