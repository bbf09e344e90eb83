"""The lists over a hand-made ledger: rows, filters, forms."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from regesta.cli.app import FILTERS, LISTS

from .make import FIRST, fill, first, reading, run, second


def rows(ledger: Path, *arguments: str) -> Any:
    done = run("--ledger", ledger, *arguments, "--json")
    assert (done.code, done.err) == (0, "")
    return json.loads(done.out)


def ids(ledger: Path, *arguments: str) -> list[str]:
    return [row["id"] for row in rows(ledger, *arguments)]


@pytest.mark.parametrize("kind", LISTS)
def test_every_list_prints_a_table_json_and_csv(ledger: Path, kind: str) -> None:
    found = rows(ledger, kind)
    table = run("--ledger", ledger, kind)
    as_csv = run("--ledger", ledger, kind, "--csv")
    read = list(csv.DictReader(io.StringIO(as_csv.out)))
    assert found
    assert table.code == as_csv.code == 0
    assert "\x1b" not in table.out
    assert table.out.strip()
    assert [list(row) for row in read] == [list(row) for row in found]


@pytest.mark.parametrize("kind", [kind for kind in LISTS if kind not in {"documents", "shares"}])
def test_every_row_is_quoted_and_cited(ledger: Path, kind: str) -> None:
    for row in rows(ledger, kind):
        assert row["citation"]
        assert row["document"]
        assert len(row["quote"]) == row["end"] - row["start"]
        assert row["quote"] or row["kind"] == "document"


def test_a_row_says_its_words_and_its_document(ledger: Path) -> None:
    (row,) = rows(ledger, "statements", "--act", "urge")
    assert row["quote"] == FIRST[row["start"] : row["end"]]
    assert row["who"] == ["Ada Quill (XA)"]
    assert row["to"] == "Bo Tarn (XB)"
    assert (row["file"], row["published"]) == ("2031/first.txt", "2031-05-05")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("meetings",), ["m-1"]),
        (("meetings", "--party", "xb"), ["m-1"]),
        (("meetings", "--party", "XC"), []),
        (("meetings", "--status", "planned"), []),
        (("statements",), ["s-1", "s-2"]),
        (("statements", "--person", "tarn"), ["s-1", "s-2"]),
        (("statements", "--act", "thank"), ["s-2"]),
        (("statements", "--topic", "transport"), ["s-1"]),
        (("statements", "--since", "2031-05-10"), ["s-2"]),
        (("statements", "--until", "2031-05-10"), ["s-1"]),
        (("statements", "--publisher", "borland"), ["s-2"]),
        (("statements", "--document", "second.txt"), ["s-2"]),
        (("terms", "--topic", "islands"), ["t-1"]),
        (("commitments",), ["c-1", "c-2"]),
        (("commitments", "--open"), ["c-1"]),
        (("commitments", "--party", "XB"), []),
        (("requests",), ["r-1"]),
        (("requests", "--party", "XB", "--person", "tarn"), ["r-1"]),
        (("requests", "--act", "request"), []),
        (("requests", "--act", "ask", "--topic", "transport"), ["r-1"]),
        (("requests", "--since", "2031-05-10"), []),
        (("statements", "--order", "confidence"), ["s-2", "s-1"]),
    ],
)
def test_filters(ledger: Path, arguments: tuple[str, ...], expected: list[str]) -> None:
    assert ids(ledger, *arguments) == expected


def test_every_filter_of_every_list_is_taken(ledger: Path) -> None:
    values = {
        "since": "2031",
        "until": "2031",
        "act": "urge",
        "status": "held",
        "order": "confidence",
        "by": "side",
        "as_of": "2031-12-31",
    }
    for kind, names in FILTERS.items():
        for name in names:
            option = (
                ("--open",)
                if name == "still_open"
                else (f"--{name.replace('_', '-')}", values.get(name, "XA"))
            )
            assert run("--ledger", ledger, kind, *option).code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("statements", "--act", "shout"), "There is no act 'shout'"),
        (("meetings", "--status", "gone"), "There is no status 'gone'"),
        (("terms", "--since", "May"), "is not a date"),
        (("terms", "--act", "urge"), "No such option: --act"),
        (("terms", "--json", "--csv"), "not both"),
    ],
)
def test_filters_that_mean_nothing_are_refused(ledger: Path, arguments: tuple[str, ...], words: str) -> None:
    done = run("--ledger", ledger, *arguments)
    assert (done.code, done.out) == (2, "")
    assert words in done.err


def test_a_request_says_who_asked_whom_for_what(ledger: Path) -> None:
    (row,) = rows(ledger, "requests")
    assert (row["who"], row["act"], row["of"]) == (["Ada Quill (XA)"], "urge", ["Bo Tarn (XB)"])
    assert (row["what"], row["statement_id"]) == ("to open the ferry to the Outer Skerries", "s-1")
    assert json.loads(run("--ledger", ledger, "show", "r-1", "--json").out)["entry"] == "request"


def test_a_list_by_confidence_shows_it(ledger: Path) -> None:
    for kind in ("meetings", "statements", "commitments", "requests", "terms"):
        assert "confidence" in run("--ledger", ledger, kind, "--order", "confidence").out, kind
        assert "confidence" not in run("--ledger", ledger, kind).out, kind


def test_a_statement_and_a_document_say_what_they_rest_on(ledger: Path) -> None:
    (row,) = rows(ledger, "statements", "--act", "urge")
    assert row["content"] == "to open the ferry to the Outer Skerries"
    shown = run("--ledger", ledger, "show", "second.txt").out.splitlines()
    assert ["kind reason", "hand"] in [re.split(r" {2,}", line.strip()) for line in shown]


def test_declared_intents_stand_apart(ledger: Path) -> None:
    above, below = run("--ledger", ledger, "commitments").out.split("Declared intents (strength 1)")
    assert "c-1" in above and "c-2" in below
    assert "c-2" not in above
    assert "Declared" not in run("--ledger", ledger, "commitments", "--open").out


def test_a_window_that_closed_before_the_newest_account_is_not_open(tmp_path: Path) -> None:
    later = fill(tmp_path / "later.db", first(), second("2031-06-05"))
    assert ids(later, "commitments", "--open") == ["c-1"]
    later = fill(tmp_path / "latest.db", first(), second("2031-06-06"))
    assert ids(later, "commitments", "--open") == []


def test_shares_are_counts_and_parts_of_one(ledger: Path) -> None:
    one, two = rows(ledger, "shares")
    assert (one["publisher"], one["documents"], one["sentences"]) == ("Foreign Office of Borland", 1, 3)
    assert (one["record"], one["unread"]) == (0.3333, 0.6667)
    assert (two["sentences"], two["repeated"]) == (6, 0.1667)


def test_an_empty_ledger_has_nothing_to_list(tmp_path: Path) -> None:
    empty = fill(tmp_path / "empty.db")
    for kind in LISTS:
        done = run("--ledger", empty, kind)
        assert (done.code, done.out, done.err) == (0, "", "Nothing found.\n")
        assert rows(empty, kind) == []


def test_control_characters_of_a_page_do_not_reach_the_terminal(tmp_path: Path) -> None:
    page = reading("\x1b[31mRed.", "red.txt", first().records.__class__(), title="\x1b]0;title\x07")
    assert "\x1b" not in run("--ledger", fill(tmp_path / "red.db", page), "documents").out


def test_the_ledger_is_named_after_the_command_else_before_it_else_by_the_environment(
    ledger: Path, tmp_path: Path
) -> None:
    none = str(tmp_path / "none.db")
    assert run("--ledger", none, "meetings", "--ledger", ledger).code == 0
    assert run("--ledger", ledger, "meetings", REGESTA_LEDGER=none).code == 0
    assert run("meetings", REGESTA_LEDGER=str(ledger)).code == 0
    missing = run("meetings", REGESTA_LEDGER=none)
    assert missing.code == 2
    assert missing.err == f"regesta: There is no ledger at {none}; `regesta add` makes one.\n"


def test_terms_counted_by_side(ledger: Path) -> None:
    done = run("--ledger", ledger, "terms", "--by", "side", "--csv")
    assert done.code == 0
    (row,) = csv.DictReader(io.StringIO(done.out))
    counted = {
        name: row[name] for name in ("concept", "side", "label", "name_of", "first", "count", "documents")
    }
    assert counted == {
        "concept": "islands", "side": "XA", "label": "Outer Skerries", "name_of": "XA", "first": "2031-05-04",
        "count": "1", "documents": "1",
    }  # fmt: skip
    (told,) = json.loads(run("--ledger", ledger, "terms", "--by", "side", "--json").out)
    (use,) = told["uses"]
    assert use["quote"] == FIRST[slice(*use["span"])] == "Outer Skerries"
    assert "Outer Skerries   XA" in run("--ledger", ledger, "terms", "--by", "side").out
    assert run("--ledger", ledger, "terms", "--by", "weight").code == 2
