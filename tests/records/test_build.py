"""One document from end to end: cited, repeatable, and never broken by odd text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.export.record import records as exported
from regesta.model.records import Records
from regesta.model.span import Span
from tests.records.make import LEAD, read, statements

READOUT = f"""Foreign Ministers’ Meeting

Port Sele, May 4

{LEAD} The meeting lasted for one hour.

1. Ferry line

The two ministers discussed the ferry and agreed to open it in June.
Minister Daro urged Brevonia to send divers.

2. Kestrel Shoals

Minister Stromsen stressed that the Outer Teeth are part of Brevonia. The lamps were lit.
"""
SECONDS = 5.0


def spans(found: Records) -> list[Span]:
    """The place of every record."""
    meetings = [span for m in found.meetings for span in (m.span, *m.also)]
    said = [s.span for s in found.statements] + [t.span for t in found.terms]
    spoken = [c.span for c in found.commitments] + [r.span for r in found.requests]
    return meetings + said + spoken + [u.span for u in found.unread]


def test_a_readout_from_end_to_end() -> None:
    found = read(READOUT).records
    assert [
        (m.format, m.status, m.when, m.duration_minutes, m.parties) for m in found.meetings if m.main
    ] == [("foreign_ministers", "held", "2031-05-04", 60, ("XA", "XB"))]
    assert [(s.verb, s.act, s.section) for s in found.statements] == [
        ("discussed", "discuss", "Ferry line"),
        ("agreed", "agree", "Ferry line"),
        ("urged", "urge", "Ferry line"),
        ("stressed", "convey_position", "Kestrel Shoals"),
    ]
    assert [(c.who, c.strength, c.due) for c in found.commitments] == [(("XA", "XB"), 4, "2031-06")]
    assert [(r.act, r.what, r.statement_id) for r in found.requests] == [
        ("urge", "to send divers", found.statements[2].id)
    ]
    assert [(t.label, t.concept) for t in found.terms] == [("the Outer Teeth", "kestrel_shoals")]
    assert "The lamps were lit." in [u.span.of(READOUT) for u in found.unread]


def test_the_content_of_a_statement_follows_its_verb() -> None:
    found = read(READOUT).records.statements
    contents = [s.content.of(READOUT) for s in found if s.content is not None]
    assert contents[0] == "the ferry"
    assert contents[2] == "Brevonia to send divers."


def test_the_same_input_gives_the_same_records_and_ids() -> None:
    assert read(READOUT).records == read(READOUT).records


def test_another_text_gives_other_ids() -> None:
    one, two = read(READOUT).records, read(READOUT + "\nA postscript.").records
    assert {s.id for s in one.statements}.isdisjoint(s.id for s in two.statements)


def test_no_id_stands_twice() -> None:
    found = read(f"{READOUT}\n{LEAD}\n\nMinister Daro welcomed and welcomed the pier.").records
    ids = (
        [r.id for r in found.statements] + [m.id for m in found.meetings] + [c.id for c in found.commitments]
    )
    assert len(ids) == len(set(ids))


def test_the_parties_of_a_meeting_stand_in_order_of_code() -> None:
    text = (
        "On May 4 Foreign Minister Edda Stromsen of Brevonia met with Foreign Minister Wen Daro of Arvania."
    )
    assert read(text).records.meetings[0].parties == ("XA", "XB")


ODD = {
    "a full stop": ".",
    "control characters": f"{LEAD}\x07\x1b[31m Minister Daro\x0c welcomed the pier.",
    "right to left": f"{LEAD}\n\n\u202eشكر الوزير\u202c Minister Daro welcomed the pier.",
    "commas": LEAD + "," * 100_000,
    "brackets": f"{LEAD} Minister Daro {'(' * 20_000}welcomed{')' * 20_000} the pier.",
    "open brackets": f"{LEAD} {'(Minister Daro welcomed ' * 2_000}",
    "a long word": f"{LEAD} Minister {'D' * 100_000} welcomed the pier.",
    "one name again and again": "Minister Daro and " * 5_000,
    "one verb again and again": "Minister Daro " + "agreed to " * 5_000,
    "capitals": "Ada Quill Orlen " * 5_000,
    "pronouns": "They " * 20_000,
    "short lines": "They agreed.\n" * 3_000,
    "bullets": "They agreed to:\n" + "- open a pier by June 3\n" * 1_500,
    "quotes": f"{LEAD} {'“' * 20_000}Minister Daro said.{'”' * 20_000}",
    "dates": "by June 3 " * 4_000,
    "combining marks": LEAD + "e" + "\u0301" * 20_000,
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_text_is_read_in_bounded_time_without_losing_the_place(text: str) -> None:
    started = time.process_time()
    reading = read(text)
    assert time.process_time() - started < SECONDS
    for span in spans(reading.records):
        assert 0 <= span.start < span.end <= len(reading.page.text)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=400))
def test_any_text_is_read_and_every_quote_is_its_text(text: str) -> None:
    reading = read(f"{LEAD}\n\n{text}")
    frozen = reading.page.text
    rows = exported(reading.records, frozen)
    for name in ("meetings", "statements", "commitments", "requests", "terms", "unread"):
        for row in rows[name]:
            start, end = row["span"]
            assert row["quote"] == frozen[start:end]


def test_a_programme_is_quoted_with_its_verb_and_a_report_without() -> None:
    announced = statements(
        "The two ministers will sign a treaty.",
        title="Minister Daro to visit Brevonia",
        published="2031-05-01",
    )
    assert [s.content for s in announced if s.act == "announce"] == [None]
    (told,) = statements("Minister Daro welcomed the treaty.")
    assert told.content is not None


def test_a_state_behind_the_town_of_the_date_line_is_the_country_of_the_meeting() -> None:
    text = (
        "Arvanian-Brevonian talks\nMay 4, 2031, 11:45\nVessring, Brevonia\n\n"
        "Foreign Minister Wen Daro had a meeting with Foreign Minister Edda Stromsen of Brevonia.\n"
    )
    (found,) = read(text, title=None).records.meetings
    assert (found.place, found.country) == ("Vessring", "XB")
