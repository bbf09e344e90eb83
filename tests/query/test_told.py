"""The chosen meetings with what tells of them, and the persons behind names."""

from __future__ import annotations

from dataclasses import replace

from regesta.ledger import Ledger
from regesta.model.finding import Place
from regesta.query import Filters, choice
from regesta.query.bearing import Named, bearers_of, persons
from regesta.query.told import ToldMeeting, told_meetings
from regesta.work.linking import link
from tests.ledger.readings import TEXT, at, full_reading, reading

NOW = "2031-06-01T00:00:00Z"
OTHER = "On 3 March 2021, Foreign Minister Odile Tarn met Foreign Minister Pavo Reth in Vasterhame.\n"


def told(ledger: Ledger, **filters: str) -> list[ToldMeeting]:
    link(ledger, now=NOW)
    with choice(ledger, Filters(**filters)) as chosen:
        return list(told_meetings(chosen))


def two(ledger: Ledger) -> None:
    """The accounts of both sides of one meeting; the second says neither how long nor where it was."""
    ledger.add(full_reading(), now=NOW)
    [met] = full_reading().records.meetings
    bare = replace(met, span=at(OTHER, OTHER.strip()), also=(), main=False, duration_minutes=None, parts=())
    found = replace(type(full_reading().records)(), meetings=(bare,))
    other = reading(
        OTHER, found, file="reth.txt", url="https://foreign.example/7", side="XB", counterpart="XA"
    )
    ledger.add(other, now=NOW)


def test_a_meeting_has_the_records_of_all_documents(ledger: Ledger) -> None:
    two(ledger)
    [met] = told(ledger)
    assert {row.document.side for row in met.rows} == {"XA", "XB"}
    assert met.best.document.side == "XA", "its document is about the meeting"
    assert (met.whole.record.when, met.whole.record.place) == ("2021-03-03", "Vasterhame")
    assert all(row.quote in (TEXT, OTHER)[row.document.side == "XB"] for row in met.rows)


def test_filters_leave_the_records_of_chosen_documents(ledger: Ledger) -> None:
    two(ledger)
    [met] = told(ledger, document="reth.txt")
    assert [row.document.side for row in met.rows] == ["XB"]
    assert told(ledger, party="XC") == []


def test_a_meeting_that_is_only_an_occasion_has_the_words_that_name_it(ledger: Ledger) -> None:
    two(ledger)
    [met] = told(ledger)
    row = met.rows[0]
    span = at(TEXT, "Vasterhame")
    named = Place(row.document.id, span, "Vasterhame")
    joined = replace(met.joined, id="g-1", places=(named,), format="forum", parties=(), place=None)
    whole = ToldMeeting(joined, (), (row,)).whole
    assert (whole.quote, whole.span, whole.document) == ("Vasterhame", span, row.document)
    assert (whole.record.id, whole.record.format, whole.record.participants) == ("g-1", "forum", ())
    assert whole.record.occasion is None and whole.record.place is None


def test_names_lead_to_persons(ledger: Ledger) -> None:
    added = ledger.add(full_reading(), now=NOW)
    link(ledger, now=NOW)
    tarn = Named(added.document_id, "XA", "Odile Tarn")
    nobody = Named(added.document_id, None, "Nobody At All")
    with choice(ledger) as chosen:
        known = bearers_of(chosen.connection, {tarn, nobody})
        [person] = persons(chosen.connection, set(known.values()))
    assert set(known) == {tarn}
    assert (person.name, person.country) == ("Odile Tarn", "XA")
    assert [office.office for office in person.offices] == ["Foreign Minister"]
