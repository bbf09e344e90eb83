"""Judgements at the terminal: reviewed, accepted, rejected, corrected, undone, and listed."""

from __future__ import annotations

import csv
import getpass
import io
import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from regesta import query
from regesta.ledger import Ledger
from regesta.ledger.judging import Scope
from regesta.work.judging import propose
from regesta.work.linking import link
from tests.ledger.judged import OTHER, both, kept, other_reading, same_meeting, year
from tests.ledger.readings import full_reading

from .make import SAME_CODE, Done, run

ME = ("--by", "A. Reader")


@pytest.fixture
def judged(tmp_path: Path) -> Path:
    """Two accounts of one meeting, and three proposals; the least sure is that a promise was kept.

    The first entry of the log is what the machine itself proposes, before the three are put in by hand.
    """
    path = tmp_path / "judged.db"
    with Ledger.open(path, create=True) as ledger:
        link(both(ledger), now="t1")
        propose(ledger, Scope(), [same_meeting(), kept(), year()], by="regesta r1", now="t1")
    return path


def again(path: Path, *readings: Any) -> None:
    """Read documents again, as ``add`` does with newer rules."""
    with Ledger.open(path) as ledger:
        for one in readings:
            ledger.add(one, now="t5")


def ask(path: Path, *arguments: str, stdin: str = "", **environment: str) -> Done:
    return run("--ledger", path, *arguments, stdin=stdin.encode(), **environment)


def standing(path: Path) -> dict[str, str]:
    """The verdict on each judgement, by kind, as the log has it: nothing is linked anew for that."""
    with Ledger.open(path) as ledger:
        rows = [
            row
            for verdict in ("proposed", "accepted", "rejected", "undone")
            for row in query.proposals(ledger, query.Judged(verdict=verdict))
        ]
    return {row.entry.kind: row.verdict for row in rows}


