"""``drift`` over a hand-made ledger."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from .make import FIRST, fill, first, reading, run


def test_a_thread_is_printed_with_acts_words_and_citations(tmp_path: Path) -> None:
    one = first()
    text = FIRST.replace("open", "shut")
    meeting = replace(one.records.meetings[0], when="2031-06-06", id="m-2")
    later = reading(text, "later.txt", replace(one.records, meetings=(meeting,)))
    path = fill(tmp_path / "three.db", one, later)
    done = run("--ledger", path, "drift", "--topic", "transport", "--side", "XA")
    assert (done.code, done.err) == (0, "")
    assert [line.strip() for line in done.out.splitlines() if "Avaria, readout" not in line] == [
        "XA on transport, as XA tells it",
        "",
        "4 May 2031 · foreign ministers · XA–XB",
        "strongest act: urge (6 of 9)",
        "the first words on it",
        "urge: “to open the ferry to the Outer Skerries”",
        "",
        "6 June 2031 · foreign ministers · XA–XB",
        "strongest act: urge (6 of 9)",
        "75% of the words kept, compared with 4 May 2031",
        "~ “open” → “shut”",
        "urge: “to shut the ferry to the Outer Skerries”",
    ]
    told = json.loads(run("--ledger", path, "drift", "--topic", "transport", "--side", "XA", "--json").out)
    (thread,) = told
    stage = thread["stages"][1]
    assert (stage["change"], stage["against"]["when"], stage["kept"]) == ("changed", "2031-05-04", 0.75)
    for phrase in (*stage["came"], *stage["went"]):
        start, end = phrase["span"]
        assert phrase["quote"] in (FIRST[start:end], text[start:end])


def test_nothing_said_is_no_failure(ledger: Path) -> None:
    done = run("--ledger", ledger, "drift", "--topic", "weather", "--side", "XA")
    assert (done.code, done.out, done.err) == (0, "", "Nothing found.\n")
    empty = run("--ledger", ledger, "drift", "--topic", "weather", "--side", "XA", "--json")
    assert (empty.code, empty.out) == (0, "[]\n")


def test_topic_and_side_are_needed_and_a_date_is_a_date(ledger: Path) -> None:
    assert run("--ledger", ledger, "drift", "--topic", "transport").code == 2
    asked = ("drift", "--topic", "transport", "--side", "XA", "--since", "soon")
    done = run("--ledger", ledger, *asked)
    assert (done.code, done.out) == (2, "")
    assert "'soon' is not a date" in done.err
