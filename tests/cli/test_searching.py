"""``search`` over a hand-made ledger."""

from __future__ import annotations

import json
from pathlib import Path

from .make import FIRST, run


def test_sentences_are_printed_with_day_and_citation(ledger: Path) -> None:
    done = run("--ledger", ledger, "search", "ferries")
    assert done.code == 0
    first, second = done.out.splitlines()[:2]
    assert first == "2031-05-04  Ms. Quill urged Mr. Tarn to open the ferry to the Outer Skerries."
    assert "sha256:" in done.out and second.startswith("    ")
    assert done.err == "\nShown: 1 of 1. Looked for as well: ferry.\n"


def test_json_gives_the_place_of_each_word(ledger: Path) -> None:
    [hit] = json.loads(run("--ledger", ledger, "search", "quill", "ferry", "--json").out)
    assert [FIRST[start:end] for start, end in hit["marks"]] == ["Quill", "ferry"]
    assert (hit["act"], hit["topic"], hit["party"]) == (["urge"], ["transport"], ["XA", "XB"])


def test_words_can_be_left_out_and_hits_limited(ledger: Path) -> None:
    assert "ferry" not in run("--ledger", ledger, "search", "quill -ferry").out
    assert run("--ledger", ledger, "search", "quill", "--limit", "1", "--csv").out.count("\n") == 2
    assert run("--ledger", ledger, "search", "quill", "--order", "date", "--json", "--limit", "1").code == 0


def test_nothing_found_and_no_word(ledger: Path) -> None:
    done = run("--ledger", ledger, "search", "zeppelin")
    assert (done.code, done.out, done.err) == (0, "", "Nothing found.\n")
    done = run("--ledger", ledger, "search", "&")
    assert (done.code, done.out) == (2, "")
    assert "There is no word to search for" in done.err