def log(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(ask(path, "decisions", "--json").out)
    return found


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def test_a_review_shows_both_sides_and_keeps_each_answer(judged: Path) -> None:
    done = ask(judged, "review", *ME, stdin="accept\nn they name the quay\nr\ns\n", COLUMNS="200")
    assert (done.code, done.err) == (0, "")
    assert standing(judged) == {"follow_through": "accepted", "same_meeting": "rejected", "year": "proposed"}
    assert [(row["by"], row["note"]) for row in log(judged)] == [
        ("A. Reader", None),
        ("A. Reader", "they name the quay"),
    ]
    lines = [line.strip() for line in done.out.splitlines()]
    assert lines[0] == "3 to review, the least sure first. Decisions are signed A. Reader."
    assert lines[2] == f"1 of 3 · follow through: done · score 0.40 · {kept().id}"
    second = lines.index(f"2 of 3 · same meeting · score 0.70 · {same_meeting().id}")
    shown = "\n".join(lines[second : second + 8])
    for words in (
        "same ministers, same town",
        "“On 3 March 2021, Foreign Minister Odile Tarn met Foreign Minister Pavo Reth”",
        "Ministry of Foreign Affairs of Arlund",
        "“Foreign Minister Pavo Reth received Foreign Minister Odile Tarn in Vasterhame.”",
        "Foreign Office of Brevia",
        "+0.50 persons: Tarn and Reth in both",
    ):
        assert words in shown
    assert lines[-1] == "1 accepted, 1 rejected, 1 skipped; 1 still proposed."


@pytest.mark.parametrize("stdin", ["q\n", "", "quit", "what?\nQ\n"])
def test_a_review_ends_when_asked_to_or_with_the_input(judged: Path, stdin: str) -> None:
    done = ask(judged, "review", *ME, stdin=stdin)
    assert done.code == 0
    assert ("'what?' is no answer." in done.out) == stdin.startswith("what")
    assert done.out.endswith("0 accepted, 0 rejected, 0 skipped; 3 still proposed.\n")
    assert log(judged) == []


@pytest.mark.parametrize("narrowed", [("--list", "--json"), ()])
def test_a_review_takes_in_first_what_was_added(tmp_path: Path, narrowed: tuple[str, ...]) -> None:
    path = tmp_path / "fresh.db"
    with Ledger.open(path, create=True) as ledger:
        both(ledger)
    assert standing(path) == {}
    ask(path, "review", *ME, *narrowed)
    assert standing(path) == {"same_meeting": "proposed"}


def test_a_note_on_a_line_of_its_own(judged: Path) -> None:
    ask(judged, "review", *ME, "--kind", "year", stdin="note\nthe almanac says so\nA\n")
    assert [(row["verdict"], row["kind"], row["note"]) for row in log(judged)] == [
        ("accepted", "year", "the almanac says so")
    ]


@pytest.mark.parametrize(
    ("narrowed", "kinds"),
    [
        ((), ["follow_through", "same_meeting", "year"]),
        (("--kind", "year"), ["year"]),
        (("--below", "0.8"), ["follow_through", "same_meeting"]),
        (("--party", "xa", "--limit", "1"), ["follow_through"]),
        (("--document", "tarn-reth.txt"), ["follow_through", "same_meeting"]),
    ],
)
def test_what_is_reviewed_can_be_narrowed(judged: Path, narrowed: tuple[str, ...], kinds: list[str]) -> None:
    listed = csv.DictReader(io.StringIO(ask(judged, "review", "--list", "--csv", *narrowed).out))
    assert [row["kind"] for row in listed] == kinds
    walked = ask(judged, "review", *ME, *narrowed, stdin="s\n" * 9)
    assert f"0 accepted, 0 rejected, {len(kinds)} skipped" in walked.out


def test_nothing_to_review_is_said(judged: Path) -> None:
    done = ask(judged, "review", *ME, "--kind", "deferral")
    assert (done.code, done.err) == (0, "")
    assert done.out == "Nothing is proposed that fits; there is nothing to review.\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            ("review", "--kind", "same_ship"),
            "There is no kind of judgement 'same_ship'; they are same_meeting",
        ),
        (("review", "--verdict", "accepted"), "--verdict goes with --list"),
        (("review", "--list", "--verdict", "maybe"), "There is no verdict 'maybe'"),
        (("review", "--by", " \t"), "no name to sign with"),
        (
            ("accept", "j-nothing"),
            "There is no judgement 'j-nothing'; `regesta review --list` prints the ids.",
        ),
        (("reject", "j-"), "There is no judgement 'j-'"),
        (("undo", "99"), "There is no decision 99; `regesta decisions` prints the numbers."),
        (("undo", "2"), "Entry 2 was made by regesta r1; reject the proposal instead."),
        (("undo", kept().id), "Nobody has decided on"),
        (("correct", "m-9", "place", "Low Quay"), "The ledger has no record 'm-9'"),
        (
            ("correct", "m-1", "colour", "red"),
            "A meeting has no field 'colour' to correct; it has when, place",
        ),
        (("correct", "m-1", "when", "soon"), "'soon' is no when of a meeting; give a date"),
        (("correct", "m-1", "status", ""), "The status of a meeting must have a value"),
    ],
)
def test_wrong_use_is_one_sentence_and_changes_nothing(
    judged: Path, arguments: tuple[str, ...], words: str
) -> None:
    before = dump(judged)
    signed = () if "--by" in arguments else ME
    done = ask(judged, *arguments, *signed)
    assert (done.code, done.out) == (2, "")
    assert words in done.err
    assert done.err.count("\n") == 1
    assert dump(judged) == before


def test_all_judgements_that_are_named_are_decided_or_none(judged: Path) -> None:
    done = ask(judged, "accept", kept().id, "j-nothing", *ME)
    assert (done.code, standing(judged)["follow_through"]) == (2, "proposed")
    done = ask(judged, "accept", kept().id[:8], year().id, *ME, "--note", "seen")
    assert done.out.splitlines() == [
        f"{kept().id} accepted (signed A. Reader).",
        f"{year().id} accepted (signed A. Reader).",
    ]
    assert standing(judged) == {"follow_through": "accepted", "same_meeting": "proposed", "year": "accepted"}
    assert {row["note"] for row in log(judged)} == {"seen"}


