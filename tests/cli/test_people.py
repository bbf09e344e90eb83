"""``regesta people`` and a person in ``regesta show``: names, offices, documents, judgements."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from regesta.model.reading import Reading
from regesta.model.records import Actor, Records
from tests.resolve.people import office, paper, who

from .make import fill, reading, run

FM = "Foreign Minister"


def account(day: str, *people: Actor) -> Reading:
    """A readout of ``day`` that names ``people`` as taking part in one meeting."""
    told = paper(day, *people)
    return reading(told.text, f"{day}.txt", Records(meetings=told.records.meetings), published=day)


@pytest.fixture
def held(tmp_path: Path) -> Path:
    """A minister in three spellings, a minister of the same family, and an office alone."""
    return fill(
        tmp_path / "people.db",
        account("2031-01-05", who("Sergey Lavrin", role=FM), who("Oto Lind", "XB", "President")),
        account("2031-02-05", who("Sergei Viktorovich Lavrin", role="Minister for Foreign Affairs")),
        account("2031-02-20", office(FM)),
        account("2031-03-05", who("Lavrin", role=FM)),
        account("2033-03-05", who("Anna Lavrin", role=FM)),
    )


def rows(path: Path, *arguments: str) -> Any:
    done = run("--ledger", path, *arguments, "--json")
    assert (done.code, done.err) == (0, "")
    return json.loads(done.out)


def test_the_list_says_names_offices_days_and_documents(held: Path) -> None:
    found = {row["name"]: row for row in rows(held, "people")}
    assert list(found) == ["Anna Lavrin", "Sergei Viktorovich Lavrin", "Oto Lind"]
    one = found["Sergei Viktorovich Lavrin"]
    assert one["others"] == ["Sergey Lavrin", "Lavrin"]
    assert one["held"] == [f"{FM}, 2031-01-05 to 2031-02-05"]
    assert (one["country"], one["documents"]) == ("XA", 3)
    assert one["quote"] == f"{FM} Sergey Lavrin"
    assert found["Anna Lavrin"]["held"] == [f"{FM}, 2033-03-05"]


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (("--party", "xb"), ["Oto Lind"]),
        (("--person", "lavrin"), ["Anna Lavrin", "Sergei Viktorovich Lavrin"]),
        (("--person", "lavrin SERGEY"), ["Sergei Viktorovich Lavrin"]),
        (("--person", "Brek"), []),
    ],
)
def test_the_list_is_narrowed(held: Path, arguments: tuple[str, ...], names: list[str]) -> None:
    assert [row["name"] for row in rows(held, "people", *arguments)] == names


def test_a_person_is_shown_with_every_document_and_judgement(held: Path) -> None:
    id_ = rows(held, "people", "--person", "viktorovich")[0]["id"]
    found = rows(held, "show", id_[:8])
    assert (found["entry"], found["id"]) == ("person", id_)
    assert [(one["published"], one["quote"]) for one in found["shown"]] == [
        ("2031-01-05", f"{FM} Sergey Lavrin"),
        ("2031-02-05", "Minister for Foreign Affairs Sergei Viktorovich Lavrin"),
        ("2031-03-05", f"{FM} Lavrin"),
    ]
    assert sorted((one["kind"], one["verdict"]) for one in found["judgements"]) == [
        ("holder", "proposed"),
        ("same_person", "proposed"),
        ("same_person", "proposed"),
    ]
    assert all(one["evidence"] and one["reasons"] for one in found["judgements"])


def test_a_person_is_shown_in_words(held: Path) -> None:
    id_ = rows(held, "people", "--person", "viktorovich")[0]["id"]
    out = run("--ledger", held, "show", id_).out
    assert f"Sergei Viktorovich Lavrin (XA), {id_}\nalso written Sergey Lavrin; Lavrin\n" in out
    assert f"{FM}, 2031-01-05 to 2031-02-05\n" in out
    assert "\n2031-03-05: “Foreign Minister Lavrin”\n" in out
    assert "proposed, holder, 0.95: Documents show Sergei Viktorovich Lavrin in this office" in out


def test_what_people_decide_is_kept(held: Path) -> None:
    id_ = rows(held, "people", "--person", "viktorovich")[0]["id"]
    judged = rows(held, "show", id_)["judgements"]
    (joined,) = (one["id"] for one in judged if "“Sergey Lavrin” and" in one["why"])
    assert run("--ledger", held, "reject", joined, "--by", "A. Reader").code == 0
    names = [row["name"] for row in rows(held, "people", "--party", "XA")]
    assert names == ["Anna Lavrin", "Sergei Viktorovich Lavrin", "Sergey Lavrin"]


def test_nobody_of_an_id_is_said_so(held: Path) -> None:
    done = run("--ledger", held, "show", "p-0000")
    assert (done.code, done.out) == (2, "")
    assert (
        done.err == "regesta: The ledger has no record, document, meeting or person 'p-0000';"
        " the lists print the ids.\n"
    )
    several = run("--ledger", held, "show", "p-")
    assert several.code == 2
    assert "'p-' fits several persons: p-" in several.err
