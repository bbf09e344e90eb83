"""``check`` and ``export`` over a hand-made ledger."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from .make import FIRST, fill, reading, run, second


def test_findings_are_listed_and_are_no_failure(ledger: Path) -> None:
    done = run("--ledger", ledger, "check")
    assert done.code == 0
    assert done.err == "3 findings in 2 documents.\n"
    codes = [line.split(":")[0] for line in done.out.splitlines() if not line.startswith(" ")]
    assert codes == ["duration-sum", "repeated-block", "unread-share"]
    assert "    2031/first.txt, characters 193 to 212: “The lamps were lit.”\n" in done.out


def test_fail_exits_with_three_only_when_there_are_findings(ledger: Path, tmp_path: Path) -> None:
    assert run("--ledger", ledger, "check", "--fail").code == 3
    clean = fill(tmp_path / "clean.db", reading("Nothing.", "n.txt", second().records.__class__()))
    done = run("--ledger", clean, "check", "--fail")
    assert (done.code, done.out, done.err) == (0, "", "0 findings in 1 document.\n")


def test_findings_as_json_and_csv(ledger: Path) -> None:
    found = json.loads(run("--ledger", ledger, "check", "--json").out)
    assert [finding["code"] for finding in found] == ["duration-sum", "repeated-block", "unread-share"]
    rows = list(csv.DictReader(io.StringIO(run("--ledger", ledger, "check", "--csv").out)))
    assert len(rows) == sum(len(finding["places"]) for finding in found) == 5
    for row in rows[:3]:
        assert row["quote"] == FIRST[int(row["start"]) : int(row["end"])]


def test_one_document_can_be_checked(ledger: Path) -> None:
    done = run("--ledger", ledger, "check", "--document", "second.txt", "--json")
    assert [finding["code"] for finding in json.loads(done.out)] == ["unread-share"]
    assert "no document 'third.txt'" in run("--ledger", ledger, "check", "--document", "third.txt").err


def test_export_to_a_file_and_to_standard_output_are_the_same(ledger: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    done = run("--ledger", ledger, "export", "--format", "jsonl", "-o", target)
    assert (done.code, done.out, done.err) == (0, "", f"{target}: 2 lines written.\n")
    assert target.read_text(encoding="utf-8") == run("--ledger", ledger, "export").out
    first, other = map(json.loads, target.read_text(encoding="utf-8").splitlines())
    assert first["document"]["file"] == "2031/first.txt"
    assert first["statements"][0]["quote"] in FIRST
    assert other["unread"][0]["quote"] == "Snow fell."


def test_an_unknown_format_and_a_bad_target_are_refused(ledger: Path, tmp_path: Path) -> None:
    unknown = run("--ledger", ledger, "export", "--format", "xml")
    assert (unknown.code, unknown.out) == (2, "")
    assert unknown.err == "regesta: There is no export format 'xml'; take jsonl.\n"
    bad = run("--ledger", ledger, "export", "-o", tmp_path / "none" / "out.jsonl")
    assert bad.code == 2
    assert "No such file or directory" in bad.err
