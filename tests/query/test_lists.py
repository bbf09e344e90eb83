"""The lists, their filters, and what every row carries."""

from __future__ import annotations

from dataclasses import replace

import pytest

from regesta.ledger import Ledger
from regesta.model.finding import RegestaError
from regesta.model.records import Records
from regesta.model.span import Span
from regesta.query import (
    Filters,
    commitments,
    document,
    documents,
    meetings,
    record,
    repeats,
    requests,
    shares,
    statements,
    terms,
    unread,
)
from tests.ledger.readings import TEXT, full_reading, reading, records

LISTS = (meetings, statements, commitments, terms, unread, repeats, requests)


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    ledger.add(full_reading(), now="t")
    return ledger


def test_every_row_carries_its_document_words_and_citation(filled: Ledger) -> None:
    for ask in LISTS:
        rows = ask(filled)
        assert rows, ask
        for row in rows:
            assert row.quote == row.span.of(TEXT)
            assert row.document.title == "Second Meeting of the Foreign Ministers of Arlund and Brevia"
            assert row.citation.startswith("Ministry of Foreign Affairs of Arlund, “Second Meeting")


def test_a_citation_names_section_paragraph_address_and_hash(filled: Ledger) -> None:
    row = statements(filled, Filters(act="agree"))[0]
    assert row.citation == (
        "Ministry of Foreign Affairs of Arlund,"
        " “Second Meeting of the Foreign Ministers of Arlund and Brevia”, readout, 4 March 2021,"
        f" section 1, para. 2, https://mfa.example/4, sha256:{row.document.sha256[:12]}"
    )


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(), [1, 3, 1, 1, 1, 1, 1]),
        (Filters(party="xb"), [1, 1, 1, 0, 1, 1, 1]),
        (Filters(party="XC"), [0, 0, 0, 0, 0, 0, 0]),
        (Filters(person="RETH, Pavo"), [1, 1, 0, 0, 0, 0, 0]),
        (Filters(person="Odile"), [1, 3, 0, 0, 0, 0, 1]),
        (Filters(person="Odile Reth"), [0, 0, 0, 0, 0, 0, 0]),
        (Filters(person="Odi"), [0, 0, 0, 0, 0, 0, 0]),
        (Filters(topic="trade"), [1, 3, 1, 0, 0, 0, 1]),
        (Filters(topic="islets"), [0, 0, 0, 1, 0, 0, 0]),
        (Filters(since="2021-12"), [0, 0, 1, 0, 0, 0, 0]),
        (Filters(since="2021-03-04", until="2021-03"), [0, 0, 0, 0, 1, 1, 0]),
        (Filters(until="2021-03-03"), [1, 3, 0, 1, 0, 0, 1]),
        (Filters(until="2020"), [0, 0, 0, 0, 0, 0, 0]),
        (Filters(act="urge"), [0, 1, 0, 0, 0, 0, 1]),
        (Filters(act="STATE"), [0, 1, 0, 0, 0, 0, 0]),
        (Filters(status="held"), [1, 0, 0, 0, 0, 0, 0]),
        (Filters(status="open"), [0, 0, 1, 0, 0, 0, 1]),
        (Filters(status="done"), [0, 0, 0, 0, 0, 0, 0]),
        (Filters(publisher="foreign ARLUND"), [1, 3, 1, 1, 1, 1, 1]),
        (Filters(publisher="Brevia"), [0, 0, 0, 0, 0, 0, 0]),
        (Filters(document="tarn-reth.txt"), [1, 3, 1, 1, 1, 1, 1]),
        (Filters(document="https://mfa.example/4"), [1, 3, 1, 1, 1, 1, 1]),
        (Filters(document="other.txt"), [0, 0, 0, 0, 0, 0, 0]),
    ],
)
def test_filters_narrow(filled: Ledger, filters: Filters, found: list[int]) -> None:
    assert [len(ask(filled, filters)) for ask in LISTS] == found


@pytest.mark.parametrize("filters", [Filters(act="mumble"), Filters(status="lost"), Filters(since="May")])
def test_what_cannot_be_asked_is_said_in_a_sentence(filled: Ledger, filters: Filters) -> None:
    with pytest.raises(RegestaError):
        meetings(filled, filters)