def test_a_decision_is_taken_back_by_its_number_or_its_judgement(judged: Path) -> None:
    ask(judged, "reject", kept().id, *ME)
    done = ask(judged, "undo", kept().id, *ME, "--note", "too soon")
    assert done.out == "Decision 5 is taken back (decision 6, signed A. Reader).\n"
    assert standing(judged)["follow_through"] == "proposed"
    ask(judged, "undo", "6", *ME)
    assert standing(judged)["follow_through"] == "rejected"
    assert [(row["number"], row["what"], row["state"]) for row in log(judged)] == [
        (5, "rejected follow through done", "holds"),
        (6, "took back decision 5", "undone"),
        (7, "took back decision 6", "holds"),
    ]


def test_who_decides_is_given_else_in_the_environment_else_the_login(judged: Path) -> None:
    done = ask(judged, "accept", kept().id, "--by", "B. Reader", REGESTA_BY="C. Reader")
    assert done.out == f"{kept().id} accepted (signed B. Reader).\n"
    done = ask(judged, "accept", kept().id, REGESTA_BY="C. Reader")
    assert done.out == f"{kept().id} accepted (signed C. Reader (from REGESTA_BY)).\n"
    me = getpass.getuser()
    done = ask(judged, "accept", kept().id)
    assert done.out == f"{kept().id} accepted (signed {me} (the login name; --by names another)).\n"
    assert [row["by"] for row in log(judged)] == ["B. Reader", "C. Reader", me]


def test_a_correction_shows_everywhere_with_what_was_read(judged: Path) -> None:
    done = ask(judged, "correct", "m-1", "place", "Low Quay", *ME, "--note", "as the caption says")
    assert done.out == "m-1 place: Low Quay, read as Vasterhame (decision 5, signed A. Reader).\n"
    ask(judged, "correct", "s-1", "act", "request", *ME)
    shown = json.loads(ask(judged, "show", "m-1", "--json").out)
    assert shown["place"] == "Low Quay"
    [told] = shown["corrections"]
    assert (told["read"], told["by"], told["note"]) == ("Vasterhame", "A. Reader", "as the caption says")
    wide = {"COLUMNS": "250"}
    words = "place: Low Quay, read as Vasterhame; A. Reader"
    assert words in ask(judged, "show", "m-1", **wide).out
    assert words in ask(judged, "meetings", **wide).out
    register = ask(judged, "register", **wide).out
    assert f"Corrected: {words}" in register
    assert "Low Quay, XB, 3 March 2021" in register
    exported = [json.loads(line) for line in ask(judged, "export").out.splitlines()]
    [line] = [one for one in exported if "corrected" in one]
    assert [meeting["place"] for meeting in line["meetings"]] == ["Low Quay"]
    assert [(one["id"], one["field"], one["read"]) for one in line["corrected"]] == [
        ("m-1", "place", "Vasterhame"),
        ("s-1", "act", "urge"),
    ]


def test_filters_ask_for_the_corrected_value(judged: Path) -> None:
    for record, field, value in (
        ("s-1", "act", "request"),
        ("c-1", "status", "done"),
        ("m-1", "status", "planned"),
    ):
        assert ask(judged, "correct", record, field, value, *ME).code == 0

    def ids(*arguments: str) -> list[str]:
        return [row["id"] for row in json.loads(ask(judged, *arguments, "--json").out)]

    assert ids("statements", "--act", "urge") == []
    assert ids("statements", "--act", "request") == ["s-1"]
    assert ids("meetings", "--status", "planned") == ["m-1"]
    assert "m-1" not in ids("meetings", "--status", "held")
    statuses = {row["id"]: row["status"] for row in json.loads(ask(judged, "commitments", "--json").out)}
    assert statuses == {"c-1": "done", "c-b1": "open"}
    ask(judged, "undo", "5", *ME)
    assert ids("statements", "--act", "urge") == ["s-1"]


