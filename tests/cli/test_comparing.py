"""``compare``: a meeting, or documents, side by side."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.resolve.accounts import AHEAD, OURS, PACK, THEIRS

from .make import Done, run

FERRY = "The two ministers agreed to open the ferry line in June 2031."
TRAWLER = "Minister Lind urged Brevonia to release the crew of the trawler."
CALL = (
    "Telephone conversation of Foreign Minister Rada Oyelu\n\n"
    "On May 20, 2031, Foreign Minister Rada Oyelu of Brevonia had a telephone conversation with Foreign "
    "Minister Oto Lind of Arvania.\n\nMinister Oyelu stressed the importance of fisheries."
)
NOTE = "Statement on fisheries\n\nBrevonia condemns the attack on the fishing vessels."
PAPERS = {
    "ours.txt": ("XA", "2031-05-05", f"{OURS}{FERRY}\n\n{TRAWLER}"),
    "theirs.txt": ("XB", "2031-05-06", f"{THEIRS}The ministers discussed the opening of the ferry line."),
    "ahead.txt": ("XB", "2031-05-02", f"{AHEAD}We intend to discuss the ferry line."),
    "call.txt": ("XB", "2031-05-21", CALL),
    "note.txt": ("XB", "2031-05-25", NOTE),
}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A meeting announced by one side and reported by both, and a call that one side reports."""
    folder = tmp_path_factory.mktemp("accounts")
    lines = ["file\tcountry\tpublisher\tdate"]
    for name, (side, day, text) in PAPERS.items():
        (folder / name).write_text(text, encoding="utf-8")
        lines.append(f"{name}\t{side}\tForeign Ministry of {side}\t{day}")
    manifest = folder / "SOURCES.tsv"
    manifest.write_text("\n".join(lines), encoding="utf-8")
    path = folder / "accounts.db"
    inputs = [folder / name for name in PAPERS]
    assert run("--ledger", path, "add", "--topics", PACK, "--manifest", manifest, *inputs).code == 0
    return path


def compare(ledger: Path, *names: str) -> Done:
    return run("--ledger", ledger, "compare", "--topics", PACK, *names, COLUMNS="200")


def main_meeting(ledger: Path, document: str) -> str:
    """The id of the record of the meeting that a document is about."""
    rows = json.loads(run("--ledger", ledger, "meetings", "--document", document, "--json").out)
    [id_] = [row["id"] for row in rows if row["main"]]
    return str(id_)


def test_two_documents_topic_by_topic(ledger: Path) -> None:
    done = compare(ledger, "ours.txt", "theirs.txt")
    assert (done.code, done.err) == (0, "")
    lines = [line.strip() for line in done.out.splitlines()]
    first = lines.index("Topic by topic") + 2
    assert lines[first].startswith("Transport and aviation [transport]: XA 1 passage, ")
    assert lines[first + 1 : first + 5] == [
        f"= XA agree: “{FERRY}”",
        "XB discuss: “The ministers discussed the opening of the ferry line.”",
        "substantive, strength: XA: agree; XB: discuss.",
        "wording, time or place: XA: in June 2031; XB does not mention a date.",
    ]
    assert f"+ XA urge: “{TRAWLER}”" in lines
    assert "notable, only in one: XA tells this; XB does not mention it." in lines
    assert "Strength: XA: agree; XB: discuss." in lines
    assert compare(ledger, "theirs.txt", "ours.txt").out == done.out


def test_a_meeting_is_named_by_its_record_a_document_or_its_joined_id(ledger: Path) -> None:
    by_record = json.loads(compare(ledger, main_meeting(ledger, "ours.txt"), "--json").out)
    pairs = [sorted(one["sides"].values()) for one in by_record]
    assert sorted(pairs) == [["ahead.txt", "ours.txt"], ["ours.txt", "theirs.txt"]]
    assert json.loads(compare(ledger, "theirs.txt", "--json").out) == by_record
    joined = by_record[0]["meeting"]
    assert json.loads(compare(ledger, joined, "--json").out) == by_record
    assert json.loads(compare(ledger, joined[:8], "--json").out) == by_record
    shown = compare(ledger, joined).out
    assert "The announcement of XB was published on 2031-05-02, before the meeting." in shown
    assert shown.count("Topic by topic") == 2


def test_documents_of_one_side_are_numbered(ledger: Path) -> None:
    found: Any = json.loads(compare(ledger, "ahead.txt", "theirs.txt", "--json").out)
    assert found["sides"] == {"XB 1": "ahead.txt", "XB 2": "theirs.txt"}


def test_only_what_concerns_a_topic(ledger: Path) -> None:
    done = compare(ledger, "ours.txt", "theirs.txt", "--topic", "transport")
    assert FERRY in done.out
    assert TRAWLER not in done.out


def test_accounts_that_do_not_speak_of_the_topic_are_left_aside(ledger: Path) -> None:
    both = ("ours.txt", "theirs.txt", "call.txt")
    assert len(json.loads(compare(ledger, *both, "--json").out)) == 2
    [found] = json.loads(compare(ledger, *both, "--json", "--topic", "fisheries").out)
    assert found["sides"] == {"XA": "ours.txt", "XB": "call.txt"}


def test_every_passage_of_a_difference_has_its_words(ledger: Path) -> None:
    found = json.loads(compare(ledger, "ours.txt", "theirs.txt", "--json").out)
    assert {one["type"] for one in found["differences"]} == {"strength", "time_or_place", "only_in"}
    for one in found["differences"]:
        for place in one["places"]:
            start, end = place["span"]
            assert PAPERS[place["file"]][2][start:end] == place["quote"]


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (("nothing.txt",), "The ledger has no meeting 'nothing.txt'; `regesta meetings` prints the ids."),
        (("ours.txt", "nothing.txt"), "The ledger has no document 'nothing.txt'"),
        (("ours.txt", "ours.txt"), "'ours.txt' is named twice; name different documents."),
        (
            ("call.txt",),
            "Of the meeting 'call.txt' the ledger has one account, of XB; there is nothing to compare",
        ),
        (("note.txt",), "'note.txt' is about no meeting; name two documents to compare them."),
        (("ours.txt", "theirs.txt", "--topic", "weather"), "speaks of 'weather'; they have transport"),
    ],
)
def test_what_cannot_be_compared_is_one_sentence(ledger: Path, names: tuple[str, ...], words: str) -> None:
    done = compare(ledger, *names)
    assert (done.code, done.out) == (2, "")
    assert words in done.err
    assert done.err.count("\n") == 1


def test_a_record_that_is_no_meeting(ledger: Path) -> None:
    [row, *_] = json.loads(run("--ledger", ledger, "statements", "--json").out)
    done = compare(ledger, row["id"])
    assert (done.code, done.err) == (
        2,
        f"regesta: {row['id']!r} is a statement; name a meeting, or two documents.\n",
    )
