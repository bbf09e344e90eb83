"""PLOVER-coded events of a whole ledger: JSON Lines, an event a line, under the manual's field names.

What is coded, and as what, is data (``rules/data/plover.yml``). A meeting across documents is one event, told
where its first document stands; what the rules have no type for is counted, and said at the end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from regesta import query
from regesta.export.forms import Source
from regesta.export.jsonl import json_line
from regesta.export.parties import Parties, parties_with
from regesta.model.edtf import UNKNOWN_YEAR, bounds
from regesta.model.records import Actor, Commitment, Meeting, Statement
from regesta.query import CitedDocument, RecordRow
from regesta.query.dates import in_words
from regesta.query.told import ToldMeeting, told_meetings
from regesta.rules.alpha3 import alpha3
from regesta.rules.plover import Coded, Host, plover_rules

Event = dict[str, Any]
_REST = "told by the statement it rests on"
_UNDER = "told by the meeting it belongs to"
_UNDATED = "no day is known"
_NOBODY = "nobody who acts is known"


@dataclass(frozen=True, slots=True)
class Code:
    """A type of event with its mode, and an auxiliary mode such as ``historical``."""

    type: str
    mode: str | None
    auxiliary: str | None


def coded_statement(item: Statement) -> Code | None:
    """Return how a statement is coded; None where the rules have no type for it."""
    sides = len({actor.country or actor.name for actor in item.actors})
    rules = plover_rules().statements
    rule = next((one for one in rules if one.fits(item.act, item.verb, sides)), None)
    return _code(rule, "negation" if item.negated else None)


def coded_meeting(item: Meeting) -> Code | None:
    """Return how a meeting is coded; None where the rules have no type for it."""
    rule = next((one for one in plover_rules().meetings if item.status in one.statuses), None)
    code = _code(rule, None)
    if code is None or code.type != "CONSULT":
        return code
    mode = plover_rules().mode(item.medium, item.format, len(item.parties), _host(item))
    return Code(code.type, mode, code.auxiliary)


def coded_commitment(item: Commitment) -> Code | None:
    """Return how a commitment is coded; None where the rules have no type for it."""
    return _code(next((one for one in plover_rules().promises if item.strength in one.strengths), None), None)


def lines(source: Source) -> Iterator[str]:
    """Yield the events, a line each; what was not coded is said to the source."""
    with query.choice(source.ledger, source.filters) as chosen:
        coder = _Coder(parties_with(source.packs))
        for one in query.cited_documents(chosen):
            for event in coder.document(one):
                yield json_line(event)
        for met in told_meetings(chosen):
            if (found := coder.meeting(met)) is not None:
                yield json_line(found)
    source.said.extend(coder.said())


class _Coder:
    """Codes documents and meetings, and counts what has no type."""

    def __init__(self, parties: Parties) -> None:
        self._parties = parties
        self._left: Counter[tuple[str, str]] = Counter()

    def document(self, one: CitedDocument) -> Iterator[Event]:
        """Yield the events of a document's statements and commitments."""
        agreed = []
        for row in one.rows:
            if row.kind != "statement":
                continue
            code = coded_statement(row.record)
            if code is None:
                reason = plover_rules().uncoded.acts[row.record.act]
                self._left[f"statements of {row.record.act}", reason] += 1
            elif code.type == "CONSULT" and row.heading_id:
                self._left[f"statements of {row.record.act}", _UNDER] += 1
            elif (event := self._statement(one, row, code)) is not None:
                agreed += [row.span] if code.type == "AGREE" else []
                yield event
        for row in one.rows:
            if row.kind == "request":
                self._left["requests", _REST] += 1
            if row.kind == "commitment":
                yield from self._commitment(one, row, any(row.span.overlaps(span) for span in agreed))

    def meeting(self, met: ToldMeeting) -> Event | None:
        """Return the event of a meeting, None where there is no type for it."""
        row = met.whole
        code, status = coded_meeting(row.record), row.record.status
        what = f"meetings with status {status}"
        if code is None:
            self._left[what, plover_rules().uncoded.statuses[status]] += 1
            return None
        actors, guests = self._sides(row.record, code)
        days = (row.record.when, row.record.when_basis)
        return self._event(row, code, what, actors, guests, days, met.joined.id, met.joined.id)

    def said(self) -> Iterator[str]:
        """Yield a sentence for each sort of record that was not coded."""
        for (what, why), number in sorted(self._left.items()):
            yield f"Not coded as events: {what}, {number} ({why})."

    def _statement(self, one: CitedDocument, row: RecordRow[Any], code: Code) -> Event | None:
        item = row.record
        to = [item.addressee] if item.addressee else []
        what = f"statements of {item.act}"
        return self._event(
            row, code, what, self._actors(item.actors), self._actors(to), _filed(row), _link(one, row), None
        )

    def _commitment(self, one: CitedDocument, row: RecordRow[Any], told: bool) -> Iterator[Event]:
        item, what = row.record, "commitments"
        code = coded_commitment(item)
        if code is None:
            self._left[what, plover_rules().uncoded.strengths[item.strength]] += 1
        elif told:
            self._left[what, _REST] += 1
        else:
            who = self._codes(item.who)
            event = self._event(row, code, what, who, [], _filed(row), _link(one, row), None)
            yield from [event] if event is not None else []

    def _event(
        self,
        row: RecordRow[Any],
        code: Code,
        what: str,
        actors: list[Event],
        recipients: list[Event],
        days: tuple[str | None, str | None],
        link: str | None,
        id_: str | None,
    ) -> Event | None:
        window = bounds(days[0]) if days[0] and UNKNOWN_YEAR not in days[0] else None
        if window is None or ".." in (days[0] or ""):
            self._left[what, _UNDATED] += 1
            return None
        if not actors:
            self._left[what, _NOBODY] += 1
            return None
        contexts = [one for topic in row.record.topics for one in plover_rules().topics.get(topic, ())]
        made = {
            "id": id_ or f"{row.document.id}.{row.kind}.{row.id}",
            "date": window[0],
            "enddate": window[1] if window[1] != window[0] else None,
            "event": [code.type],
            "mode": [code.mode] if code.mode else [],
            "context": list(dict.fromkeys([*contexts, *([code.auxiliary] if code.auxiliary else [])])),
            "quad_code": plover_rules().types[code.type].quad,
            "actor": actors,
            "recipient": recipients,
            "event_loc": self._place(row.record) if row.kind == "meeting" else None,
            "link": link,
            "event_text": [row.quote],
            "text_info": {"start": row.span.start, "end": row.span.end},
            "cite_info": _cited(row),
            "comment": _comment(days, window),
        }
        return {name: value for name, value in made.items() if value is not None}

    def _sides(self, item: Meeting, code: Code) -> tuple[list[Event], list[Event]]:
        """Return actors and recipients: who visits is the actor, who is visited the recipient."""
        if code.mode == "visit" and item.country:
            hosts = [one for one in item.parties if one == item.country]
            guests = [one for one in item.parties if one != item.country]
            if guests:
                return self._codes(guests), self._codes(hosts)
        return self._codes(item.parties), []

    def _codes(self, codes: Iterable[str]) -> list[Event]:
        return [self._entity(code, self._parties.name(code), None) for code in sorted(codes)]

    def _actors(self, actors: Iterable[Actor]) -> list[Event]:
        ordered = sorted(actors, key=lambda one: one.country or "~")
        return [self._entity(one.country, one.name, one.role) for one in ordered]

    def _entity(self, code: str | None, name: str, office: str | None) -> Event:
        known = party_code(code)
        made = {"code": known, "actor_text": name, "office": office}
        if code is not None and known is None:
            made["identifier_text"] = self._parties.name(code)
        return {field: value for field, value in made.items() if value}

    def _place(self, item: Meeting) -> Event | None:
        known = party_code(item.country)
        made = {"name": item.place, "country code": item.country if known else None, "cc3": known}
        return {field: value for field, value in made.items() if value} or None


