"""``check`` and ``export`` over a hand-made ledger."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

from regesta.export import FORMS
from regesta.model.records import Records
from regesta.model.span import Span

from .make import FIRST, fill, first, reading, run, second


def test_findings_are_listed_and_are_no_failure(ledger: Path) -> None:
    done = run("--ledger", ledger, "check")
    assert done.code == 0
    assert done.err == "3 findings in 2 documents, as of 20 May 2031, the newest publication.\n"
    codes = [line.split(":")[0] for line in done.out.splitlines() if not line.startswith(" ")]
    assert codes == ["duration-sum", "repeated-block", "unread-share"]
    assert "    2031/first.txt, characters 193 to 212: “The lamps were lit.”\n" in done.out


def test_fail_exits_with_three_only_when_there_are_findings(ledger: Path, tmp_path: Path) -> None:
    assert run("--ledger", ledger, "check", "--fail").code == 3
    clean = fill(tmp_path / "clean.db", reading("Nothing.", "n.txt", second().records.__class__()))
    done = run("--ledger", clean, "check", "--fail")
    told = "0 findings in 1 document, as of 5 May 2031, the newest publication.\n"
    assert (done.code, done.out, done.err) == (0, "", told)


def test_a_day_asked_for_leaves_out_what_came_later(ledger: Path) -> None:
    then = run("--ledger", ledger, "check", "--as-of", "2031-05-06")
    assert then.err == (
        "2 findings in 1 document, as of 6 May 2031.\n1 document not published by then left out.\n"
    )
    after = run("--ledger", ledger, "check", "--as-of", "2031-06-06", "--json", "--only", "window-closed")
    (found,) = json.loads(after.out)
    assert (found["code"], found["level"], found["as_of"]) == ("window-closed", "open", "2031-06-06")
    assert found["places"][0]["quote"] == "Avaria will send a list of ports by 5 June."


def test_what_is_no_day_is_refused(ledger: Path) -> None:
    done = run("--ledger", ledger, "check", "--as-of", "2031-06")
    assert (done.code, done.out) == (2, "")
    assert done.err == "regesta: '2031-06' is not a day; write it as 2017-03-20.\n"


def test_codes_choose_the_findings(ledger: Path) -> None:
    some = run("--ledger", ledger, "check", "--only", "duration-sum", "--only", "unread-share", "--json")
    assert [one["code"] for one in json.loads(some.out)] == ["duration-sum", "unread-share"]
    others = run("--ledger", ledger, "check", "--not", "duration-sum", "--json")
    assert [one["code"] for one in json.loads(others.out)] == ["repeated-block", "unread-share"]
    unknown = run("--ledger", ledger, "check", "--only", "bad-manners")
    assert (unknown.code, unknown.out) == (2, "")
    assert unknown.err.startswith("regesta: There is no finding 'bad-manners'; they are date-without-year,")


def test_notes_are_printed_on_demand_and_fail_nothing(tmp_path: Path) -> None:
    text = "Ms. Ada Quill met Mr. Bo Tarn for the ninth time."
    met = first().records.meetings[0]
    meeting = replace(
        met, span=Span(0, 29), when="2031-05-04", duration_minutes=None, parts=(), ordinal_total=9
    )
    path = fill(tmp_path / "ninth.db", reading(text, "ninth.txt", Records(meetings=(meeting,))))
    done = run("--ledger", path, "check", "--fail")
    assert (done.code, done.out) == (0, "")
    assert done.err.endswith("\n1 note not shown; --notes shows them.\n")
    shown = run("--ledger", path, "check", "--notes", "--fail")
    assert shown.code == 0
    assert shown.out.startswith(
        "ordinal-gap (note): The foreign ministers’ meeting (XA, XB) of 4 May 2031 is"
    )
    assert "    ninth.txt, characters 0 to 29: “Ms. Ada Quill met Mr. Bo Tarn”\n" in shown.out


def test_findings_of_two_documents_and_of_two_states(ledger: Path) -> None:
    both = ("--document", "2031/first.txt", "--document", "second.txt")
    assert json.loads(run("--ledger", ledger, "check", *both, "--json").out) == []
    between = json.loads(run("--ledger", ledger, "check", "--party", "xa", "--party", "XB", "--json").out)
    assert len(between) == 3
    assert json.loads(run("--ledger", ledger, "check", "--party", "XC", "--json").out) == []


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
    assert unknown.err == f"regesta: There is no export format 'xml'; take one of {', '.join(FORMS)}.\n"
    bad = run("--ledger", ledger, "export", "-o", tmp_path / "none" / "out.jsonl")
    assert bad.code == 2
    assert "No such file or directory" in bad.err
