"""A calendar (iCalendar, RFC 5545): planned meetings, and windows in which something is due.

An event is a day or a span of days; a clock time is given with its zone where both are known. What did not
take place, was put off or taken back stays as cancelled and leads to what took its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import BinaryIO
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone

from regesta.export.atom import title_by
from regesta.export.forms import Source
from regesta.export.ics_events import meeting_event, window_event
from regesta.query.calendar import Days, due_windows, planned_meetings
from regesta.query.learning import About

PRODUCT = "-//Regesta//Register of meetings//EN"


def write(source: Source, stream: BinaryIO) -> int:
    """Write the calendar of the chosen documents; return how many events it has."""
    count = 0
    for piece in pieces(source, About(source.filters)):
        stream.write(piece)
        count += piece.startswith(b"BEGIN:VEVENT")
    return count


def pieces(source: Source, about: About, days: Days = (None, None)) -> Iterator[bytes]:
    """Yield the calendar piece by piece: its head, each event with the zone it needs before it, its end.

    ``days`` are those of the events.
    """
    yield from _head(title_by(about))
    zones: set[str] = set()
    for event in _events(source, about, days):
        start = event.DTSTART
        zone = (
            start.tzinfo.key if isinstance(start, datetime) and isinstance(start.tzinfo, ZoneInfo) else None
        )
        if zone is not None and zone not in zones:
            zones.add(zone)
            yield Timezone.from_tzid(zone).to_ical()
        yield event.to_ical()
    yield b"END:VCALENDAR\r\n"


def _head(title: str) -> Iterator[bytes]:
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", PRODUCT)
    calendar.add("METHOD", "PUBLISH")
    calendar.add("NAME", title)
    calendar.add("X-WR-CALNAME", title)
    yield calendar.to_ical(sorted=False).removesuffix(b"END:VCALENDAR\r\n")


def _events(source: Source, about: About, days: Days) -> Iterator[Event]:
    room = source.address.rstrip("/") if source.address else None
    for meeting in planned_meetings(source.ledger, about, days):
        yield meeting_event(meeting, room)
    for window in due_windows(source.ledger, about, days):
        event = window_event(window, room)
        if event is not None:
            yield event