def test_names_are_counted_under_the_corrected_concept_and_side(judged: Path) -> None:
    ask(judged, "correct", "t-1", "side", "", *ME)
    ask(judged, "correct", "t-1", "concept", "gull_islets", *ME)
    [row] = json.loads(ask(judged, "terms", "--by", "side", "--json").out)
    assert (row["concept"], row["name_of"]) == ("gull_islets", None)


def test_a_corrected_act_is_the_one_that_drift_weighs(judged: Path) -> None:
    ask(judged, "correct", "s-1", "act", "reject", *ME)
    done = ask(judged, "drift", "--topic", "trade", "--side", "XA", "--json")
    [thread] = json.loads(done.out)
    assert {one["act"] for one in thread["stages"][0]["said"]} == {"reject", "agree", "explain"}


def test_decisions_survive_reading_again_with_other_rules(judged: Path) -> None:
    ask(judged, "accept", same_meeting().id, *ME)
    ask(judged, "correct", "c-b1", "due", "2021-04", *ME)
    again(judged, other_reading(rules="r2", number=2))
    for row in log(judged):
        fates = {record["id"]: (record["fate"], record["now"]) for record in row["records"]}
        assert row["state"] == "holds"
        assert (
            fates.items()
            <= {"m-1": ("same", "m-1"), "m-b1": ("moved", "m-b2"), "c-b1": ("moved", "c-b2")}.items()
        )
    assert json.loads(ask(judged, "show", "c-b2", "--json").out)["due"] == "2021-04"


def test_a_decision_whose_words_are_gone_is_shown_as_orphaned(judged: Path) -> None:
    ask(judged, "accept", kept().id, *ME)
    ask(judged, "reject", year().id, *ME)
    assert ask(judged, "decisions", "--orphaned").out == "No decision is orphaned.\n"
    again(judged, other_reading(OTHER.replace("in April", "in May"), number=3))
    shown = ask(judged, "decisions", "--orphaned", COLUMNS="300").out
    assert "holds, orphaned" in shown
    assert "orphaned: the words are not in the newer version" in shown
    assert "Brevia will open the Low Pass in April." in shown
    assert [row["orphaned"] for row in log(judged)] == [True, True]
    whole: Any = full_reading(rules="r2")
    again(judged, type(whole)(whole.page, whole.document, type(whole.records)(), "r2"))
    assert "no commitment is read from these words any more" in ask(judged, "decisions", COLUMNS="300").out


def test_nobody_has_decided(judged: Path) -> None:
    assert ask(judged, "decisions").out == "Nobody has decided anything yet.\n"
    assert ask(judged, "decisions", "--json").out == "[]\n"
    assert ask(judged, "decisions", "--json", "--csv").code == 2


KILLED = """
import os, signal, sys
from regesta.ledger import judging, overlays
def die(*_): os.kill(os.getpid(), signal.SIGKILL)
{patch} = die
from regesta.cli.main import main
main()
"""


@pytest.mark.parametrize(
    ("patch", "arguments"),
    [
        ("judging._stand", ("accept", kept().id, year().id)),
        ("judging.refresh", ("correct", "m-1", "place", "Low Quay")),
        ("overlays._refile", ("correct", "m-1", "when", "2021-03-05")),
    ],
)
def test_killed_in_the_middle_nothing_is_half_done(
    judged: Path, patch: str, arguments: tuple[str, ...]
) -> None:
    before = dump(judged)
    program = KILLED.format(patch=patch)
    command = [sys.executable, "-c", program, "--ledger", str(judged), *arguments, *ME]
    ended = subprocess.run(command, env=SAME_CODE, capture_output=True, check=False, timeout=120)
    assert ended.returncode == -9
    assert dump(judged) == before
    assert ask(judged, *arguments, *ME).code == 0
