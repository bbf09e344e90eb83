"""follow, show, the lists and the export of what holds across documents, as they print it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.resolve.papers import PACK

from .make import run

FIRST = (
    "Arvania-Brevonia Foreign Ministers’ Meeting\n\nOn May 4, Mr. Oto Lind, Minister for Foreign Affairs of"
    " Arvania, held a meeting with Ms. Rada Oyelu, Minister of Foreign Affairs of Brevonia, in Halden.\n\n"
    "The ministers agreed to set up a customs desk on the Skerrow bridge by the end of June.\n"
)
OTHER = (
    "Comment by the Ministry on the talks of the foreign ministers\n\nOn May 4, Foreign Minister Rada Oyelu"
    " held talks with Minister for Foreign Affairs of Arvania Oto Lind in Halden.\n"
)
LATER = (
    "Arvania-Brevonia Foreign Ministers’ Meeting\n\nOn July 20, Mr. Oto Lind, Minister for Foreign Affairs of"
    " Arvania, held a meeting with Ms. Rada Oyelu, Minister of Foreign Affairs of Brevonia, in Halden.\n\n"
    "The ministers welcomed that the customs desk on the Skerrow bridge had been opened.\n"
)
TEXTS = (("first", "XA", "2031-05-04", FIRST), ("other", "XB", "2031-05-05", OTHER),
         ("later", "XA", "2031-07-20", LATER))  # fmt: skip


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Three accounts, added with the program."""
    for name, side, day, text in TEXTS:
        path = tmp_path / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        about = ("--country", side, "--date", day, "--topics", PACK)
        assert run("--ledger", tmp_path / "l.db", "add", *about, path).code == 0
    return tmp_path / "l.db"


def one(ledger: Path, *options: str) -> dict[str, object]:
    [found] = json.loads(run("--ledger", ledger, *options, "--json").out)
    return dict(found)


def test_a_promise_is_followed_with_evidence(ledger: Path) -> None:
    done = run("--ledger", ledger, "follow")
    assert done.code == 0
    lines = [line.strip() for line in done.out.splitlines()]
    assert "4 May 2031: open." in lines
    assert "1 July 2031: no evidence. The window is over, and no later text speaks of it." in lines
    assert any(line.startswith("20 July 2031: done, told by the side that promised") for line in lines)
    assert "had been opened" in done.out
    found = one(ledger, "follow")
    assert (found["status"], found["as_of"], found["due"]) == ("done", "2031-07-20", "2031-06-30")


def test_a_day_asked_for_knows_nothing_of_later_texts(ledger: Path) -> None:
    promise = str(one(ledger, "follow")["id"])
    assert one(ledger, "follow", promise, "--as-of", "2031-07-19")["status"] == "no_evidence"
    assert one(ledger, "follow", promise, "--as-of", "2031-06-01")["history"] == [
        {
            "from": "2031-05-04", "status": "open", "timeliness": "unknown", "confirmation": None, "why": "",
            "evidence": [],
        }
    ]  # fmt: skip
    early = run("--ledger", ledger, "follow", promise, "--as-of", "2031-05-01")
    assert (early.code, early.out) == (2, "")
    assert "was not published by 2031-05-01" in early.err
    lost = run("--ledger", ledger, "follow", "c-none")
    assert (lost.code, lost.err.count("\n")) == (2, 1)


def test_lists_say_the_status_and_narrow_by_it(ledger: Path) -> None:
    assert [one(ledger, "commitments", "--status", "done")[name] for name in ("status", "since")] == [
        "done", "2031-07-20",
    ]  # fmt: skip
    assert json.loads(run("--ledger", ledger, "commitments", "--open", "--json").out) == []
    assert one(ledger, "commitments", "--open", "--as-of", "2031-05-30")["status"] == "open"


def test_a_meeting_is_shown_with_all_its_mentions(ledger: Path) -> None:
    rows = json.loads(run("--ledger", ledger, "meetings", "--json").out)
    met = next(row for row in rows if row["when"] == "2031-05-04" and row["in_documents"] == 2)
    shown = json.loads(run("--ledger", ledger, "show", met["id"], "--json").out)["joined"]
    assert shown["id"] == met["meeting"]
    assert [mention["file"] for mention in shown["mentions"]] == ["first.txt", "other.txt"]
    assert shown["after"] is not None
    words = run("--ledger", ledger, "show", met["id"]).out
    assert f"One meeting in 2 documents [{met['meeting']}]" in words
    assert "after it: 20 July 2031" in words


def test_everything_across_documents_is_one_object(ledger: Path, tmp_path: Path) -> None:
    target = tmp_path / "links.json"
    done = run("--ledger", ledger, "export", "--what", "links", "-o", target)
    assert (done.code, done.out) == (0, "")
    whole = json.loads(target.read_text(encoding="utf-8"))
    assert set(whole) == {
        "meetings", "commitments", "requests", "deferrals", "people", "years", "findings", "accounts",
    }  # fmt: skip
    texts = {f"{name}.txt": text for name, _, _, text in TEXTS}
    places = [place for meeting in whole["meetings"] for place in meeting["members"]]
    places += [place for one in whole["commitments"] for step in one["history"] for place in step["evidence"]]
    assert places
    assert all(place["quote"] == texts[place["file"]][slice(*place["span"])] for place in places)
    [account] = whole["accounts"]
    assert account["sides"] == {"XA": "first.txt", "XB": "other.txt"}
    early = run("--ledger", ledger, "export", "--what", "links", "--as-of", "2031-05-04")
    assert json.loads(early.out)["accounts"] == []
    assert early.err == "2 documents not published by then left out.\n"


def test_promises_of_a_text_without_a_day_stay_with_an_empty_history(tmp_path: Path) -> None:
    text = (
        "Arvania and Brevonia hold consultations\n\n"
        "On February 12, Deputy Minister Ana Rost of Arvania held consultations in Halden with Deputy "
        "Minister Ole Brandt of Brevonia.\n\n"
        "The two sides agreed to exchange lists of prisoners by the end of March. Deputy Minister Rost asked "
        "Brevonia to release the crew."
    )
    (tmp_path / "undated.txt").write_text(text, encoding="utf-8")
    ledger = tmp_path / "undated.db"
    assert (
        run("--ledger", ledger, "add", tmp_path / "undated.txt", "--country", "XA", "--topics", PACK).code
        == 0
    )
    whole = json.loads(run("--ledger", ledger, "export", "--what", "links").out)
    [promise], [request] = whole["commitments"], whole["requests"]
    assert (promise["due"], promise["due_basis"], promise["history"]) == ("XXXX-03-31", "stated", [])
    assert promise["place"]["quote"] in text
    assert (request["existence"], request["history"]) == ("one_side_only", [])


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--what", "people"), "There is nothing called 'people' to export"),
        (("--what", "links", "--format", "xml"), "There is no export format 'xml' for links"),
        (("--as-of", "2031-05-04"), "--as-of goes with --what links"),
    ],
)
def test_what_cannot_be_exported_is_said(ledger: Path, options: tuple[str, ...], words: str) -> None:
    done = run("--ledger", ledger, "export", *options)
    assert (done.code, done.out) == (2, "")
    assert words in done.err
