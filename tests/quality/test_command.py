"""`regesta quality` from outside: what it prints, its exit codes, its sentences for bad input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.make import Done, run

from .make import ARVENIA, TOLMARK, folder, gold_of, said, write


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Gold of two accounts, one act of which is wrong."""
    return folder(tmp_path)


def figures(*arguments: str | Path) -> dict[str, dict[str, float]]:
    done = run("quality", *arguments, "--json")
    assert done.code == 0, done.err
    measures: dict[str, dict[str, float]] = json.loads(done.out)["measures"]
    return measures


def refused(done: Done) -> str:
    """The one sentence of a command that did nothing."""
    assert (done.code, done.out) == (2, "")
    last = done.err.splitlines()[-1]
    assert last.startswith("regesta: ")
    assert "Traceback" not in done.err
    return last


def test_figures_by_kind_publisher_and_act(gold: Path) -> None:
    done = run("quality", gold)
    assert done.code == 0
    heads = [line for line in done.out.splitlines() if "document" in line or line.startswith("Statements by")]
    assert heads == [
        "All: 2 documents",
        f"{TOLMARK}: 1 document",
        f"{ARVENIA}: 1 document",
        "Statements by act",
    ]
    assert "statements found" in done.out
    assert "main fields" in done.out
    assert [line.split()[0] for line in done.out.splitlines()[-5:]][-4:] == ["sign", "agree", "thank", "urge"]


def test_what_is_used_is_said(gold: Path) -> None:
    err = run("quality", gold).err
    for name in ("texts", "SOURCES.tsv", "pack.yml"):
        assert str(gold.parent / name) in err
    write(gold / "topics.json", {"ports": "Ports"})
    assert "Passed over, as gold of no document: topics.json." in run("quality", gold).err


def test_figures_for_machines(gold: Path) -> None:
    told = json.loads(run("quality", gold, "--json").out)
    assert set(told) == {"documents", "measures", "publishers", "acts"}
    assert told["measures"]["statements found"]["asked"] == 3
    assert told["measures"]["statements found"]["right"] == 3
    fine = told["measures"]["statements fine act"]
    assert (fine["right"], fine["asked"], fine["read"]) == (2, 3, 3)
    assert told["publishers"][ARVENIA]["measures"]["statements fine act"]["recall"] == 0.5
    assert told["acts"]["sign"] == {
        "precision": 1.0, "recall": 0.0, "f1": 0.0, "right": 0, "asked": 1, "read": 0
    }  # fmt: skip
    assert told["acts"]["agree"]["precision"] == 0


def test_one_publisher_or_all_but_one(gold: Path) -> None:
    assert figures(gold, "--publisher", ARVENIA)["statements found"]["asked"] == 2
    assert figures(gold, "--without", ARVENIA)["statements found"]["asked"] == 1


def test_errors_tell_both_wordings(gold: Path) -> None:
    done = run("quality", gold, "--errors", "statements")
    assert done.out.splitlines() == [
        "first.txt",
        "  statements fine act: read agree by Ada Quill (XA)+Bo Tarn (XB), not sign by both",
        "    gold: “ministers agreed”",
        "    read: “The two ministers agreed to hold consultations in June 2031.”",
    ]
    assert done.err.endswith("1 error.\n")
    [error] = json.loads(run("quality", gold, "--errors", "statements", "--json").out)["errors"]
    assert (error["file"], error["asked"]) == ("first.txt", "ministers agreed")
    assert run("quality", gold, "--errors", "terms").out == ""


def test_confidence_is_told_in_bins(gold: Path) -> None:
    out = run("quality", gold, "--confidence").out
    assert "0.9 and more" in out
    assert "under 0.5" in out
    told = json.loads(run("quality", gold, "--confidence", "--json").out)["confidence"]
    assert len(told) == 18
    assert sum(one["records"] for one in told if one["kind"] == "statements") == 3


def test_a_run_is_saved_and_compared(gold: Path, tmp_path: Path) -> None:
    saved = tmp_path / "before.run"
    done = run("quality", "--save", saved, "--texts", tmp_path / "texts")
    assert (done.code, done.out) == (0, "")
    assert f"of 2 documents written to {saved}." in done.err
    same = run("quality", gold, "--against", saved, "--fail")
    assert (same.code, same.out) == (0, "0 gained, 0 lost, 0 changed\n")
    text = tmp_path / "texts" / "first.txt"
    text.write_text(text.read_text("utf-8").replace("urged", "asked"), encoding="utf-8")
    changed = run("quality", gold, "--against", saved, "--texts", tmp_path / "texts")
    assert refused(changed).endswith("'Quill urged' are not in first.txt; mend the gold.")
    changed = run("quality", "--against", saved, "--texts", tmp_path / "texts")
    assert changed.code == 0
    assert "      act: urge → request" in changed.out.splitlines()
    assert changed.out.splitlines()[0] == "first.txt"
    assert "second.txt" not in changed.out
    assert run("quality", "--against", saved, "--texts", tmp_path / "texts", "--fail").code == 3
    told = json.loads(run("quality", "--against", saved, "--texts", tmp_path / "texts", "--json").out)
    fields = [one["fields"] for one in told if one["kind"] == "statements"]
    assert {"from": "urge", "to": "request"} in [each.get("act") for each in fields]


