"""One meeting out of what documents tell of it: who tells it how, its date, what is given differently."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from regesta.ledger.filing import AFTER_THE_EVENT, parties
from regesta.ledger.names import folded
from regesta.model.edtf import UNKNOWN_YEAR, bounds
from regesta.model.links import Dated, Joined
from regesta.model.records import Actor, Meeting
from regesta.query.abstract import UNKNOWN_PLACE, published_by
from regesta.query.dates import decided, in_words
from regesta.query.rows import Differing, DocumentRow, MeetingRow, Telling, TellingRole
from regesta.resolve.days import gap, length

_TELLING = ("not_held", "held", "referenced", "planned")
_REPORTED = frozenset({"held", "not_held"})
_AS_WRITTEN = frozenset({None, "stated", "title", "given"})
_BORROWED = "sibling"


def role_of(row: MeetingRow) -> TellingRole:
    """Say what a document is to a meeting that it has this record of."""
    if row.record.status in _REPORTED:
        return "account" if row.record.main else "report"
    if row.record.status == "referenced":
        return "mention"
    announced = row.record.main or row.document.kind == "announcement"
    return "announcement" if announced and row.document.kind not in AFTER_THE_EVENT else "plan"


def tellings(rows: Iterable[MeetingRow]) -> tuple[Telling, ...]:
    """Return what each document is to a meeting, in order of publication."""
    in_order = sorted(rows, key=lambda row: (*_published(row.document), row.document.id, row.span))
    return tuple(Telling(role_of(row), published_by(row.document.known), row) for row in in_order)


def telling_most(told: Sequence[Telling]) -> Telling:
    """Return the one whose word counts most: held before planned, what is about it before what is not."""
    return min(told, key=lambda one: (_TELLING.index(one.row.record.status), not one.row.record.main))


def publishers(told: Sequence[Telling]) -> str:
    """Return the sides that published an account or report of a meeting, those of all where none did."""
    reported = [one for one in told if one.row.record.status in _REPORTED] or told
    return ", ".join(sorted({one.published_by for one in reported}))


def taken_together(told: Sequence[Telling]) -> Meeting:
    """Return the record that tells most, with what it leaves open from the others in their order."""
    lead = telling_most(told)
    others = [one.row for one in sorted(told, key=lambda one: one is not lead)]
    record = lead.row.record
    widest = max(others, key=lambda row: len(_parties(row)))
    placed = next((row.record for row in others if row.record.place), None) or next(
        (row.record for row in others if row.record.country), record
    )
    return replace(
        record,
        place=placed.place,
        country=placed.country or record.country,
        participants=_participants([row.record for row in others]),
        parties=_parties(widest),
        parties_basis=widest.record.parties_basis,
        duration_minutes=_first(others, lambda one: one.duration_minutes),
        ordinal_total=_first(others, lambda one: one.ordinal_total),
        round=_first(others, lambda one: one.round),
        reason=record.reason or next((row.record.reason for row in others if row.record.reason), None),
    )


def dated(told: Sequence[Telling], joined: Joined | None) -> Dated:
    """Return the day of a meeting as these documents have it.

    Where they are all that tell of it, it is that of the joined meeting. Where they are only some, it
    is what the best of them says; where none of them says a year, it rests on the others.
    """
    lead = telling_most(told).row.record
    own = [one.row for one in told if one.row.record.when and bounds(one.row.record.when)]
    if joined is not None and joined.dated.when is not None:
        shown = {(one.row.document.id, one.row.record.id) for one in told}
        whole = all((ref.document, ref.id) in shown for ref in joined.members if ref.kind == "meeting")
        if whole:
            return joined.dated
        if not own:
            return replace(joined.dated, basis=_BORROWED)
    best = min((row.record for row in own), key=_dating, default=lead)
    return Dated(best.when, best.when_basis)


def differing(told: Sequence[Telling], year: str | None) -> tuple[Differing, ...]:
    """Return what the documents give differently; ``year`` is that of the meeting, for days without one."""
    found = (
        Differing(name, tuple(values))
        for name, given, apart, words in _fields(year)
        if (values := _values(told, given, apart, words))
    )
    return tuple(found)


Given = Callable[[Meeting], object]
Apart = Callable[[object, object], bool]
Words = Callable[[Meeting], str]


def _fields(year: str | None) -> Iterator[tuple[str, Given, Apart, Words]]:
    """Yield the fields that are compared: the value, when two of them cannot both be, and in words."""
    yield "date", lambda one: _days(one, year), _no_day_in_common, lambda one: _day_words(one, year)
    yield "place", lambda one: folded(one.place) or None, _other_place, lambda one: one.place or UNKNOWN_PLACE
    yield "country", lambda one: one.country, _other, lambda one: str(one.country)
    yield "length", lambda one: one.duration_minutes, _other, lambda one: f"{one.duration_minutes} minutes"
    yield "count", lambda one: one.ordinal_total, _other, lambda one: f"number {one.ordinal_total}"
    yield "round", lambda one: one.round, _other, lambda one: f"round {one.round}"
    yield "medium", lambda one: one.medium, _other, lambda one: one.medium.replace("_", " ")
    yield "held", _was_held, _other, lambda one: one.status.replace("_", " ")


def _values(
    told: Sequence[Telling], given: Given, apart: Apart, words: Words
) -> list[tuple[str, tuple[str, ...]]]:
    known = [one for one in told if given(one.row.record) is not None]
    pairs = [
        pair for pair in combinations(known, 2) if apart(given(pair[0].row.record), given(pair[1].row.record))
    ]
    told_so: dict[str, list[str]] = {}
    for one in known:
        if any(one in pair for pair in pairs):
            sides = told_so.setdefault(words(one.row.record), [])
            if one.published_by not in sides:
                sides.append(one.published_by)
    return [(value, tuple(sorted(sides))) for value, sides in told_so.items()]


def _other(one: object, other: object) -> bool:
    return one != other


def _other_place(one: object, other: object) -> bool:
    return str(one) not in str(other) and str(other) not in str(one)


def _no_day_in_common(one: object, other: object) -> bool:
    return isinstance(one, tuple) and isinstance(other, tuple) and gap(one, other) > 0


def _days(one: Meeting, year: str | None) -> tuple[str, str] | None:
    when = _with_year(one, year)
    return bounds(when) if when else None


def _with_year(one: Meeting, year: str | None) -> str | None:
    return one.when.replace(UNKNOWN_YEAR, year) if one.when and year else one.when


def _day_words(one: Meeting, year: str | None) -> str:
    lent = one.when is not None and UNKNOWN_YEAR in one.when
    basis = _BORROWED if lent else one.when_basis
    words = [in_words(_with_year(one, year), basis)]
    words += ["planned"] if one.status == "planned" else []
    words += [str(basis)] if basis not in _AS_WRITTEN else []
    return ", ".join(words)


def _was_held(one: Meeting) -> bool | None:
    return None if one.status == "planned" else one.status != "not_held"


def _participants(records: Sequence[Meeting]) -> tuple[Actor, ...]:
    """Return those of the first record, and of the others those of sides that it names nobody of."""
    found: list[Actor] = []
    for record in records:
        named = {actor.country for actor in found if actor.kind == "person"}
        more = [one for one in record.participants if one.kind == "person" and one.country not in named]
        found += more if found else record.participants
    return tuple(found)


def _parties(row: MeetingRow) -> tuple[str, ...]:
    return parties(row.record, row.document.known)


def _first(rows: Sequence[MeetingRow], value: Callable[[Meeting], int | None]) -> int | None:
    return next((found for row in rows if (found := value(row.record)) is not None), None)


def _dating(record: Meeting) -> tuple[bool, bool, int]:
    days = bounds(record.when) if record.when else None
    return (
        record.when_basis not in _AS_WRITTEN and not decided(record.when_basis),
        record.status == "planned",
        length(days) if days else 0,
    )


def _published(document: DocumentRow) -> tuple[bool, str]:
    return document.published is None, document.published or ""
