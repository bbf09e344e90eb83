"""The register, entry by entry."""

from __future__ import annotations

from dataclasses import replace

import pytest

from regesta.ledger import Ledger
from regesta.model.records import Actor, Meeting, Records, Request, Statement
from regesta.model.span import Span
from regesta.query import Filters, RegisterRow, register
from regesta.query.abstract import of_meeting, of_request, of_statement, ordinal, place_of
from tests.ledger.readings import BREVIA, RETH, TARN, TEXT, at, document, full_reading, reading, records


def _lines(rows: list[RegisterRow]) -> list[str]:
    return [f"{'  ' * row.level}{row.place}, {row.date}. {row.abstract}" for row in rows]


def test_a_meeting_heads_what_was_said_and_promised_at_it(ledger: Ledger) -> None:
    ledger.add(full_reading(), now="t")
    rows = register(ledger)
    assert _lines(rows) == [
        "Vasterhame, XB, 3 March 2021. The foreign ministers of XA (Odile Tarn) and XB (Pavo Reth) hold their"
        " second meeting for 90 minutes.",
        "  Vasterhame, XB, 3 March 2021. XA (Odile Tarn) again urges XB: “to open the Low Pass”",
        "  Vasterhame, XB, 3 March 2021. XA (Odile Tarn) and XB (Pavo Reth) agree:"
        " “to set up a customs desk by the end of 2021.”",
        "  Vasterhame, XB, 3 March 2021. XA and XB undertake, due 31 December 2021: “set up a customs desk”",
        "  Vasterhame, XB, 3 March 2021. XA (Odile Tarn) explains:"
        " “the position of Arlund on the Gull Islets.”",
    ]
    assert {row.published_by for row in rows} == {"XA"}
    assert rows[0].citation.endswith(f"para. 1, https://mfa.example/4, sha256:{rows[0].document.sha256[:12]}")
    assert all(row.quote == row.span.of(TEXT) for row in rows)


def test_entries_stand_in_order_of_date_with_the_undated_last(ledger: Ledger) -> None:
    for text, published in (("C.\n", "2022-05-01"), ("A.\n", None), ("B.\n", "2019"), ("D.\n", "XXXX-01-02")):
        ledger.add(reading(text, url=None, published=published), now="t")
    rows = register(ledger)
    assert [row.date for row in rows[:2]] == ["2019", "1 May 2022"]
    assert {row.date for row in rows[2:]} == {"[date unknown]", "2 January [year unknown]"}
    assert rows[0].abstract == "XA publishes a readout: “B.”"
    assert "n.d." in next(row.citation for row in rows if row.date == "[date unknown]")


@pytest.mark.parametrize(
    ("filters", "kinds"),
    [
        (Filters(act="urge"), ["meeting", "request"]),
        (Filters(status="held"), ["meeting", "request", "statement", "commitment", "statement"]),
        (Filters(status="planned"), []),
        (Filters(status="open"), ["meeting", "request", "commitment"]),
        (Filters(person="reth"), ["meeting", "statement"]),
        (Filters(since="2021-03-04"), []),
        (Filters(party="XB", until="2021"), ["meeting", "request", "statement", "commitment"]),
        (Filters(topic="islets"), []),
    ],
)
def test_filters_keep_the_heads_of_what_fits(ledger: Ledger, filters: Filters, kinds: list[str]) -> None:
    ledger.add(full_reading(), now="t")
    assert [row.kind for row in register(ledger, filters)] == kinds


def test_what_stands_in_a_document_without_a_meeting_stands_under_the_document(ledger: Ledger) -> None:
    alone = replace(records(), meetings=(), commitments=())
    ledger.add(reading(TEXT, alone, kind="statement"), now="t")
    rows = register(ledger, Filters(act="explain"))
    assert [row.kind for row in rows] == ["document", "statement"]
    assert rows[1].date == "4 March 2021"


def _meeting(**known: object) -> Meeting:
    met = replace(records().meetings[0], ordinal_total=None, duration_minutes=None)
    return replace(met, **known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("known", "abstract"),
    [
        (
            {"status": "planned"},
            "The foreign ministers of XA (Odile Tarn) and XB (Pavo Reth) plan to hold a meeting.",
        ),
        (
            {"status": "referenced", "format": "summit", "medium": "phone", "participants": (TARN,),
             "main": False},
            "The leaders of XA (Odile Tarn) and [other party unknown] hold a telephone call [mentioned].",
        ),
        (
            {"format": "visit", "participants": (RETH,), "main": False, "ordinal_total": 3},
            "A visit of XB (Pavo Reth) takes place (the third in total).",
        ),
        (
            {"format": "forum", "participants": (), "parties": (), "status": "referenced", "main": False},
            "A gathering, “the Reef Forum”, takes place [parties unknown] [mentioned].",
        ),
        (
            {"format": "committee", "participants": (), "round": 27, "occasion": "the Salt Fair"},
            "The joint body of XA and XB holds the 27th round of its sessions,"
            " on the occasion of “the Salt Fair”.",
        ),
        (
            {"status": "not_held", "participants": (Actor("person", "Ada Quill", None), TARN), "main": False},
            "The foreign ministers of XA (Odile Tarn) and [party unknown] (Ada Quill) do not hold a meeting.",
        ),
    ],
)  # fmt: skip
def test_meetings_in_words(known: dict[str, object], abstract: str) -> None:
    assert of_meeting(_meeting(**known), document(TEXT), "the Reef Forum") == abstract


