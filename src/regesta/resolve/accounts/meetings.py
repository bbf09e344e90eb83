"""Which meetings two accounts both mention, and what they say of each: when, where, how long, who."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from regesta.model.accounts import Difference, DifferenceType, Pairing, Told
from regesta.model.edtf import bounds
from regesta.model.finding import Place
from regesta.model.judgement import Feature, Ref
from regesta.model.records import Meeting
from regesta.resolve.accounts.passages import Part
from regesta.rules.accounts import account_rules

_LONG = 31
_COUNTS = ("ordinal_total", "ordinal_year", "round")
_SURE = 0.5


@dataclass(frozen=True, slots=True)
class Met:
    """A meeting as one account mentions it. ``main``: the account is about it."""

    part: Part
    label: str
    meeting: Meeting
    main: bool

    @property
    def place(self) -> Place:
        """The words at which the meeting stands."""
        span = self.meeting.span
        return Place(self.part.dossier.id, span, span.of(self.part.dossier.text))

    @property
    def told(self) -> Told:
        """The mention as a passage; its act is the status of the meeting."""
        one = self.meeting
        voices = tuple(sorted(one.parties))
        ref = Ref(self.part.dossier.id, "meeting", one.id)
        not_held = one.status == "not_held"
        return Told(self.label, (ref,), self.place, one.status, not_held, voices, False, one.topics)


def mentioned(part: Part, label: str) -> list[Met]:
    """Return the meetings of an account, in order of the text."""
    listed = [one for one in part.dossier.records.meetings if part.holds(one.span) or one.id == part.meeting]
    found = [
        Met(part, label, one, one.id == part.meeting if part.meeting else one.main)
        for one in listed
        if one.format != "other" or one.when is not None
    ]
    return sorted(found, key=lambda one: (one.meeting.span, one.meeting.id))


def matched(first: Sequence[Met], second: Sequence[Met]) -> list[tuple[Met, Met, Pairing]]:
    """Return which mentions of the two accounts are of one meeting, the surest first, each once."""
    scored = [
        (-pairing.score, i + j, abs(i - j), min(i, j), i, j, pairing)
        for i, one in enumerate(first)
        for j, two in enumerate(second)
        if (pairing := _judge(one, two)) is not None
    ]
    scored.sort(key=lambda row: row[:6])
    left, right, chosen = set(), set(), []
    for *_, i, j, pairing in scored:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            chosen.append((first[i], second[j], pairing))
    return chosen


def _judge(one: Met, two: Met) -> Pairing | None:
    features = list(_features(one, two))
    score = round(sum(feature.weight for feature in features), 4)
    if score < _SURE:
        return None
    return Pairing(one.told, two.told, min(score, 1.0), tuple(features))


def _features(one: Met, two: Met) -> Iterator[Feature]:
    ours, theirs = one.meeting, two.meeting
    if one.part.meeting == ours.id and two.part.meeting == theirs.id:
        yield Feature("given", 1.0, "the meeting that was asked for")
        return
    if ours.format != theirs.format:
        yield Feature("format", -1.0, f"{ours.format}, {theirs.format}")
        return
    dates = _dates(ours.when, theirs.when)
    people = _people(ours) & _people(theirs)
    if dates is not None:
        yield Feature("when", dates, f"{ours.when}, {theirs.when}")
    if people:
        yield Feature("participants", 0.3, ", ".join(sorted(people)))
    elif _others(ours, theirs):
        yield Feature("participants", -0.3, "nobody in common")
    if ours.round and theirs.round:
        yield Feature("round", 0.3 if ours.round == theirs.round else -0.6, f"{ours.round}, {theirs.round}")
    if ours.place and theirs.place:
        yield Feature("place", 0.2 if _one_place(ours, theirs) else -0.1, f"{ours.place}, {theirs.place}")
    both = set(ours.parties) & set(theirs.parties)
    if both:
        yield Feature("parties", 0.15, ", ".join(sorted(both)))
    elif min(len(ours.parties), len(theirs.parties)) > 1:  # an account may name the other side alone
        yield Feature("parties", -0.5, "none in common")
    if one.main and two.main:
        yield Feature("main", 0.2, "both accounts are about it")


def _dates(one: str | None, two: str | None) -> float | None:
    """Return the weight of two windows: days that fit say much, years little."""
    ours, theirs = (bounds(when) if when else None for when in (one, two))
    if ours is None or theirs is None:
        return 0.2 if one == two else 0.1
    if ours[1] < theirs[0] or theirs[1] < ours[0]:
        return -0.5
    return 0.4 if min(_days(ours), _days(theirs)) <= _LONG and max(_days(ours), _days(theirs)) < 400 else 0.2


def _days(window: tuple[str, str]) -> int:
    return (date.fromisoformat(window[1]) - date.fromisoformat(window[0])).days + 1


def _people(meeting: Meeting) -> frozenset[str]:
    return frozenset(one.name.split()[-1].lower() for one in meeting.participants if one.kind == "person")


def _others(ours: Meeting, theirs: Meeting) -> bool:
    """Say whether two meetings have other persons, and not only the persons of other sides."""
    if min(len(_people(ours)), len(_people(theirs))) > 1:
        return True
    sides = [{one.country for one in m.participants if one.kind == "person"} for m in (ours, theirs)]
    return bool((sides[0] & sides[1]) - {None})


def _one_place(one: Meeting, two: Meeting) -> bool:
    ours, theirs = (one.place or "").lower(), (two.place or "").lower()
    return ours in theirs or theirs in ours


def facts(one: Met, two: Met) -> Iterator[Difference]:
    """Yield the differences in what two accounts say of one meeting.

    A date or place that both give and that do not fit is ``time_or_place``, a status, count or
    length that do not fit ``contradiction``. Of the meeting that an account is about, a length or
    count that only one account gives is ``only_in``.
    """
    ours, theirs = one.meeting, two.meeting
    if {ours.status, theirs.status} in ({"held", "not_held"}, {"referenced", "not_held"}):
        yield _unlike("contradiction", "held", ours.status, theirs.status, one, two)
    if _apart(ours.when, theirs.when):
        yield _unlike("time_or_place", "when", ours.when, theirs.when, one, two)
    if ours.place and theirs.place and not _one_place(ours, theirs):
        yield _unlike("time_or_place", "place", ours.place, theirs.place, one, two)
    for fact in (*_COUNTS, "duration_minutes"):
        values = getattr(ours, fact), getattr(theirs, fact)
        slack = account_rules().duration_slack if fact == "duration_minutes" else 0
        if None in values:
            if values != (None, None) and (one.main or two.main):
                yield _alone(fact, one, two, values)
        elif abs(values[0] - values[1]) > slack:
            yield _unlike("contradiction", fact, *values, one, two)
    if one.main or two.main:
        yield from _present(one, two)


def _present(one: Met, two: Met) -> Iterator[Difference]:
    """Yield a difference where both list several persons and not the same ones."""
    ours, theirs = _people(one.meeting), _people(two.meeting)
    if min(len(ours), len(theirs)) > 1 and ours != theirs:
        yield _unlike("scope_or_number", "participants", _listed(one), _listed(two), one, two)


def _listed(one: Met) -> str:
    return ", ".join(sorted(actor.name for actor in one.meeting.participants if actor.kind == "person"))


def _apart(one: str | None, two: str | None) -> bool:
    ours, theirs = (bounds(when) if when else None for when in (one, two))
    return ours is not None and theirs is not None and (ours[1] < theirs[0] or theirs[1] < ours[0])


def _unlike(type_: DifferenceType, fact: str, value: object, other: object, one: Met, two: Met) -> Difference:
    rules = account_rules()
    why = rules.words.fact.format(
        first=one.label, second=two.label, fact=rules.words.facts[fact], value=value, other_value=other
    )
    return Difference(type_, rules.facts[fact], None, _topic(one, two), why, (one.place, two.place))


def _alone(fact: str, one: Met, two: Met, values: tuple[int | None, int | None]) -> Difference:
    rules = account_rules()
    has, lacks = (one, two) if values[0] is not None else (two, one)
    value = values[0] if values[0] is not None else values[1]
    why = rules.words.only_fact.format(
        side=has.label, other=lacks.label, fact=rules.words.facts[fact], value=value
    )
    return Difference("only_in", rules.facts["alone"], has.label, _topic(one, two), why, (has.place,))


def _topic(one: Met, two: Met) -> str | None:
    shared = [topic for topic in one.meeting.topics if topic in two.meeting.topics]
    return next(iter([*shared, *sorted({*one.meeting.topics, *two.meeting.topics})]), None)
