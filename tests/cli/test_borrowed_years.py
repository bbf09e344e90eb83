"""A text without a year: what drift and terms say of it rests on another text, and they say so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.resolve.accounts import OURS, PACK, THEIRS

from .make import run

THEIR_WORDS = "Minister Oyelu stressed the importance of the ferry line and spoke of the Outer Teeth."


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Brevonia's account gives neither its day of publication nor a year; Arvania's gives both."""
    ours, theirs = tmp_path / "ours.txt", tmp_path / "theirs.txt"
    ours.write_text(f"{OURS}Minister Lind stressed the importance of the ferry line.", encoding="utf-8")
    theirs.write_text(THEIRS.replace(", 2031", "") + THEIR_WORDS, encoding="utf-8")
    path = tmp_path / "years.db"
    for side, file, day in (("XA", ours, ("--date", "2031-05-05")), ("XB", theirs, ())):
        given = ("--country", side, "--publisher", f"Foreign Ministry of {side}", *day)
        assert run("--ledger", path, "add", "--topics", PACK, *given, file).code == 0
    return path


def test_drift_shows_the_year_in_brackets(ledger: Path) -> None:
    asked = ("--ledger", ledger, "drift", "--topic", "transport", "--side", "XB")
    assert "4 May [2031] · foreign ministers · XA–XB" in run(*asked).out
    [thread] = json.loads(run(*asked, "--json").out)
    [stage] = thread["stages"]
    assert (stage["when"], stage["when_basis"], stage["change"]) == ("2031-05-04", "sibling", "first")


def test_terms_by_side_say_on_what_a_day_rests(ledger: Path) -> None:
    asked = ("--ledger", ledger, "terms", "--by", "side")
    rows = json.loads(run(*asked, "--json").out)
    found = {row["label"]: (row["side"], row["first"], row["first_basis"], row["count"]) for row in rows}
    assert found["the Outer Teeth"] == ("XB", "2031-05-04", "sibling", 1)
    assert "sibling" in run(*asked, COLUMNS="200").out


def test_without_the_other_text_the_year_is_unknown(tmp_path: Path) -> None:
    theirs = tmp_path / "theirs.txt"
    theirs.write_text(THEIRS.replace(", 2031", "") + THEIR_WORDS, encoding="utf-8")
    path = tmp_path / "alone.db"
    run("--ledger", path, "add", "--topics", PACK, "--country", "XB", theirs)
    [thread] = json.loads(
        run("--ledger", path, "drift", "--topic", "transport", "--side", "XB", "--json").out
    )
    assert [(stage["when"], stage["change"]) for stage in thread["stages"]] == [(None, "undated")]