def _code(rule: Coded | None, auxiliary: str | None) -> Code | None:
    return None if rule is None else Code(rule.type, rule.mode, rule.auxiliary or auxiliary)


def party_code(code: str | None) -> str | None:
    """Return a party's code in PLOVER, None for one that has none, such as an invented state."""
    return None if code is None else plover_rules().parties.get(code) or alpha3().codes.get(code)


def _host(item: Meeting) -> Host:
    if item.country is None or item.medium != "in_person":
        return "none"
    return "party" if item.country in item.parties else "other"


def _filed(row: RecordRow[Any]) -> tuple[str | None, str | None]:
    """Return the days under which a record is filed: of the meeting it reports, or of its publication."""
    days = row.earliest if row.earliest == row.latest else f"{row.earliest}/{row.latest}"
    return (days if row.earliest and row.latest else None), "filed"


def _link(one: CitedDocument, row: RecordRow[Any]) -> str | None:
    return one.joined.get(row.heading_id) if row.heading_id else None


def _comment(days: tuple[str | None, str | None], window: tuple[str, str]) -> str | None:
    """Return what the date does not say: that it is a window, and on what it rests."""
    day = window[0] == window[1]
    if day and days[1] in ("stated", "title", "published", "given", "filed"):
        return None
    some = "" if day else ", on some day or days of this window"
    return f"when: {in_words(days[0], days[1])}{some}; basis: {days[1]}"


def _cited(row: RecordRow[Any]) -> Event:
    known = {
        "citation": row.citation,
        "url": row.document.url,
        "title": row.document.title,
        "language": row.document.language,
        "publication": row.document.publisher,
        "sha256": row.document.sha256,
        "document": row.document.id,
        "coder": f"Regesta, rules {row.document.rules_version}, rule {row.record.rule}",
        "codebook": plover_rules().codebook,
    }
    return {name: value for name, value in known.items() if value}