def test_records_that_came_and_went_are_told_with_what_they_say(tmp_path: Path) -> None:
    folder(tmp_path)
    text, saved = tmp_path / "texts" / "first.txt", tmp_path / "before.run"
    whole = text.read_text("utf-8")
    text.write_text(whole.replace("Minister Quill urged Minister Tarn to open the port.\n", ""), "utf-8")
    assert run("quality", "--save", saved, "--texts", tmp_path / "texts").code == 0
    text.write_text(whole, "utf-8")
    out = run("quality", "--against", saved, "--texts", tmp_path / "texts").out
    gained = [line for line in out.splitlines() if line.startswith("  + statements: ")]
    assert gained == [
        "  + statements: Minister Quill urged Minister Tarn to open the port. "
        "[act urge, actors Ada Quill (XA), addressee Bo Tarn (XB)]"
    ]


def test_documents_of_one_run_alone_are_named_and_not_compared(gold: Path, tmp_path: Path) -> None:
    saved = tmp_path / "before.run"
    run("quality", gold, "--publisher", ARVENIA, "--save", saved)
    done = run("quality", gold, "--against", saved)
    assert (done.code, done.out) == (0, "0 gained, 0 lost, 0 changed\n")
    assert "Not compared, not in the run: second.txt." in done.err
    assert "has none of the documents" in refused(
        run("quality", gold, "--against", saved, "--publisher", TOLMARK)
    )


def test_the_manifest_alone_leads_to_its_texts(gold: Path, tmp_path: Path) -> None:
    manifest = gold.parent / "texts" / "SOURCES.tsv"
    (gold.parent / "SOURCES.tsv").rename(manifest)
    done = run("quality", "--save", tmp_path / "run", "--manifest", manifest, "--without", TOLMARK)
    assert (done.code, done.out) == (0, "")
    assert "of 1 document written" in done.err


def test_gold_that_cannot_be_used(gold: Path, tmp_path: Path) -> None:
    assert "no such folder of gold" in refused(run("quality", tmp_path / "nowhere"))
    assert "holds no gold" in refused(run("quality", tmp_path / "texts"))
    strange = gold_of("first.txt", ARVENIA, "XA", [said("Quill sang", "Quill", "urge")])
    write(gold / "first.json", strange)
    assert "the words 'Quill sang' are not in first.txt" in refused(run("quality", gold))
    (gold / "first.json").write_text("{", encoding="utf-8")
    assert f"{gold / 'first.json'}: the gold is no JSON" in refused(run("quality", gold))
    (gold / "first.json").write_bytes(b"\xff\xfe\x00")
    assert "the gold is no JSON" in refused(run("quality", gold))


def test_texts_that_cannot_be_used(gold: Path, tmp_path: Path) -> None:
    assert "no such folder of texts" in refused(run("quality", gold, "--texts", tmp_path / "nowhere"))
    (tmp_path / "texts" / "second.txt").unlink()
    sentence = refused(run("quality", gold))
    assert f"its text second.txt is not in {tmp_path / 'texts'}; say where with --texts." in sentence
    (tmp_path / "texts" / "second.txt").write_bytes(b"")
    assert "second.txt" in refused(run("quality", gold))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            ["GOLD", "--publisher", "Nobody"],
            f"no gold of a publisher 'Nobody'; there is {TOLMARK}, {ARVENIA}.",
        ),
        (["GOLD", "--without", "Nobody"], "no gold of a publisher 'Nobody'"),
        (["--texts", "TEXTS", "--save", "r", "--publisher", "Nobody"], "No text is of a publisher 'Nobody'"),
        (["GOLD", "--errors", "moods"], "no errors of kind 'moods'; take all, statements"),
        (["GOLD", "--against", "nowhere"], "nowhere: the run cannot be read"),
        (["GOLD", "--against", "nowhere", "--errors", "all"], "two views"),
        (["--save", "r", "--texts", "TEXTS", "--errors", "all"], "name a folder of gold"),
        (["GOLD", "--fail"], "name it with --against"),
        ([], "nothing to measure"),
        (["--save", "r"], "Nothing to read"),
    ],
)
def test_what_makes_no_sense(
    gold: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str
) -> None:
    monkeypatch.chdir(gold.parent)
    places = {"GOLD": str(gold), "TEXTS": str(gold.parent / "texts")}
    assert words in refused(run("quality", *[places.get(one, one) for one in arguments]))
    assert not Path("r").exists()
