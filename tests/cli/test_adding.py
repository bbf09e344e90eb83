"""``add``: what is kept, what is told, under which names."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from .make import Done, run

ONE = "The Foreign Minister of Japan met the Foreign Minister of France in Tokyo on 4 May 2031. They agreed."
TWO = "The Prime Minister of Norway thanked the President of Chile for his support."


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with papers/one.txt and papers/deep/two.txt."""
    (tmp_path / "papers" / "deep").mkdir(parents=True)
    (tmp_path / "papers" / "one.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "papers" / "deep" / "two.txt").write_text(TWO, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def exported() -> dict[str, Any]:
    """The lines of the ledger's export by file."""
    lines = map(json.loads, run("export").out.splitlines())
    return {line["document"]["file"]: line for line in lines}


@pytest.mark.usefixtures("here")
def test_a_folder_is_read_to_any_depth_and_known_the_second_time() -> None:
    assert run("add", "papers") == Done(0, "2 documents: 2 new.\n", "")
    assert run("add", "papers") == Done(0, "2 documents: 2 known already.\n", "")
    found = exported()
    assert list(found) == ["one.txt", "deep/two.txt"] or set(found) == {"one.txt", "deep/two.txt"}
    for line in found.values():
        text = ONE if line["document"]["file"] == "one.txt" else TWO
        for part in ("meetings", "statements", "commitments", "requests", "terms", "unread"):
            assert all(item["quote"] == text[slice(*item["span"])] for item in line[part])


@pytest.mark.usefixtures("here")
def test_standard_input_with_facts() -> None:
    facts = (
        "--publisher",
        "Ministry of Ports",
        "--country",
        "xa",
        "--date",
        "2031-05-05",
        "--url",
        "https://p.example/1",
    )
    assert run("add", "-", *facts, stdin=ONE.encode()).code == 0
    document = exported()["-"]["document"]
    assert (document["publisher"], document["side"]) == ("Ministry of Ports", "XA")
    assert (document["published"], document["url"]) == ("2031-05-05", "https://p.example/1")


@pytest.mark.usefixtures("here")
def test_the_same_address_with_a_new_text_is_a_new_version() -> None:
    url = ("--url", "https://p.example/1")
    assert run("add", "papers/one.txt", *url).code == 0
    assert run("add", "papers/deep/two.txt", *url).out == "1 document: 1 new version.\n"
    assert list(exported()) == ["two.txt"]
    assert len(json.loads(run("documents", "--json").out)) == 2


def test_one_text_under_two_names_is_one_document_and_two_lines(here: Path) -> None:
    (here / "papers" / "again.txt").write_text(ONE, encoding="utf-8")
    assert run("add", "papers/one.txt", "papers/again.txt").code == 0
    assert len(json.loads(run("documents", "--json").out)) == 1
    found = exported()
    assert set(found) == {"one.txt", "again.txt"}
    assert found["one.txt"]["statements"] == found["again.txt"]["statements"]


def test_a_manifest_supplies_what_the_texts_do_not_say(here: Path) -> None:
    rows = "file,publisher,country,date\none.txt,Ministry A,XA,2031-05-06\nlost.txt,Ministry L,,\n"
    (here / "papers" / "sources.csv").write_text(rows, encoding="utf-8")
    done = run("add", "--manifest", "papers/sources.csv", "papers")
    assert (done.code, done.out) == (0, "2 documents: 2 new.\n")
    assert done.err == "Rows of the manifest that name no file given: 1 (lost.txt).\n"
    assert exported()["one.txt"]["document"]["publisher"] == "Ministry A"


@pytest.mark.usefixtures("here")
def test_timings_are_told_on_standard_error() -> None:
    done = run("add", "papers", "--timings")
    assert done.code == 0
    assert done.err.count(" s\n") >= 3
    assert "keep" in done.err


@pytest.mark.usefixtures("here")
def test_no_progress_bar_where_nobody_looks() -> None:
    for number in range(8):
        Path(f"papers/{number}.txt").write_text(f"{ONE} Number {number}.", encoding="utf-8")
    assert run("add", "papers").err == ""


def test_a_missing_or_broken_topic_pack_is_refused(here: Path) -> None:
    (here / "broken.yml").write_text("nonsense: [", encoding="utf-8")
    for pack in ("none.yml", "broken.yml"):
        done = run("add", "papers", "--topics", pack)
        assert (done.code, done.out) == (2, "")
        assert pack in done.err
        assert done.err.count("\n") == 1
    assert not (here / "regesta.db").exists()
