"""CSL-JSON, BibTeX and RIS of a ledger, read back by those who read them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from jsonschema import Draft3Validator

from .ledgers import text, two

SCHEMA = Path(__file__).parent / "schemas" / "csl-data.json"
PUBLISHER = "Ministry of Foreign Affairs of Arlund"
TITLE = "Second Meeting of the Foreign Ministers of Arlund and Brevia"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plain readout, and a text whose title is hard to write."""
    return two(tmp_path_factory.mktemp("references") / "two.db")


def csl(ledger: Path, **filters: Any) -> list[dict[str, Any]]:
    items = json.loads(text(ledger, "csl", **filters))
    Draft3Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(items)
    return list(items)


def bibtex(ledger: Path) -> list[Mapping[str, str]]:
    library = parse_string(text(ledger, "bibtex"))
    assert library.failed_blocks == []
    assert len({entry.key for entry in library.entries}) == len(library.entries)
    return [{field.key: field.value for field in entry.fields} for entry in library.entries]


def ris(ledger: Path) -> list[dict[str, Any]]:
    found = rispy.loads(text(ledger, "ris"))
    assert not any("unknown_tag" in one for one in found)
    return list(found)


def test_each_form_has_a_reference_a_document(ledger: Path) -> None:
    assert len(csl(ledger)) == len(bibtex(ledger)) == len(ris(ledger)) == 2


def test_every_reference_names_the_text_by_its_hash(ledger: Path) -> None:
    notes = [
        [item["note"] for item in csl(ledger)],
        [entry["note"] for entry in bibtex(ledger)],
        [one["notes"][0] for one in ris(ledger)],
    ]
    for some in notes:
        assert all("sha256:" in note and len(note.partition("sha256:")[2]) >= 64 for note in some)


def test_a_readout_as_ris(ledger: Path) -> None:
    plain = ris(ledger)[0]
    assert plain["type_of_reference"] == "ELEC"
    assert (plain["title"], plain["authors"], plain["publisher"]) == (TITLE, [PUBLISHER], PUBLISHER)
    assert (plain["year"], plain["date"], plain["language"]) == ("2021", "2021/03/04/", "en")
    assert (plain["urls"], plain["type_of_work"]) == (["https://mfa.example/4"], "readout")
    assert plain["access_date"] == "2031/06/01"


def test_a_readout_as_bibtex(ledger: Path) -> None:
    plain = bibtex(ledger)[0]
    assert plain["title"] == f"{{{TITLE}}}"
    assert plain["author"] == f"{{{PUBLISHER}}}"
    assert (plain["year"], plain["month"], plain["day"]) == ("2021", "3", "4")
    assert "date" not in plain


def test_an_interval_is_never_one_day(ledger: Path) -> None:
    [_, item], [_, entry], [_, reference] = csl(ledger), bibtex(ledger), ris(ledger)
    assert item["issued"] == {"date-parts": [[2031, 5, 1], [2031, 5, 10]], "circa": True}
    assert (entry["year"], entry["month"], entry["date"]) == ("2031", "5", "2031-05-01/2031-05-10")
    assert "day" not in entry
    assert (reference["year"], reference["date"]) == ("2031", "2031/05//")
    said = "published 1–10 May [2031] (basis: inferred)"
    assert said in item["note"] and said in entry["note"] and said in reference["notes"][0]


def test_a_title_that_is_hard_to_write_comes_back(ledger: Path) -> None:
    title = "Costs & gains: 50% of $5 for #1_a {or \\b} <i>~c^d</i> “é” by Ödön and “others”"
    assert csl(ledger)[1]["title"] == title
    assert ris(ledger)[1]["title"] == title
    tex = bibtex(ledger)[1]["title"]
    assert r"\textbraceleft{}or \textbackslash{}b\textbraceright{}" in tex and "Ödön and “others”" in tex


def test_filters_choose_the_documents(ledger: Path) -> None:
    assert [item["title"] for item in csl(ledger, party="XB")] == [TITLE]
    assert csl(ledger, publisher="nobody") == []


def test_a_reading_room_is_named_where_there_is_one(ledger: Path) -> None:
    [first, _] = json.loads(text(ledger, "csl", address="https://room.example/"))
    assert first["note"].endswith(f"; https://room.example/documents/{first['id']}")