def test_names_are_matched_without_accents(ledger: Ledger) -> None:
    met = records().meetings[0]
    named = replace(met, participants=(replace(met.participants[0], name="Zoë Łärn"),))
    ledger.add(reading(TEXT, Records(meetings=(named,))), now="t")
    assert len(meetings(ledger, Filters(person="zoe"))) == 1


def test_signs_of_a_pattern_are_plain_words(filled: Ledger) -> None:
    for name in ("%", "_", "d-%", "tarn%"):
        assert document(filled, name) is None
        assert statements(filled, Filters(document=name)) == []
    assert statements(filled, Filters(person="%")) == []


def test_a_superseded_version_speaks_only_when_named(filled: Ledger) -> None:
    old = documents(filled)[0].id
    filled.add(reading(TEXT + "Corrected.\n", Records()), now="t")
    assert statements(filled) == []
    assert len(statements(filled, Filters(document=old))) == 3
    found = record(filled, "s-1")
    assert found is not None
    assert (found.document.id, found.document.current) == (old, False)


def test_a_record_is_found_by_the_beginning_of_its_id(filled: Ledger) -> None:
    found = record(filled, "m")
    assert found is not None
    assert (found.kind, found.id, found.status) == ("meeting", "m-1", "held")
    assert record(filled, "nothing") is None
    with pytest.raises(RegestaError, match="fits several records"):
        record(filled, "s-")


def test_a_document_is_found_by_id_hash_name_and_address(filled: Ledger) -> None:
    [row] = documents(filled)
    assert row.text == ""
    for name in (row.id, row.id[:6], row.sha256[:8], "tarn-reth.txt", "https://mfa.example/4"):
        found = document(filled, name)
        assert found is not None, name
        assert found.text == TEXT
    assert document(filled, "d") is None


def test_one_name_of_two_documents_is_not_settled_by_chance(filled: Ledger) -> None:
    filled.add(reading("Another text.\n", url="u"), now="t")
    with pytest.raises(RegestaError, match="fits several documents"):
        document(filled, "tarn-reth.txt")


def test_the_shares_count_every_sentence_once(filled: Ledger) -> None:
    filled.add(reading("Wind.\n", url="u", publisher=None), now="t")
    known, unknown = shares(filled)
    assert (known.sentences, known.record, known.furniture, known.repeated, known.unread) == (7, 4, 1, 1, 1)
    assert known.share("record") == 4 / 7
    assert (unknown.publisher, unknown.documents, unknown.share("unread")) == (None, 1, 0.0)


def test_an_undated_record_is_filed_under_its_document(ledger: Ledger) -> None:
    met = replace(records().meetings[0], when="XXXX-03-03")
    ledger.add(reading(TEXT, replace(records(), meetings=(met,))), now="t")
    [row] = meetings(ledger)
    assert (row.earliest, row.record.when) == ("2021-03-04", "XXXX-03-03")


def test_what_an_announcement_says_is_filed_on_its_day(ledger: Ledger) -> None:
    ledger.add(full_reading(kind="announcement", published="2021-02-20"), now="t")
    assert {row.earliest for row in statements(ledger)} == {"2021-02-20"}
    assert {row.earliest for row in meetings(ledger)} == {"2021-03-03"}


def test_a_statement_has_its_content_in_words(filled: Ledger) -> None:
    said = records().statements[0]
    assert statements(filled)[0].content == "Brevia to open the Low Pass."
    assert commitments(filled)[0].content is None
    assert said.content is not None
    going_on = replace(said, content=Span(said.content.start, TEXT.index("desk")))
    filled.add(reading(f"{TEXT}More.\n", Records(statements=(going_on,)), url="u", file="u"), now="t")
    assert (
        statements(filled, Filters(document="u"))[0].content == TEXT[said.content.start : TEXT.index("desk")]
    )


def test_what_is_least_sure_stands_first_where_it_is_asked_for(filled: Ledger) -> None:
    sure = replace(records().statements[0], id="s-9", confidence=0.3)
    later = reading("Later.\n" + TEXT, Records(statements=(sure,)), url="u", published="2022-01-01")
    filled.add(later, now="t")
    assert [row.id for row in statements(filled)] == ["s-1", "s-2", "s-3", "s-9"]
    assert [row.id for row in statements(filled, order="confidence")] == ["s-9", "s-1", "s-2", "s-3"]
    assert [row.id for row in requests(filled, order="confidence")] == ["r-1"]
