"""The register as people see it, and one record alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from regesta.cli.registering import whereabouts

from .make import run

HEAD = """\
Port Avar, XA, 4 May 2031 · XA–XB
  The foreign ministers of XA (Ada Quill) and XB (Bo Tarn) hold a meeting for 60 minutes.
      Published by XA: Ministry of Foreign Affairs of Avaria, readout, 5 May 2031, para. 1, sha256:"""
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


def test_show_of_nothing_is_a_sentence(ledger: Path) -> None:
    done = run("--ledger", ledger, "show", "m-9")
    assert (done.code, done.out) == (2, "")
    assert (
        done.err == "regesta: The ledger has no record, document or person 'm-9'; the lists print the ids.\n"
    )
