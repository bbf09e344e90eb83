"""A person as one document shows them: the name as written, the offices, the day, and where it says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from regesta.model.finding import Place
from regesta.model.judgement import Ref
from regesta.model.links import Dossier
from regesta.model.records import Actor, Meeting
from regesta.model.span import Span
from regesta.resolve.days import length
from regesta.resolve.mention import Mention
from regesta.resolve.names import alike, full_name
from regesta.rules.people import seats

_EXACT = 31
_NEAR = 120
_UNSURE = frozenset({"publisher", "inferred"})


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office, its key, and the first and last day on which it is shown held.

    ``count`` says how often, ``months`` in which months; ``places`` are the words of the first and last day.
    """

    office: str
    key: str
    single: bool
    first: str
    last: str
    count: int
    months: tuple[str, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Showing:
    """One name in one document. ``name`` is None where an office alone is named.

    ``keys`` are those of all offices said, also of those that no day is known of; ``day`` is the
    last day to which the words belong. ``sure`` says that a participant's country is told.
    ``known_as`` and ``known_at`` are the full name that the document itself gives to a family name.
    """

    ref: Ref
    name: str | None
    country: str | None
    sure: bool
    known: str | None
    day: str | None
    keys: frozenset[str]
    tenures: tuple[Tenure, ...]
    place: Place
    known_as: Ref | None = None
    known_at: Place | None = None

    @property
    def full(self) -> bool:
        """Say whether more than a family name is said."""
        return self.name is not None and full_name(self.name)

    @property
    def order(self) -> tuple[str, Ref]:
        """What puts showings in order: when published, then where."""
        return self.known or "9999", self.ref


@dataclass(frozen=True, slots=True)
class _Said:
    """An actor of a record, with the day of what the record tells and where the record begins."""

    actor: Actor
    sure: bool
    day: str | None
    at: Span


def showings(dossier: Dossier, told: Sequence[Mention], known: str | None) -> list[Showing]:
    """Return the persons that a document's records name, each name of each country once.

    ``told`` are its meetings, ``known`` is the day from which it could be read.
    """
    by_id: dict[str, list[_Said]] = {}
    for said in _said(dossier, told, known):
        name = " ".join(said.actor.name.split())
        if name:
            by_id.setdefault(f"{said.actor.country or ''}:{name}", []).append(said)
    found = [_showing(dossier, known, id_, by_id[id_]) for id_ in sorted(by_id)]
    return [_named_in_full(one, found) for one in found]


def _said(dossier: Dossier, told: Sequence[Mention], known: str | None) -> Iterator[_Said]:
    days = {mention.ref.id: _day_of(mention, known) for mention in told}
    for meeting in dossier.records.meetings:
        for actor in meeting.participants:
            if actor.kind == "person":
                yield _Said(actor, actor.basis not in _UNSURE, days[meeting.id], _start(meeting))
    for statement in dossier.records.statements:
        others = (statement.addressee,) if statement.addressee else ()
        for actor in (*statement.actors, *others):
            if actor.kind == "person":
                yield _Said(actor, False, known, statement.span)


def _start(meeting: Meeting) -> Span:
    return min((meeting.span, *meeting.also))


def _day_of(mention: Mention, known: str | None) -> str | None:
    """The day on which a meeting shows an office: its own; of a plan, that of the text."""
    if mention.meeting.status in ("planned", "not_held"):
        return known
    if mention.window is not None:
        return mention.window[0] if length(mention.window) <= _EXACT else None
    return known if mention.meeting.status == "held" else None


def _showing(dossier: Dossier, known: str | None, id_: str, said: Sequence[_Said]) -> Showing:
    actor = said[0].actor
    name = " ".join(actor.name.split())
    place = _place(dossier, name, [one.actor.role or "" for one in said], said[0].at)
    alone = all(one.actor.basis == "unresolved" or one.actor.role == name for one in said)
    offices = {one.actor.role or name for one in said} if alone else {one.actor.role for one in said}
    days = [one.day for one in said if one.day]
    return Showing(
        ref=Ref(dossier.id, "person", id_),
        name=None if alone else name,
        country=actor.country,
        sure=any(one.sure for one in said),
        known=known,
        day=max(days, default=None),
        keys=frozenset(seat.key for office in offices if office for seat in seats(office, actor.country)),
        tenures=() if alone else _tenures(said, place),
        place=place,
    )


def _tenures(said: Sequence[_Said], place: Place) -> tuple[Tenure, ...]:
    days: dict[tuple[str, str, bool], list[str]] = {}
    for one in said:
        for seat in seats(one.actor.role, one.actor.country) if one.actor.role and one.day else ():
            days.setdefault((seat.office, seat.key, seat.single), []).append(one.day or "")
    return tuple(
        Tenure(*seat, min(shown), max(shown), 1, tuple(sorted({day[:7] for day in shown})), (place,))
        for seat, shown in sorted(days.items())
    )


def _named_in_full(one: Showing, others: Sequence[Showing]) -> Showing:
    """Tie a family name to the one full name of its document that may be meant by it."""
    if one.name is None or one.full:
        return one
    fitting = [
        other
        for other in others
        if other.full
        and other.country in (one.country, None)
        and alike(one.name, other.name or "").kind == "family_only"
    ]
    if len(fitting) != 1:
        return one
    return replace(one, known_as=fitting[0].ref, known_at=fitting[0].place)


def _place(dossier: Dossier, name: str, roles: Sequence[str], at: Span) -> Place:
    """The words that name a person, with the office where it stands beside the name; else the record."""
    span = _span(dossier.text, name, at.start)
    if span is None:
        return Place(dossier.id, at, at.of(dossier.text))
    for role in dict.fromkeys(role for role in roles if role and role != name):
        before = dossier.text.rfind(role, max(0, span.start - _NEAR - len(role)), span.start)
        after = dossier.text.find(role, span.end, span.end + _NEAR + len(role))
        if before >= 0 and "\n\n" not in dossier.text[before : span.start]:
            span = Span(before, span.end)
            break
        if after >= 0 and ". " not in dossier.text[span.end : after]:
            span = Span(span.start, after + len(role))
            break
    return Place(dossier.id, span, span.of(dossier.text))


def _span(text: str, name: str, near: int) -> Span | None:
    """Where a name stands: from ``near`` on, else anywhere; its words may be parted by a line's end."""
    start = text.find(name, near)
    start = start if start >= 0 else text.find(name)
    if start >= 0:
        return Span(start, start + len(name))
    match = re.search(r"\s{1,4}".join(re.escape(word) for word in name.split()), text)
    return Span(*match.span()) if match else None
