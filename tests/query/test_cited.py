"""Chosen documents with every record quoted, cited and placed."""

from __future__ import annotations

from regesta.ledger import Ledger
from regesta.query import choice, cited_documents, statements
from regesta.query.cited import ref
from regesta.query.filters import Filters
from regesta.work.linking import link
from tests.ledger.readings import full_reading

NOW = "2031-06-01T00:00:00Z"


def test_records_are_quoted_and_cited_as_in_the_lists(ledger: Ledger) -> None:
    ledger.add(full_reading(), now=NOW)
    link(ledger, now=NOW)
    with choice(ledger) as chosen:
        [one] = cited_documents(chosen)
    assert [row.kind for row in one.rows].count("statement") == 3
    assert all(row.quote == one.document.text[row.span.start : row.span.end] != "" for row in one.rows)
    listed = {row.id: (row.quote, row.citation, row.content) for row in statements(ledger)}
    mine = [row for row in one.rows if row.kind == "statement"]
    assert {row.id: (row.quote, row.citation, row.content) for row in mine} == listed
    assert one.places[ref(mine[0])] == "section 1, para. 1"


def test_they_stand_in_the_order_of_their_words_and_promises_have_a_status(ledger: Ledger) -> None:
    ledger.add(full_reading(), now=NOW)
    link(ledger, now=NOW)
    with choice(ledger) as chosen:
        [one] = cited_documents(chosen)
    assert [row.span for row in one.rows] == sorted(row.span for row in one.rows)
    [promise] = [row for row in one.rows if row.kind == "commitment"]
    last = one.last(promise)
    assert one.status(promise) == "open" and last is not None and last.start == "2021-03-04"


def test_filters_choose_records(ledger: Ledger) -> None:
    ledger.add(full_reading(), now=NOW)
    with choice(ledger, Filters(act="explain")) as chosen:
        [one] = cited_documents(chosen)
    assert [row.id for row in one.rows] == ["s-3"]
