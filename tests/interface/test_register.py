"""What a program asks a ledger by ``regesta.open``."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

import regesta
from regesta.ledger import Ledger
from regesta.query import AnyRow
from tests.resolve.papers import read as paper


def test_every_row_has_its_words_and_a_citation(register: regesta.Register) -> None:
    rows: list[AnyRow] = [
        *register.statements(),
        *register.commitments(),
        *register.requests(),
        *register.terms(),
    ]
    assert len(rows) > 100
    for row in rows:
        document = register.document(row.document.id)
        assert document is not None
        assert row.quote == row.span.of(document.text)
        assert row.document.sha256[:12] in row.citation


def test_rows_are_frozen(register: regesta.Register) -> None:
    row = next(register.statements())
    with pytest.raises(FrozenInstanceError):
        row.quote = "something else"  # type: ignore[misc]


def test_what_a_side_said_on_a_topic(register: regesta.Register) -> None:
    topics = [topic for row in register.statements() for topic in row.record.topics]
    topic = max(set(topics), key=topics.count)
    said = list(register.statements(topic=topic, side="XA"))
    assert said
    assert all(topic in row.record.topics for row in said)
    assert all("XA" in {actor.country for actor in row.record.actors} for row in said)
    both = list(register.statements(topic=topic))
    assert len(said) < len(both)
    assert [row.earliest or "9999" for row in both] == sorted(row.earliest or "9999" for row in both)


def test_a_meeting_is_one_row_and_its_accounts_are_compared(register: regesta.Register) -> None:
    told = [row for row in register.meetings(parties=("XA", "XB")) if len(row.tellers) > 1]
    found = [one for row in told for one in register.compare(row)]
    assert found
    assert {side.label for side in found[0].sides} == {"XA", "XB"}
    assert any(one.differences for one in found)
    assert register.compare(found[0].meeting or "") == register.compare(told[0])


def test_promises_as_of_a_day_know_nothing_later(register: regesta.Register) -> None:
    now = {row.id: row.status for row in register.commitments()}
    then = {row.id: row.status for row in register.commitments(as_of="2023-12-31")}
    assert 0 < len(then) < len(now)
    assert any(now[id_] != status for id_, status in then.items())


def test_words_are_found_in_context(register: regesta.Register) -> None:
    hits = list(register.search("ferry"))
    assert hits
    assert all("ferr" in hit.quote.lower() for hit in hits)
    assert list(register.search("unheardof")) == []


def test_whatever_is_answered_can_be_cited(register: regesta.Register) -> None:
    answers = [
        next(register.statements()), next(register.meetings()), next(register.people()),
        next(register.search("ferry")), next(register.findings()).cited[0], register.register()[0],
    ]  # fmt: skip
    for one in answers:
        cited = register.cite(one)
        assert cited.startswith("“")
        assert "sha256:" in cited
    document = next(register.documents())
    assert register.cite(document) == document.citation
    made = json.loads(register.cite(answers[0], "annotation"))
    assert made["target"]["selector"]
    assert register.cite(document, "bibtex").startswith("@misc{")
    assert register.cite(document, "ris").startswith("TY  - ")
    assert json.loads(register.cite(document, "csl"))[0]["publisher"] == document.publisher


@pytest.mark.parametrize("nothing", ["words", 3, None])
def test_what_is_no_answer_cannot_be_cited(register: regesta.Register, nothing: object) -> None:
    with pytest.raises(regesta.RegestaError, match="cannot be cited"):
        register.cite(nothing)


def test_a_form_of_citation_that_is_none_is_refused(register: regesta.Register) -> None:
    with pytest.raises(regesta.RegestaError, match="no form of citation"):
        register.cite(next(register.documents()), "mla")  # type: ignore[arg-type]


def test_filters_that_are_none_are_refused(register: regesta.Register) -> None:
    with pytest.raises(regesta.RegestaError):
        list(register.statements(act="dance"))
    with pytest.raises(TypeError):
        list(register.statements(colour="red"))  # type: ignore[call-arg]


def test_findings_are_those_of_the_checks(register: regesta.Register) -> None:
    rows = list(register.findings(levels=("conflict", "open", "note")))
    codes = {row.finding.code for row in rows}
    assert codes
    [code, *_] = sorted(codes)
    assert {
        row.finding.code for row in register.findings(code=code, levels=("conflict", "open", "note"))
    } == {code}


def test_people_and_terms(register: regesta.Register) -> None:
    assert all(line.country == "XA" for line in register.people(country="XA"))
    concepts = {row.record.concept for row in register.terms()}
    [concept, *_] = sorted(concepts)
    named = list(register.terms(concept=concept))
    assert {row.record.concept for row in named} == {concept}
    assert len(named) == sum(row.record.concept == concept for row in register.terms())


def test_what_came_since_is_taken_in_when_it_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    with Ledger.open(path, create=True) as ledger:
        ledger.add(
            paper(
                "On 3 May 2031, Foreign Minister Oto Lind met Foreign Minister Rada Oyelu in Halden.\n",
                "2031-05-03",
            ),
            now="t",
        )
    with regesta.open(path) as register:
        [met] = register.meetings()
        assert met.joined.dated.when == "2031-05-03"


def test_there_has_to_be_a_ledger(tmp_path: Path) -> None:
    with pytest.raises(regesta.RegestaError, match="There is no ledger"):
        regesta.open(tmp_path / "none.db")
    assert list(tmp_path.iterdir()) == []
