"""``versions``: pages read again with other words."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from regesta.ledger import Ledger
from regesta.model.reading import Reading
from regesta.model.records import Account, Records, Term
from regesta.model.span import Span
from regesta.work.judging import correct

from .make import NOW, at, fill, first, reading, run

URL = "https://avaria.example/talks"
OLD = "They met in May. They spoke of the Outer Skerries at length. Snow fell."
NEW = "They met in May. They spoke of the Far Skerries at length. Rain fell. Snow fell."


def page(text: str, id_: str, name: str) -> Reading:
    """A text of the address in which a name for the islands is read."""
    spans, start = [], 0
    for sentence in text.split(". "):
        spans.append(Span(start, min(start + len(sentence) + 1, len(text))))
        start += len(sentence) + 2
    term = Term(id_, at(text, name), name, "islands", "XA", "term.islands", 0.9)
    records = Records(terms=(term,), accounts=tuple(Account(span, "record") for span in spans))
    return reading(text, f"{id_}.txt", records, url=URL)


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """A page that was read, corrected by a person, and read again with other words."""
    path = fill(tmp_path / "changed.db", first(), page(OLD, "t-old", "Outer Skerries"))
    with Ledger.open(path) as ledger:
        correct(ledger, "t-old", "concept", "reefs", by="Ada", now=NOW)
        ledger.add(page(NEW, "t-new", "Far Skerries"), now="2031-06-02T00:00:00Z")
    return path


def test_addresses_with_several_texts_are_listed(changed: Path) -> None:
    (one,) = json.loads(run("--ledger", changed, "versions", "--json").out)
    assert (one["url"], one["versions"], one["first"], one["last"]) == (URL, 2, "2031-06-01", "2031-06-02")
    assert URL in run("--ledger", changed, "versions").out


def test_the_texts_of_one_address_are_listed(changed: Path) -> None:
    rows = json.loads(run("--ledger", changed, "versions", URL, "--json").out)
    assert [(row["version"], row["current"]) for row in rows] == [(1, False), (2, True)]
    alone = json.loads(run("--ledger", changed, "versions", "2031/first.txt", "--json").out)
    assert [row["version"] for row in alone] == [1]


def test_the_difference_names_sentences_records_and_decisions(changed: Path) -> None:
    done = run("--ledger", changed, "versions", "t-new.txt", "--diff")
    assert done.code == 0
    lines = [line.strip() for line in done.out.splitlines()]
    assert "Sentences: 1 changed, 1 new, 2 the same." in lines
    assert "- They spoke of the [-Outer-] Skerries at length." in lines
    assert "+ They spoke of the {+Far+} Skerries at length." in lines
    assert "+ Rain fell." in lines
    assert "term t-old stood on the earlier words; t-new stands on the later ones" in lines
    (decision,) = [line for line in lines if line.startswith("corrected by Ada on 2031-06-01")]
    assert "concept = reefs of t-old" in decision
    assert "orphaned: the words are not in the newer version" in " ".join(lines)


def test_the_difference_as_json(changed: Path) -> None:
    (edit,) = json.loads(run("--ledger", changed, "versions", "--diff", "--json").out)
    changed_, new = edit["changes"]
    assert (edit["url"], edit["same"], changed_["kind"], new["kind"]) == (URL, 2, "changed", "new")
    assert [run_["quote"] for run_ in changed_["went"]] == ["Outer"]
    assert [hold["heir"] for hold in changed_["stood"]] == ["t-new"]
    (hanging,) = changed_["hanging"]
    assert (hanging["verdict"], hanging["field"], hanging["orphaned"]) == ("corrected", "concept", True)
    for text, place in ((OLD, changed_["old"]), (NEW, changed_["new"]), (NEW, new["new"])):
        assert place["quote"] == text[slice(*place["span"])]


def test_check_reports_the_change_and_the_old_file_by_its_name(changed: Path) -> None:
    done = run("--ledger", changed, "check", "--only", "source-changed")
    assert "of its sentences 1 changed, 1 new; 1 record of the earlier text stood on them." in done.out
    assert "    t-old.txt, characters 17 to 60: “They spoke of the Outer Skerries at length.”\n" in done.out
    before = run("--ledger", changed, "check", "--only", "source-changed", "--as-of", "2031-05-01")
    assert before.out == ""


def test_three_texts_give_two_differences(changed: Path) -> None:
    with Ledger.open(changed) as ledger:
        ledger.add(page(NEW.replace("Rain", "Hail"), "t-3", "Far Skerries"), now=NOW)
    edits = json.loads(run("--ledger", changed, "versions", URL, "--diff", "--json").out)
    assert [(e["before"]["version"], e["after"]["version"]) for e in edits] == [(1, 2), (2, 3)]


def test_a_ledger_without_changes_says_so(ledger: Path) -> None:
    assert run("--ledger", ledger, "versions").err == "Nothing found.\n"
    assert run("--ledger", ledger, "versions", "--diff").err == "No text has changed.\n"
    missing = run("--ledger", ledger, "versions", "third.txt")
    assert (missing.code, missing.out) == (2, "")
    assert "no document 'third.txt'" in missing.err


def test_controls_in_a_text_do_not_reach_the_terminal(tmp_path: Path) -> None:
    old, new = page(OLD, "t-a", "Outer Skerries"), page(f"{OLD} \x1b[31mRed.", "t-b", "Outer Skerries")
    path = fill(tmp_path / "red.db", replace(old), new)
    assert "\x1b" not in run("--ledger", path, "versions", "--diff").out
