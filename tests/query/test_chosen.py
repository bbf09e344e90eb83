"""What the filters of an export choose: whole documents by what they are or hold, records by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from regesta.ledger import Ledger
from regesta.model.finding import RegestaError
from regesta.model.judgement import Ref
from regesta.query import (
    Filters,
    choice,
    chosen,
    chosen_documents,
    chosen_meetings,
    chosen_rows,
    readings,
)
from regesta.work.linking import link
from tests.ledger.readings import full_reading
from tests.resolve.papers import read

HALDEN = read(
    "On 20 July 2031, Foreign Minister Oto Lind of Arvania met Foreign Minister Rada Oyelu of Brevonia in"
    " Halden. Minister Lind requested Brevonia to open the Skerrow bridge. Both ministers agreed to set up a"
    " customs desk by the end of September 2031.\n",
    "2031-07-20",
)
TOLD_BY_BOTH = read(
    "Foreign Minister Rada Oyelu held talks with Foreign Minister Oto Lind of Arvania in Halden on 20 July"
    " 2031. Minister Oyelu thanked Minister Lind for the ferry.\n",
    "2031-07-21",
    "XB",
)
OPENED = read(
    "On 3 September 2031, Foreign Minister Oto Lind of Arvania held a telephone call with Foreign Minister"
    " Rada Oyelu of Brevonia. The ministers welcomed the opening of the customs desk.\n",
    "2031-09-03",
)
ALL = (HALDEN, TOLD_BY_BOTH, OPENED)


@pytest.fixture
def held(path: Path) -> Iterator[Ledger]:
    with Ledger.open(path, create=True) as ledger:
        for one in ALL:
            ledger.add(one, now="t")
        link(ledger, now="t")
        yield ledger


def days(ledger: Ledger, filters: Filters) -> list[str]:
    return [(row.published or "")[5:] for row in chosen_documents(ledger, filters)]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(), ["07-20", "07-21", "09-03"]),
        (Filters(act="request"), ["07-20"]),
        (Filters(act="APPRECIATE"), ["07-21", "09-03"]),
        (Filters(act="reject"), []),
        (Filters(party="xb"), ["07-20", "07-21", "09-03"]),
        (Filters(party="XC"), []),
        (Filters(person="Oyelu", act="thank"), ["07-21"]),
        (Filters(person="Lind", act="thank"), ["07-21"]),  # he was thanked
        (Filters(person="Nobody"), []),
        (Filters(since="2031-07-21"), ["07-21", "09-03"]),
        (Filters(since="2031-07-21", until="2031-08"), ["07-21"]),
        (Filters(between="XB-XA", until="2031-07-20"), ["07-20"]),
        (Filters(between="XA-XC"), []),
        (Filters(status="held"), ["07-20", "07-21", "09-03"]),
    ],
)
def test_a_document_is_chosen_by_what_it_is_and_by_one_of_its_records(
    held: Ledger, filters: Filters, found: list[str]
) -> None:
    assert days(held, filters) == found
    assert [(row.published or "")[5:] for row, _ in chosen(held, filters)] == found


def test_days_are_asked_of_documents_and_not_of_what_they_tell(held: Ledger) -> None:
    """The readout of 21 July tells of a meeting on the 20th; it is not cut."""
    [(row, records)] = chosen(held, Filters(since="2031-07-21", until="2031-08"))
    assert row.published == "2031-07-21"
    assert [one.when for one in records.meetings] == ["2031-07-20"]


def test_of_a_chosen_document_the_records_that_meet_the_filters_stand_alone(held: Ledger) -> None:
    [(row, records)] = chosen(held, Filters(act="request"))
    assert [one.act for one in records.statements] == ["request"]
    assert [one.act for one in records.requests] == ["request"]
    assert (records.meetings, records.commitments, records.terms, records.unread) == ((), (), (), ())
    assert row.text == HALDEN.page.text


def test_filters_of_records_meet_in_one_record(held: Ledger) -> None:
    """The document holds a request, and Brevonia's minister, but does not have her request anything."""
    assert days(held, Filters(act="request", person="Lind")) == ["07-20"]
    assert days(held, Filters(act="request", person="Oyelu")) == []


def test_a_status_is_what_came_of_a_promise(held: Ledger) -> None:
    [promise] = [row for row in chosen_rows(held, "commitment") if row.document.published == "2031-07-20"]
    assert promise.status not in (None, "open")
    assert days(held, Filters(status=promise.status)) == ["07-20"]
    [(_, records)] = chosen(held, Filters(status=promise.status))
    assert [one.id for one in records.commitments] == [promise.id]


def test_nothing_is_lost_where_nothing_is_asked(held: Ledger) -> None:
    whole = {row.id: records for row, records in readings(held)}
    for row, records in chosen(held):
        for kind in ("meetings", "statements", "commitments", "requests", "terms", "repeated", "unread"):
            assert getattr(records, kind) == getattr(whole[row.id], kind)


def test_rows_are_quoted_and_cited(held: Ledger) -> None:
    for row in chosen_rows(held, "statement", Filters(act="APPRECIATE")):
        assert row.quote
        assert f"sha256:{row.document.sha256[:12]}" in row.citation
        assert row.record.act in {"thank", "welcome"}


def test_a_meeting_across_documents_comes_with_the_mentions_that_are_chosen(held: Ledger) -> None:
    met, _call = chosen_meetings(held)
    assert len({ref.document for ref in met.mentions}) == 2
    [narrowed] = chosen_meetings(held, Filters(since="2031-07-21", until="2031-08"))
    assert narrowed.joined == met.joined
    assert {ref.document for ref in narrowed.mentions} < {ref.document for ref in met.mentions}
    assert list(chosen_meetings(held, Filters(act="request"))) == []


def test_what_holds_across_documents_comes_with_each_document(held: Ledger) -> None:
    with choice(held) as found:
        first = next(found.readings())
        assert found.as_of == "2031-09-03"
    [meeting] = first.records.meetings
    [promise] = first.records.commitments
    assert first.joined[meeting.id].startswith("g-")
    assert first.filed["commitment", promise.id].latest == "2031-09-30"
    followed = first.followed[Ref(first.document.id, "commitment", promise.id)]
    assert all(step.start <= "2031-09-03" for step in followed.history)


def test_unread_sentences_go_with_a_party_and_with_nothing_else(ledger: Ledger) -> None:
    ledger.add(full_reading(), now="t")
    [(_, by_party)] = chosen(ledger, Filters(party="XA"))
    [(_, by_topic)] = chosen(ledger, Filters(topic="trade"))
    assert (len(by_party.unread), len(by_topic.unread)) == (1, 0)


@pytest.mark.parametrize("filters", [Filters(act="dance"), Filters(status="late"), Filters(since="soon")])
def test_what_cannot_be_asked_is_refused(held: Ledger, filters: Filters) -> None:
    with pytest.raises(RegestaError):
        list(chosen(held, filters))
