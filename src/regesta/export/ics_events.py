"""The events of a calendar: a meeting, and a window in which something is due."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Event, vText

from regesta.export.calendar_words import Span, span_of
from regesta.model.finding import RegestaError
from regesta.query.abstract import place_of
from regesta.query.calendar import DueWindow, PlannedMeeting, Root
from regesta.query.learnt_with import words_of
from regesta.query.rows import Cited, DocumentRow, MeetingRow
from regesta.query.voice import said_of

_STATUS = {"planned": "TENTATIVE", "held": "CONFIRMED", "referenced": "CONFIRMED", "not_held": "CANCELLED"}
_CANCELLED = frozenset({"deferred", "withdrawn"})
_TELLINGS = 4
_LAST_DAY = "This is the last day of the window; whether it is due on the day or before it, the words say."
_NOT_IN_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_OFFSET = re.compile(r"([+-])(\d\d):(\d\d)")


def meeting_event(one: PlannedMeeting, room: str | None) -> Event:
    """Return the event of a meeting whose days are known; ``room`` is the address of a reading room."""
    when = one.joined.dated.when
    told = min((row.document.published for row in one.mentions if row.document.published), default=None)
    written = next((row.record.as_written for row in one.mentions if row.record.when == when), None)
    span = span_of(when or "", one.joined.dated.basis, written, told, "on the day on which it was announced")
    if span is None:
        raise RegestaError(f"The meeting {one.joined.id} has no days that a calendar can hold: {when!r}.")
    event = _event(_name_of(one.root), span, one.first_at, one.last_at)
    timed = next(
        (row for row in (one.telling, *one.mentions) if row.record.start_time and _dates(row, when)), None
    )
    clock = list(_at_time(event, timed, span)) if timed else []
    tellings = {row.document.id for row in one.mentions}
    event.add("SUMMARY", _text(said_of(one.telling)))
    event.add("STATUS", _STATUS[one.joined.status])
    event.add("SEQUENCE", len(tellings) - 1)
    event.add("LOCATION", _text(place_of(one.telling.record)))
    event.add("CATEGORIES", ["meeting", one.joined.format])
    if one.instead is not None:
        event.add("RELATED-TO", _name_of(one.instead), parameters={"RELTYPE": "NEXT"})
    said = f"The texts tell of it as {one.joined.status.replace('_', ' ')}; documents: {len(tellings)}."
    words = [words_of(row) for row in (one.telling, *one.mentions) if row.document.id in one.documents]
    shown = list(
        {(cited.place.document, cited.place.span): cited for cited in (*words, *one.because)}.values()
    )
    _cite(event, [*span.sentences, *clock, said], shown, one.documents)
    _lead(event, room, f"/meetings/{one.joined.id}", one.telling.document)
    return event


def window_event(one: DueWindow, room: str | None) -> Event | None:
    """Return the event of a promise or request with a window; None where its days cannot be given."""
    row, came = one.row, one.row.came
    assert came is not None
    told = row.document.published
    written = row.record.due_as_written
    begins = "on the day on which the text was published"
    span = span_of(came.dated.when or "", came.dated.basis, written, told, begins)
    if span is None:
        return None
    event = _event(_name_of_due(one.root), span, one.first_at, one.last_at)
    event.add("SUMMARY", _text(f"Due: {said_of(row)}"))
    status = row.status or "open"
    event.add("STATUS", "CANCELLED" if status in _CANCELLED else "TENTATIVE")
    event.add("SEQUENCE", len(came.steps) - 1 + len(row.corrections))
    event.add("CATEGORIES", [row.kind, status])
    if one.instead is not None and status in _CANCELLED:
        event.add("RELATED-TO", _name_of_due(one.instead), parameters={"RELTYPE": "NEXT"})
    said = [_LAST_DAY] if span.one_day else []
    said.append(f"Its status is “{status.replace('_', ' ')}”{_since(one)}.")
    if row.record.condition:
        said.append(f"On condition: “{' '.join(row.record.condition.split())}”.")
    evidence = (cited for step in reversed(came.steps) for cited in step.evidence)
    _cite(event, [*span.sentences, *said], [words_of(row), *evidence], one.documents)
    _lead(event, room, f"/{row.kind}s/{row.record.id}", row.document)
    return event


def _name_of(root: Root) -> str:
    return str(uuid5(NAMESPACE_URL, f"regesta meeting {root.document} {root.number} {root.quote}"))


def _name_of_due(root: str) -> str:
    return str(uuid5(NAMESPACE_URL, f"regesta due {root}"))


def _event(uid: str, span: Span, created: str, changed: str) -> Event:
    event = Event()
    event.add("UID", uid)
    event.add("DTSTAMP", datetime.fromisoformat(changed))
    event.add("CREATED", datetime.fromisoformat(created))
    event.add("LAST-MODIFIED", datetime.fromisoformat(changed))
    event.add("DTSTART", span.first)
    event.add("DTEND", span.end)
    event.add("TRANSP", "TRANSPARENT")
    event.add("CLASS", "PUBLIC")
    return event


def _dates(row: MeetingRow, when: str | None) -> bool:
    """Whether a mention gives the same single day, so that its clock time belongs to it."""
    return row.record.when == when


def _at_time(event: Event, row: MeetingRow, span: Span) -> Iterator[str]:
    """Put the clock time into an event of one day where its zone is known; say what is known of it."""
    record = row.record
    assert record.start_time is not None
    zone = _zone(record.zone) if record.zone else None
    where = f"{record.zone}, {record.zone_basis}" if record.zone else "the zone is not known"
    yield f"It begins at {record.start_time} ({where})."
    if zone is None or not span.one_day:
        return
    hour, minute = map(int, record.start_time.split(":"))
    start = datetime(span.first.year, span.first.month, span.first.day, hour, minute, tzinfo=zone)
    del event["DTSTART"], event["DTEND"], event["TRANSP"]
    event.add("DTSTART", start if isinstance(zone, ZoneInfo) else start.astimezone(UTC))
    if record.duration_minutes:
        event.add("DURATION", timedelta(minutes=record.duration_minutes))
        yield f"It lasts {record.duration_minutes} minutes."
    event.add("TRANSP", "OPAQUE")


def _zone(name: str) -> tzinfo | None:
    """Return the zone of this name or offset; None for words that settle none ("local")."""
    offset = _OFFSET.fullmatch(name)
    if offset is not None:
        minutes = int(offset[2]) * 60 + int(offset[3])
        return timezone(timedelta(minutes=-minutes if offset[1] == "-" else minutes))
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return None


def _since(one: DueWindow) -> str:
    came = one.row.came
    return f", as known from {came.last.start} on" if came and came.last.status == one.row.status else ""


def _cite(
    event: Event, sentences: Iterable[str], cited: list[Cited], documents: Mapping[str, DocumentRow]
) -> None:
    """Say in the description what is known and by which words; give these for programs as well."""
    shown = cited[:_TELLINGS]
    said = [f"“{' '.join(one.place.quote.split())}” {one.citation}" for one in shown]
    more = [f"Further words: {len(cited) - len(shown)}."] if len(cited) > len(shown) else []
    event.add("DESCRIPTION", _text("\n".join([*sentences, *said, *more])))
    for one in shown:
        start, end = one.place.span
        known = {"X-DOCUMENT": one.place.document, "X-SPAN": f"{start}-{end}"}
        known["X-SHA256"] = documents[one.place.document].sha256
        event.add("X-REGESTA-CITED", vText(_text(one.place.quote)), parameters=known)


def _lead(event: Event, room: str | None, page: str, document: DocumentRow) -> None:
    address = f"{room}{page}" if room else document.url
    if address:
        event.add("URL", address)


def _text(words: str) -> str:
    """Return words without the control characters that a calendar cannot hold."""
    return _NOT_IN_TEXT.sub("\N{REPLACEMENT CHARACTER}", words.replace("\r\n", "\n").replace("\r", "\n"))
