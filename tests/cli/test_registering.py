"""The register as people see it, and one record alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from regesta.cli.registering import whereabouts
from tests.query.test_register_across import ARVANIAN, BREVONIAN, UNDATED
from tests.resolve.papers import read

from .make import fill, first, run, second

VISITING = read(
    "Arvania-Brevonia Foreign Ministers’ Meeting\n\nOn May 14, Mr. Oto Lind, Minister for Foreign Affairs,"
    " held a meeting in Halden with Ms. Rada Oyelu, Minister of Foreign Affairs of Brevonia, who was visiting"
    " Arvania.\n",
    "2031-05-14",
)
VISITED = read(
    "Comment on the visit\n\nOn May 14, Foreign Minister Rada Oyelu held talks with Minister for Foreign"
    " Affairs of Arvania Oto Lind in Halden during her visit to Arvania.\n",
    "2031-05-15",
    "XB",
)
HEAD = """\
Port Avar, XA, 4 May 2031 · XA–XB
  The foreign ministers of XA (Ada Quill) and XB (Bo Tarn) hold a meeting for 60 minutes.
      Account by XA: Ministry of Foreign Affairs of Avaria, readout, 5 May 2031, para. 1, sha256:"""
UNDER = """\
    – XA (Ada Quill) urges XB (Bo Tarn): “to open the ferry to the Outer Skerries”
      ibid., para. 2 [r-1]
"""


def test_the_register_is_dated_abstracts_with_citations(ledger: Path) -> None:
    out = run("--ledger", ledger, "register").out
    assert out.startswith(HEAD)
    assert UNDER in out
    assert "\n\n[place unknown], 20 May 2031 · XA–XB\n" in out
    assert "\n\n\n" not in out


def test_documents_that_tell_of_one_meeting_are_numbered_and_cited_by_number(tmp_path: Path) -> None:
    path = fill(tmp_path / "both.db", ARVANIAN, BREVONIAN, UNDATED)
    out = " ".join(run("--ledger", path, "register").out.split())
    assert "1. Account by XA: Ministry of Foreign Affairs of Arvania, readout, 20 July 2031, para. 1" in out
    assert "2. Account by XB: Ministry of Foreign Affairs of Brevonia, readout, 21 July 2031, para. 1" in out
    assert "Given differently, length: 60 minutes (XA); 75 minutes (XB)" in out
    assert "the end of September.” XB (2), para. 1 [s-" in out
    alone = " ".join(run("--ledger", path, "register", "--document", "XA-None.txt").out.split())
    assert "Halden, XB, 20 July [2031] · XA–XB" in alone
    assert "Its date (sibling) rests on “" in alone


def test_the_words_on_which_a_date_rests_stand_beside_it(tmp_path: Path) -> None:
    path = fill(tmp_path / "one.db", VISITING)
    out = " ".join(run("--ledger", path, "register").out.split())
    assert "Its date (content) rests on “was visiting Arvania.”, as cited above" in out
    path = fill(tmp_path / "both.db", VISITING, VISITED)
    out = " ".join(run("--ledger", path, "register").out.split())
    assert "rests on “was visiting Arvania.”, 1 above" in out


def test_the_register_for_programs_says_who_tells_of_a_meeting(tmp_path: Path) -> None:
    path = fill(tmp_path / "both.db", ARVANIAN, BREVONIAN)
    head = json.loads(run("--ledger", path, "register", "--json").out)[0]
    assert [(one["role"], one["published_by"]) for one in head["told_by"]] == [
        ("account", "XA"),
        ("account", "XB"),
    ]
    assert head["differing"][-1] == {
        "field": "length",
        "values": [
            {"value": "60 minutes", "published_by": ["XA"]},
            {"value": "75 minutes", "published_by": ["XB"]},
        ],
    }


def test_what_has_no_date_stands_under_a_line_of_its_own(tmp_path: Path) -> None:
    path = fill(tmp_path / "two.db", first(), second(published=None))
    out = run("--ledger", path, "register").out
    assert "\n\nWithout a date\n\n[place unknown], [date unknown]" in out
    assert out.count("Without a date") == 1


@pytest.mark.parametrize(
    ("citation", "expected"),
    [
        ("A, “T, U”, readout, 5 May 2031, section 2, para. 3, https://x, sha256:1", ["section 2", "para. 3"]),
        ("A, “T, U”, readout, 5 May 2031, https://x, sha256:1", []),
    ],
)
def test_ibidem_says_where_in_the_document(citation: str, expected: list[str]) -> None:
    assert whereabouts(citation, "A, “T, U”, readout, 5 May 2031, https://x, sha256:1") == expected


@pytest.mark.parametrize("kind", ["m-1", "s-1", "c-1", "t-1"])
def test_show_prints_one_record(ledger: Path, kind: str) -> None:
    shown = run("--ledger", ledger, "show", kind)
    assert shown.code == 0
    value = json.loads(run("--ledger", ledger, "show", kind, "--json").out)
    assert value["id"] == kind
    assert value["citation"] in " ".join(shown.out.split())


def test_show_prints_a_document_with_its_register(ledger: Path) -> None:
    out = run("--ledger", ledger, "show", "second.txt").out
    assert "Foreign Office of Borland" in out
    assert "– XB (Bo Tarn) thanks XA (Ada Quill)" in out
    assert "urges" not in out
    assert json.loads(run("--ledger", ledger, "show", "second.txt", "--json").out)["entry"] == "document"


def test_show_prints_the_meeting_of_an_entry(tmp_path: Path) -> None:
    path = fill(tmp_path / "both.db", ARVANIAN, BREVONIAN)
    id_ = json.loads(run("--ledger", path, "register", "--json").out)[0]["id"]
    assert run("--ledger", path, "show", id_[:6]).out.startswith("One meeting in 2 documents")
    assert len(json.loads(run("--ledger", path, "show", id_, "--json").out)["mentions"]) == 2


def test_show_of_nothing_is_a_sentence(ledger: Path) -> None:
    done = run("--ledger", ledger, "show", "m-9")
    assert (done.code, done.out) == (2, "")
    assert (
        done.err
        == "regesta: The ledger has no record, document, meeting or person 'm-9'; the lists print the ids.\n"
    )
