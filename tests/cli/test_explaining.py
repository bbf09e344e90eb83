"""``regesta explain`` end to end: a file, standard input, the ledger, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .make import run

TEXT = """Foreign Ministers of Arvania and Brevonia meet
4 May 2031

Foreign Minister Oto Lind of Arvania met Foreign Minister Rada Oyelu of Brevonia in Port Sele on 4 May 2031.

Minister Lind urged Brevonia to open the port. The harbour welcomed the news.
"""
PACK = Path(__file__).parents[1] / "gold" / "pack.yml"
GIVEN = ("--topics", PACK, "--country", "XA", "--publisher", "Ministry of Foreign Affairs of Arvania")
URGED = str(TEXT.index("urged"))


@pytest.fixture
def readout(tmp_path: Path) -> Path:
    path = tmp_path / "readout.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_the_kind_stands_at_the_head_with_its_reason(readout: Path) -> None:
    done = run("explain", readout, *GIVEN)
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[0] == "readout: 3 sentences report, 0 look ahead"
    assert "Ministry of Foreign Affairs of Arvania (given), side XA (given)" in done.out


def test_a_sentence_is_shown_with_what_was_and_what_was_not_made(readout: Path) -> None:
    out = " ".join(run("explain", readout, *GIVEN, "--at", URGED).out.split())
    assert "Minister Lind urged Brevonia to open the port. recognised" in out
    assert "act urge" in out and "rule urge; confidence 0.9" in out
    assert "not made commitment" in out and "a request to another" in out
    assert "Foreign Minister Oto Lind of Arvania met" not in out


def test_the_whole_text_is_shown_where_no_place_is_asked_for(readout: Path) -> None:
    out = " ".join(run("explain", readout, *GIVEN).out.split())
    assert "unread: a reporting verb whose subject is no recognised person or side" in out
    assert "its subject “harbour” is no person, no side, no talks and no paper" in out


def test_programs_get_one_object_with_exact_quotes(readout: Path) -> None:
    told = json.loads(run("explain", readout, *GIVEN, "--at", URGED, "--json").out)
    assert told["document"]["kind"] == "readout"
    [sentence] = told["sentences"]
    assert (sentence["ended"], sentence["block"]["kind"]) == ("record", "paragraph")
    parts = [sentence, *sentence["mentions"], *sentence["records"], *sentence["declined"]]
    assert all(part["quote"] == TEXT[slice(*part["span"])] for part in parts)
    assert [(one["kind"], one["rule"]) for one in sentence["records"]] == [
        ("statement", "urge"),
        ("request", "ask.urge"),
    ]
    assert [one["what"] for one in sentence["declined"]] == ["commitment"]


def test_standard_input_is_a_document_too() -> None:
    assert run("explain", "-", *GIVEN, stdin=TEXT.encode()).out.startswith("readout: ")


def test_a_document_of_the_ledger_is_explained_by_id_and_address(readout: Path, tmp_path: Path) -> None:
    ledger, address = tmp_path / "kept.db", "https://arvania.example/readout"
    assert run("add", readout, *GIVEN, "--url", address, "--ledger", ledger).code == 0
    before = ledger.read_bytes()
    [row] = json.loads(run("documents", "--json", "--ledger", ledger).out)
    of_file = run("explain", readout, *GIVEN).out
    readout.unlink()
    for name in (row["id"], address):
        done = run("explain", name, "--topics", PACK, "--ledger", ledger)
        assert (done.code, done.out) == (0, of_file)
    assert ledger.read_bytes() == before


def test_an_offset_outside_the_text_is_one_sentence(readout: Path) -> None:
    done = run("explain", readout, "--at", "9999")
    last = len(TEXT) - 1
    assert (done.code, done.out) == (2, "")
    assert done.err == f"regesta: There is no character 9999 in the text; it has those from 0 to {last}.\n"


def test_a_name_that_nothing_has_is_one_sentence(tmp_path: Path) -> None:
    done = run("explain", "no-such", "--ledger", tmp_path / "none.db")
    assert done.code == 2
    assert done.err.startswith("regesta: no-such: there is no such file, and no such document in the ledger")
    assert not (tmp_path / "none.db").exists()


def test_several_files_are_refused(readout: Path, tmp_path: Path) -> None:
    (tmp_path / "second.txt").write_text(TEXT, "utf-8")
    done = run("explain", readout.parent)
    assert (done.code, done.err) == (2, f"regesta: {readout.parent}: this names 2 files; name one.\n")
