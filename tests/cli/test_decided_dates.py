"""A date that a person set is a decision: it is shown whole, said to be set, and never as inferred."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from regesta.query.dates import decided, in_words, inferred
from tests.query.test_register_across import UNDATED

from .make import fill, run


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A text without a year, whose meeting and promise a person dated."""
    path = fill(tmp_path / "l.db", UNDATED)
    [met] = json.loads(run("--ledger", path, "meetings", "--json").out)
    assert met["when"] == "XXXX-07-20"
    [promise] = json.loads(run("--ledger", path, "commitments", "--json").out)
    for id_, field, value in ((met["id"], "when", "2031-07-20"), (promise["id"], "due", "2031-08-31")):
        done = run("--ledger", path, "correct", id_, field, value, "--by", "desk")
        assert done.code == 0, done.err
    return path


def words(ledger: Path, *command: str | Path) -> str:
    done = run("--ledger", ledger, *command)
    assert done.code == 0, done.err
    return " ".join(done.out.split())


def test_what_was_set_is_neither_inferred_nor_in_brackets() -> None:
    assert in_words("2031-07-20", "corrected") == "20 July 2031"
    assert in_words("2031-07-20", "sibling") == "20 July [2031]"
    assert [inferred(basis) for basis in ("corrected", "stated", None, "content")] == [
        False,
        False,
        False,
        True,
    ]
    assert [decided(basis) for basis in ("corrected", "content", None)] == [True, False, False]


def test_the_register_shows_it_as_corrected(ledger: Path) -> None:
    out = words(ledger, "register")
    assert "Halden, XB, 20 July 2031 · XA–XB" in out
    assert "[2031]" not in out
    assert "Its date" not in out
    assert "Corrected: when: 2031-07-20" in out


def test_a_brief_says_who_set_it(ledger: Path, tmp_path: Path) -> None:
    page = tmp_path / "brief.html"
    words(ledger, "brief", "XA", "XB", "--as-of", "2031-08-01", "-o", page)
    told = page.read_text("utf-8")
    assert "(set by a person)" in told
    assert "[2031]" not in told


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("ics", "The date was set by a person in the place of what was read."),
        ("timelinejs", "31 August 2031, basis: corrected"),
    ],
)
def test_forms_for_others_say_it(ledger: Path, tmp_path: Path, form: str, said: str) -> None:
    target = tmp_path / "out"
    words(ledger, "export", "--format", form, "-o", target)
    told = target.read_text("utf-8").replace("\r\n ", "").replace("\n ", "").replace("\\,", ",")
    assert said in told
    assert "inferred (corrected)" not in told
    assert "[2031]" not in told
