"""A calendar: what was planned and what is due, read back by a second library that is strict."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event
from icalendar import Calendar as Written

from regesta.export import ics
from regesta.export.calendar_words import span_of
from regesta.export.forms import Source
from regesta.ledger import Ledger
from regesta.query import Filters
from regesta.query.learning import About
from tests.export.told import EDITED, NOW, told
from tests.resolve.papers import read


def written(ledger: Ledger, **filters: str) -> bytes:
    stream = BytesIO()
    count = ics.write(Source(ledger, NOW, Filters(**filters)), stream)
    assert count == stream.getvalue().count(b"BEGIN:VEVENT")
    return stream.getvalue()


def parsed(text: bytes) -> Calendar:
    return IcsCalendarStream.calendar_from_ics(text.decode())


def event(calendar: Calendar, words: str) -> Event:
    [found] = [one for one in calendar.events if words in (one.summary or "")]
    return found


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return told(tmp_path / "l.db")


def test_a_planned_meeting_has_its_time_where_its_zone_is_known(ledger: Ledger) -> None:
    one = event(parsed(written(ledger)), "plan to hold a meeting")
    assert one.dtstart == datetime(2031, 9, 20, 1, 30, tzinfo=UTC)
    assert (one.status, one.sequence, one.location) == ("TENTATIVE", 0, "Halden, XB")
    assert "It begins at 10:30 (+09:00, stated)." in (one.description or "")


def test_a_window_is_a_span_and_says_what_is_not_sure(ledger: Ledger) -> None:
    one = event(parsed(written(ledger)), "Skerrow bridge")
    assert (one.dtstart, one.dtend) == (date(2031, 8, 21), date(2031, 9, 1))
    assert "as written “in late August 2031”" in (one.description or "")
    assert "This is a window, not a day" in (one.description or "")
    assert "no evidence" in (one.description or "")


def test_what_was_put_off_is_cancelled_and_leads_to_what_took_its_place(ledger: Ledger) -> None:
    calendar = parsed(written(ledger))
    off, instead = (
        event(calendar, "does not take place"),
        event(calendar, "A visit of XB (Halvek) is planned"),
    )
    assert (off.status, instead.status) == ("CANCELLED", "TENTATIVE")
    assert (instead.dtstart, instead.dtend) == (date(2031, 11, 1), date(2031, 12, 1))
    [related] = off.related_to
    assert related.uid == instead.uid
    assert b"RELATED-TO;RELTYPE=NEXT:" in written(ledger)


def test_what_is_done_is_no_longer_due(ledger: Ledger) -> None:
    assert not any("ferry" in (one.summary or "") for one in parsed(written(ledger)).events)


def test_the_same_ledger_gives_the_same_bytes_and_both_libraries_read_the_same(ledger: Ledger) -> None:
    text = written(ledger)
    assert text == written(ledger)
    assert all(len(line) <= 75 for line in text.split(b"\r\n")) and b"\n" not in text.replace(b"\r\n", b"")
    mine = [(str(one["UID"]), one.DTSTART, str(one["SUMMARY"])) for one in Written.from_ical(text).events]
    theirs = [(one.uid, one.dtstart, one.summary) for one in parsed(text).events]
    assert mine == theirs
    assert len({uid for uid, _, _ in mine}) == len(mine) == 4


def test_uids_stay_and_the_count_grows_when_more_is_learnt(ledger: Ledger, tmp_path: Path) -> None:
    before = {one.summary: one.uid for one in parsed(written(ledger)).events}
    held = read(
        "Mr. Oto Lind, Minister for Foreign Affairs of Arvania, held a meeting with Ms. Rada Oyelu, Minister"
        " of Foreign Affairs of Brevonia, in Halden on September 20, 2031.\n",
        "2031-09-21",
    )
    more = ("2031-09-09T08:00:00+00:00", EDITED), ("2031-09-22T08:00:00+00:00", held)
    calendar = parsed(written(told(tmp_path / "again.db", *more)))
    one = event(calendar, "foreign ministers of XA (Oto Lind) and XB (Rada Oyelu) hold a meeting")
    assert one.uid == next(uid for summary, uid in before.items() if "plan to hold" in (summary or ""))
    assert (one.status, one.sequence) == ("CONFIRMED", 1)
    assert event(calendar, "Skerrow bridge").uid == next(
        uid for s, uid in before.items() if "Skerrow" in (s or "")
    )


def test_each_event_carries_its_words_for_programs(ledger: Ledger) -> None:
    for one in Written.from_ical(written(ledger)).events:
        cited = one["X-REGESTA-CITED"]
        first = cited[0] if isinstance(cited, list) else cited
        assert {"X-DOCUMENT", "X-SPAN", "X-SHA256"} <= set(first.params)
        start, end = map(int, first.params["X-SPAN"].split("-"))
        assert len(str(first)) == end - start


def test_a_zone_by_name_is_written_before_what_needs_it(tmp_path: Path) -> None:
    plan = read(
        "The Foreign Ministers’ Meeting between Arvania and Brevonia will be held in Tokyo on September 20,"
        " 2031 at 10:30 a.m. Foreign Minister Oto Lind will meet Foreign Minister Rada Oyelu of Brevonia.\n",
        "2031-07-16",
    )
    text = written(told(tmp_path / "tokyo.db", ("2031-09-09T08:00:00+00:00", plan)))
    [one] = [one for one in Written.from_ical(text).events if "Tokyo" in str(one.get("LOCATION"))]
    assert text.index(b"BEGIN:VTIMEZONE") < text.index(str(one["UID"]).encode())
    assert str(one.DTSTART) == "2031-09-20 10:30:00+09:00"
    assert any(str(e.dtstart) == "2031-09-20 10:30:00+09:00" for e in parsed(text).events)


@pytest.mark.parametrize(
    ("when", "basis", "days"),
    [
        ("2031-08-21/2031-08-31", "stated", ("2031-08-21", "2031-09-01")),
        ("2031-12-02", "sibling", ("2031-12-02", "2031-12-03")),
        ("../2031-08", "stated", ("2031-07-02", "2031-09-01")),
        ("2031-24", "stated", ("2031-12-01", "2032-03-01")),
    ],
)
def test_days_of_a_window(when: str, basis: str, days: tuple[str, str]) -> None:
    found = span_of(when, basis, None, "2031-07-02", "on the day of the text")
    assert found is not None
    assert (found.first.isoformat(), found.end.isoformat()) == days
    told_ = " ".join(found.sentences)
    assert ("inferred (sibling)" in told_) == (basis == "sibling")
    assert ("[2031]" in told_) == (basis == "sibling")
    assert ("begins on the day of the text" in told_) == when.startswith("..")


@pytest.mark.parametrize("when", ["XXXX-12-02", "2031-08/..", "soon"])
def test_what_has_no_days_or_no_end_is_no_event(when: str) -> None:
    assert span_of(when, "stated", None, "2031-07-02", "") is None


def test_a_calendar_of_some_days_alone(ledger: Ledger) -> None:
    pieces = ics.pieces(Source(ledger, NOW), About(), days=("2031-10-01", "2031-10-31"))
    assert [one.status for one in parsed(b"".join(pieces)).events] == ["CANCELLED"]