def test_places_in_words() -> None:
    assert place_of(_meeting(place=None)) == "[place unknown], XB"
    assert place_of(_meeting(place=None, country=None)) == "[place unknown]"
    assert place_of(_meeting(medium="video")) == "by video link"


def _statement(**known: object) -> Statement:
    return replace(records().statements[0], content=None, **known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("known", "abstract"),
    [
        ({"negated": True}, "XA (Odile Tarn) does not urge XB: “…”"),
        ({"act": "welcome"}, "XA (Odile Tarn) welcomes, addressing XB: “…”"),
        ({"actors": (), "addressee": None, "act": "announce"}, "XA announces: “…”"),
        ({"actors": (RETH, BREVIA, TARN), "act": "discuss", "addressee": None},
         "XA (Odile Tarn) and XB (Pavo Reth) discuss: “…”"),
        ({"actors": (Actor("party", "the Coast Union", None),), "addressee": None},
         "[party unknown] (the Coast Union) urges: “…”"),
    ],
)  # fmt: skip
def test_statements_in_words(known: dict[str, object], abstract: str) -> None:
    assert of_statement(_statement(**known), document(TEXT), "…") == abstract


def test_of_what_runs_on_in_later_sentences_the_first_is_told() -> None:
    said = records().statements[0]
    assert said.content is not None
    going_on = replace(said, content=Span(said.content.start, said.span.end + 40))
    told = of_statement(going_on, document(TEXT), said.span.of(TEXT))
    assert told == "XA (Odile Tarn) urges XB: “Brevia to open the Low Pass.”"


def _request(**known: object) -> Request:
    return replace(records().requests[0], **known)  # type: ignore[arg-type]


ALL_PARTIES = Actor("party", "all parties", None, None, "unresolved")


@pytest.mark.parametrize(
    ("known", "abstract"),
    [
        ({}, "XA (Odile Tarn) again urges XB: “to open the Low Pass”"),
        ({"act": "request", "of": (RETH,)},
         "XA (Odile Tarn) again requests of XB (Pavo Reth): “to open the Low Pass”"),
        ({"act": "request", "of": (), "again": False}, "XA (Odile Tarn) requests: “to open the Low Pass”"),
        ({"who": (), "of": (), "act": "propose", "again": False},
         "[party unknown] proposes: “to open the Low Pass”"),
        ({"who": (RETH, TARN), "of": (ALL_PARTIES,), "again": False},
         "XA (Odile Tarn) and XB (Pavo Reth) urge [party unknown] (all parties): “to open the Low Pass”"),
        ({"again": False, "negated": True}, "XA (Odile Tarn) does not urge XB: “to open the Low Pass”"),
        ({"again": False, "due": "2021-05", "due_basis": "stated"},
         "XA (Odile Tarn) urges XB, due May 2021: “to open the Low Pass”"),
    ],
)  # fmt: skip
def test_requests_in_words(known: dict[str, object], abstract: str) -> None:
    assert of_request(_request(**known)) == abstract


def test_a_statement_without_its_request_stands_for_itself(ledger: Ledger) -> None:
    ledger.add(reading(TEXT, replace(records(), requests=())), now="t")
    assert [row.id for row in register(ledger, Filters(act="urge"))] == ["m-1", "s-1"]


def test_counts_in_words() -> None:
    assert [ordinal(number) for number in (1, 9, 20, 21, 22, 23, 111, 112)] == [
        "first", "ninth", "twentieth", "21st", "22nd", "23rd", "111th", "112th",
    ]  # fmt: skip


def test_a_record_belongs_to_the_main_meeting_before_it(ledger: Ledger) -> None:
    second = replace(records().meetings[0], id="m-2", span=at(TEXT, "The two ministers"))
    both = Records(meetings=(records().meetings[0], second), statements=records().statements)
    ledger.add(reading(TEXT, both), now="t")
    assert [(row.kind, row.id) for row in register(ledger)] == [
        ("meeting", "m-1"), ("statement", "s-1"),
        ("meeting", "m-2"), ("statement", "s-2"), ("statement", "s-3"),
    ]  # fmt: skip
